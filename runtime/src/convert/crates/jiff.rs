//! jiff's dates, times, time zones and durations, and those of `datetime`.

use jiff_02::civil::{Date, DateTime, ISOWeekDate, Time};
use jiff_02::tz::{AmbiguousOffset, Offset, TimeZone};
use jiff_02::{SignedDuration, Span, Timestamp, Zoned};

use super::datetime::{self, Clock, TIMEZONE, conversions};
use crate::convert::times::{after_epoch, since_epoch};
use crate::convert::{FromPyObject, IntoPyObject};
use crate::error::{PyErr, PyResult};
use crate::exceptions::PyValueError;
use crate::hint::Hint;
use crate::intern;
use crate::object::{Borrowed, Bound};
use crate::python::Python;
use crate::type_object::PyTypeCheck;
use crate::types::{PyAny, PyDate, PyDateTime, PyDelta, PyString, PyTime, PyTimeAccess, PyTzInfo};

/// ValueError.
impl From<jiff_02::Error> for PyErr {
    #[cold]
    fn from(error: jiff_02::Error) -> PyErr {
        PyValueError::new_err(error.to_string())
    }
}

#[inline]
fn date_of(date: datetime::Date) -> PyResult<Date> {
    // Years go to 9999 in jiff, as in Python; but `date` takes any bytes that look like pickled ones.
    let year = i16::try_from(date.year).unwrap_or(i16::MAX);
    Ok(Date::new(year, date.month as i8, date.day as i8)?)
}

#[inline]
fn time_of(clock: Clock) -> PyResult<Time> {
    let Clock {
        hour,
        minute,
        second,
        microsecond,
    } = clock;
    // Too many of them stay too many: `time`, too, takes any bytes.
    let nanosecond = (microsecond as i32).saturating_mul(1000);
    Ok(Time::new(
        hour as i8,
        minute as i8,
        second as i8,
        nanosecond,
    )?)
}

#[inline]
fn datetime_of((date, clock): (datetime::Date, Clock)) -> PyResult<DateTime> {
    Ok(DateTime::from_parts(date_of(date)?, time_of(clock)?))
}

#[inline]
fn date_parts(date: Date) -> datetime::Date {
    datetime::Date {
        year: date.year().into(),
        month: date.month() as u8,
        day: date.day() as u8,
    }
}

#[inline]
fn clock(time: Time) -> Clock {
    Clock {
        hour: time.hour() as u8,
        minute: time.minute() as u8,
        second: time.second() as u8,
        microsecond: time.subsec_nanosecond() as u32 / 1000,
    }
}

#[inline]
fn parts(moment: DateTime) -> (datetime::Date, Clock) {
    (date_parts(moment.date()), clock(moment.time()))
}

conversions! {
    SignedDuration: |object| {
        let (seconds, microseconds) = datetime::seconds(object)?;
        Ok(SignedDuration::new(seconds, microseconds * 1000))
    };
    /// Cut to microseconds. OverflowError for more than 999999999 days.
    |value, py| PyDelta: datetime::into_timedelta(py, value.as_secs(), value.subsec_nanos());

    /// A `date`; the date of a `datetime`.
    Date: |object| date_of(datetime::date(object)?);
    /// ValueError for a year that Python does not have.
    |value, py| PyDate: datetime::into_date(py, date_parts(value));

    /// As `Date`.
    ISOWeekDate: |object| Date::extract(object).map(Date::iso_week_date);
    /// As `Date`.
    |value, py| PyDate: value.date().into_pyobject(py);

    /// A `time`, whatever its time zone.
    Time: |object| time_of(datetime::clock(object)?);
    /// Cut to microseconds.
    |value, py| PyTime: datetime::into_time(py, clock(value));

    /// A `datetime` without a time zone; TypeError for one with a time zone.
    DateTime: |object| datetime_of(datetime::naive(object)?);
    /// As `Date` and `Time`.
    |value, py| PyDateTime: datetime::into_datetime(py, parts(value), None, false);

    /// A `datetime` with a time zone, any; TypeError for one without.
    Timestamp: |object| {
        let microseconds = i64::try_from(since_epoch(object)?)?;
        Ok(Timestamp::from_microsecond(microseconds)?)
    };
    /// In UTC, rounded down to microseconds. OverflowError for a year that Python does not have.
    |value, py| PyDateTime: after_epoch(py, value.as_nanosecond().div_euclid(1000));

    /// A `tzinfo` of a constant offset from UTC, in whole seconds.
    Offset: |object| Ok(Offset::from_seconds(datetime::fixed_offset(object)?)?);
    /// A `datetime.timezone`; ValueError for an offset of a day or more.
    |value, py| PyTzInfo as TIMEZONE: datetime::into_fixed_offset(py, value.seconds());
}

