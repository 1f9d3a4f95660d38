"""Conversions of the standard library beyond the core, both ways, and `datetime`'s types."""

import array
import collections
import datetime as dt
import ipaddress
import os
import pathlib
import sys
import textwrap
import zoneinfo

import pytest

import standard as s

UTC = dt.timezone.utc
BEYOND_ASCII = "a\u00e9\u4e16\U0001f40d"
SURROGATE = "a\udcff"

unix = pytest.mark.skipif(os.name == "nt", reason="paths are bytes on Unix alone")


class PathLike:
    def __init__(self, path):
        self.path = path

    def __fspath__(self):
        if isinstance(self.path, Exception):
            raise self.path
        return self.path


def no_instance(value, name):
    what = "'None'" if value is None else f"'{type(value).__name__}' object"
    return f"argument 'value': {what} is not an instance of '{name}'"


def same(function, given, expected=None):
    """The function gives what it was given, or what is expected, of that very type."""
    expected = given if expected is None else expected
    result = function(given)
    assert (type(result), result) == (type(expected), expected)


def test_paths(raises):
    for text in ("", "a/b", BEYOND_ASCII):
        for function in (s.path_buf, s.cow_path, s.path, s.optional_path):
            same(function, text, pathlib.Path(text))
        for function in (s.path_buf, s.cow_path):
            same(function, pathlib.Path(text), pathlib.Path(text))
            same(function, PathLike(text), pathlib.Path(text))
    assert s.optional_path(None) is None
    assert s.path_bufs(["a", pathlib.Path("b")]) == [pathlib.Path("a"), pathlib.Path("b")]
    for function in (s.path_buf, s.cow_path):
        for wrong in (b"a", 1, None, ["a"]):
            message = f"argument 'value': expected str or os.PathLike object, not {type(wrong).__name__}"
            raises(TypeError, message, function, wrong)
        message = "argument 'value': expected PathLike.__fspath__() to return str, not bytes"
        raises(TypeError, message, function, PathLike(b"a"))
        raises(LookupError, "lost", function, PathLike(LookupError("lost")))
        raises(TypeError, "expected PathLike.__fspath__() to return str or bytes, not int", function, PathLike(1))
    for wrong in (pathlib.Path("a"), b"a", None):
        raises(TypeError, no_instance(wrong, "str"), s.path, wrong)
    message = "argument 'value': item 1: expected str or os.PathLike object, not int"
    raises(TypeError, message, s.path_bufs, ["a", 1])


def test_paths_are_borrowed_from_str():
    assert s.cow_path_is_borrowed("a")
    assert s.cow_path_is_borrowed(BEYOND_ASCII) == (sys.getfilesystemencoding() == "utf-8")
    assert not s.cow_path_is_borrowed(pathlib.Path("a"))
    assert s.cow_os_str_is_borrowed("a")


def test_os_strings(raises):
    for text in ("", "text", "a\0b", BEYOND_ASCII):
        for function in (s.os_string, s.os_str, s.cow_os_str):
            same(function, text)
    for function in (s.os_string, s.os_str, s.cow_os_str):
        for wrong in (b"a", pathlib.Path("a"), None):
            raises(TypeError, no_instance(wrong, "str"), function, wrong)


@unix
def test_bytes_that_are_no_text():
    assert s.os_string_bytes(SURROGATE) == b"a\xff"
    for function in (s.os_string, s.cow_os_str):
        same(function, SURROGATE)
    for function in (s.path_buf, s.cow_path):
        same(function, SURROGATE, pathlib.Path(SURROGATE))
    assert not s.cow_os_str_is_borrowed(SURROGATE)
    for function in (s.os_str, s.path):
        with pytest.raises(UnicodeEncodeError, match="surrogates not allowed"):
            function(SURROGATE)
    with pytest.raises(UnicodeEncodeError):
        s.os_string("\ud800")  # stands for no byte


