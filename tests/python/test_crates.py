"""Conversions of other crates' types, both ways."""

import decimal
import fractions
import math
import random
import re
import sys
import uuid

import pytest

import crates as c


class Index:
    """Gives what it is told to, or raises it."""

    def __init__(self, value):
        self.value = value

    def __index__(self):
        if isinstance(self.value, BaseException):
            raise self.value
        return self.value


def same(function, given, expected=None):
    """The function gives what it was given, or what is expected, of that very type."""
    expected = given if expected is None else expected
    result = function(given)
    assert (type(result), result) == (type(expected), expected)


def test_bytes(raises):
    for value in (b"", b"a\0b", bytes(100_000)):
        same(c.shared_bytes, value)
        same(c.shared_bytes, bytearray(value), value)
    assert c.part_of_bytes(b"abcdef", 2, 4) == b"cd"
    for wrong in ("a", [1], memoryview(b"a"), None):
        with pytest.raises(TypeError, match="^argument 'value': "):
            c.shared_bytes(wrong)


def test_either(raises):
    for value in (0, -1, "", "1"):
        same(c.either_of, value)
    same(c.either_of, True, 1)
    same(c.either_shared, "a")
    same(c.either_shared, 2)
    assert c.either_shared(None) is None
    assert c.eithers([1, 256, -1, 0.5, b"a", [1, 2]]) == [1, 256.0, -1.0, 0.5, b"a", b"\x01\x02"]
    for wrong, left in (
        (1.5, "TypeError: 'float' object cannot be interpreted as an integer"),
        (b"1", "TypeError: 'bytes' object cannot be interpreted as an integer"),
        (2**31, "OverflowError: 2147483648 is out of range for i32 (-2147483648 to 2147483647)"),
    ):
        lines = [
            "argument 'value': failed to extract enum Either ('i32 | alloc::string::String')",
            f"- variant Left (i32): {left}",
            f"- variant Right (alloc::string::String): TypeError: '{type(wrong).__name__}' object is not an instance of 'str'",
        ]
        raises(TypeError, "\n".join(lines), c.either_of, wrong)
    for error in (KeyboardInterrupt("stop"), MemoryError(), SystemExit()):
        with pytest.raises(type(error)) as caught:
            c.either_of(Index(error))
        assert caught.value is error


def test_maps(raises):
    for value in ({}, {"a": 1}, {str(number): number for number in range(1000)}):
        for function in (c.brown_map, c.index_map, c.index_map_shared):
            same(function, value)
    assert list(c.index_map({"b": 1, "a": 2}).items()) == [("b", 1), ("a", 2)]
    assert list(c.index_map_reversed({2: "b", 1: "a"})) == [1, 2]
    for function in (c.brown_map, c.index_map):
        raises(TypeError, "argument 'value': key 1: 'int' object is not an instance of 'str'", function, {1: 1})
        message = "argument 'value': value of 'a': 'str' object cannot be interpreted as an integer"
        raises(TypeError, message, function, {"a": "b"})
        raises(TypeError, "argument 'value': 'list' object is not an instance of 'dict'", function, [("a", 1)])


def test_sets(raises):
    for value in (set(), {1, 2}, set(range(1000))):
        for function in (c.brown_set, c.index_set):
            same(function, value)
            same(function, frozenset(value), value)
    for function in (c.brown_set, c.index_set):
        raises(TypeError, "argument 'value': 'list' object is not an instance of 'set'", function, [1])


def test_small_vectors(raises):
    for value in ([], [1], [1, 2, 3, 4], [1, 2, 3, 4, 5], list(range(1000))):
        same(c.small_vec, value)
        same(c.small_vec, tuple(value), value)
    same(c.small_vec, range(3), [0, 1, 2])
    same(c.small_vec_shared, ["a"] * 5)
    assert not c.small_vec_spilled([1, 2, 3, 4])
    assert c.small_vec_spilled([1, 2, 3, 4, 5])
    same(c.small_bytes, b"abcdef")
    same(c.small_bytes, [1, 2], b"\x01\x02")
    message = "argument 'value': item 1: 'str' object cannot be interpreted as an integer"
    raises(TypeError, message, c.small_vec, [1, "a"])
    message = "argument 'value': 'str' object is not accepted as a sequence (list(text) has its characters)"
    raises(TypeError, message, c.small_vec, "ab")


