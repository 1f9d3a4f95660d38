//! time's dates, times, offsets and durations, and those of `datetime`.

use time::{
    Date, Duration, Month, OffsetDateTime, PrimitiveDateTime, Time, UtcDateTime, UtcOffset,
};

use super::datetime::{self, Clock, TIMEZONE, conversions};
use crate::convert::times::without_zone;
use crate::error::{PyErr, PyResult};
use crate::exceptions::PyValueError;
use crate::intern;
use crate::types::{PyDate, PyDateTime, PyDelta, PyTime, PyTzInfo};

#[inline]
fn out_of_range(error: time::error::ComponentRange) -> PyErr {
    PyValueError::new_err(error.to_string())
}

#[inline]
fn date_of(date: datetime::Date) -> PyResult<Date> {
    let month = Month::try_from(date.month).map_err(out_of_range)?;
    Date::from_calendar_date(date.year, month, date.day).map_err(out_of_range)
}

#[inline]
fn time_of(clock: Clock) -> PyResult<Time> {
    let Clock {
        hour,
        minute,
        second,
        microsecond,
    } = clock;
    Time::from_hms_micro(hour, minute, second, microsecond).map_err(out_of_range)
}

#[inline]
fn datetime_of((date, clock): (datetime::Date, Clock)) -> PyResult<PrimitiveDateTime> {
    Ok(PrimitiveDateTime::new(date_of(date)?, time_of(clock)?))
}

#[inline]
fn date_parts(date: Date) -> datetime::Date {
    datetime::Date {
        year: date.year(),
        month: date.month().into(),
        day: date.day(),
    }
}

#[inline]
fn clock(time: Time) -> Clock {
    Clock {
        hour: time.hour(),
        minute: time.minute(),
        second: time.second(),
        microsecond: time.microsecond(),
    }
}

#[inline]
fn parts(date: Date, time: Time) -> (datetime::Date, Clock) {
    (date_parts(date), clock(time))
}

conversions! {
    Duration: |object| {
        let (seconds, microseconds) = datetime::seconds(object)?;
        Ok(Duration::new(seconds, microseconds * 1000))
    };
    /// Cut to microseconds. OverflowError for more than 999999999 days.
    |value, py| PyDelta: {
        datetime::into_timedelta(py, value.whole_seconds(), value.subsec_nanoseconds())
    };

    /// A `date`; the date of a `datetime`.
    Date: |object| date_of(datetime::date(object)?);
    /// ValueError for a year that Python does not have.
    |value, py| PyDate: datetime::into_date(py, date_parts(value));

    /// A `time`, whatever its time zone.
    Time: |object| time_of(datetime::clock(object)?);
    /// Cut to microseconds.
    |value, py| PyTime: datetime::into_time(py, clock(value));

    /// A `datetime` without a time zone; TypeError for one with a time zone.
    PrimitiveDateTime: |object| datetime_of(datetime::naive(object)?);
    /// As `Date` and `Time`.
    |value, py| PyDateTime: {
        datetime::into_datetime(py, parts(value.date(), value.time()), None, false)
    };

    /// A `datetime` with a time zone, any: its offset from UTC at that moment. TypeError for one without.
    OffsetDateTime: |object| {
        let (datetime, _) = datetime::aware(object)?;
        let offset = datetime.call_method0(intern!(object.py(), "utcoffset"))?;
        if offset.is_none() {
            return Err(without_zone());
        }
        let offset = datetime::whole_seconds(&offset)?;
        let offset = UtcOffset::from_whole_seconds(offset).map_err(out_of_range)?;
        Ok(datetime_of(datetime::parts(&datetime))?.assume_offset(offset))
    };
    /// As `PrimitiveDateTime`, with a `datetime.timezone`.
    |value, py| PyDateTime: {
        let zone = datetime::into_fixed_offset(py, value.offset().whole_seconds())?;
        datetime::into_datetime(py, parts(value.date(), value.time()), Some(&zone), false)
    };

    /// A `datetime` in UTC; TypeError for one without a time zone, ValueError for one in another.
    UtcDateTime: |object| {
        let (datetime, zone) = datetime::aware(object)?;
        if !datetime::is_utc(&zone)? {
            let message = format!("expected UTC as the time zone, got {zone:?}");
            return Err(PyValueError::new_err(message));
        }
        Ok(datetime_of(datetime::parts(&datetime))?.as_utc())
    };
    /// As `PrimitiveDateTime`, in UTC.
    |value, py| PyDateTime: {
        let zone = PyTzInfo::utc(py)?;
        datetime::into_datetime(py, parts(value.date(), value.time()), Some(&zone), false)
    };

    /// A `tzinfo` of a constant offset from UTC, in whole seconds.
    UtcOffset: |object| {
        UtcOffset::from_whole_seconds(datetime::fixed_offset(object)?).map_err(out_of_range)
    };
    /// A `datetime.timezone`; ValueError for an offset of a day or more.
    |value, py| PyTzInfo as TIMEZONE: datetime::into_fixed_offset(py, value.whole_seconds());
}
