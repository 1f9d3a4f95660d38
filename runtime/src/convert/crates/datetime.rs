//! What chrono, jiff and time have in common: the parts of `datetime`'s objects, both ways.

use crate::convert::times::{microseconds, timedelta, zone_of};
use crate::error::PyResult;
use crate::exceptions::{PyTypeError, PyValueError};
use crate::hint::Hint;
use crate::intern;
use crate::object::{Borrowed, Bound};
use crate::python::Python;
use crate::types::{
    PyAny, PyDate, PyDateAccess, PyDateTime, PyDelta, PyTime, PyTimeAccess, PyTzInfo,
    PyTzInfoAccess,
};

pub(super) const TIMEZONE: Hint = Hint::Import("datetime", "timezone");

const MICROSECONDS_PER_SECOND: i128 = 1_000_000;

/// A date by its parts; from Python, a date that there is.
pub(super) struct Date {
    pub(super) year: i32,
    pub(super) month: u8,
    pub(super) day: u8,
}

/// A time of day by its parts; from Python, one that there is.
pub(super) struct Clock {
    pub(super) hour: u8,
    pub(super) minute: u8,
    pub(super) second: u8,
    pub(super) microsecond: u32,
}

/// The parts of a `date`, which a `datetime` is, too.
#[inline]
pub(super) fn date(object: Borrowed<'_, '_, PyAny>) -> PyResult<Date> {
    let date = object.cast::<PyDate>()?;
    Ok(Date {
        year: date.get_year(),
        month: date.get_month(),
        day: date.get_day(),
    })
}

/// The parts of a `time`, whatever its time zone.
#[inline]
pub(super) fn clock(object: Borrowed<'_, '_, PyAny>) -> PyResult<Clock> {
    let time = object.cast::<PyTime>()?;
    Ok(Clock {
        hour: time.get_hour(),
        minute: time.get_minute(),
        second: time.get_second(),
        microsecond: time.get_microsecond(),
    })
}

/// The parts of a `datetime`, whatever its time zone.
#[inline]
pub(super) fn parts(datetime: &Bound<'_, PyDateTime>) -> (Date, Clock) {
    let date = Date {
        year: datetime.get_year(),
        month: datetime.get_month(),
        day: datetime.get_day(),
    };
    let clock = Clock {
        hour: datetime.get_hour(),
        minute: datetime.get_minute(),
        second: datetime.get_second(),
        microsecond: datetime.get_microsecond(),
    };
    (date, clock)
}

/// The parts of a `datetime` without a time zone; TypeError for one that has one.
#[inline]
pub(super) fn naive(object: Borrowed<'_, '_, PyAny>) -> PyResult<(Date, Clock)> {
    let datetime = object.cast::<PyDateTime>()?;
    match datetime.get_tzinfo() {
        None => Ok(parts(&datetime)),
        Some(_) => Err(PyTypeError::new_err(
            "expected a datetime without a time zone, got one with a time zone",
        )),
    }
}

/// A `datetime` and its time zone; TypeError for one without.
#[inline]
pub(super) fn aware<'py>(
    object: Borrowed<'_, 'py, PyAny>,
) -> PyResult<(Bound<'py, PyDateTime>, Bound<'py, PyTzInfo>)> {
    let datetime = object.cast::<PyDateTime>()?.to_owned();
    let zone = zone_of(&datetime)?;
    Ok((datetime, zone))
}

/// ValueError for a year that Python does not have.
#[inline]
pub(super) fn into_date(py: Python<'_>, date: Date) -> PyResult<Bound<'_, PyDate>> {
    PyDate::new(py, date.year, date.month, date.day)
}

#[inline]
pub(super) fn into_time(py: Python<'_>, clock: Clock) -> PyResult<Bound<'_, PyTime>> {
    let Clock {
        hour,
        minute,
        second,
        microsecond,
    } = clock;
    PyTime::new(py, hour, minute, second, microsecond, None)
}

/// ValueError for a year that Python does not have. `fold` is that of Python.
#[inline]
pub(super) fn into_datetime<'py>(
    py: Python<'py>,
    (date, clock): (Date, Clock),
    zone: Option<&Bound<'py, PyTzInfo>>,
    fold: bool,
) -> PyResult<Bound<'py, PyDateTime>> {
    let Date { year, month, day } = date;
    let Clock {
        hour,
        minute,
        second,
        microsecond,
    } = clock;
    PyDateTime::new_with_fold(
        py,
        year,
        month,
        day,
        hour,
        minute,
        second,
        microsecond,
        zone,
        fold,
    )
}

