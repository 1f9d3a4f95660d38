"""
chrono's.
"""

from collections.abc import Sequence
from datetime import date as date2, datetime as datetime2, time as time2, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

__all__ = ["date", "datetime", "datetime_at_offset", "datetime_in_utc", "datetime_in_zone", "duration", "extreme_datetime", "first_of", "last_second", "long_duration", "offset", "time", "timestamps", "utc", "utc_to_zone", "zone", "zone_to_utc"]

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
    At a constant offset from UTC.
    """

def datetime_in_utc(value: datetime2) -> datetime2:
    """
    In UTC.
    """

def datetime_in_zone(value: datetime2) -> datetime2:
    """
    In a time zone.
    """

def duration(value: timedelta) -> timedelta:
    """
    Any duration.
    """

def extreme_datetime(kind: str) -> datetime2:
    """
    In UTC, at the end of chrono's time or in a leap second.
    """

def first_of(year: int) -> date2 | None:
    """
    The first of a year, as far as there is one.
    """

def last_second(nanoseconds: int) -> time2 | None:
    """
    23:59:59 and these nanoseconds, which in a leap second are more than 10**9.
    """

def long_duration(milliseconds: int, nanoseconds: int) -> timedelta | None:
    """
    Of any length that chrono has.
    """

def offset(value: tzinfo) -> timezone:
    """
    A constant offset from UTC.
    """

def time(value: time2) -> time2:
    """
    A time of day.
    """

def timestamps(values: Sequence[datetime2]) -> list[int]:
    """
    Inside of a container.
    """

def utc(value: tzinfo) -> timezone:
    """
    UTC itself.
    """

def utc_to_zone(value: datetime2, zone: ZoneInfo) -> datetime2:
    """
    The moment in a time zone.
    """

def zone(value: ZoneInfo) -> ZoneInfo:
    """
    A time zone.
    """

def zone_to_utc(value: datetime2) -> datetime2:
    """
    The moment in UTC of a time in a time zone.
    """
