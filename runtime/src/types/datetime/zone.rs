use super::{PyDelta, datetime_type};
use crate::convert::IntoPyObject;
use crate::error::PyResult;
use crate::object::{Borrowed, Bound, Py};
use crate::python::Python;
use crate::sync::PyOnceLock;
use crate::types::{PyString, PyType};

datetime_type! {
    /// `datetime.tzinfo`, the base of all time zones.
    PyTzInfo, "tzinfo"
}

impl PyTzInfo {
    /// `datetime.timezone.utc`.
    ///
    /// # Errors
    /// What importing `datetime` raises.
    #[inline]
    pub fn utc<'py>(py: Python<'py>) -> PyResult<Borrowed<'py, 'py, PyTzInfo>> {
        static UTC: PyOnceLock<Py<PyTzInfo>> = PyOnceLock::new();
        let utc = UTC.get_or_try_init(py, || -> PyResult<_> {
            Ok(timezone(py)?.getattr("utc")?.cast_into()?.unbind())
        })?;
        Ok(utc.bind(py).as_borrowed())
    }

    /// `datetime.timezone(offset)`: a time zone of a constant offset from UTC.
    ///
    /// # Errors
    /// ValueError for an offset of a day or more, and the conversion's.
    #[inline]
    pub fn fixed_offset<'py, T>(py: Python<'py>, offset: T) -> PyResult<Bound<'py, PyTzInfo>>
    where
        T: IntoPyObject<'py, Target = PyDelta>,
    {
        Ok(timezone(py)?.call1((offset,))?.cast_into()?)
    }

    /// `zoneinfo.ZoneInfo(name)`: a time zone by its IANA name, such as `Europe/Vienna`.
    ///
    /// # Errors
    /// `zoneinfo.ZoneInfoNotFoundError`, a KeyError; ValueError for a malformed name; the conversion's.
    #[inline]
    pub fn timezone<'py, T>(py: Python<'py>, iana_name: T) -> PyResult<Bound<'py, PyTzInfo>>
    where
        T: IntoPyObject<'py, Target = PyString>,
    {
        static ZONE_INFO: PyOnceLock<Py<PyType>> = PyOnceLock::new();
        let class = ZONE_INFO.import(py, "zoneinfo", "ZoneInfo")?;
        Ok(class.call1((iana_name,))?.cast_into()?)
    }
}

#[inline]
fn timezone<'py>(py: Python<'py>) -> PyResult<&'py Bound<'py, PyType>> {
    static TIMEZONE: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    TIMEZONE.import(py, "datetime", "timezone")
}
