//! chrono's dates, times, time zones and durations, and those of `datetime`.

use chrono::{
    DateTime, Datelike, Duration, FixedOffset, LocalResult, NaiveDate, NaiveDateTime, NaiveTime,
    Offset, TimeZone, Timelike, Utc,
};

use super::datetime::{self, Clock, Date, TIMEZONE, conversions};
use crate::convert::through::into_copied;
use crate::convert::{FromPyObject, FromPyObjectOwned, IntoPyObject, IntoPyObjectExt};
use crate::error::{PyErr, PyResult};
use crate::exceptions::{PyUserWarning, PyValueError};
use crate::hint::Hint;
use crate::object::{Borrowed, Bound};
use crate::python::Python;
use crate::type_object::{PyTypeCheck, PyTypeInfo};
use crate::types::{PyAny, PyDate, PyDateTime, PyDelta, PyTime, PyTimeAccess, PyTzInfo};

const NANOSECONDS_PER_SECOND: u32 = 1_000_000_000;

#[inline]
fn naive_date(date: Date) -> PyResult<NaiveDate> {
    NaiveDate::from_ymd_opt(date.year, date.month.into(), date.day.into())
        .ok_or_else(|| PyValueError::new_err("date out of range"))
}

#[inline]
fn naive_time(clock: Clock) -> PyResult<NaiveTime> {
    let Clock {
        hour,
        minute,
        second,
        microsecond,
    } = clock;
    NaiveTime::from_hms_micro_opt(hour.into(), minute.into(), second.into(), microsecond)
        .ok_or_else(|| PyValueError::new_err("time out of range"))
}

#[inline]
fn naive_datetime((date, clock): (Date, Clock)) -> PyResult<NaiveDateTime> {
    Ok(NaiveDateTime::new(naive_date(date)?, naive_time(clock)?))
}

#[inline]
fn date(date: NaiveDate) -> Date {
    Date {
        year: date.year(),
        month: date.month() as u8,
        day: date.day() as u8,
    }
}

/// The parts of a time. In a leap second chrono counts more than 10**9 nanoseconds, and Python counts none: what is left is the
/// second before, and a UserWarning.
#[inline]
fn clock(py: Python<'_>, time: NaiveTime) -> PyResult<Clock> {
    let nanosecond = time.nanosecond();
    if nanosecond >= NANOSECONDS_PER_SECOND {
        PyErr::warn(
            py,
            &PyUserWarning::type_object(py),
            c"ignored leap-second, `datetime` does not support leap-seconds",
            1,
        )?;
    }
    Ok(Clock {
        hour: time.hour() as u8,
        minute: time.minute() as u8,
        second: time.second() as u8,
        microsecond: nanosecond % NANOSECONDS_PER_SECOND / 1000,
    })
}

#[inline]
fn parts(py: Python<'_>, moment: NaiveDateTime) -> PyResult<(Date, Clock)> {
    Ok((date(moment.date()), clock(py, moment.time())?))
}

conversions! {
    Duration: |object| {
        let (seconds, microseconds) = datetime::seconds(object)?;
        Ok(Duration::seconds(seconds) + Duration::microseconds(microseconds.into()))
    };
    /// Cut to microseconds. OverflowError for more than 999999999 days.
    |value, py| PyDelta: {
        datetime::into_timedelta(py, value.num_seconds(), value.subsec_nanos())
    };

    /// A `date`; the date of a `datetime`.
    NaiveDate: |object| naive_date(datetime::date(object)?);
    /// ValueError for a year that Python does not have.
    |value, py| PyDate: datetime::into_date(py, date(value));

    /// A `time`, whatever its time zone.
    NaiveTime: |object| naive_time(datetime::clock(object)?);
    /// Cut to microseconds; UserWarning in a leap second.
    |value, py| PyTime: datetime::into_time(py, clock(py, value)?);

    /// A `datetime` without a time zone; TypeError for one with a time zone.
    NaiveDateTime: |object| naive_datetime(datetime::naive(object)?);
    /// As `NaiveDate` and `NaiveTime`.
    |value, py| PyDateTime: {
        datetime::into_datetime(py, parts(py, value)?, None, false)
    };

    /// A `tzinfo` of a constant offset from UTC, in whole seconds.
    FixedOffset: |object| {
        FixedOffset::east_opt(datetime::fixed_offset(object)?)
            .ok_or_else(|| PyValueError::new_err("offset from UTC out of range"))
    };
    /// A `datetime.timezone`.
    |value, py| PyTzInfo as TIMEZONE: datetime::into_fixed_offset(py, value.local_minus_utc());
}