@unix
def test_another_file_system_encoding(run):
    """ASCII is what a C locale without UTF-8 mode has."""
    code = f"""
        import sys, standard as s
        assert sys.getfilesystemencoding() == "ascii", sys.getfilesystemencoding()
        assert s.os_string_bytes("a\\udcc3\\udca9") == b"a\\xc3\\xa9"
        assert s.os_string("a\\udcc3\\udca9") == "a\\udcc3\\udca9"
        assert s.cow_os_str_is_borrowed("a") and s.os_str("a") == "a"
        try:
            s.os_str("\\u00e9")
        except ValueError as error:
            print(error)
        try:
            s.os_string("\\u00e9")
        except UnicodeEncodeError:
            print("encoding")
    """
    environment = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    if run("import sys; print(sys.getfilesystemencoding())", env=environment) != "ascii\n":
        pytest.skip("the C locale has UTF-8 here")
    message = "argument 'value': text beyond ASCII cannot be borrowed where the file system encoding is not UTF-8"
    assert run(code, env=environment) == f"{message}\nencoding\n"


def test_c_strings(raises):
    for function in (s.c_string, s.c_str, s.cow_c_str):
        for text in ("", "text", BEYOND_ASCII):
            same(function, text)
        for text in ("\0", "a\0b", "a\0"):
            raises(ValueError, "argument 'value': embedded null character", function, text)
        for wrong in (b"a", None):
            raises(TypeError, no_instance(wrong, "str"), function, wrong)
        with pytest.raises(UnicodeEncodeError, match="surrogates not allowed"):
            function(SURROGATE)
    with pytest.raises(UnicodeDecodeError, match="invalid start byte"):
        s.raw_c_string(b"a\xff")
    raises(ValueError, "nul byte found in provided data at position: 1", s.nul_inside)


def test_pointers(raises):
    same(s.boxed, 1.5)
    same(s.cell, 7)
    for function in (s.boxed_str, s.rc_str, s.arc_str):
        same(function, BEYOND_ASCII)
        raises(TypeError, no_instance(b"", "str"), function, b"")
    same(s.rc, [1, 2])
    same(s.boxed_slice, (1, 2), [1, 2])
    same(s.arc, ["a", None])
    for function in (s.boxed_bytes, s.arc_bytes):
        for given in (b"ab", bytearray(b"ab"), [97, 98]):
            same(function, given, b"ab")
    items = [1]
    assert s.arc_handle(items) is items
    raises(TypeError, no_instance((), "list"), s.arc_handle, ())
    message = "argument 'value': item 1: 'str' object cannot be interpreted as an integer"
    for function in (s.rc, s.boxed_slice):
        raises(TypeError, message, function, [1, "x"])


def test_queues(raises):
    for given in ([1, 2], (1, 2), range(1, 3), array.array("i", [1, 2]), collections.deque([1, 2])):
        same(s.vec_deque, given, [1, 2])
    same(s.vec_deque_bytes, b"ab")
    assert s.binary_heap([1, 5, 3, 5]) == ([5, 5, 3, 1], 4)
    for function in (s.vec_deque, s.binary_heap):
        raises(TypeError, no_instance({1}, "Sequence"), function, {1})
        message = "argument 'value': item 1: 'str' object cannot be interpreted as an integer"
        raises(TypeError, message, function, [1, "x"])


def test_non_zero(raises):
    same(s.non_zero_i8, -128)
    same(s.non_zero_u32, 2**32 - 1)
    same(s.non_zero_i128, -(2**127))
    same(s.non_zeros, [1, 2**63])
    for function in (s.non_zero_i8, s.non_zero_u32, s.non_zero_i128):
        raises(ValueError, "argument 'value': expected a nonzero integer, got 0", function, 0)
        raises(TypeError, "argument 'value': 'float' object cannot be interpreted as an integer", function, 0.0)
    raises(OverflowError, "argument 'value': -1 is out of range for u32 (0 to 4294967295)", s.non_zero_u32, -1)
    raises(ValueError, "argument 'value': item 1: expected a nonzero integer, got 0", s.non_zeros, [1, 0])


def test_ranges(raises):
    for given in (range(0), range(3, 7), range(5, 2), range(-(2**63), 2**63 - 1)):
        result = s.range_i64(given)
        assert (type(result), result.start, result.stop, result.step) == (range, given.start, given.stop, 1)
    assert s.ranges([range(1, 2)]) == [range(1, 2)]
    raises(ValueError, "argument 'value': expected a range with step 1, got range(0, 9, 2)", s.range_i64, range(0, 9, 2))
    raises(ValueError, "argument 'value': expected a range with step 1, got range(9, 0, -1)", s.range_i64, range(9, 0, -1))
    message = "argument 'value': start: -1 is out of range for u8 (0 to 255)"
    raises(OverflowError, message, s.range_u8, range(-1, 5))
    message = "argument 'value': stop: 256 is out of range for u8 (0 to 255)"
    raises(OverflowError, message, s.range_u8, range(0, 256))
    for wrong in ([0, 1], slice(0, 1), None):
        raises(TypeError, no_instance(wrong, "range"), s.range_i64, wrong)


