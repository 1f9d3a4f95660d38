//! chrono and chrono-tz.

use std::sync::Arc;

use chrono::{DateTime, Duration, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, Utc};
use chrono_tz::Tz;
use mybind::prelude::*;

/// Any duration.
#[mybind]
pub fn duration(value: Duration) -> Arc<Duration> {
    Arc::new(value)
}

/// Of any length that chrono has.
#[mybind]
pub fn long_duration(milliseconds: i64, nanoseconds: i64) -> Option<Duration> {
    Duration::try_milliseconds(milliseconds)?.checked_add(&Duration::nanoseconds(nanoseconds))
}

/// A date.
#[mybind]
pub fn date(value: NaiveDate) -> Arc<NaiveDate> {
    Arc::new(value)
}

/// The first of a year, as far as there is one.
#[mybind]
pub fn first_of(year: i32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, 1, 1)
}

/// A time of day.
#[mybind]
pub fn time(value: NaiveTime) -> Arc<NaiveTime> {
    Arc::new(value)
}

/// 23:59:59 and these nanoseconds, which in a leap second are more than 10**9.
#[mybind]
pub fn last_second(nanoseconds: u32) -> Option<NaiveTime> {
    NaiveTime::from_hms_nano_opt(23, 59, 59, nanoseconds)
}

/// Without a time zone.
#[mybind]
pub fn datetime(value: NaiveDateTime) -> NaiveDateTime {
    value
}

/// In UTC.
#[mybind]
pub fn datetime_in_utc(value: DateTime<Utc>) -> DateTime<Utc> {
    value
}

/// Inside of a container.
#[mybind]
pub fn timestamps(values: Vec<DateTime<Utc>>) -> Vec<i64> {
    values.iter().map(DateTime::timestamp_micros).collect()
}

/// In UTC, at the end of chrono's time or in a leap second.
#[mybind]
pub fn extreme_datetime(kind: &str) -> DateTime<FixedOffset> {
    let east = FixedOffset::east_opt(3600).expect("an hour is less than a day");
    match kind {
        "last" => DateTime::<Utc>::MAX_UTC.with_timezone(&east),
        "first" => DateTime::<Utc>::MIN_UTC.with_timezone(&east),
        _ => "2016-12-31T23:59:60.25Z"
            .parse()
            .expect("there was a leap second"),
    }
}

/// At a constant offset from UTC.
#[mybind]
pub fn datetime_at_offset(value: DateTime<FixedOffset>) -> Arc<DateTime<FixedOffset>> {
    Arc::new(value)
}

/// In a time zone.
#[mybind]
pub fn datetime_in_zone(value: DateTime<Tz>) -> DateTime<Tz> {
    value
}

/// The moment in UTC of a time in a time zone.
#[mybind]
pub fn zone_to_utc(value: DateTime<Tz>) -> DateTime<Utc> {
    value.to_utc()
}

/// The moment in a time zone.
#[mybind]
pub fn utc_to_zone(value: DateTime<Utc>, zone: Tz) -> DateTime<Tz> {
    value.with_timezone(&zone)
}

/// UTC itself.
#[mybind]
pub fn utc(value: Utc) -> Arc<Utc> {
    Arc::new(value)
}

/// A constant offset from UTC.
#[mybind]
pub fn offset(value: FixedOffset) -> FixedOffset {
    value
}

/// A time zone.
#[mybind]
pub fn zone(value: Tz) -> Arc<Tz> {
    Arc::new(value)
}