EDGES = [sign * (1 << bits) + more for bits in (0, 7, 8, 30, 31, 32, 60, 63, 64, 127, 128, 1000) for sign in (1, -1) for more in (-1, 0, 1)]  # fmt: skip


class Deceiving(int):
    """What it is, its methods deny."""

    bit_length = to_bytes = __index__ = __int__ = __abs__ = property(lambda self: 1 / 0)


def test_big_ints(raises):
    for value in EDGES:
        same(c.big_int, value)
        same(c.big_int_shared, value)
        same(c.big_int, Deceiving(value), value)
        same(c.big_int, Index(value), value)
        if value < 0:
            message = "argument 'value': a negative int is out of range for BigUint (0 or more)"
            raises(OverflowError, message, c.big_uint, value)
        else:
            same(c.big_uint, value)
            same(c.big_uint_shared, value)
    assert c.big_ints(EDGES) == EDGES
    huge = 3**200_000  # more digits than `int` shows
    same(c.big_int, huge)
    same(c.big_int, -huge)
    same(c.big_uint, huge)
    assert c.big_int_power(3, 200_000) == huge
    same(c.big_int, True, 1)
    for wrong in (1.0, "1", None, 1j):
        message = f"argument 'value': '{type(wrong).__name__}' object cannot be interpreted as an integer"
        raises(TypeError, message, c.big_int, wrong)
    raises(LookupError, "lost", c.big_int, Index(LookupError("lost")))


class Complex:
    def __complex__(self):
        return 1 + 2j


def test_complex(raises):
    for value in (0j, 1.5 - 2j, complex(math.inf, -math.inf), complex(-0.0, 1e308)):
        for function in (c.complex64, c.complex64_shared):
            same(function, value)
    assert math.copysign(1, c.complex64(complex(-0.0, 1)).real) == -1
    assert math.isnan(c.complex64(complex(math.nan, 0)).real)
    same(c.complex32, 1e300 + 0.5j, complex(math.inf, 0.5))
    same(c.complex64, 1, 1 + 0j)
    same(c.complex64, 1.5, 1.5 + 0j)
    same(c.complex64, Complex(), 1 + 2j)
    same(c.complex64, Index(3), 3 + 0j)
    same(c.complex64, fractions.Fraction(1, 2), 0.5 + 0j)
    same(c.complex64, type("Derived", (complex,), {"__complex__": None})(1, 2), 1 + 2j)
    for wrong in ("1", b"1", None, [1]):
        message = f"argument 'value': must be complex number, not {type(wrong).__name__}"
        raises(TypeError, message, c.complex64, wrong)
    raises(LookupError, "lost", c.complex64, Index(LookupError("lost")))
    with pytest.raises(OverflowError, match="int too large to convert to float"):
        c.complex64(10**400)


def test_fractions(raises):
    F = fractions.Fraction
    for value in (F(0), F(-1, 3), F(2**62, 3), F(-(2**63), 2**63 - 1)):
        for function in (c.ratio_i64, c.ratio_i128, c.ratio_big, c.ratio_shared):
            same(function, value)
    same(c.ratio_i8, F(-128, 127))
    same(c.ratio_i8, -128, F(-128))
    same(c.ratio_i128, F(-(2**127), 2**127 - 1))
    same(c.ratio_big, F(3**1000, 2**1000))
    same(c.ratio_i64, True, F(1))
    raises(OverflowError, "argument 'value': numerator: 128 is out of range for i8 (-128 to 127)", c.ratio_i8, F(128, 3))
    raises(OverflowError, "argument 'value': denominator: 128 is out of range for i8 (-128 to 127)", c.ratio_i8, F(1, 128))
    for wrong in (0.5, "1/2", None, 1j):
        message = f"argument 'value': expected Fraction or int, not {type(wrong).__name__}"
        for function in (c.ratio_i64, c.ratio_big):
            raises(TypeError, message, function, wrong)


@pytest.mark.parametrize("denominator", [0, -1])
def test_fractions_that_are_none(denominator, raises):
    class Odd(fractions.Fraction):
        numerator = -128
        denominator = property(lambda self: denominator)

    for function in (c.ratio_i8, c.ratio_i64, c.ratio_big):
        message = "argument 'value': expected a fraction whose denominator is positive"
        raises(ValueError, message, function, Odd(1))


