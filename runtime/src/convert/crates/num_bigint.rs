//! num-bigint's `BigInt` and `BigUint`, and `int`: of any size.
//!
//! A large int goes through the bytes of `int.to_bytes` and `int.from_bytes`, which every Python and the limited API have.

use num_bigint::{BigInt, BigUint};

use crate::convert::ints::index;
use crate::convert::{FromPyObject, InPlace, IntoPyObject};
use crate::error::{PyErr, PyResult};
use crate::exceptions::PyOverflowError;
use crate::hint::Hint;
use crate::intern;
use crate::object::{Borrowed, Bound};
use crate::python::Python;
use crate::type_object::PyTypeInfo;
use crate::types::{PyAny, PyBytes, PyDict, PyInt};

/// `signed=True`, which is for keywords only.
#[inline]
fn signed(py: Python<'_>) -> PyResult<Bound<'_, PyDict>> {
    let kwargs = PyDict::new(py);
    kwargs.set_item(intern!(py, "signed"), true)?;
    Ok(kwargs)
}

/// The value of an int, by the methods of `int` itself: a subclass may have others.
#[inline]
fn from_int(int: &Bound<'_, PyAny>) -> PyResult<BigInt> {
    let py = int.py();
    let class = PyInt::type_object(py);
    let bits = class.call_method1(intern!(py, "bit_length"), (int,))?;
    // With room for the sign.
    let length = bits.extract::<usize>()? / 8 + 1;
    let arguments = (int, length, intern!(py, "little"));
    let bytes = class.call_method(intern!(py, "to_bytes"), arguments, Some(&signed(py)?))?;
    Ok(BigInt::from_signed_bytes_le(
        bytes.cast::<PyBytes>()?.as_bytes(),
    ))
}

impl<'a, 'py> FromPyObject<'a, 'py> for BigInt {
    type Error = PyErr;

    const INPUT_HINT: Hint = Hint::INT;

    #[inline]
    fn extract(object: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
        match i64::extract_in_place(object, InPlace) {
            Some(value) => Ok(value.into()),
            None => from_int(&index(object)?),
        }
    }
}

/// OverflowError for a negative int.
impl<'a, 'py> FromPyObject<'a, 'py> for BigUint {
    type Error = PyErr;

    const INPUT_HINT: Hint = Hint::INT;

    #[inline]
    fn extract(object: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
        BigInt::extract(object)?.try_into().map_err(|_| {
            PyOverflowError::new_err("a negative int is out of range for BigUint (0 or more)")
        })
    }
}

impl<'py> IntoPyObject<'py> for &BigInt {
    type Target = PyInt;
    type Output = Bound<'py, PyInt>;
    type Error = PyErr;

    const OUTPUT_HINT: Hint = Hint::INT;

    #[inline]
    fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
        if let Ok(value) = i64::try_from(self) {
            return value.into_pyobject(py);
        }
        let bytes = self.to_signed_bytes_le();
        let arguments = (PyBytes::new(py, &bytes), intern!(py, "little"));
        let class = PyInt::type_object(py);
        let int = class.call_method(intern!(py, "from_bytes"), arguments, Some(&signed(py)?))?;
        Ok(int.cast_into()?)
    }
}

impl<'py> IntoPyObject<'py> for &BigUint {
    type Target = PyInt;
    type Output = Bound<'py, PyInt>;
    type Error = PyErr;

    const OUTPUT_HINT: Hint = Hint::INT;

    #[inline]
    fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
        BigInt::from(self.clone()).into_pyobject(py)
    }
}

macro_rules! into_owned {
    ($($int:ident)*) => {$(
        impl<'py> IntoPyObject<'py> for $int {
            type Target = PyInt;
            type Output = Bound<'py, PyInt>;
            type Error = PyErr;

            const OUTPUT_HINT: Hint = Hint::INT;

            #[inline]
            fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
                (&self).into_pyobject(py)
            }
        }
    )*};
}

into_owned! { BigInt BigUint }
