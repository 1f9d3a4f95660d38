//! `IpAddr`, `Ipv4Addr` and `Ipv6Addr`, and the addresses of Python's `ipaddress`.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use super::through::into_copied;
use crate::convert::{FromPyObject, IntoPyObject};
use crate::error::{PyErr, PyResult};
use crate::exceptions::{PyTypeError, PyValueError};
use crate::hint::Hint;
use crate::object::{Borrowed, Bound, Py};
use crate::python::Python;
use crate::sync::PyOnceLock;
use crate::types::{PyAny, PyString, PyType};

const IPV4: Hint = Hint::Import("ipaddress", "IPv4Address");
const IPV6: Hint = Hint::Import("ipaddress", "IPv6Address");

#[inline]
fn ipv4_class<'py>(py: Python<'py>) -> PyResult<&'py Bound<'py, PyType>> {
    static CLASS: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    CLASS.import(py, "ipaddress", "IPv4Address")
}

#[inline]
fn ipv6_class<'py>(py: Python<'py>) -> PyResult<&'py Bound<'py, PyType>> {
    static CLASS: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    CLASS.import(py, "ipaddress", "IPv6Address")
}

/// The address that an object of `ipaddress` is; `None` for other objects.
#[inline]
fn from_object(object: Borrowed<'_, '_, PyAny>) -> PyResult<Option<IpAddr>> {
    let py = object.py();
    Ok(if object.is_instance(ipv4_class(py)?)? {
        Some(object.getattr("packed")?.extract::<[u8; 4]>()?.into())
    } else if object.is_instance(ipv6_class(py)?)? {
        Some(object.getattr("packed")?.extract::<[u8; 16]>()?.into())
    } else {
        None
    })
}

/// An address, as a text or as an object of `ipaddress`. `kind` and `classes` say what is wanted.
#[inline]
fn extract<T>(
    object: Borrowed<'_, '_, PyAny>,
    kind: &str,
    classes: &str,
    convert: impl Fn(IpAddr) -> Option<T>,
) -> PyResult<T> {
    if let Ok(text) = object.cast::<PyString>() {
        let text = text.to_str()?;
        let address = text.parse().ok().and_then(convert);
        return address.ok_or_else(|| {
            PyValueError::new_err(format!("'{text}' does not appear to be an {kind} address"))
        });
    }
    from_object(object)?.and_then(convert).ok_or_else(|| {
        let name = super::type_name(object);
        PyTypeError::new_err(format!("expected {classes} or str, not {name}"))
    })
}

impl<'a, 'py> FromPyObject<'a, 'py> for Ipv4Addr {
    type Error = PyErr;

    const INPUT_HINT: Hint = Hint::Union(&[IPV4, Hint::STR]);

    #[inline]
    fn extract(object: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
        extract(object, "IPv4", "IPv4Address", |address| match address {
            IpAddr::V4(address) => Some(address),
            IpAddr::V6(_) => None,
        })
    }
}

/// Without the scope of the address.
impl<'a, 'py> FromPyObject<'a, 'py> for Ipv6Addr {
    type Error = PyErr;

    const INPUT_HINT: Hint = Hint::Union(&[IPV6, Hint::STR]);

    #[inline]
    fn extract(object: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
        extract(object, "IPv6", "IPv6Address", |address| match address {
            IpAddr::V4(_) => None,
            IpAddr::V6(address) => Some(address),
        })
    }
}

impl<'a, 'py> FromPyObject<'a, 'py> for IpAddr {
    type Error = PyErr;

    const INPUT_HINT: Hint = Hint::Union(&[IPV4, IPV6, Hint::STR]);

    #[inline]
    fn extract(object: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
        extract(object, "IPv4 or IPv6", "IPv4Address, IPv6Address", Some)
    }
}

impl<'py> IntoPyObject<'py> for Ipv4Addr {
    type Target = PyAny;
    type Output = Bound<'py, PyAny>;
    type Error = PyErr;

    const OUTPUT_HINT: Hint = IPV4;

    #[inline]
    fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
        ipv4_class(py)?.call1((self.to_bits(),))
    }
}

impl<'py> IntoPyObject<'py> for Ipv6Addr {
    type Target = PyAny;
    type Output = Bound<'py, PyAny>;
    type Error = PyErr;

    const OUTPUT_HINT: Hint = IPV6;

    #[inline]
    fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
        ipv6_class(py)?.call1((self.to_bits(),))
    }
}

impl<'py> IntoPyObject<'py> for IpAddr {
    type Target = PyAny;
    type Output = Bound<'py, PyAny>;
    type Error = PyErr;

    const OUTPUT_HINT: Hint = Hint::Union(&[IPV4, IPV6]);

    #[inline]
    fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
        match self {
            IpAddr::V4(address) => address.into_pyobject(py),
            IpAddr::V6(address) => address.into_pyobject(py),
        }
    }
}

into_copied!(Ipv4Addr, Ipv6Addr, IpAddr);