def test_addresses(raises):
    v4, v6 = ipaddress.ip_address("192.0.2.1"), ipaddress.ip_address("2001:db8::1")
    for function, address in ((s.ip_addr, v4), (s.ip_addr, v6), (s.ipv4_addr, v4), (s.ipv6_addr, v6)):
        same(function, address)
        same(function, str(address), address)
    same(s.ip_addr, ipaddress.ip_interface("192.0.2.1/24"), v4)
    same(s.ipv6_addr, ipaddress.IPv6Address("fe80::1%eth0"), ipaddress.IPv6Address("fe80::1"))
    assert s.ip_addrs([v6, "192.0.2.1"]) == [v6, v4]
    for text in ("", "192.0.2", "192.0.2.256", " 192.0.2.1"):
        for function, kind in ((s.ip_addr, "IPv4 or IPv6"), (s.ipv4_addr, "IPv4"), (s.ipv6_addr, "IPv6")):
            raises(ValueError, f"argument 'value': '{text}' does not appear to be an {kind} address", function, text)
    raises(ValueError, "argument 'value': '::1' does not appear to be an IPv4 address", s.ipv4_addr, "::1")
    raises(TypeError, "argument 'value': expected IPv4Address or str, not IPv6Address", s.ipv4_addr, v6)
    raises(TypeError, "argument 'value': expected IPv6Address or str, not IPv4Address", s.ipv6_addr, v4)
    for wrong in (1, None, b"\x01\x02\x03\x04", ipaddress.ip_network("192.0.2.0/24")):
        message = f"argument 'value': expected IPv4Address, IPv6Address or str, not {type(wrong).__name__}"
        raises(TypeError, message, s.ip_addr, wrong)


def test_durations(raises):
    for given in (dt.timedelta(), dt.timedelta(1, 2, 3), dt.timedelta(microseconds=1), dt.timedelta.max):
        same(s.duration, given)
    assert s.durations([dt.timedelta(1)]) == [dt.timedelta(1)]
    assert s.long_duration(1, 1_999) == dt.timedelta(seconds=1, microseconds=1)
    message = "argument 'value': expected a timedelta of zero or more, got -1 day, 23:59:59.999999"
    raises(ValueError, message, s.duration, dt.timedelta(microseconds=-1))
    for wrong in (1, 1.5, None, dt.time(1)):
        raises(TypeError, no_instance(wrong, "timedelta"), s.duration, wrong)
    raises(OverflowError, "days=1000000000; must have magnitude <= 999999999", s.long_duration, 86400 * 10**9, 0)
    for seconds in (2**63, 2**64 - 1):
        with pytest.raises(OverflowError):
            s.long_duration(seconds, 999_999_999)


def test_system_times(raises):
    cest = dt.timezone(dt.timedelta(hours=2))
    moments = [
        dt.datetime(1970, 1, 1, tzinfo=UTC),
        dt.datetime(1969, 12, 31, 23, 59, 59, 999_999, UTC),
        dt.datetime(2024, 2, 29, 12, 30, 15, 123_456, UTC),
        dt.datetime(2024, 7, 1, 1, tzinfo=cest),
        dt.datetime(2024, 7, 1, 1, tzinfo=zoneinfo.ZoneInfo("UTC")),
        dt.datetime.min.replace(tzinfo=UTC),
        dt.datetime.max.replace(tzinfo=UTC),
    ]
    for moment in moments:
        result = s.system_time(moment)
        assert (type(result), result, result.tzinfo) == (dt.datetime, moment, UTC)
    assert s.system_times(moments) == moments
    assert s.system_time_before_epoch(1) == moments[1]
    assert s.system_time_before_epoch(1_000) == moments[1]
    assert s.system_time_before_epoch(1_001) == moments[1] - dt.timedelta(microseconds=1)
    raises(OverflowError, "date value out of range", s.far_system_time)
    message = "argument 'value': expected a datetime with a time zone, got one without"
    raises(TypeError, message, s.system_time, dt.datetime(2024, 1, 1))
    for wrong in (0, 0.5, None, dt.date(2024, 1, 1)):
        raises(TypeError, no_instance(wrong, "datetime"), s.system_time, wrong)

    class Nowhere(dt.tzinfo):
        def utcoffset(self, moment):
            return None

    with pytest.raises(TypeError, match="can't subtract offset-naive and offset-aware datetimes"):
        s.system_time(dt.datetime(2024, 1, 1, tzinfo=Nowhere()))


