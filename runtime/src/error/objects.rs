//! Exceptions as objects, and errors of Rust's that they are.

use super::{PyErr, PyResult};
use crate::convert::IntoPyObject;
use crate::exceptions::PyBaseException;
use crate::hint::Hint;
use crate::object::{Bound, DerefToPyAny};
use crate::python::Python;
use crate::type_object::PyTypeInfo;

/// The marker of an exception class: a `Bound` of it becomes a [`PyErr`].
pub trait ToPyErr: DerefToPyAny {}

impl<T: ToPyErr> From<Bound<'_, T>> for PyErr {
    #[inline]
    fn from(exception: Bound<'_, T>) -> PyErr {
        PyErr::from_value(exception.into_any())
    }
}

/// The exception, which is made where that has not been done yet.
impl<'py> IntoPyObject<'py> for PyErr {
    type Target = PyBaseException;
    type Output = Bound<'py, PyBaseException>;
    type Error = PyErr;

    const OUTPUT_HINT: Hint = PyBaseException::TYPE_HINT;

    #[inline]
    fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
        self.into_value(py).into_pyobject(py)
    }
}

/// The exception, which is made where that has not been done yet.
impl<'py> IntoPyObject<'py> for &PyErr {
    type Target = PyBaseException;
    type Output = Bound<'py, PyBaseException>;
    type Error = PyErr;

    const OUTPUT_HINT: Hint = PyBaseException::TYPE_HINT;

    #[inline]
    fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
        Ok(self.value(py).clone())
    }
}
