//! either's `Either`: the left type where it fits, else the right one.

use std::any::type_name;

use either::Either;

use crate::convert::derived::{Variant, first_that_fits};
use crate::convert::{FromPyObject, IntoPyObject, IntoPyObjectExt};
use crate::error::{PyErr, PyResult};
use crate::hint::Hint;
use crate::object::{Borrowed, Bound};
use crate::python::Python;
use crate::types::PyAny;

/// TypeError with both reasons when neither fits, as for an enum with `#[derive(FromPyObject)]`.
impl<'a, 'py, L, R> FromPyObject<'a, 'py> for Either<L, R>
where
    L: FromPyObject<'a, 'py>,
    R: FromPyObject<'a, 'py>,
{
    type Error = PyErr;

    const INPUT_HINT: Hint = Hint::Union(&[L::INPUT_HINT, R::INPUT_HINT]);

    #[inline]
    fn extract(object: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
        let left = Variant {
            name: "Left",
            annotation: type_name::<L>(),
            extract: |object| L::extract(object).map(Either::Left).map_err(Into::into),
        };
        let right = Variant {
            name: "Right",
            annotation: type_name::<R>(),
            extract: |object| R::extract(object).map(Either::Right).map_err(Into::into),
        };
        first_that_fits(object, "Either", &[left, right])
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