/// The seconds of a `timedelta`, rounded down, and its microseconds besides.
#[inline]
pub(super) fn seconds(object: Borrowed<'_, '_, PyAny>) -> PyResult<(i64, i32)> {
    let microseconds = microseconds(&*object.cast::<PyDelta>()?);
    let (seconds, rest) = (
        microseconds.div_euclid(MICROSECONDS_PER_SECOND),
        microseconds.rem_euclid(MICROSECONDS_PER_SECOND),
    );
    // Less than 2**47 seconds, and less than a million.
    Ok((seconds as i64, rest as i32))
}

/// Nanoseconds, of the same sign as the seconds, are cut to microseconds. OverflowError for more than 999999999 days.
#[inline]
pub(super) fn into_timedelta(
    py: Python<'_>,
    seconds: i64,
    nanoseconds: i32,
) -> PyResult<Bound<'_, PyDelta>> {
    let microseconds =
        i128::from(seconds) * MICROSECONDS_PER_SECOND + i128::from(nanoseconds / 1000);
    timedelta(py, microseconds)
}

/// The seconds that clocks of this time zone are always ahead of UTC.
///
/// # Errors
/// TypeError when it is no time zone, or not always as many; ValueError for a fraction of a second, or days.
#[inline]
pub(super) fn fixed_offset(object: Borrowed<'_, '_, PyAny>) -> PyResult<i32> {
    let zone = object.cast::<PyTzInfo>()?;
    let offset = zone.call_method1(intern!(object.py(), "utcoffset"), ((),))?;
    if offset.is_none() {
        let message = format!("expected a time zone of a constant offset from UTC, got {zone:?}");
        return Err(PyTypeError::new_err(message));
    }
    whole_seconds(&offset)
}

/// The seconds of an offset from UTC.
///
/// # Errors
/// ValueError for a fraction of a second, or a day and more: no `datetime` can have these.
#[inline]
pub(super) fn whole_seconds(offset: &Bound<'_, PyAny>) -> PyResult<i32> {
    match seconds(offset.as_borrowed())? {
        (seconds @ -86_399..=86_399, 0) => Ok(seconds as i32),
        _ => Err(PyValueError::new_err(format!(
            "expected an offset from UTC of whole seconds and less than a day, got {offset}"
        ))),
    }
}

/// `datetime.timezone` of these seconds ahead of UTC. ValueError for a day or more.
#[inline]
pub(super) fn into_fixed_offset(py: Python<'_>, seconds: i32) -> PyResult<Bound<'_, PyTzInfo>> {
    PyTzInfo::fixed_offset(py, into_timedelta(py, seconds.into(), 0)?)
}

/// Whether this time zone is UTC, or always as UTC.
#[cfg(any(feature = "chrono", feature = "time"))]
#[inline]
pub(super) fn is_utc(zone: &Bound<'_, PyAny>) -> PyResult<bool> {
    let py = zone.py();
    if zone.eq(PyTzInfo::utc(py)?)? {
        return Ok(true);
    }
    let Ok(zone) = zone.cast::<PyTzInfo>() else {
        return Ok(false);
    };
    let offset = zone.call_method1(intern!(py, "utcoffset"), ((),))?;
    Ok(!offset.is_none() && seconds(offset.as_borrowed())? == (0, 0))
}

/// Both directions for small types that become instances of the class that they are made from, or of a subclass of that
/// name in stubs.
macro_rules! conversions {
    ($(
        $(#[$from:meta])* $type:ty: |$object:ident| $extract:expr;
        $(#[$into:meta])* |$value:ident, $py:ident| $target:ty $(as $hint:path)?: $make:expr;
    )*) => {$(
        $(#[$from])*
        impl<'a, 'py> $crate::convert::FromPyObject<'a, 'py> for $type {
            type Error = $crate::error::PyErr;

            const INPUT_HINT: $crate::hint::Hint = <$target as $crate::type_object::PyTypeCheck>::TYPE_HINT;

            #[inline]
            fn extract($object: $crate::object::Borrowed<'a, 'py, $crate::types::PyAny>) -> $crate::error::PyResult<Self> {
                $extract
            }
        }

        $(#[$into])*
        impl<'py> $crate::convert::IntoPyObject<'py> for $type {
            type Target = $target;
            type Output = $crate::object::Bound<'py, $target>;
            type Error = $crate::error::PyErr;

            const OUTPUT_HINT: $crate::hint::Hint =
                [$($hint,)? <$target as $crate::type_object::PyTypeCheck>::TYPE_HINT][0];

            #[inline]
            fn into_pyobject(self, $py: $crate::python::Python<'py>) -> $crate::error::PyResult<Self::Output> {
                let $value = self;
                $make
            }
        }

        $crate::convert::through::into_copied!($type);
    )*};
}
pub(super) use conversions;