HANDLES = {
    s.echo_date: ("date", [dt.date(2024, 2, 29), dt.datetime(2024, 2, 29, 1)]),
    s.echo_datetime: ("datetime", [dt.datetime(2024, 2, 29, 1)]),
    s.echo_delta: ("timedelta", [dt.timedelta(-1, 2, 3)]),
    s.echo_time: ("time", [dt.time(1, 2), dt.time(1, tzinfo=UTC)]),
    s.echo_tzinfo: ("tzinfo", [UTC, zoneinfo.ZoneInfo("UTC")]),
}


@pytest.mark.parametrize("function", HANDLES, ids=lambda function: function.__name__)
def test_handles(function, raises):
    name, values = HANDLES[function]
    for value in values:
        assert function(value) is value
    for wrong in (None, 1, dt, [*HANDLES.values()]):
        raises(TypeError, no_instance(wrong, name), function, wrong)
    if name != "date":
        raises(TypeError, no_instance(dt.date.today(), name), function, dt.date.today())


def test_dates(raises):
    same(lambda parts: s.make_date(*parts), (2024, 2, 29), dt.date(2024, 2, 29))
    for date in (dt.date.min, dt.date.max, dt.date(2024, 2, 29), dt.datetime(2024, 2, 29, 5)):
        assert s.date_parts(date) == (date.year, date.month, date.day)
    assert s.date_from_timestamp(86400.0 * 3 + 0.5) == dt.date.fromtimestamp(86400 * 3)
    with pytest.raises(ValueError, match="day is out of range for month|day 30 must be in range 1..29"):
        s.make_date(2024, 2, 30)
    with pytest.raises((OverflowError, ValueError, OSError)):
        s.date_from_timestamp(1e30)
    assert s.is_datetime(dt.datetime(2024, 1, 1)) == (True, True)
    assert s.is_datetime(type("Derived", (dt.datetime,), {})(2024, 1, 1)) == (True, False)
    assert s.is_datetime(dt.date(2024, 1, 1)) == (False, False)


def test_times_of_day(raises):
    same(lambda parts: s.make_time(*parts), (1, 2, 3, 4), dt.time(1, 2, 3, 4))
    same(lambda parts: s.make_time(*parts), (1, 2, 3, 4, UTC), dt.time(1, 2, 3, 4, UTC))
    for fold in (False, True):
        time = s.make_time(1, 2, 3, 4, UTC, fold)
        assert (time, time.fold) == (dt.time(1, 2, 3, 4, UTC), fold)
    for time in (dt.time.min, dt.time.max, dt.time(1, 2, 3, 4, UTC), dt.time(1, fold=1)):
        parts = (time.hour, time.minute, time.second, time.microsecond, bool(time.fold), time.tzinfo)
        assert s.time_parts(time) == parts
    with pytest.raises(ValueError, match="hour must be in 0..23"):
        s.make_time(24)


def test_datetimes(raises):
    date, time = (2024, 2, 29), (1, 2, 3, 456_789)
    for tzinfo in (None, UTC, dt.timezone(dt.timedelta(hours=-3))):
        for fold in (None, False, True):
            moment = s.make_datetime(date, time, tzinfo, fold)
            assert (type(moment), moment) == (dt.datetime, dt.datetime(*date, *time, tzinfo))
            assert moment.fold == bool(fold)
            assert s.datetime_parts(moment) == (date, time, bool(fold), tzinfo)
    moment = dt.datetime.max
    assert s.datetime_parts(moment) == ((9999, 12, 31), (23, 59, 59, 999_999), False, None)
    assert s.datetime_from_timestamp(0.5, UTC) == dt.datetime(1970, 1, 1, 0, 0, 0, 500_000, UTC)
    assert s.datetime_from_timestamp(1e9) == dt.datetime.fromtimestamp(1e9)
    with pytest.raises(ValueError, match="month must be in 1..12"):
        s.make_datetime((2024, 13, 1), time)


