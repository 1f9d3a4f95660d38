"""What the words in the columns "takes" and "gives" mean, as questions to a Python object, and the objects that each type is tried with."""

import ast
import collections
import collections.abc
import contextvars
import datetime as dt
import decimal
import fractions
import ipaddress
import numbers
import operator
import os
import pathlib
import re
import types
import uuid
import weakref
import zoneinfo
from array import array

from document import Type, substitute

try:
    import numpy
except ImportError:
    numpy = None


def has(method, convert):
    """Objects with a method that works: NumPy's arrays and weak proxies have them all."""

    def works(value, _):
        try:
            return hasattr(type(value), method) and convert(value) is not None
        except (TypeError, ReferenceError):
            return False
        except OverflowError:
            return True

    return works


HAS_INDEX, HAS_FLOAT = has("__index__", operator.index), has("__float__", float)


def instance(*classes):
    # Not `isinstance`, which a weak proxy answers for what it stands for.
    return lambda value, _: issubclass(type(value), classes)


def is_sequence(value):
    # `array` and `memoryview` are registered from 3.12 on only, and taken before.
    return isinstance(value, (collections.abc.Sequence, bytearray, array, memoryview)) and not isinstance(value, str)


def is_bytes_like(value):
    try:
        view = memoryview(value)
        return view.ndim > 0 and view.format in ("B", "b", "c")
    except (TypeError, BufferError, ValueError):
        return False


def is_iterable(value):
    try:
        iter(value)
    except TypeError:
        return False
    return True


def is_array(value):
    return numpy is not None and isinstance(value, numpy.ndarray)


def address(*classes):
    def is_address(value, _):
        try:
            return isinstance(value, str) and any(isinstance(ipaddress.ip_address(value), class_) for class_ in classes)
        except ValueError:
            return False

    return is_address


def is_number(value, _):
    try:
        return isinstance(value, str) and bool(decimal.Decimal(value).is_finite())
    except decimal.InvalidOperation:
        return False


def has_zone(value):
    return isinstance(value, dt.datetime) and value.tzinfo is not None


def is_utc(value, _=None):
    return isinstance(value, dt.tzinfo) and value.utcoffset(None) == dt.timedelta() or getattr(value, "key", None) == "UTC"


def is_constant(value, _):
    return isinstance(value, dt.tzinfo) and (value.utcoffset(None) is not None or value.key == "UTC")


def pairs(value, takes):
    return all(takes("K", key) and takes("V", item) for key, item in value.items())


def buffer_of(value, type_):
    """Whether it has a buffer of such items."""
    try:
        code = memoryview(value).format.lstrip("@=<>|")
    except (TypeError, BufferError, ValueError):
        return False
    codes = {"f64": "d", "u8": "Bc", "i32": "il" if array("l").itemsize == 4 else "i"}
    return code in codes[type_.name]


def has_buffer(value, _):
    try:
        memoryview(value)
    except (TypeError, BufferError, ValueError):
        return False
    return True


def array_of(dtype):
    """Arrays of such items, with as many dimensions as `D` says."""

    def is_such(value, takes):
        dimensions = {"Ix1": [1], "Ix2": [2], "IxDyn": range(32)}[takes("D").name]
        return is_array(value) and value.dtype == dtype and value.ndim in dimensions

    return is_such


def becomes_array_of(dtype):
    """Other objects that NumPy makes such an array of."""

    def is_such(value, takes):
        if numpy is None or is_array(value):
            return False
        try:
            made = numpy.asarray(value, dtype)
        except (TypeError, ValueError, OverflowError):
            return False
        return array_of(dtype)(made, takes)

    return is_such


