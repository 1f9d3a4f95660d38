use std::error::Error;
use std::fmt;

use super::PyErr;
use crate::exceptions::PyTypeError;
use crate::object::{Borrowed, Bound};
use crate::type_object::PyTypeCheck;
use crate::types::PyAny;

/// An object is not of the type that [`Bound::cast`] asked for. Becomes a TypeError.
#[derive(Debug)]
pub struct CastError<'a, 'py> {
    object: Borrowed<'a, 'py, PyAny>,
    expected: &'static str,
}

impl<'a, 'py> CastError<'a, 'py> {
    #[cold]
    pub(crate) fn new<U: PyTypeCheck>(object: Borrowed<'a, 'py, PyAny>) -> Self {
        CastError {
            object,
            expected: U::NAME,
        }
    }
}

/// An object is not of the type that [`Bound::cast_into`] asked for. Becomes a TypeError.
#[derive(Debug)]
pub struct CastIntoError<'py> {
    object: Bound<'py, PyAny>,
    expected: &'static str,
}

impl<'py> CastIntoError<'py> {
    #[cold]
    pub(crate) fn new<U: PyTypeCheck>(object: Bound<'py, PyAny>) -> Self {
        CastIntoError {
            object,
            expected: U::NAME,
        }
    }

    /// The object, back again.
    pub fn into_inner(self) -> Bound<'py, PyAny> {
        self.object
    }
}

/// `'int' object is not an instance of 'str'`
impl fmt::Display for CastError<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_mismatch(f, &self.object, self.expected)
    }
}

/// `'int' object is not an instance of 'str'`
impl fmt::Display for CastIntoError<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_mismatch(f, &self.object, self.expected)
    }
}

fn write_mismatch(
    f: &mut fmt::Formatter<'_>,
    object: &Bound<'_, PyAny>,
    expected: &str,
) -> fmt::Result {
    if object.is_none() {
        return write!(f, "'None' is not an instance of '{expected}'");
    }
    let class = object.get_type();
    match class.qualname() {
        Ok(name) => write!(
            f,
            "'{}' object is not an instance of '{expected}'",
            name.to_string_lossy()
        ),
        Err(_) => write!(f, "the object is not an instance of '{expected}'"),
    }
}

impl Error for CastError<'_, '_> {}
impl Error for CastIntoError<'_> {}

impl From<CastError<'_, '_>> for PyErr {
    #[cold]
    fn from(error: CastError<'_, '_>) -> PyErr {
        PyTypeError::new_err(error.to_string())
    }
}

impl From<CastIntoError<'_>> for PyErr {
    #[cold]
    fn from(error: CastIntoError<'_>) -> PyErr {
        PyTypeError::new_err(error.to_string())
    }
}
