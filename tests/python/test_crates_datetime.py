"""Conversions of chrono, jiff and time, both ways."""

import datetime as dt
import random
import sys
import textwrap
import zoneinfo

import pytest

from crates import chrono, jiff, time

UTC = dt.timezone.utc
CEST = dt.timezone(dt.timedelta(hours=2))
CRATES = [chrono, jiff, time]
NO_ZONE = "argument 'value': expected a datetime with a time zone, got one without"
ONE_ZONE = "argument 'value': expected a datetime without a time zone, got one with a time zone"

every_crate = pytest.mark.parametrize("crate", CRATES, ids=lambda crate: crate.__name__)


def zone(name):
    try:
        return zoneinfo.ZoneInfo(name)
    except zoneinfo.ZoneInfoNotFoundError:
        pytest.skip(f"no time zone {name} here")


class Zone(dt.tzinfo):
    """Says what it is told to, or raises it."""

    def __init__(self, offset):
        self.offset = offset

    def utcoffset(self, moment):
        if isinstance(self.offset, Exception):
            raise self.offset
        return self.offset

    def dst(self, moment):
        return None

    def __repr__(self):
        return "Zone()"


def no_instance(value, name):
    what = "'None'" if value is None else f"'{type(value).__name__}' object"
    return f"argument 'value': {what} is not an instance of '{name}'"


def same(function, given, expected=None):
    """The function gives what it was given, or what is expected, of that very type."""
    expected = given if expected is None else expected
    result = function(given)
    assert (type(result), result) == (type(expected), expected)
    if isinstance(result, dt.datetime):
        assert (result.utcoffset(), result.fold) == (expected.utcoffset(), expected.fold)


@every_crate
def test_durations(crate, raises):
    D = dt.timedelta
    for value in (D(), D(1, 2, 3), D(microseconds=-1), D(seconds=-1), D(-1), D.min, D.max, type("Derived", (D,), {})(1)):
        same(crate.duration, value, D(value.days, value.seconds, value.microseconds))
    for wrong in (1, 1.5, None, dt.time(1)):
        raises(TypeError, no_instance(wrong, "timedelta"), crate.duration, wrong)


def test_long_durations(raises):
    second = dt.timedelta(seconds=1)
    microsecond = dt.timedelta(microseconds=1)
    assert chrono.long_duration(1000, 1_999) == second + microsecond
    assert chrono.long_duration(0, -1_999) == -microsecond
    for crate in (jiff, time):
        assert crate.long_duration(1, 1_999) == second + microsecond
        assert crate.long_duration(-1, -1_999) == -second - microsecond
        assert crate.long_duration(0, -999) == dt.timedelta()
    for crate, number in ((chrono, 86_400_000 * 10**9), (jiff, 86_400 * 10**9), (time, 86_400 * 10**9)):
        raises(OverflowError, "days=1000000000; must have magnitude <= 999999999", crate.long_duration, number, 0)
        with pytest.raises(OverflowError):
            crate.long_duration(-(2**63) + 1, -999_999_999 if crate is not chrono else 0)
    assert jiff.span(dt.timedelta(1, 2, 3)) == "PT86402.000003S"
    # jiff's spans are shorter than `timedelta`s may be.
    with pytest.raises(ValueError):
        jiff.span(dt.timedelta.max)


@every_crate
def test_dates(crate, raises):
    for value in (dt.date.min, dt.date.max, dt.date(2024, 2, 29), type("Derived", (dt.date,), {})(2024, 2, 29)):
        same(crate.date, value, dt.date(value.year, value.month, value.day))
    same(crate.date, dt.datetime(2024, 2, 29, 5, tzinfo=UTC), dt.date(2024, 2, 29))
    assert crate.first_of(1) == dt.date.min
    for year in (0, -1, -9999):
        raises(ValueError, year_out_of_range(year), crate.first_of, year)
    for wrong in (1, "2024-02-29", None, dt.time(1)):
        raises(TypeError, no_instance(wrong, "date"), crate.date, wrong)


def year_out_of_range(year):
    """As the interpreter says it."""
    with pytest.raises(ValueError) as caught:
        dt.date(year, 1, 1)
    return str(caught.value)


def test_more_dates(raises):
    same(jiff.week_date, dt.date(2024, 12, 30))
    same(jiff.week_date, dt.date.min)
    for year in (10_000, 262_000):
        raises(ValueError, year_out_of_range(year), chrono.first_of, year)
    assert chrono.first_of(10**9) is None


