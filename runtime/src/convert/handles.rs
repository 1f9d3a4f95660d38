//! The handles themselves: as they are, their type checked on the way in.

use std::convert::Infallible;

use crate::convert::{FromPyObject, IntoPyObject};
use crate::error::{CastError, PyErr, PyResult};
use crate::hint::Hint;
use crate::object::{Borrowed, Bound, Py};
use crate::python::Python;
use crate::type_object::PyTypeCheck;
use crate::types::PyAny;

/// Whether `object` is a `T`.
///
/// # Errors
/// TypeError when it is not, and what Python code raises that has a say in it.
#[inline]
pub(super) fn check<T: PyTypeCheck>(object: Borrowed<'_, '_, PyAny>) -> PyResult<()> {
    if T::try_type_check(&object)? {
        Ok(())
    } else {
        Err(CastError::new::<T>(object).into())
    }
}

impl<'a, 'py, T: PyTypeCheck> FromPyObject<'a, 'py> for Borrowed<'a, 'py, T> {
    type Error = PyErr;

    const INPUT_HINT: Hint = T::TYPE_HINT.as_input();

    #[inline]
    fn extract(object: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
        check::<T>(object)?;
        // SAFETY: it has just been checked.
        Ok(unsafe { object.cast_unchecked() })
    }
}

impl<'a, 'py, T: PyTypeCheck> FromPyObject<'a, 'py> for Bound<'py, T> {
    type Error = PyErr;

    const INPUT_HINT: Hint = T::TYPE_HINT.as_input();

    #[inline]
    fn extract(object: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
        Borrowed::extract(object).map(Borrowed::to_owned)
    }
}

impl<'a, 'py, T: PyTypeCheck> FromPyObject<'a, 'py> for Py<T> {
    type Error = PyErr;

    const INPUT_HINT: Hint = T::TYPE_HINT.as_input();

    #[inline]
    fn extract(object: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
        <Bound<'py, T> as FromPyObject>::extract(object).map(Bound::unbind)
    }
}

impl<'py, T: PyTypeCheck> IntoPyObject<'py> for Bound<'py, T> {
    type Target = T;
    type Output = Bound<'py, T>;
    type Error = Infallible;

    const OUTPUT_HINT: Hint = T::TYPE_HINT;

    #[inline]
    fn into_pyobject(self, _py: Python<'py>) -> Result<Self::Output, Infallible> {
        Ok(self)
    }
}

impl<'a, 'py, T: PyTypeCheck> IntoPyObject<'py> for &'a Bound<'py, T> {
    type Target = T;
    type Output = Borrowed<'a, 'py, T>;
    type Error = Infallible;

    const OUTPUT_HINT: Hint = T::TYPE_HINT;

    #[inline]
    fn into_pyobject(self, _py: Python<'py>) -> Result<Self::Output, Infallible> {
        Ok(self.as_borrowed())
    }
}

impl<'a, 'py, T: PyTypeCheck> IntoPyObject<'py> for Borrowed<'a, 'py, T> {
    type Target = T;
    type Output = Borrowed<'a, 'py, T>;
    type Error = Infallible;

    const OUTPUT_HINT: Hint = T::TYPE_HINT;

    #[inline]
    fn into_pyobject(self, _py: Python<'py>) -> Result<Self::Output, Infallible> {
        Ok(self)
    }
}

impl<'a, 'py, T: PyTypeCheck> IntoPyObject<'py> for &Borrowed<'a, 'py, T> {
    type Target = T;
    type Output = Borrowed<'a, 'py, T>;
    type Error = Infallible;

    const OUTPUT_HINT: Hint = T::TYPE_HINT;

    #[inline]
    fn into_pyobject(self, _py: Python<'py>) -> Result<Self::Output, Infallible> {
        Ok(*self)
    }
}

/// RuntimeError when the object belongs to another interpreter than the one that the thread is attached to.
impl<'py, T: PyTypeCheck> IntoPyObject<'py> for Py<T> {
    type Target = T;
    type Output = Bound<'py, T>;
    type Error = PyErr;

    const OUTPUT_HINT: Hint = T::TYPE_HINT;

    #[inline]
    fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
        self.try_bind(py)?;
        Ok(self.into_bound(py))
    }
}

/// RuntimeError when the object belongs to another interpreter than the one that the thread is attached to.
impl<'py, T: PyTypeCheck> IntoPyObject<'py> for &Py<T> {
    type Target = T;
    type Output = Bound<'py, T>;
    type Error = PyErr;

    const OUTPUT_HINT: Hint = T::TYPE_HINT;

    #[inline]
    fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
        Ok(self.try_bind(py)?.clone())
    }
}