/// As `SignedDuration`.
impl<'a, 'py> FromPyObject<'a, 'py> for Span {
    type Error = PyErr;

    const INPUT_HINT: Hint = <PyDelta as PyTypeCheck>::TYPE_HINT;

    #[inline]
    fn extract(object: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
        Ok(SignedDuration::extract(object)?.try_into()?)
    }
}

/// A `datetime` with a time zone that `TimeZone` takes; TypeError for one without. `fold` says which moment is meant where a
/// clock was put back or forward, as in Python.
impl<'a, 'py> FromPyObject<'a, 'py> for Zoned {
    type Error = PyErr;

    const INPUT_HINT: Hint = <PyDateTime as PyTypeCheck>::TYPE_HINT;

    #[inline]
    fn extract(object: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
        let (datetime, zone) = datetime::aware(object)?;
        let zone = zone.extract::<TimeZone>()?;
        let ambiguous = zone.into_ambiguous_zoned(datetime_of(datetime::parts(&datetime))?);
        // PEP 495: without `fold` the offset before the change counts, with it the one after. Where the clock was put forward,
        // that before makes the later moment.
        let is_gap = matches!(ambiguous.offset(), AmbiguousOffset::Gap { .. });
        Ok(match datetime.get_fold() == is_gap {
            true => ambiguous.earlier()?,
            false => ambiguous.later()?,
        })
    }
}

/// As `DateTime`, with what `TimeZone` gives as the time zone.
impl<'py> IntoPyObject<'py> for &Zoned {
    type Target = PyDateTime;
    type Output = Bound<'py, PyDateTime>;
    type Error = PyErr;

    const OUTPUT_HINT: Hint = <PyDateTime as PyTypeCheck>::TYPE_HINT;

    #[inline]
    fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
        let moment = self.datetime();
        let fold = match self.time_zone().to_ambiguous_timestamp(moment).offset() {
            AmbiguousOffset::Fold { after, .. } => after == self.offset(),
            _ => false,
        };
        let zone = self.time_zone().into_pyobject(py)?;
        datetime::into_datetime(py, parts(moment), Some(&zone), fold)
    }
}

/// A `ZoneInfo`, by its key, or a `tzinfo` of a constant offset from UTC. ValueError for a key that jiff does not know.
impl<'a, 'py> FromPyObject<'a, 'py> for TimeZone {
    type Error = PyErr;

    const INPUT_HINT: Hint = <PyTzInfo as PyTypeCheck>::TYPE_HINT;

    #[inline]
    fn extract(object: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
        let zone = object.cast::<PyTzInfo>()?;
        let key = zone.getattr_opt(intern!(object.py(), "key"))?;
        match key.as_ref().and_then(|key| key.cast::<PyString>().ok()) {
            Some(key) => Ok(TimeZone::get(key.to_str()?)?),
            None => Offset::extract(object).map(TimeZone::fixed),
        }
    }
}

/// `datetime.timezone.utc`, a `ZoneInfo` by the IANA name, or a `datetime.timezone`; ValueError when it is none of these.
impl<'py> IntoPyObject<'py> for &TimeZone {
    type Target = PyTzInfo;
    type Output = Bound<'py, PyTzInfo>;
    type Error = PyErr;

    const OUTPUT_HINT: Hint = <PyTzInfo as PyTypeCheck>::TYPE_HINT;

    #[inline]
    fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
        match self.iana_name() {
            Some(name) if *self != TimeZone::UTC => PyTzInfo::timezone(py, name),
            _ => self.to_fixed_offset()?.into_pyobject(py),
        }
    }
}

macro_rules! into_owned {
    ($($type:ident: $target:ident;)*) => {$(
        impl<'py> IntoPyObject<'py> for $type {
            type Target = $target;
            type Output = Bound<'py, $target>;
            type Error = PyErr;

            const OUTPUT_HINT: Hint = <$target as PyTypeCheck>::TYPE_HINT;

            #[inline]
            fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
                (&self).into_pyobject(py)
            }
        }
    )*};
}

into_owned! {
    Zoned: PyDateTime;
    TimeZone: PyTzInfo;
}