@every_crate
def test_times_of_day(crate, raises):
    for value in (dt.time.min, dt.time.max, dt.time(1, 2, 3, 4), type("Derived", (dt.time,), {})(1)):
        same(crate.time, value, value.replace() if type(value) is dt.time else dt.time(1))
    same(crate.time, dt.time(1, 2, tzinfo=UTC), dt.time(1, 2))
    assert crate.last_second(999_999_999) == dt.time.max
    assert crate.last_second(1_999) == dt.time(23, 59, 59, 1)
    for wrong in (1, "01:02", None, dt.datetime(2024, 2, 29)):
        raises(TypeError, no_instance(wrong, "time"), crate.time, wrong)


@every_crate
def test_what_only_pickled_bytes_can_say(crate):
    """`date` and its kin take nearly any bytes: a year 65535, a day 0, an hour 200, 16777215 microseconds."""
    time_of_day = getattr(crate, "time_of_day", None) or crate.time
    for bad in (dt.date(b"\xff\xff\x01\x01"), dt.date(b"\x07\xd0\x01\x00"), dt.date(b"\x07\xd0\x01\xff")):
        with pytest.raises(ValueError):
            crate.date(bad)
    for bad in (dt.time(b"\x00\x00\x00\xff\xff\xff"), dt.time(b"\x00\xc8\x00\x00\x00\x00"), dt.time(b"\x00\x00\xff\x00\x00\x00")):
        with pytest.raises(ValueError):
            time_of_day(bad)
    for bad in (b"\xff\xff\x01\x01\x00\x00\x00\x00\x00\x00", b"\x07\xd0\x01\x01\xc8\x00\x00\x00\x00\x00", b"\x07\xd0\x01\x01\x00\x00\x00\xff\xff\xff"):
        with pytest.raises(ValueError):
            crate.datetime(dt.datetime(bad))


@every_crate
def test_datetimes_without_a_time_zone(crate, raises):
    for value in (dt.datetime.min, dt.datetime.max, dt.datetime(2024, 2, 29, 1, 2, 3, 4)):
        same(crate.datetime, value)
    for aware in (dt.datetime(2024, 1, 1, tzinfo=UTC), dt.datetime(2024, 1, 1, tzinfo=Zone(None))):
        raises(TypeError, ONE_ZONE, crate.datetime, aware)
    for wrong in (1, None, dt.date(2024, 2, 29)):
        raises(TypeError, no_instance(wrong, "datetime"), crate.datetime, wrong)


def test_leap_seconds(raises):
    with pytest.warns(UserWarning, match="^ignored leap-second, `datetime` does not support leap-seconds$"):
        assert chrono.last_second(1_500_000_999) == dt.time(23, 59, 59, 500_000)
    with pytest.warns(UserWarning):
        moment = chrono.extreme_datetime("leap second")
    assert moment == dt.datetime(2016, 12, 31, 23, 59, 59, 250_000, UTC)


@pytest.mark.filterwarnings("error")
def test_leap_seconds_as_errors(raises):
    message = "ignored leap-second, `datetime` does not support leap-seconds"
    raises(UserWarning, message, chrono.last_second, 1_000_000_000)


IN_UTC = [chrono.datetime_in_utc, time.datetime_in_utc]
AWARE = [*IN_UTC, chrono.datetime_at_offset, time.datetime_at_offset, jiff.timestamp, jiff.zoned]
MOMENTS = [
    dt.datetime(1970, 1, 1, tzinfo=UTC),
    dt.datetime(1969, 12, 31, 23, 59, 59, 999_999, UTC),
    dt.datetime(2024, 2, 29, 12, 30, 15, 123_456, UTC),
    dt.datetime.min.replace(tzinfo=UTC),
    dt.datetime.max.replace(tzinfo=UTC),
]