def test_ordered_floats(raises):
    for value in (0.0, -1.5, math.inf, sys.float_info.max):
        for function in (c.ordered_f64, c.not_nan):
            same(function, value)
    same(c.ordered_f32, sys.float_info.max, math.inf)
    same(c.not_nan, 1, 1.0)
    assert math.isnan(c.ordered_f64(math.nan))
    assert c.ordered_set([3, 1.5, 3.0]) == [1.5, 3.0]
    raises(ValueError, "argument 'value': expected a number, got nan", c.not_nan, math.nan)
    for function in (c.ordered_f64, c.not_nan):
        raises(TypeError, "argument 'value': must be real number, not str", function, "1")


def test_uuids(raises):
    nil = uuid.UUID(int=0)
    for value in (uuid.uuid4(), uuid.uuid1(), uuid.UUID(int=2**128 - 1)):
        for function in (c.any_uuid, c.uuid_shared, c.non_nil_uuid):
            same(function, value)
    same(c.any_uuid, nil)
    raises(ValueError, "argument 'value': expected a UUID other than the nil UUID", c.non_nil_uuid, nil)
    for wrong in (str(nil), 0, b"\0" * 16, None):
        for function in (c.any_uuid, c.non_nil_uuid):
            raises(TypeError, f"argument 'value': expected UUID, not {type(wrong).__name__}", function, wrong)

    class Odd(uuid.UUID):
        int = property(lambda self: 2**128)

    raises(OverflowError, "argument 'value': int out of range for u128 (0 to 2**128 - 1)", c.any_uuid, object.__new__(Odd))


DECIMALS = ["0", "1", "-1", "1.50", "-0.001", "0.1", "12345678901234567890.12345678", "1E+3", "7.9E+28", "1E-28", "0.3333333333333333333333333333", "79228162514264337593543950335", "-79228162514264337593543950335"]  # fmt: skip


def test_decimals(raises):
    D = decimal.Decimal
    for text in DECIMALS:
        for function in (c.decimal, c.decimal_shared, c.big_decimal, c.big_decimal_shared):
            same(function, D(text))
            same(function, text, D(text))
    for text in ("1.50", "0.00", "100"):
        for function in (c.decimal, c.big_decimal):
            assert str(function(D(text))) == text
    for text in ("1E+3", "1E-500", "1.5E+999999999999999999", "-1E-999999999999999999"):
        assert str(c.big_decimal(D(text))) == text
    assert c.decimals([D(1), 2, 0.1, "3.5"]) == [D(1), D(2), D("0.1"), D("3.5")]
    for function in (c.decimal, c.big_decimal):
        same(function, 1e16, D(10**16))
        same(function, 0.1, D("0.1"))
        same(function, True, D(1))
        same(function, Index(7), D(7))
        same(function, 2**95, D(2**95))
        for wrong in (None, 1j, b"1", fractions.Fraction(1, 2)):
            message = f"argument 'value': expected Decimal, int, float or str, not {type(wrong).__name__}"
            raises(TypeError, message, function, wrong)
        raises(LookupError, "lost", function, Index(LookupError("lost")))
    huge = 3**20_000  # more digits than `int` shows
    same(c.big_decimal, huge, D(huge))
    assert c.big_decimal(D(3).scaleb(5)) == D(300_000)


def test_subclasses_have_their_own_value():
    def lies(self):
        return "1"

    hooks = {"__str__": lies, "__repr__": lies, "__float__": None, "__complex__": None}
    for base, value in ((float, 2.5), (decimal.Decimal, decimal.Decimal("2.5")), (str, "2.5")):
        derived = type("Derived", (base,), hooks)(value)
        for function in (c.decimal, c.big_decimal):
            same(function, derived, decimal.Decimal("2.5"))
    for base, value in ((float, 2.5), (complex, 2.5 + 1j)):
        same(c.complex64, type("Derived", (base,), hooks)(value), complex(value))


def test_decimals_are_rounded_to_28_places():
    D = decimal.Decimal
    assert c.decimal(D(1) / D(30)) == D("0.0333333333333333333333333333")
    assert c.decimal("0." + "123456789" * 4) == D("0.1234567891234567891234567891")
    assert c.decimal("0." + "9" * 40) == D(1)


