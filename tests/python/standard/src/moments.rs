//! `datetime`'s types: made, passed on, and taken apart.

use mybind::prelude::*;
use mybind::types::{PyDate, PyDateTime, PyDelta, PyTime, PyTzInfo};

macro_rules! echo {
    ($($name:ident: $ty:ident,)*) => {$(
        #[doc = concat!("`&Bound<'_, ", stringify!($ty), ">`.")]
        #[mybind]
        pub fn $name<'py>(value: &Bound<'py, $ty>) -> Bound<'py, $ty> {
            value.clone()
        }
    )*};
}

echo! {
    echo_date: PyDate,
    echo_datetime: PyDateTime,
    echo_delta: PyDelta,
    echo_time: PyTime,
    echo_tzinfo: PyTzInfo,
}

/// Whether it is a datetime, and whether it is exactly that.
#[mybind]
pub fn is_datetime(value: &Bound<'_, PyAny>) -> (bool, bool) {
    (
        value.is_instance_of::<PyDateTime>(),
        value.is_exact_instance_of::<PyDateTime>(),
    )
}

/// A date.
#[mybind]
pub fn make_date(py: Python<'_>, year: i32, month: u8, day: u8) -> PyResult<Bound<'_, PyDate>> {
    PyDate::new(py, year, month, day)
}

/// A local date.
#[mybind]
pub fn date_from_timestamp(py: Python<'_>, timestamp: f64) -> PyResult<Bound<'_, PyDate>> {
    PyDate::from_timestamp(py, timestamp)
}

/// A date's parts.
#[mybind]
pub fn date_parts(value: &Bound<'_, PyDate>) -> (i32, u8, u8) {
    parts_of(value)
}

fn parts_of(value: &impl PyDateAccess) -> (i32, u8, u8) {
    (value.get_year(), value.get_month(), value.get_day())
}

/// A time of day.
#[mybind(signature = (hour, minute = 0, second = 0, microsecond = 0, tzinfo = None, fold = None))]
pub fn make_time<'py>(
    py: Python<'py>,
    hour: u8,
    minute: u8,
    second: u8,
    microsecond: u32,
    tzinfo: Option<&Bound<'py, PyTzInfo>>,
    fold: Option<bool>,
) -> PyResult<Bound<'py, PyTime>> {
    match fold {
        None => PyTime::new(py, hour, minute, second, microsecond, tzinfo),
        Some(fold) => PyTime::new_with_fold(py, hour, minute, second, microsecond, tzinfo, fold),
    }
}

/// The parts of a time of day.
#[mybind]
pub fn time_parts<'py>(
    value: &Bound<'py, PyTime>,
) -> (u8, u8, u8, u32, bool, Option<Bound<'py, PyTzInfo>>) {
    (
        value.get_hour(),
        value.get_minute(),
        value.get_second(),
        value.get_microsecond(),
        value.get_fold(),
        value.get_tzinfo(),
    )
}

/// A date with a time of day.
#[mybind(signature = (date, time, tzinfo = None, fold = None))]
pub fn make_datetime<'py>(
    py: Python<'py>,
    date: (i32, u8, u8),
    time: (u8, u8, u8, u32),
    tzinfo: Option<&Bound<'py, PyTzInfo>>,
    fold: Option<bool>,
) -> PyResult<Bound<'py, PyDateTime>> {
    let ((year, month, day), (hour, minute, second, microsecond)) = (date, time);
    match fold {
        None => PyDateTime::new(
            py,
            year,
            month,
            day,
            hour,
            minute,
            second,
            microsecond,
            tzinfo,
        ),
        Some(fold) => PyDateTime::new_with_fold(
            py,
            year,
            month,
            day,
            hour,
            minute,
            second,
            microsecond,
            tzinfo,
            fold,
        ),
    }
}

/// A moment.
#[mybind(signature = (timestamp, tzinfo = None))]
pub fn datetime_from_timestamp<'py>(
    py: Python<'py>,
    timestamp: f64,
    tzinfo: Option<&Bound<'py, PyTzInfo>>,
) -> PyResult<Bound<'py, PyDateTime>> {
    PyDateTime::from_timestamp(py, timestamp, tzinfo)
}

type DateTimeParts<'py> = (
    (i32, u8, u8),
    (u8, u8, u8, u32),
    bool,
    Option<Bound<'py, PyTzInfo>>,
);

/// The parts of a datetime.
#[mybind]
pub fn datetime_parts<'py>(value: &Bound<'py, PyDateTime>) -> DateTimeParts<'py> {
    (
        (value.get_year(), value.get_month(), value.get_day()),
        (
            value.get_hour(),
            value.get_minute(),
            value.get_second(),
            value.get_microsecond(),
        ),
        value.get_fold(),
        value.get_tzinfo(),
    )
}

/// A difference.
#[mybind(signature = (days, seconds, microseconds, normalize = true))]
pub fn make_delta(
    py: Python<'_>,
    days: i32,
    seconds: i32,
    microseconds: i32,
    normalize: bool,
) -> PyResult<Bound<'_, PyDelta>> {
    PyDelta::new(py, days, seconds, microseconds, normalize)
}

/// The parts of a difference.
#[mybind]
pub fn delta_parts(value: &Bound<'_, PyDelta>) -> (i32, i32, i32) {
    (
        value.get_days(),
        value.get_seconds(),
        value.get_microseconds(),
    )
}

/// UTC.
#[mybind]
pub fn utc(py: Python<'_>) -> PyResult<Borrowed<'_, '_, PyTzInfo>> {
    PyTzInfo::utc(py)
}

/// A constant offset.
#[mybind]
pub fn fixed_offset<'py>(
    py: Python<'py>,
    offset: &Bound<'py, PyDelta>,
) -> PyResult<Bound<'py, PyTzInfo>> {
    PyTzInfo::fixed_offset(py, offset)
}

/// A time zone by name.
#[mybind]
pub fn zone<'py>(py: Python<'py>, name: &str) -> PyResult<Bound<'py, PyTzInfo>> {
    PyTzInfo::timezone(py, name)
}
