//! jiff.

use std::sync::Arc;

use jiff::civil::{Date, DateTime, ISOWeekDate, Time};
use jiff::tz::{Offset, TimeZone};
use jiff::{SignedDuration, Span, Timestamp, Zoned};
use mybind::prelude::*;

/// Any duration.
#[mybind]
pub fn duration(value: SignedDuration) -> Arc<SignedDuration> {
    Arc::new(value)
}

/// Of any length.
#[mybind]
pub fn long_duration(seconds: i64, nanoseconds: i32) -> SignedDuration {
    SignedDuration::new(seconds, nanoseconds)
}

/// Any duration, in words.
#[mybind]
pub fn span(value: Span) -> String {
    value.to_string()
}

/// A date.
#[mybind]
pub fn date(value: Date) -> Arc<Date> {
    Arc::new(value)
}

/// A date by its week.
#[mybind]
pub fn week_date(value: ISOWeekDate) -> ISOWeekDate {
    value
}

/// The first of a year.
#[mybind]
pub fn first_of(year: i16) -> Result<Date, jiff::Error> {
    Date::new(year, 1, 1)
}

/// A time of day.
#[mybind]
pub fn time(value: Time) -> Arc<Time> {
    Arc::new(value)
}

/// 23:59:59 and these nanoseconds.
#[mybind]
pub fn last_second(nanoseconds: i32) -> Result<Time, jiff::Error> {
    Time::new(23, 59, 59, nanoseconds)
}

/// Without a time zone.
#[mybind]
pub fn datetime(value: DateTime) -> DateTime {
    value
}

/// A moment.
#[mybind]
pub fn timestamp(value: Timestamp) -> Arc<Timestamp> {
    Arc::new(value)
}

/// So many nanoseconds after 1970.
#[mybind]
pub fn timestamp_at(nanoseconds: i128) -> Result<Timestamp, jiff::Error> {
    Timestamp::from_nanosecond(nanoseconds)
}

/// In a time zone.
#[mybind]
pub fn zoned(value: Zoned) -> Zoned {
    value
}

/// The moment of a time in a time zone.
#[mybind]
pub fn zone_to_utc(value: Zoned) -> Timestamp {
    value.timestamp()
}

/// The moment in a time zone.
#[mybind]
pub fn utc_to_zone(value: Timestamp, zone: TimeZone) -> Arc<Zoned> {
    Arc::new(value.to_zoned(zone))
}

/// A constant offset from UTC.
#[mybind]
pub fn offset(value: Offset) -> Arc<Offset> {
    Arc::new(value)
}

/// So many hours ahead of UTC, also more than a day has.
#[mybind]
pub fn offset_of(hours: i8) -> Result<Offset, jiff::Error> {
    Offset::from_hours(hours)
}

/// A time zone.
#[mybind]
pub fn zone(value: TimeZone) -> TimeZone {
    value
}

/// A time zone that has rules and no name.
#[mybind]
pub fn nameless_zone() -> Result<TimeZone, jiff::Error> {
    TimeZone::posix("EST5EDT,M3.2.0,M11.1.0")
}
