"""
time's.
"""

from datetime import date as date2, datetime as datetime2, time as time2, timedelta, timezone, tzinfo

__all__ = ["date", "datetime", "datetime_at_offset", "datetime_in_utc", "duration", "first_of", "last_second", "long_duration", "offset", "offset_of", "time"]

class PanicException(BaseException): ...

def date(value: date2) -> date2:
    """
    A date.
    """

def datetime(value: datetime2) -> datetime2:
    """
    Without a time zone.
    """

def datetime_at_offset(value: datetime2) -> datetime2:
    """
    At an offset from UTC.
    """

def datetime_in_utc(value: datetime2) -> datetime2:
    """
    In UTC.
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

def offset(value: tzinfo) -> timezone:
    """
    A constant offset from UTC.
    """

def offset_of(hours: int) -> timezone:
    """
    So many hours ahead of UTC, also more than a day has.
    """

def time(value: time2) -> time2:
    """
    A time of day.
    """
