//! time.

use std::sync::Arc;

use mybind::exceptions::PyValueError;
use mybind::prelude::*;
use time::{
    Date, Duration, OffsetDateTime, PrimitiveDateTime, Time, UtcDateTime, UtcOffset,
    error::ComponentRange,
};

fn refused(error: ComponentRange) -> PyErr {
    PyValueError::new_err(error.to_string())
}

/// Any duration.
#[mybind]
pub fn duration(value: Duration) -> Arc<Duration> {
    Arc::new(value)
}

/// Of any length.
#[mybind]
pub fn long_duration(seconds: i64, nanoseconds: i32) -> Duration {
    Duration::new(seconds, nanoseconds)
}

/// A date.
#[mybind]
pub fn date(value: Date) -> Arc<Date> {
    Arc::new(value)
}

/// The first of a year.
#[mybind]
pub fn first_of(year: i32) -> PyResult<Date> {
    Date::from_ordinal_date(year, 1).map_err(refused)
}

/// A time of day.
#[mybind(name = "time")]
pub fn time_of_day(value: Time) -> Arc<Time> {
    Arc::new(value)
}

/// 23:59:59 and these nanoseconds.
#[mybind]
pub fn last_second(nanoseconds: u32) -> PyResult<Time> {
    Time::from_hms_nano(23, 59, 59, nanoseconds).map_err(refused)
}

/// Without a time zone.
#[mybind]
pub fn datetime(value: PrimitiveDateTime) -> PrimitiveDateTime {
    value
}

/// At an offset from UTC.
#[mybind]
pub fn datetime_at_offset(value: OffsetDateTime) -> Arc<OffsetDateTime> {
    Arc::new(value)
}

/// In UTC.
#[mybind]
pub fn datetime_in_utc(value: UtcDateTime) -> UtcDateTime {
    value
}

/// A constant offset from UTC.
#[mybind]
pub fn offset(value: UtcOffset) -> UtcOffset {
    value
}

/// So many hours ahead of UTC, also more than a day has.
#[mybind]
pub fn offset_of(hours: i8) -> PyResult<UtcOffset> {
    UtcOffset::from_hms(hours, 0, 0).map_err(refused)
}