# The objects that are in the term's words; `takes(type, object)` asks what another type takes.
TAKEN = {
    "`bool`": instance(bool),
    "`numpy.bool`": lambda value, _: numpy is not None and isinstance(value, numpy.bool_),
    "`int`": instance(int),
    "`float`": instance(float),
    "`complex`": instance(complex),
    "whatever has `__index__`": HAS_INDEX,
    "whatever has `__float__` or `__index__`": lambda value, _: HAS_FLOAT(value, _) or HAS_INDEX(value, _),
    "whatever has `__complex__`": has("__complex__", complex),
    "`str`": instance(str),
    "`str` of length 1": lambda value, _: isinstance(value, str) and len(value) == 1,
    "`bytes`": instance(bytes),
    "`bytearray`": instance(bytearray),
    "`memoryview`": instance(memoryview),
    "bytes-like objects": lambda value, _: is_bytes_like(value),
    "sequences of what `u8` takes": lambda value, takes: is_sequence(value) and all(takes("u8", item) for item in value),
    "sequences of what `T` takes": lambda value, takes: is_sequence(value) and all(takes("T", item) for item in value),
    "NumPy arrays of such": lambda value, takes: is_array(value) and all(takes("such", item) for item in value),
    "never `str`": lambda value, _: False,
    "`tuple` of what `A` takes": lambda value, takes: isinstance(value, tuple) and len(value) == 1 and takes("A", value[0]),
    "`tuple` of what `A` and `B` take": lambda value, takes: isinstance(value, tuple) and len(value) == 2 and takes("A", value[0]) and takes("B", value[1]),
    "the empty `tuple`": lambda value, _: isinstance(value, tuple) and not value,
    "`dict` of what `K` and `V` take": lambda value, takes: isinstance(value, dict) and pairs(value, takes),
    "`set`": instance(set),
    "`frozenset`": instance(frozenset),
    "`set` of what `T` takes": lambda value, takes: isinstance(value, set) and all(takes("T", item) for item in value),
    "`frozenset` of such": lambda value, takes: isinstance(value, frozenset) and all(takes("T", item) for item in value),
    "`None`": lambda value, _: value is None,
    "what `T` takes": lambda value, takes: takes("T", value),
    "what `f64` takes": lambda value, takes: takes("f64", value),
    "what `L` takes": lambda value, takes: takes("L", value),
    "what `R` takes": lambda value, takes: takes("R", value),
    "`os.PathLike[str]`": lambda value, _: isinstance(value, os.PathLike) and isinstance(os.fspath(value), str),
    "`timedelta`": instance(dt.timedelta),
    "`date`": instance(dt.date),
    "`time`": instance(dt.time),
    "`datetime`": instance(dt.datetime),
    "`tzinfo`": instance(dt.tzinfo),
    "`datetime` with a time zone": lambda value, _: has_zone(value),
    "`datetime` without a time zone": lambda value, _: isinstance(value, dt.datetime) and value.tzinfo is None,
    "`datetime` with a time zone that `T` takes": lambda value, takes: has_zone(value) and takes("T", value.tzinfo),
    "`datetime` with a time zone that `Utc` takes": lambda value, takes: has_zone(value) and takes("Utc", value.tzinfo),
    "`datetime` with a time zone that `TimeZone` takes": lambda value, takes: has_zone(value) and takes("TimeZone", value.tzinfo),
    "`tzinfo` that is always as UTC": is_utc,
    "`tzinfo` of a constant offset": is_constant,
    "`ZoneInfo`": instance(zoneinfo.ZoneInfo),
    "`IPv4Address`": instance(ipaddress.IPv4Address),
    "`IPv6Address`": instance(ipaddress.IPv6Address),
    "`str` of an address": address(ipaddress.IPv4Address, ipaddress.IPv6Address),
    "`str` of an IPv4 address": address(ipaddress.IPv4Address),
    "`str` of an IPv6 address": address(ipaddress.IPv6Address),
    "`range` in steps of 1": lambda value, _: isinstance(value, range) and value.step == 1,
    "callables": lambda value, _: callable(value),
    "iterables": lambda value, _: is_iterable(value),
    "buffers of `T`": lambda value, takes: buffer_of(value, takes("T")),
    "buffers of any items": has_buffer,
    "arrays": lambda value, _: is_array(value),
    "arrays of float64 with the dimensions of `D`": array_of("float64"),
    "what `numpy.asarray` makes such an array of": becomes_array_of("float64"),
    "`numpy.dtype`": lambda value, _: numpy is not None and isinstance(value, numpy.dtype),
    "arrays of float16 with the dimensions of `D`": array_of("float16"),
    "any object": lambda value, _: True,
    "`list`": instance(list),
    "`tuple`": instance(tuple),
    "`dict`": instance(dict),
    "`range`": instance(range),
    "`slice`": instance(slice),
    "classes": instance(type),
    "modules": instance(types.ModuleType),
    "`collections.abc.Sequence`": lambda value, _: isinstance(value, collections.abc.Sequence),
    "`collections.abc.Mapping`": instance(collections.abc.Mapping),
    "iterators": lambda value, _: hasattr(type(value), "__next__"),
    "functions written in C or Rust": instance(types.BuiltinFunctionType),
    "functions written in Python": instance(types.FunctionType),
    "compiled code": instance(types.CodeType),
    "frames": instance(types.FrameType),
    "`contextvars.Context`": instance(contextvars.Context),
    "tracebacks": instance(types.TracebackType),
    "capsules": lambda value, _: type(value).__name__ == "PyCapsule",
    "`dict.keys()`": instance(type({}.keys())),
    "`dict.values()`": instance(type({}.values())),
    "`dict.items()`": instance(type({}.items())),
    "`types.MappingProxyType`": instance(types.MappingProxyType),
    "`types.GenericAlias`": instance(types.GenericAlias),
    "`super`": lambda value, _: issubclass(type(value), super),
    "weak references": instance(weakref.ref),
    "weak proxies": lambda value, _: type(value) in weakref.ProxyTypes,
    "weak references and proxies": lambda value, _: type(value) in weakref.ProxyTypes or isinstance(value, weakref.ref),
    "`...`": lambda value, _: value is ...,
    "`NotImplemented`": lambda value, _: value is NotImplemented,
    "`ValueError`": instance(ValueError),
    "and so each exception": lambda value, _: False,
    "`Decimal`": instance(decimal.Decimal),
    "`float` by its `repr`": instance(float),
    "`str` of a number": is_number,
    "`Fraction`": instance(fractions.Fraction),
    "any `numbers.Rational`": instance(numbers.Rational),
    "`UUID`": instance(uuid.UUID),
}


