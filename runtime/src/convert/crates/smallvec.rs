//! smallvec's `SmallVec`, as `Vec`.

use smallvec::{Array, SmallVec};

use crate::convert::sequences::into_sequence;
use crate::convert::{FromPyObject, FromPyObjectOwned, IntoPyObject};
use crate::error::{PyErr, PyResult};
use crate::hint::Hint;
use crate::object::{Borrowed, Bound};
use crate::python::Python;
use crate::types::PyAny;

/// As `Vec<T>`.
impl<'a, 'py, A: Array> FromPyObject<'a, 'py> for SmallVec<A>
where
    A::Item: FromPyObjectOwned<'py>,
{
    type Error = PyErr;

    const INPUT_HINT: Hint = <Vec<A::Item> as FromPyObject<'a, 'py>>::INPUT_HINT;

    #[inline]
    fn extract(object: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
        Vec::extract(object).map(SmallVec::from_vec)
    }
}

/// As `Vec<T>`.
impl<'py, A: Array> IntoPyObject<'py> for SmallVec<A>
where
    A::Item: IntoPyObject<'py>,
{
    type Target = PyAny;
    type Output = Bound<'py, PyAny>;
    type Error = PyErr;

    const OUTPUT_HINT: Hint = <Vec<A::Item>>::OUTPUT_HINT;

    #[inline]
    fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
        into_sequence(py, self)
    }
}

/// As `&Vec<T>`.
impl<'a, 'py, A: Array> IntoPyObject<'py> for &'a SmallVec<A>
where
    &'a A::Item: IntoPyObject<'py>,
{
    type Target = PyAny;
    type Output = Bound<'py, PyAny>;
    type Error = PyErr;

    const OUTPUT_HINT: Hint = <Vec<&'a A::Item>>::OUTPUT_HINT;

    #[inline]
    fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
        into_sequence(py, self)
    }
}