def test_parts_are_those_of_the_value_itself():
    class Derived(dt.datetime):
        year = month = hour = fold = tzinfo = property(lambda self: 1 / 0)

    assert s.datetime_parts(Derived(2024, 2, 3, 4, tzinfo=UTC)) == ((2024, 2, 3), (4, 0, 0, 0), False, UTC)


def test_differences(raises):
    assert s.make_delta(1, 2, 3) == s.make_delta(1, 2, 3, normalize=False) == dt.timedelta(1, 2, 3)
    assert s.make_delta(0, -1, 1_000_001) == dt.timedelta(0, 0, 1)
    for delta in (dt.timedelta.min, dt.timedelta.max, dt.timedelta(-1, 2, 3)):
        assert s.delta_parts(delta) == (delta.days, delta.seconds, delta.microseconds)
    message = "expected seconds of a day and microseconds of a second, got {} and {}"
    for seconds, microseconds in ((-1, 0), (86_400, 0), (0, -1), (0, 1_000_000)):
        raises(ValueError, message.format(seconds, microseconds), s.make_delta, 0, seconds, microseconds, False)
    with pytest.raises(OverflowError, match="must have magnitude <= 999999999"):
        s.make_delta(10**9, 0, 0)


def test_time_zones(raises):
    assert s.utc() is UTC
    assert s.fixed_offset(dt.timedelta(hours=1)) == dt.timezone(dt.timedelta(hours=1))
    with pytest.raises(ValueError, match="offset must be a timedelta strictly between"):
        s.fixed_offset(dt.timedelta(days=1))
    assert s.zone("UTC") is zoneinfo.ZoneInfo("UTC")
    with pytest.raises(zoneinfo.ZoneInfoNotFoundError, match="No time zone found with key nowhere"):
        s.zone("nowhere")


DATETIME_WORKS = """
import datetime as dt, standard as s
utc = dt.timezone.utc
moment = s.make_datetime((2024, 2, 29), (1, 2, 3, 4), utc, True)
assert type(moment) is dt.datetime and moment == dt.datetime(2024, 2, 29, 1, 2, 3, 4, utc)
assert s.datetime_parts(moment) == ((2024, 2, 29), (1, 2, 3, 4), True, utc)
assert s.date_parts(moment) == (2024, 2, 29)
assert s.time_parts(moment.timetz()) == (1, 2, 3, 4, True, utc)
assert s.time_parts(dt.time(1)) == (1, 0, 0, 0, False, None)
assert s.delta_parts(dt.timedelta(-1, 2, 3)) == (-1, 2, 3)
assert s.system_time(moment) == moment
assert s.duration(dt.timedelta(1, 2, 3)) == dt.timedelta(1, 2, 3)
assert s.utc() is utc
"""


def test_datetime_written_in_python(run):
    """What an interpreter with a GIL of its own has on 3.12."""
    code = DATETIME_WORKS + "assert dt.datetime.__flags__ & 1 << 9, 'not made by Python code'\n"
    run("import sys; sys.modules['_datetime'] = None\n" + code)


@pytest.mark.skipif(sys.version_info < (3, 12), reason="interpreters have a GIL of their own from 3.12 on")
def test_other_interpreters(run):
    code = """
        import sys
        interpreters = __import__("_interpreters" if sys.version_info >= (3, 13) else "_xxsubinterpreters")
        for _ in range(3):
            exec(CODE)
            interpreter = interpreters.create()
            assert interpreters.run_string(interpreter, CODE) is None
            interpreters.destroy(interpreter)
        exec(CODE)
    """
    run(f"CODE = {DATETIME_WORKS!r}\n" + textwrap.dedent(code))


def test_a_stand_in_is_seen_through(run):
    """As freezegun puts it in the place of `datetime.datetime`, when our types are first looked up."""
    code = """
        import datetime, standard
        real = datetime.datetime
        class FakeDatetime(real):
            pass
        datetime.datetime = FakeDatetime
        assert type(standard.make_datetime((2024, 1, 1), (0, 0, 0, 0))) is real
        datetime.datetime = real
        assert standard.is_datetime(real(2024, 1, 1)) == (True, True)
        assert standard.is_datetime(FakeDatetime(2024, 1, 1)) == (True, False)
    """
    run(code)