def exactly(class_):
    return lambda result, value, gives: type(result) is class_


# What comes back; `gives(type, result, object)` asks what another type gives.
GIVEN = {
    "`bool`": exactly(bool),
    "`int`": exactly(int),
    "`float`": exactly(float),
    "`complex`": exactly(complex),
    "`str`": exactly(str),
    "`bytes`": exactly(bytes),
    "`list`": exactly(list),
    "`tuple`": exactly(tuple),
    "`dict`": exactly(dict),
    "`dict` in order": lambda result, value, _: type(result) is dict and list(result) == list(value),
    "`set`": exactly(set),
    "`None`": lambda result, value, _: result is None,
    "what `T` gives": lambda result, value, gives: gives("T", result, value),
    "what `L` gives": lambda result, value, gives: gives("L", result, value),
    "what `R` gives": lambda result, value, gives: gives("R", result, value),
    "`pathlib.Path`": exactly(type(pathlib.Path())),
    "`timedelta`": exactly(dt.timedelta),
    "`date`": exactly(dt.date),
    "`time`": exactly(dt.time),
    "`datetime`": lambda result, value, _: type(result) is dt.datetime and result == value and str(result.tzinfo) == str(value.tzinfo),
    "`datetime` in UTC": lambda result, value, _: type(result) is dt.datetime and result.tzinfo is dt.timezone.utc,
    "`datetime` with a `timezone`": lambda result, value, _: type(result) is dt.datetime and type(result.tzinfo) is dt.timezone,
    "`timezone`": exactly(dt.timezone),
    "`ZoneInfo`": exactly(zoneinfo.ZoneInfo),
    "`IPv4Address`": exactly(ipaddress.IPv4Address),
    "`IPv6Address`": exactly(ipaddress.IPv6Address),
    "`range`": exactly(range),
    "a function": exactly(types.BuiltinFunctionType),
    "an exception": lambda result, value, _: isinstance(result, BaseException),
    "an iterator": lambda result, value, _: iter(result) is result,
    "a `memoryview`": exactly(memoryview),
    "the object": lambda result, value, _: result is value,
    "`decimal.Decimal`": exactly(decimal.Decimal),
    "`fractions.Fraction`": exactly(fractions.Fraction),
    "`uuid.UUID`": exactly(uuid.UUID),
}

