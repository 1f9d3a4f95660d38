use super::datetime_type;
use crate::error::PyResult;
use crate::exceptions::PyValueError;
use crate::object::Bound;
use crate::python::Python;
use crate::type_object::PyTypeInfo;

datetime_type! {
    /// `datetime.timedelta`.
    PyDelta, "timedelta"
}

impl PyDelta {
    /// `timedelta(days, seconds, microseconds)`.
    ///
    /// `normalize` says that seconds outside of a day and microseconds outside of a second are to be carried over.
    ///
    /// # Errors
    /// OverflowError for more than 999999999 days either way; ValueError for numbers to be carried over where that is not
    /// wanted.
    #[inline]
    pub fn new(
        py: Python<'_>,
        days: i32,
        seconds: i32,
        microseconds: i32,
        normalize: bool,
    ) -> PyResult<Bound<'_, PyDelta>> {
        let is_normal = (0..86_400).contains(&seconds) && (0..1_000_000).contains(&microseconds);
        if !is_normal && !normalize {
            let message = "expected seconds of a day and microseconds of a second, got";
            return Err(PyValueError::new_err(format!(
                "{message} {seconds} and {microseconds}"
            )));
        }
        Self::from_parts(py, days.into(), seconds.into(), microseconds.into())
    }

    /// A timedelta of these parts, which may be of any size.
    ///
    /// # Errors
    /// OverflowError for more than 999999999 days either way.
    #[inline]
    pub(crate) fn from_parts(
        py: Python<'_>,
        days: i64,
        seconds: i64,
        microseconds: i64,
    ) -> PyResult<Bound<'_, PyDelta>> {
        let delta = Self::type_object(py).call1((days, seconds, microseconds))?;
        Ok(delta.cast_into()?)
    }
}
