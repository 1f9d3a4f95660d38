//! Dates, times of day, and both together.

use super::{PyTzInfo, datetime_type};
use crate::error::PyResult;
use crate::object::Bound;
use crate::python::Python;
use crate::type_object::PyTypeInfo;
use crate::types::PyDict;

datetime_type! {
    /// `datetime.date`; a `datetime.datetime` is one, too.
    PyDate, "date"
}

datetime_type! {
    /// `datetime.time`.
    PyTime, "time"
}

datetime_type! {
    /// `datetime.datetime`.
    PyDateTime, "datetime"
}

impl PyDate {
    /// `date(year, month, day)`.
    ///
    /// # Errors
    /// ValueError when there is no such date.
    #[inline]
    pub fn new(py: Python<'_>, year: i32, month: u8, day: u8) -> PyResult<Bound<'_, PyDate>> {
        let date = Self::type_object(py).call1((year, month, day))?;
        Ok(date.cast_into()?)
    }

    /// `date.fromtimestamp(timestamp)`: the local date at that many seconds after 1970-01-01, 00:00 UTC.
    ///
    /// # Errors
    /// OverflowError, ValueError or OSError when the platform's C library knows no such time.
    #[inline]
    pub fn from_timestamp(py: Python<'_>, timestamp: f64) -> PyResult<Bound<'_, PyDate>> {
        let date = Self::type_object(py).call_method1("fromtimestamp", (timestamp,))?;
        Ok(date.cast_into()?)
    }
}

impl PyTime {
    /// `time(hour, minute, second, microsecond, tzinfo)`.
    ///
    /// # Errors
    /// ValueError when there is no such time of day.
    #[inline]
    pub fn new<'py>(
        py: Python<'py>,
        hour: u8,
        minute: u8,
        second: u8,
        microsecond: u32,
        tzinfo: Option<&Bound<'py, PyTzInfo>>,
    ) -> PyResult<Bound<'py, PyTime>> {
        Self::new_with_fold(py, hour, minute, second, microsecond, tzinfo, false)
    }

    /// `time(hour, minute, second, microsecond, tzinfo, fold=fold)`; with `fold`, the later of two moments that a
    /// clock put back shows twice.
    ///
    /// # Errors
    /// ValueError when there is no such time of day.
    #[inline]
    pub fn new_with_fold<'py>(
        py: Python<'py>,
        hour: u8,
        minute: u8,
        second: u8,
        microsecond: u32,
        tzinfo: Option<&Bound<'py, PyTzInfo>>,
        fold: bool,
    ) -> PyResult<Bound<'py, PyTime>> {
        let time = Self::type_object(py).call(
            (hour, minute, second, microsecond, tzinfo),
            fold_argument(py, fold)?.as_ref(),
        )?;
        Ok(time.cast_into()?)
    }
}

impl PyDateTime {
    /// `datetime(year, month, day, hour, minute, second, microsecond, tzinfo)`.
    ///
    /// # Errors
    /// ValueError when there is no such date or time of day.
    #[allow(
        clippy::too_many_arguments,
        reason = "they are the constructor's in Python"
    )]
    #[inline]
    pub fn new<'py>(
        py: Python<'py>,
        year: i32,
        month: u8,
        day: u8,
        hour: u8,
        minute: u8,
        second: u8,
        microsecond: u32,
        tzinfo: Option<&Bound<'py, PyTzInfo>>,
    ) -> PyResult<Bound<'py, PyDateTime>> {
        Self::new_with_fold(
            py,
            year,
            month,
            day,
            hour,
            minute,
            second,
            microsecond,
            tzinfo,
            false,
        )
    }

    /// `datetime(year, month, day, hour, minute, second, microsecond, tzinfo, fold=fold)`; with `fold`, the later of
    /// two moments that a clock put back shows twice.
    ///
    /// # Errors
    /// ValueError when there is no such date or time of day.
    #[allow(
        clippy::too_many_arguments,
        reason = "they are the constructor's in Python"
    )]
    #[inline]
    pub fn new_with_fold<'py>(
        py: Python<'py>,
        year: i32,
        month: u8,
        day: u8,
        hour: u8,
        minute: u8,
        second: u8,
        microsecond: u32,
        tzinfo: Option<&Bound<'py, PyTzInfo>>,
        fold: bool,
    ) -> PyResult<Bound<'py, PyDateTime>> {
        let datetime = Self::type_object(py).call(
            (year, month, day, hour, minute, second, microsecond, tzinfo),
            fold_argument(py, fold)?.as_ref(),
        )?;
        Ok(datetime.cast_into()?)
    }

    /// `datetime.fromtimestamp(timestamp, tzinfo)`: that many seconds after 1970-01-01, 00:00 UTC, as the time zone's
    /// clocks show it; without one, the local clocks.
    ///
    /// # Errors
    /// OverflowError, ValueError or OSError when the platform's C library knows no such time.
    #[inline]
    pub fn from_timestamp<'py>(
        py: Python<'py>,
        timestamp: f64,
        tzinfo: Option<&Bound<'py, PyTzInfo>>,
    ) -> PyResult<Bound<'py, PyDateTime>> {
        let class = Self::type_object(py);
        let datetime = class.call_method1("fromtimestamp", (timestamp, tzinfo))?;
        Ok(datetime.cast_into()?)
    }
}

/// `fold=1`, which is for keywords only, where it is wanted.
#[inline]
fn fold_argument(py: Python<'_>, fold: bool) -> PyResult<Option<Bound<'_, PyDict>>> {
    if !fold {
        return Ok(None);
    }
    let kwargs = PyDict::new(py);
    kwargs.set_item("fold", 1)?;
    Ok(Some(kwargs))
}