def test_decimals_out_of_range(raises):
    D = decimal.Decimal
    for text in ("NaN", "sNaN", "-Infinity", "1E+29", "1E-29", "79228162514264337593543950336", "", "a", "\u0661"):
        message = f"argument 'value': expected a number of 96 bits and up to 28 decimal places, got '{text}'"
        raises(ValueError, message, c.decimal, text)
    for text in ("NaN", "sNaN", "-Infinity", "1E+29", "1E-29", "79228162514264337593543950336"):
        message = f"argument 'value': expected a number of 96 bits and up to 28 decimal places, got '{text}'"
        raises(ValueError, message, c.decimal, D(text))
    message = "argument 'value': int out of range for Decimal (96 bits and a sign)"
    for value in (2**96, -(2**96), 2**126):
        raises(OverflowError, message, c.decimal, value)
    raises(OverflowError, "argument 'value': int out of range for i128 (-2**127 to 2**127 - 1)", c.decimal, 2**127)
    for value in ("NaN", "sNaN", "Infinity"):
        message = f"argument 'value': expected a finite number, got '{value}'"
        raises(ValueError, message, c.big_decimal, value)
        raises(ValueError, message, c.big_decimal, D(value))
    for value in (math.nan, math.inf):
        raises(ValueError, f"argument 'value': expected a finite number, got '{value}'", c.big_decimal, value)
    with pytest.raises(UnicodeEncodeError):
        c.decimal("\ud800")
    for scale in (2**63 - 1, -(2**63)):
        with pytest.raises(decimal.InvalidOperation):
            c.big_decimal_scaled(1, scale)


def test_the_context_of_decimals_does_not_matter():
    D = decimal.Decimal
    with decimal.localcontext() as context:
        context.prec = 2
        context.traps[decimal.Inexact] = context.traps[decimal.FloatOperation] = True
        for function in (c.decimal, c.big_decimal):
            same(function, D("1.234567890123"))
            same(function, 1.2345, D("1.2345"))


@pytest.mark.parametrize("function", [c.anyhow_error, c.eyre_error])
def test_reports(function):
    assert function("none") == 1
    chain = "outer\n\nCaused by:\n    0: inner\n    1: oh no!"
    for kind, words in (("words", "some words"), ("plain", "oh no!"), ("context", chain)):
        with pytest.raises(RuntimeError) as caught:
            function(kind)
        # eyre says where, and either has a backtrace if that is asked for.
        report = re.split("\n\n(?:Location|Stack backtrace):", str(caught.value))[0]
        assert report.replace("\n   0", "\n    0").replace("\n   1", "\n    1") == words
        assert caught.value.__cause__ is None


@pytest.mark.parametrize("function", [c.anyhow_python_error, c.eyre_python_error])
def test_reports_of_exceptions(function, raises):
    error = KeyError("lost")

    def fails():
        raise error

    with pytest.raises(KeyError) as caught:
        function(fails, [])
    assert caught.value is error and error.__cause__ is None
    raises(ValueError, "made here", function, None, [])
    for contexts in (["inner"], ["inner", "outer"]):
        with pytest.raises(RuntimeError) as caught:
            function(fails, contexts)
        assert caught.value.__cause__ is error
        text = str(caught.value)
        assert text.startswith(contexts[-1]) and "KeyError: 'lost'" in text
    with pytest.raises(RuntimeError, match="ValueError: made here") as caught:
        function(None, ["context"])
    assert repr(caught.value.__cause__) == "ValueError('made here')"
    assert function(int, ["context"]) is None


def test_random_numbers():
    random.seed(0)
    D = decimal.Decimal
    for _ in range(2000):
        value = random.getrandbits(random.randrange(1, 500)) * random.choice((1, -1))
        same(c.big_int, value)
        same(c.big_uint, abs(value))
        same(c.ratio_big, fractions.Fraction(value, random.getrandbits(200) + 1))
        digits, exponent = value % 2**96 * random.choice((1, -1)), random.randrange(-28, 1)
        number = D(f"{digits}E{exponent}")
        assert c.decimal(number).as_tuple() == (number if number else abs(number)).as_tuple()
        number = D(f"{value}E{random.randrange(-1000, 1000)}")
        assert c.big_decimal(number).as_tuple() == number.as_tuple()
        number = random.uniform(-1, 1) * 10 ** random.randrange(-300, 300)
        same(c.big_decimal, number, D(repr(number)))