@pytest.mark.parametrize("function", AWARE, ids=lambda function: f"{function.__module__}.{function.__name__}")
def test_datetimes_with_a_time_zone(function, raises):
    for moment in MOMENTS:
        if function in (jiff.timestamp, jiff.zoned) and moment.year == 9999:
            moment -= dt.timedelta(2)  # where jiff's timestamps end
        same(function, moment)
        assert function(moment).tzinfo is UTC
    raises(TypeError, NO_ZONE, function, dt.datetime(2024, 1, 1))
    for wrong in (0, 0.5, None, dt.date(2024, 1, 1)):
        raises(TypeError, no_instance(wrong, "datetime"), function, wrong)
    for error in (LookupError("lost"), KeyError("key")):
        with pytest.raises(type(error)) as caught:
            function(dt.datetime(2024, 1, 1, tzinfo=Zone(error)))
        assert caught.value is error


@pytest.mark.parametrize("function", IN_UTC, ids=lambda function: function.__module__)
def test_utc_and_nothing_else(function, raises):
    moment = dt.datetime(2024, 2, 29, 1)
    for tzinfo in (UTC, dt.timezone(dt.timedelta()), Zone(dt.timedelta()), zone("UTC"), zone("Etc/GMT")):
        same(function, moment.replace(tzinfo=tzinfo), moment.replace(tzinfo=UTC))
    for tzinfo in (CEST, Zone(None), Zone(dt.timedelta(microseconds=1)), zone("Europe/London")):
        message = f"argument 'value': expected UTC as the time zone, got {tzinfo!r}"
        raises(ValueError, message, function, moment.replace(tzinfo=tzinfo))


def test_timestamps(raises):
    assert chrono.timestamps(MOMENTS[:2]) == [0, -1]
    raises(TypeError, NO_ZONE.replace("'value'", "'values': item 0"), chrono.timestamps, [dt.datetime(1970, 1, 1)])
    for value in (dt.datetime(2024, 7, 1, 1, tzinfo=CEST), dt.datetime(2024, 7, 1, tzinfo=Zone(dt.timedelta(microseconds=1)))):
        assert jiff.timestamp(value) == value
        assert jiff.timestamp(value).tzinfo is UTC
    assert jiff.timestamp_at(-1) == dt.datetime(1969, 12, 31, 23, 59, 59, 999_999, UTC)
    assert jiff.timestamp_at(1_999) == dt.datetime(1970, 1, 1, 0, 0, 0, 1, UTC)
    with pytest.raises(OverflowError, match="date value out of range"):
        jiff.timestamp_at(-63_000_000_000 * 10**9)
    for kind in ("first", "last"):
        with pytest.raises(ValueError):
            chrono.extreme_datetime(kind)


@every_crate
def test_offsets(crate, raises):
    for seconds in (0, 1, -1, 3600, 86_399, -86_399):
        value = dt.timezone(dt.timedelta(seconds=seconds))
        same(crate.offset, value)
        same(crate.offset, Zone(dt.timedelta(seconds=seconds)), value)
    assert crate.offset(UTC) is UTC
    same(crate.offset, zone("Etc/GMT+5"), dt.timezone(dt.timedelta(hours=-5)))
    for value in (Zone(None), zone("Europe/Vienna")):
        message = f"argument 'value': expected a time zone of a constant offset from UTC, got {value!r}"
        raises(TypeError, message, crate.offset, value)
    for offset in (dt.timedelta(microseconds=1), dt.timedelta(1), dt.timedelta(-1), dt.timedelta.max, dt.timedelta.min):
        message = f"argument 'value': expected an offset from UTC of whole seconds and less than a day, got {offset}"
        raises(ValueError, message, crate.offset, Zone(offset))
    raises(TypeError, no_instance(1, "timedelta"), crate.offset, Zone(1))
    for wrong in (None, 1, "UTC", dt.timedelta()):
        raises(TypeError, no_instance(wrong, "tzinfo"), crate.offset, wrong)


@pytest.mark.parametrize("crate", [jiff, time])
def test_long_offsets(crate, raises):
    assert crate.offset_of(-23) == dt.timezone(dt.timedelta(hours=-23))
    with pytest.raises(ValueError, match="offset must be a timedelta strictly between"):
        crate.offset_of(24)


@pytest.mark.parametrize("function", [chrono.datetime_at_offset, time.datetime_at_offset, jiff.zoned])
def test_datetimes_at_an_offset(function, raises):
    for offset in (dt.timedelta(hours=2), dt.timedelta(seconds=-86_399), dt.timedelta(hours=5, minutes=45)):
        same(function, dt.datetime(2024, 2, 29, 1, 2, 3, 4, dt.timezone(offset)))
    message = "argument 'value': expected an offset from UTC of whole seconds and less than a day, got 0:00:00.000001"
    moment = dt.datetime(2024, 1, 1, tzinfo=dt.timezone(dt.timedelta(microseconds=1)))
    raises(ValueError, message, function, moment)


