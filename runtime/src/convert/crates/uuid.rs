//! uuid's `Uuid` and `NonNilUuid`, and Python's `uuid.UUID`.

use uuid::{NonNilUuid, Uuid};

use crate::convert::through::into_copied;
use crate::convert::{FromPyObject, IntoPyObject};
use crate::error::{PyErr, PyResult};
use crate::exceptions::{PyTypeError, PyValueError};
use crate::hint::Hint;
use crate::intern;
use crate::object::{Borrowed, Bound, Py};
use crate::python::Python;
use crate::sync::PyOnceLock;
use crate::types::{PyAny, PyType};

const UUID: Hint = Hint::Import("uuid", "UUID");

#[inline]
fn uuid_class<'py>(py: Python<'py>) -> PyResult<&'py Bound<'py, PyType>> {
    static CLASS: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    CLASS.import(py, "uuid", "UUID")
}

impl<'a, 'py> FromPyObject<'a, 'py> for Uuid {
    type Error = PyErr;

    const INPUT_HINT: Hint = UUID;

    #[inline]
    fn extract(object: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
        let py = object.py();
        if !object.is_instance(uuid_class(py)?)? {
            let name = crate::convert::type_name(object);
            return Err(PyTypeError::new_err(format!("expected UUID, not {name}")));
        }
        let number = object.getattr(intern!(py, "int"))?;
        Ok(Uuid::from_u128(number.extract()?))
    }
}

impl<'py> IntoPyObject<'py> for Uuid {
    type Target = PyAny;
    type Output = Bound<'py, PyAny>;
    type Error = PyErr;

    const OUTPUT_HINT: Hint = UUID;

    #[inline]
    fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
        let (hex, bytes, bytes_le, fields) = ((), (), (), ()); // `None`
        uuid_class(py)?.call1((hex, bytes, bytes_le, fields, self.as_u128()))
    }
}

/// ValueError for the nil UUID.
impl<'a, 'py> FromPyObject<'a, 'py> for NonNilUuid {
    type Error = PyErr;

    const INPUT_HINT: Hint = UUID;

    #[inline]
    fn extract(object: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
        NonNilUuid::new(Uuid::extract(object)?)
            .ok_or_else(|| PyValueError::new_err("expected a UUID other than the nil UUID"))
    }
}

impl<'py> IntoPyObject<'py> for NonNilUuid {
    type Target = PyAny;
    type Output = Bound<'py, PyAny>;
    type Error = PyErr;

    const OUTPUT_HINT: Hint = UUID;

    #[inline]
    fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
        self.get().into_pyobject(py)
    }
}

into_copied!(Uuid, NonNilUuid);