# Each type is given each of these.
OBJECTS = """
None | True | False | 0 | 1 | 7 | -1 | 300 | 2**40 | 2**70 | 10**40 | 0.5 | -1.0 | float("inf") | float("nan") | 1j | Index() | Real() | Complex()
"" | "a" | "ab" | "é" | "1.5" | "nan" | "192.0.2.1" | "::1" | b"" | b"ab" | bytearray(b"ab") | memoryview(b"ab") | memoryview(array("d", [0.5]))
[] | [1] | [1, 2] | [0.5, 1] | ["a"] | ["a", "b"] | [None] | [1, None] | [b"ab"] | [[1], [2, 0.5]] | [[]] | () | (1,) | ("a",) | (1, "a") | (1, 2) | (1, "a", 2)
range(3) | range(3, 7) | range(0, 9, 2) | range(0, 300) | deque([1, 2]) | array("i", [1, 2]) | array("d", [0.5]) | iter([1]) | (n for n in (1,)) | enumerate(())
{} | {"a": 1} | {1: 1} | {1: [0.5]} | {"a": "b"} | OrderedDict(a=1) | UserDict(a=1) | MappingProxyType({1: 2}) | {1: 2}.keys() | {1: 2}.values() | {1: 2}.items()
set() | {1} | {"a"} | frozenset() | frozenset({1, 2}) | frozenset({"a"}) | {0.5}
date(2024, 2, 29) | datetime(2024, 2, 29, 12) | datetime(2024, 2, 29, 12, tzinfo=utc) | datetime(2024, 7, 1, tzinfo=east)
datetime(2024, 7, 1, tzinfo=ZoneInfo("UTC")) | datetime(2024, 7, 1, tzinfo=ZoneInfo("Europe/Paris"))
time(12, 30) | time(12, tzinfo=utc) | timedelta(1, 2, 3) | timedelta(-1) | utc | east | ZoneInfo("UTC") | ZoneInfo("Europe/Paris")
Path("a") | UUID(int=1) | UUID(int=0) | Decimal("1.5") | Decimal("nan") | Fraction(1, 3) | Fraction(2) | IPv4Address("192.0.2.1") | IPv6Address("::1")
int | list[int] | object() | len | max | function | lambda i, x: str(i) | SimpleNamespace(a=1) | sys | sys._getframe() | function.__code__ | ValueError("bad") | TypeError()
TracebackType(None, sys._getframe(), 0, 1) | Context() | CAPI | super(bool, True) | weakref.ref(function) | weakref.proxy(function) | ... | NotImplemented | slice(1, 2)
numpy.True_ | numpy.int64(3) | numpy.uint8(3) | numpy.float32(0.5) | numpy.float64(0.5) | numpy.array([1, 2]) | numpy.array([0.5]) | numpy.array([[0.5]]) | numpy.array([], dtype="uint8") | numpy.array([0.5], dtype="float16") | numpy.dtype("float64")
"""
OBJECTS = [text.strip() for text in re.split(r" \| |\n", OBJECTS.strip())]


def terms_of(text):
    return [term for term in text.split(", ") if term]


def term_that_takes(document, type_, value, section):
    """The term by which the document says that the type takes the object, if it does."""
    text, bound, section = document.cell("takes", type_, section)

    def inner(other, *value):
        # Of a `Vec<u8>` and its kin, which have no variable, the items are `u8`.
        other = ("T" if "T" in bound else "u8") if other == "such" else other
        other = substitute(Type.parse(other), bound)
        return term_that_takes(document, other, value[0], section) is not None if value else other

    return next((term for term in terms_of(text) if TAKEN[term](value, inner)), None)


def gives(document, type_, result, value, section):
    """Whether the result is what the document says that the type gives for the object."""
    text, bound, section = document.cell("gives", type_, section)

    def inner(other, result, value):
        return gives(document, substitute(Type.parse(other), bound), result, value, section)

    return any(GIVEN[term](result, value, inner) for term in terms_of(text))