def test_datetimes_at_the_offset_of_a_zone(raises):
    vienna = zone("Europe/Vienna")
    for fold in (0, 1):
        moment = dt.datetime(2024, 10, 27, 2, 30, tzinfo=vienna, fold=fold)
        result = time.datetime_at_offset(moment)
        assert result.utcoffset() == moment.utcoffset()
        assert result.astimezone(UTC) == moment.astimezone(UTC)
    message = f"argument 'value': expected a time zone of a constant offset from UTC, got {vienna!r}"
    raises(TypeError, message, chrono.datetime_at_offset, moment)
    nowhere = dt.datetime(2024, 1, 1, tzinfo=Zone(None))
    raises(TypeError, NO_ZONE, time.datetime_at_offset, nowhere)


def test_utc_itself(raises):
    assert chrono.utc(UTC) is UTC
    assert chrono.utc(zone("UTC")) is UTC
    for wrong in (CEST, zone("Europe/Vienna"), None, 1):
        raises(ValueError, f"argument 'value': expected UTC as the time zone, got {wrong!r}", chrono.utc, wrong)


def test_zones(raises, tmp_path):
    vienna = zone("Europe/Vienna")
    for function in (chrono.zone, jiff.zone):
        assert function(vienna) is vienna
    assert chrono.zone(zone("UTC")) is zone("UTC")
    assert jiff.zone(zone("UTC")) is UTC and jiff.zone(UTC) is UTC
    same(jiff.zone, CEST)
    message = f"argument 'value': expected a ZoneInfo with a key, got {UTC!r}"
    raises(TypeError, message, chrono.zone, UTC)
    with open_zone("Europe/Vienna") as file:
        keyless = zoneinfo.ZoneInfo.from_file(file)
        file.seek(0)
        unknown = zoneinfo.ZoneInfo.from_file(file, key="Europe/Nowhere")
    raises(TypeError, f"argument 'value': expected a ZoneInfo with a key, got {keyless!r}", chrono.zone, keyless)
    message = f"argument 'value': expected a time zone of a constant offset from UTC, got {keyless!r}"
    raises(TypeError, message, jiff.zone, keyless)
    raises(ValueError, "argument 'value': no time zone 'Europe/Nowhere' in chrono-tz", chrono.zone, unknown)
    with pytest.raises(ValueError, match="Europe/Nowhere"):
        jiff.zone(unknown)
    with pytest.raises(ValueError):
        jiff.nameless_zone()


def open_zone(name):
    for directory in zoneinfo.TZPATH:
        try:
            return open(f"{directory}/{name}", "rb")
        except OSError:
            pass
    pytest.skip("time zones are not in files here")


IN_ZONE = [chrono.datetime_in_zone, jiff.zoned]


@pytest.mark.parametrize("crate", [chrono, jiff], ids=lambda crate: crate.__name__)
def test_clocks_put_back(crate):
    """On 2024-10-27 from 3:00 to 2:00."""
    echo = chrono.datetime_in_zone if crate is chrono else jiff.zoned
    vienna = zone("Europe/Vienna")
    for hour, fold in ((1, 0), (2, 0), (2, 1), (3, 0)):
        moment = dt.datetime(2024, 10, 27, hour, 30, tzinfo=vienna, fold=fold)
        same(echo, moment)
        in_utc = moment.astimezone(UTC)
        assert crate.zone_to_utc(moment) == in_utc
        back = crate.utc_to_zone(in_utc, vienna)
        assert (back.replace(tzinfo=None), back.fold, back.tzinfo) == (moment.replace(tzinfo=None), fold, vienna)
    # `fold` has no meaning at other times.
    moment = dt.datetime(2024, 7, 1, 12, tzinfo=vienna, fold=1)
    assert echo(moment) == moment and echo(moment).fold == 0


