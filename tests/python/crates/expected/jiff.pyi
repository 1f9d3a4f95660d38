"""
jiff's.
"""

from datetime import date as date2, datetime as datetime2, time as time2, timedelta, timezone, tzinfo

__all__ = ["date", "datetime", "duration", "first_of", "last_second", "long_duration", "nameless_zone", "offset", "offset_of", "span", "time", "timestamp", "timestamp_at", "utc_to_zone", "week_date", "zone", "zone_to_utc", "zoned"]

class PanicException(BaseException): ...

def date(value: date2) -> date2:
    """
    A date.
    """

def datetime(value: datetime2) -> datetime2:
    """
    Without a time zone.
    """

def duration(value: timedelta) -> timedelta:
    """
    Any duration.
    """

def first_of(year: int) -> date2:
    """
    The first of a year.
    """

def last_second(nanoseconds: int) -> time2:
    """
    23:59:59 and these nanoseconds.
    """

def long_duration(seconds: int, nanoseconds: int) -> timedelta:
    """
    Of any length.
    """

def nameless_zone() -> tzinfo:
    """
    A time zone that has rules and no name.
    """

def offset(value: tzinfo) -> timezone:
    """
    A constant offset from UTC.
    """

def offset_of(hours: int) -> timezone:
    """
    So many hours ahead of UTC, also more than a day has.
    """

def span(value: timedelta) -> str:
    """
    Any duration, in words.
    """

def time(value: time2) -> time2:
    """
    A time of day.
    """

def timestamp(value: datetime2) -> datetime2:
    """
    A moment.
    """

def timestamp_at(nanoseconds: int) -> datetime2:
    """
    So many nanoseconds after 1970.
    """

def utc_to_zone(value: datetime2, zone: tzinfo) -> datetime2:
    """
    The moment in a time zone.
    """

def week_date(value: date2) -> date2:
    """
    A date by its week.
    """

def zone(value: tzinfo) -> tzinfo:
    """
    A time zone.
    """

def zone_to_utc(value: datetime2) -> datetime2:
    """
    The moment of a time in a time zone.
    """

def zoned(value: datetime2) -> datetime2:
    """
    In a time zone.
    """
