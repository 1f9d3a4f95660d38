"""
What the standard libraries of both languages have.
"""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta, tzinfo
from ipaddress import IPv4Address, IPv6Address
from os import PathLike
from pathlib import Path
from typing import Any

__all__ = ["arc", "arc_bytes", "arc_handle", "arc_str", "binary_heap", "boxed", "boxed_bytes", "boxed_slice", "boxed_str", "c_str", "c_string", "cell", "cow_c_str", "cow_os_str", "cow_os_str_is_borrowed", "cow_path", "cow_path_is_borrowed", "duration", "durations", "far_system_time", "ip_addr", "ip_addrs", "ipv4_addr", "ipv6_addr", "long_duration", "non_zero_i8", "non_zero_i128", "non_zero_u32", "non_zeros", "nul_inside", "optional_path", "os_str", "os_string", "os_string_bytes", "path", "path_buf", "path_bufs", "range_i64", "range_u8", "ranges", "raw_c_string", "rc", "rc_str", "system_time", "system_time_before_epoch", "system_times", "vec_deque", "vec_deque_bytes", "date_from_timestamp", "date_parts", "datetime_from_timestamp", "datetime_parts", "delta_parts", "echo_date", "echo_datetime", "echo_delta", "echo_time", "echo_tzinfo", "fixed_offset", "is_datetime", "make_date", "make_datetime", "make_delta", "make_time", "time_parts", "utc", "zone"]

class PanicException(BaseException): ...

def arc(value: Sequence[str | None]) -> list[str | None]:
    """
    `Arc<Vec<Option<String>>>`.
    """

def arc_bytes(value: Sequence[int]) -> bytes:
    """
    `Arc<[u8]>`.
    """

def arc_handle(value: list[Any]) -> list[Any]:
    """
    `Arc<Py<PyList>>`.
    """

def arc_str(value: str) -> str:
    """
    `Arc<str>`.
    """

def binary_heap(value: Sequence[int]) -> tuple[list[int], int]:
    """
    The items of a heap from the greatest to the least.
    """

def boxed(value: float) -> float:
    """
    `Box<f64>`.
    """

def boxed_bytes(value: Sequence[int]) -> bytes:
    """
    `Box<[u8]>`.
    """

def boxed_slice(value: Sequence[int]) -> list[int]:
    """
    `Box<[i32]>`.
    """

def boxed_str(value: str) -> str:
    """
    `Box<str>`.
    """

def c_str(value: str) -> str:
    """
    `&'a CStr`.
    """

def c_string(value: str) -> str:
    """
    `CString`.
    """

def cell(value: int) -> int:
    """
    `Cell<i32>`.
    """

def cow_c_str(value: str) -> str:
    """
    `Cow<'a, CStr>`.
    """

def cow_os_str(value: str) -> str:
    """
    `Cow<'a, OsStr>`.
    """

def cow_os_str_is_borrowed(value: str) -> bool:
    """
    Whether a `Cow<OsStr>` borrows.
    """

def cow_path(value: str | PathLike[str]) -> Path:
    """
    `Cow<'a, Path>`.
    """

def cow_path_is_borrowed(value: str | PathLike[str]) -> bool:
    """
    Whether a `Cow<Path>` borrows.
    """

def date_from_timestamp(timestamp: float) -> date:
    """
    A local date.
    """

def date_parts(value: date) -> tuple[int, int, int]:
    """
    A date's parts.
    """

def datetime_from_timestamp(timestamp: float, tzinfo: tzinfo | None = None) -> datetime:
    """
    A moment.
    """

def datetime_parts(value: datetime) -> tuple[tuple[int, int, int], tuple[int, int, int, int], bool, tzinfo | None]:
    """
    The parts of a datetime.
    """

def delta_parts(value: timedelta) -> tuple[int, int, int]:
    """
    The parts of a difference.
    """

def duration(value: timedelta) -> timedelta:
    """
    `Duration`.
    """

def durations(value: Sequence[timedelta]) -> list[timedelta]:
    """
    `Rc<[Duration]>`.
    """

def echo_date(value: date) -> date:
    """
    `&Bound<'_, PyDate>`.
    """

def echo_datetime(value: datetime) -> datetime:
    """
    `&Bound<'_, PyDateTime>`.
    """

def echo_delta(value: timedelta) -> timedelta:
    """
    `&Bound<'_, PyDelta>`.
    """

def echo_time(value: time) -> time:
    """
    `&Bound<'_, PyTime>`.
    """

