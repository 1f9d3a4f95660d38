//! either's `Either`: the left type where it fits, else the right one.

use either::Either;

use crate::convert::{FromPyObject, IntoPyObject, IntoPyObjectExt};
use crate::error::{PyErr, PyResult};
use crate::exceptions::{PyOverflowError, PyTypeError, PyValueError};
use crate::hint::Hint;
use crate::object::{Borrowed, Bound};
use crate::python::Python;
use crate::types::PyAny;

/// TypeError with both reasons when neither fits. Other errors than those of a conversion are passed on at once.
impl<'a, 'py, L, R> FromPyObject<'a, 'py> for Either<L, R>
where
    L: FromPyObject<'a, 'py>,
    R: FromPyObject<'a, 'py>,
{
    type Error = PyErr;

    const INPUT_HINT: Hint = Hint::Union(&[L::INPUT_HINT, R::INPUT_HINT]);

    #[inline]
    fn extract(object: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
        let py = object.py();
        let left = match L::extract(object) {
            Ok(left) => return Ok(Either::Left(left)),
            Err(error) => misfit(py, error.into())?,
        };
        let right = match R::extract(object) {
            Ok(right) => return Ok(Either::Right(right)),
            Err(error) => misfit(py, error.into())?,
        };
        let (left, right) = (left.value(py).str()?, right.value(py).str()?);
        Err(PyTypeError::new_err(format!("{left}; {right}")))
    }
}

/// The error, if it says that a value does not fit.
#[inline]
fn misfit(py: Python<'_>, error: PyErr) -> PyResult<PyErr> {
    if error.is_instance_of::<PyTypeError>(py)
        || error.is_instance_of::<PyValueError>(py)
        || error.is_instance_of::<PyOverflowError>(py)
    {
        Ok(error)
    } else {
        Err(error)
    }
}

impl<'py, L, R> IntoPyObject<'py> for Either<L, R>
where
    L: IntoPyObject<'py>,
    R: IntoPyObject<'py>,
{
    type Target = PyAny;
    type Output = Bound<'py, PyAny>;
    type Error = PyErr;

    const OUTPUT_HINT: Hint = Hint::Union(&[L::OUTPUT_HINT, R::OUTPUT_HINT]);

    #[inline]
    fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
        match self {
            Either::Left(left) => left.into_bound_py_any(py),
            Either::Right(right) => right.into_bound_py_any(py),
        }
    }
}

impl<'a, 'py, L, R> IntoPyObject<'py> for &'a Either<L, R>
where
    &'a L: IntoPyObject<'py>,
    &'a R: IntoPyObject<'py>,
{
    type Target = PyAny;
    type Output = Bound<'py, PyAny>;
    type Error = PyErr;

    const OUTPUT_HINT: Hint = <Either<&'a L, &'a R>>::OUTPUT_HINT;

    #[inline]
    fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
        self.as_ref().into_pyobject(py)
    }
}
