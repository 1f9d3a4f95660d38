//! `Range` of integers, and Python's `range` in steps of 1.

use std::ops::Range;

use crate::convert::{FromPyObject, FromPyObjectOwned, IntoPyObject};
use crate::error::{PyErr, PyResult};
use crate::exceptions::PyValueError;
use crate::hint::Hint;
use crate::object::{Borrowed, Bound};
use crate::python::Python;
use crate::type_object::{PyTypeCheck, PyTypeInfo};
use crate::types::{PyAny, PyInt, PyRange};

/// Start and end as they are, also where the end is before the start. ValueError for other steps than 1.
impl<'a, 'py, T> FromPyObject<'a, 'py> for Range<T>
where
    T: FromPyObjectOwned<'py> + IntoPyObject<'py, Target = PyInt>,
{
    type Error = PyErr;

    const INPUT_HINT: Hint = <PyRange as PyTypeCheck>::TYPE_HINT;

    #[inline]
    fn extract(object: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
        let range = object.cast::<PyRange>()?;
        let step = range.getattr("step")?;
        if !step.eq(1)? {
            return Err(PyValueError::new_err(format!(
                "expected a range with step 1, got {range:?}"
            )));
        }
        Ok(bound(&range, "start")?..bound(&range, "stop")?)
    }
}

#[inline]
fn bound<'py, T: FromPyObjectOwned<'py>>(range: &Bound<'py, PyRange>, name: &str) -> PyResult<T> {
    let bound = range.getattr(name)?;
    bound
        .extract::<T>()
        .map_err(|error| error.into().with_context(range.py(), &format!("{name}: ")))
}

impl<'py, T: IntoPyObject<'py, Target = PyInt>> IntoPyObject<'py> for Range<T> {
    type Target = PyRange;
    type Output = Bound<'py, PyRange>;
    type Error = PyErr;

    const OUTPUT_HINT: Hint = <PyRange as PyTypeCheck>::TYPE_HINT;

    #[inline]
    fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
        let range = PyRange::type_object(py).call1((self.start, self.end))?;
        Ok(range.cast_into()?)
    }
}

impl<'a, 'py, T> IntoPyObject<'py> for &'a Range<T>
where
    &'a T: IntoPyObject<'py, Target = PyInt>,
{
    type Target = PyRange;
    type Output = Bound<'py, PyRange>;
    type Error = PyErr;

    const OUTPUT_HINT: Hint = <PyRange as PyTypeCheck>::TYPE_HINT;

    #[inline]
    fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
        (&self.start..&self.end).into_pyobject(py)
    }
}