/// A `datetime` with a time zone that `Tz` takes; TypeError for one without. Of two moments that a clock put back shows
/// twice, the one that `fold` says. ValueError for one that a clock put forward never shows.
impl<'a, 'py, Tz: TimeZone + FromPyObjectOwned<'py>> FromPyObject<'a, 'py> for DateTime<Tz> {
    type Error = PyErr;

    const INPUT_HINT: Hint = <PyDateTime as PyTypeCheck>::TYPE_HINT;

    #[inline]
    fn extract(object: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
        let (datetime, zone) = datetime::aware(object)?;
        let zone = zone.extract::<Tz>().map_err(Into::into)?;
        let local = naive_datetime(datetime::parts(&datetime))?;
        match local.and_local_timezone(zone) {
            LocalResult::Single(moment) => Ok(moment),
            LocalResult::Ambiguous(_, latest) if datetime.get_fold() => Ok(latest),
            LocalResult::Ambiguous(earliest, _) => Ok(earliest),
            LocalResult::None => Err(PyValueError::new_err(format!(
                "expected a time that its time zone has, got {object:?}"
            ))),
        }
    }
}

/// As `NaiveDateTime`, with what `Tz` gives as the time zone.
impl<'py, Tz: TimeZone + IntoPyObject<'py>> IntoPyObject<'py> for &DateTime<Tz> {
    type Target = PyDateTime;
    type Output = Bound<'py, PyDateTime>;
    type Error = PyErr;

    const OUTPUT_HINT: Hint = <PyDateTime as PyTypeCheck>::TYPE_HINT;

    #[inline]
    fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
        let (zone, offset) = (self.timezone(), self.offset().fix());
        let local = self.naive_utc().checked_add_offset(offset);
        let local = local.ok_or_else(|| PyValueError::new_err("datetime out of range"))?;
        let fold = match zone.offset_from_local_datetime(&local) {
            LocalResult::Ambiguous(_, latest) => latest.fix() == offset,
            LocalResult::Single(_) | LocalResult::None => false,
        };
        let zone = zone.into_bound_py_any(py)?.cast_into()?;
        datetime::into_datetime(py, parts(py, local)?, Some(&zone), fold)
    }
}

/// As `&DateTime<Tz>`.
impl<'py, Tz: TimeZone + IntoPyObject<'py>> IntoPyObject<'py> for DateTime<Tz> {
    type Target = PyDateTime;
    type Output = Bound<'py, PyDateTime>;
    type Error = PyErr;

    const OUTPUT_HINT: Hint = <PyDateTime as PyTypeCheck>::TYPE_HINT;

    #[inline]
    fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
        (&self).into_pyobject(py)
    }
}

/// `datetime.timezone.utc`, or a time zone that is always as UTC; ValueError for others.
impl<'a, 'py> FromPyObject<'a, 'py> for Utc {
    type Error = PyErr;

    const INPUT_HINT: Hint = <PyTzInfo as PyTypeCheck>::TYPE_HINT;

    #[inline]
    fn extract(object: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
        match datetime::is_utc(&object)? {
            true => Ok(Utc),
            false => Err(PyValueError::new_err(format!(
                "expected UTC as the time zone, got {object:?}"
            ))),
        }
    }
}

impl<'py> IntoPyObject<'py> for Utc {
    type Target = PyTzInfo;
    type Output = Borrowed<'py, 'py, PyTzInfo>;
    type Error = PyErr;

    const OUTPUT_HINT: Hint = TIMEZONE;

    #[inline]
    fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
        PyTzInfo::utc(py)
    }
}

into_copied!(Utc);