def test_clocks_put_forward(raises):
    """On 2024-03-31 from 2:00 to 3:00."""
    vienna = zone("Europe/Vienna")
    for fold in (0, 1):
        moment = dt.datetime(2024, 3, 31, 2, 30, tzinfo=vienna, fold=fold)
        assert jiff.zone_to_utc(moment) == moment.astimezone(UTC)
        message = f"argument 'value': expected a time that its time zone has, got {moment!r}"
        raises(ValueError, message, chrono.datetime_in_zone, moment)
    for hour, expected in ((0, 1), (1, 3)):
        for crate in (chrono, jiff):
            moment = crate.utc_to_zone(dt.datetime(2024, 3, 31, hour, 59, tzinfo=UTC), vienna)
            assert (moment.hour, moment.fold) == (expected, 0)


def test_zones_over_the_years():
    for name in ("Europe/Dublin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "Pacific/Apia", "Africa/Monrovia"):
        for year in (1880, 1945, 1972, 1999, 2011, 2024, 2037):
            for month in (1, 4, 7, 12):
                moment = dt.datetime(year, month, 28, 12, 34, 56, 789, zone(name))
                if moment.utcoffset().microseconds:
                    continue
                for function in IN_ZONE:
                    same(function, moment)
                assert chrono.zone_to_utc(moment) == jiff.zone_to_utc(moment) == moment.astimezone(UTC)


def test_random_moments():
    random.seed(0)
    zones = [zone(name) for name in ("Europe/Vienna", "America/St_Johns", "Africa/Casablanca", "Antarctica/Troll", "UTC")]
    span = (dt.datetime(2037, 12, 31) - dt.datetime(1970, 1, 1)).total_seconds()
    for _ in range(3000):
        moment = dt.datetime(1970, 1, 1) + dt.timedelta(seconds=random.randrange(int(span)), microseconds=random.randrange(10**6))
        offset = dt.timezone(dt.timedelta(seconds=random.randrange(-86_399, 86_400)))
        for crate in CRATES:
            same(crate.datetime, moment)
            same(crate.offset, offset)
            same(crate.duration, moment - dt.datetime(2000, 1, 1))
        for function in (chrono.datetime_at_offset, time.datetime_at_offset, jiff.zoned):
            same(function, moment.replace(tzinfo=offset))
        local = moment.replace(tzinfo=UTC).astimezone(random.choice(zones))
        for function in IN_ZONE:
            result = function(local)
            assert (result, result.fold, result.utcoffset()) == (local, local.fold, local.utcoffset())
        in_utc = local.astimezone(UTC)
        assert chrono.zone_to_utc(local) == jiff.zone_to_utc(local) == time.datetime_at_offset(local) == in_utc


WORKS = """
import datetime as dt
from crates import chrono, jiff, time
utc = dt.timezone.utc
moment = dt.datetime(2024, 2, 29, 1, 2, 3, 4, utc)
for function in (chrono.datetime_in_utc, chrono.datetime_at_offset, time.datetime_in_utc, time.datetime_at_offset, jiff.zoned, jiff.timestamp):
    assert function(moment) == moment and function(moment).tzinfo is utc
for crate in (chrono, jiff, time):
    assert crate.datetime(moment.replace(tzinfo=None)) == moment.replace(tzinfo=None)
    assert crate.date(moment) == moment.date()
    assert crate.time(moment.time()) == moment.time()
    assert crate.duration(dt.timedelta(-1, 2, 3)) == dt.timedelta(-1, 2, 3)
    assert crate.offset(utc) is utc
"""


def test_datetime_written_in_python(run):
    """What an interpreter with a GIL of its own has on 3.12."""
    run("import sys; sys.modules['_datetime'] = None\n" + WORKS)


@pytest.mark.skipif(sys.version_info < (3, 12), reason="interpreters have a GIL of their own from 3.12 on")
def test_other_interpreters(run):
    more = """
import crates, decimal, fractions, uuid
for value, function in ((decimal.Decimal("1.5"), crates.decimal), (decimal.Decimal("1.5"), crates.big_decimal),
                        (fractions.Fraction(1, 2), crates.ratio_i64), (uuid.uuid4(), crates.any_uuid), (3**100, crates.big_int)):
    assert function(value) == value and type(function(value)) is type(value)
"""
    code = """
        import sys
        interpreters = __import__("_interpreters" if sys.version_info >= (3, 13) else "_xxsubinterpreters")
        exec(CODE)
        interpreter = interpreters.create()
        assert interpreters.run_string(interpreter, CODE) is None
        interpreters.destroy(interpreter)
        exec(CODE)
    """
    run(f"CODE = {WORKS + more!r}\n" + textwrap.dedent(code))