def echo_tzinfo(value: tzinfo) -> tzinfo:
    """
    `&Bound<'_, PyTzInfo>`.
    """

def far_system_time() -> datetime:
    """
    A time far ahead.
    """

def fixed_offset(offset: timedelta) -> tzinfo:
    """
    A constant offset.
    """

def ip_addr(value: IPv4Address | IPv6Address | str) -> IPv4Address | IPv6Address:
    """
    `IpAddr`.
    """

def ip_addrs(value: Sequence[IPv4Address | IPv6Address | str]) -> list[IPv4Address | IPv6Address]:
    """
    `Arc<[IpAddr]>`.
    """

def ipv4_addr(value: IPv4Address | str) -> IPv4Address:
    """
    `Ipv4Addr`.
    """

def ipv6_addr(value: IPv6Address | str) -> IPv6Address:
    """
    `Ipv6Addr`.
    """

def is_datetime(value: object) -> tuple[bool, bool]:
    """
    Whether it is a datetime, and whether it is exactly that.
    """

def long_duration(seconds: int, nanoseconds: int) -> timedelta:
    """
    A duration of that many seconds and nanoseconds.
    """

def make_date(year: int, month: int, day: int) -> date:
    """
    A date.
    """

def make_datetime(date: tuple[int, int, int], time: tuple[int, int, int, int], tzinfo: tzinfo | None = None, fold: bool | None = None) -> datetime:
    """
    A date with a time of day.
    """

def make_delta(days: int, seconds: int, microseconds: int, normalize: bool = True) -> timedelta:
    """
    A difference.
    """

def make_time(hour: int, minute: int = 0, second: int = 0, microsecond: int = 0, tzinfo: tzinfo | None = None, fold: bool | None = None) -> time:
    """
    A time of day.
    """

def non_zero_i128(value: int) -> int:
    """
    `NonZero<i128>`.
    """

def non_zero_i8(value: int) -> int:
    """
    `NonZero<i8>`.
    """

def non_zero_u32(value: int) -> int:
    """
    `NonZero<u32>`.
    """

def non_zeros(value: Sequence[int]) -> list[int]:
    """
    `Vec<NonZero<usize>>`.
    """

def nul_inside() -> str:
    """
    What a `CString` says of a zero byte.
    """

def optional_path(value: str | None) -> Path | None:
    """
    `Option<&'a Path>`.
    """

def os_str(value: str) -> str:
    """
    `&'a OsStr`.
    """

def os_string(value: str) -> str:
    """
    `OsString`.
    """

def os_string_bytes(value: str) -> bytes:
    """
    The bytes of an `OsString`.
    """

def path(value: str) -> Path:
    """
    `&'a Path`.
    """

def path_buf(value: str | PathLike[str]) -> Path:
    """
    `PathBuf`.
    """

def path_bufs(value: Sequence[str | PathLike[str]]) -> list[Path]:
    """
    `Vec<PathBuf>`.
    """

def range_i64(value: range) -> range:
    """
    `Range<i64>`.
    """

def range_u8(value: range) -> range:
    """
    `Range<u8>`.
    """

def ranges(value: Sequence[range]) -> list[range]:
    """
    `Arc<[Range<u32>]>`.
    """

def raw_c_string(bytes: Sequence[int]) -> str:
    """
    A `CString` of any bytes but 0.
    """

def rc(value: Sequence[int]) -> list[int]:
    """
    `Rc<Vec<i32>>`.
    """

def rc_str(value: str) -> str:
    """
    `Rc<str>`.
    """

def system_time(value: datetime) -> datetime:
    """
    `SystemTime`.
    """

def system_time_before_epoch(nanoseconds: int) -> datetime:
    """
    A time before 1970 by that many nanoseconds.
    """

def system_times(value: Sequence[datetime]) -> list[datetime]:
    """
    `Rc<Vec<SystemTime>>`.
    """

def time_parts(value: time) -> tuple[int, int, int, int, bool, tzinfo | None]:
    """
    The parts of a time of day.
    """

def utc() -> tzinfo:
    """
    UTC.
    """

def vec_deque(value: Sequence[int]) -> list[int]:
    """
    `VecDeque<i32>`.
    """

def vec_deque_bytes(value: Sequence[int]) -> bytes:
    """
    `VecDeque<u8>`.
    """

def zone(name: str) -> tzinfo:
    """
    A time zone by name.
    """
