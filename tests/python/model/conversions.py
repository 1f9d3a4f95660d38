"""What the documents of mybind promise of its conversions, in Python: the README's "What goes in and out" and "Errors".

Nothing here is taken from the runtime. What a Rust type takes is found with what Python itself has for it: `operator.index`, a
C function that takes a double, `memoryview`, `isinstance`, a `for` loop. A conversion makes of an object a value, in a form of
which Python can say whether two are equal in Rust, too; and of the value, on the way out, the object that the result is.
"""

import ctypes
import math
import operator
import os
import pathlib
import re
import sysconfig

import generated

FREE_THREADED = sysconfig.get_config_var("Py_GIL_DISABLED")
HEAP_TYPE = 1 << 9


class Refused(Exception):
    """A conversion's own error. The way to it is put in front of its message."""

    def __init__(self, cls, message):
        self.cls, self.message = cls, message


def at(place, convert, *args):
    """Converts, and says of an error where it was: in front of the message of a conversion's own, in a note on any other."""
    try:
        return convert(*args)
    except Refused as refused:
        raise Refused(refused.cls, f"{named(place)}: {refused.message}") from None
    except BaseException as error:
        place = named(place)
        if hasattr(error, "add_note"):
            error.add_note(place)
        raise


def named(place):
    """A place, which is called `key 5` when what it is in front of is the key itself, and so on."""
    if isinstance(place, str):
        return place
    what, value = place
    return f"{what} {shown(value)}"


def not_an(name, value):
    what = "'None'" if value is None else f"'{type(value).__qualname__}' object"
    return Refused(TypeError, f"{what} is not an instance of '{name}'")


def pythons_words(function, value):
    """What Python says of a value of the wrong type, under the name that it has for that."""
    return Refused(TypeError, complaint(function, value).replace(c_name(value), type_name(value)))


def complaint(function, value):
    try:
        function(value)
    except TypeError as error:
        return str(error)
    raise AssertionError(f"{function} takes {value}")


def c_name(value):
    """What C code calls a value's type: with the module in front, where the type is made by C code."""
    if issubclass(type(value), str):
        return complaint(operator.index, value).split("'")[1]
    words = complaint("".join, [value])
    return words.removeprefix("sequence item 0: expected str instance, ").removesuffix(" found")


def type_name(value):
    """The same; the stable ABI knows of no module, and without the GIL classes that can get another name are called by that alone."""
    is_short = generated.ABI3 or (FREE_THREADED and type(value).__flags__ & HEAP_TYPE)
    return c_name(value).rpartition(".")[2] if is_short else c_name(value)


def shown(value):
    """As `traceback` shows a value, but for lone surrogates, of which Rust has none."""
    try:
        return re.sub("[\ud800-\udfff]", "\ufffd", repr(value))
    except BaseException:
        return f"<unprintable {type(value).__name__} object>"


class Type:
    """A type in Rust. A value of it is in Python whatever has the same order and equality."""

    def into_value(self, value):
        """The value that an object is converted to."""
        raise NotImplementedError

    def into_object(self, value):
        """The object that the value becomes as a result."""
        return value

    def same(self, result):
        """Of an object that is a result, what two of them must have in common."""
        return type(result), result

    def order(self, value):
        """By which values are sorted in Rust."""
        return value


class Int(Type):
    def __init__(self, name):
        bits = int(name[1:].replace("size", "64"))
        self.name, unsigned = name, name[0] == "u"
        self.least, self.greatest = (0, 2**bits - 1) if unsigned else (-(2 ** (bits - 1)), 2 ** (bits - 1) - 1)
        self.range = f"{self.least} to {self.greatest}"
        if bits == 128:
            self.range = "0 to 2**128 - 1" if unsigned else "-2**127 to 2**127 - 1"

    def into_value(self, value):
        if not hasattr(type(value), "__index__"):
            raise pythons_words(operator.index, value)
        value = int.__index__(operator.index(value))
        if not self.least <= value <= self.greatest:
            what = f"{value} is" if -(2**63) <= value < 2**64 else "int"
            raise Refused(OverflowError, f"{what} out of range for {self.name} ({self.range})")
        return value


class NonZero(Type):
    def __init__(self, item):
        self.item = item

    def into_value(self, value):
        value = self.item.into_value(value)
        if value == 0:
            raise Refused(ValueError, "expected a nonzero integer, got 0")
        return value


class Float(Type):
    def __init__(self, single):
        self.single = single

    def into_value(self, value):
        # NumPy's texts have the method from a base, but not in the slot where the interpreter looks.
        is_text = type(value).__module__ == "numpy" and isinstance(value, (str, bytes))
        if is_text or not (hasattr(type(value), "__float__") or hasattr(type(value), "__index__")):
            raise pythons_words(double, value)
        value = double(value)
        return ctypes.c_float(value).value if self.single else value

    def same(self, result):
        return type(result), "nan" if math.isnan(result) else result.hex()


def double(value):
    """The double that Python's C API takes an object for."""
    return math.ldexp(value, 0)


class Bool(Type):
    def into_value(self, value):
        if value is True or value is False:
            return value
        if type(value).__module__ == "numpy" and type(value).__name__ in ("bool", "bool_"):
            return bool(value)
        raise not_an("bool", value)


def own_text(value):
    """The text that a `str` is, whatever a subclass says."""
    if not issubclass(type(value), str):
        raise not_an("str", value)
    return str.__str__(value)


class Text(Type):
    def into_value(self, value):
        text = own_text(value)
        text.encode()
        return text


class Char(Text):
    def into_value(self, value):
        text = super().into_value(value)
        if len(text) != 1:
            raise Refused(ValueError, "expected a string of length 1")
        return text


class CString(Text):
    def into_value(self, value):
        text = super().into_value(value)
        if "\0" in text:
            raise Refused(ValueError, "embedded null character")
        return text


class OsString(Type):
    def into_value(self, value):
        return os.fsencode(own_text(value))

    def into_object(self, value):
        return os.fsdecode(value)


class Path(OsString):
    def into_value(self, value):
        if not issubclass(type(value), str):
            if not hasattr(type(value), "__fspath__"):
                raise Refused(TypeError, f"expected str or os.PathLike object, not {type_name(value)}")
            path = os.fspath(value)
            if not isinstance(path, str):
                message = f"expected {type_name(value)}.__fspath__() to return str, not {type_name(path)}"
                raise Refused(TypeError, message)
            value = path
        return super().into_value(value)

    def into_object(self, value):
        return pathlib.Path(super().into_object(value))


def own_bytes(value):
    """The bytes that a `bytes` is, whatever a subclass says."""
    return bytes.__getitem__(value, slice(None))


def bytes_of(value):
    """The bytes of a bytes-like object, `None` for any other."""
    if issubclass(type(value), bytes):
        return own_bytes(value)
    try:
        view = memoryview(value)
    except (TypeError, BufferError):
        return None
    return view.tobytes() if view.format == "B" and view.ndim == 1 else None


class Bytes(Type):
    def into_value(self, value):
        if not issubclass(type(value), bytes):
            raise not_an("bytes", value)
        return own_bytes(value)


class BytesOrByteArray(Bytes):
    def into_value(self, value):
        if issubclass(type(value), bytearray):
            return bytes_of(value)
        return super().into_value(value)


class Labels:
    """Names for the objects that are passed, to say which one a result is."""

    def __init__(self, *values):
        self.known, self.values = {}, values
        for value in values:
            self.walk(value)

    def walk(self, value):
        if id(value) in self.known:
            return
        self.known[id(value)] = len(self.known)
        if issubclass(type(value), dict):
            value = [part for pair in dict.items(value) for part in pair]
        for base in (list, tuple):
            if issubclass(type(value), base):
                for item in base.__iter__(value):
                    self.walk(item)

    def label(self, value):
        """Its number; of what is new, what is in it."""
        if id(value) in self.known:
            return self.known[id(value)]
        if issubclass(type(value), dict):
            return [(key, self.label(item)) for key, item in dict.items(value)]
        if issubclass(type(value), tuple):
            return [self.label(item) for item in tuple.__iter__(value)]
        return "new"


    current = None


class Handle(Type):
    """An object as it is."""

    def __init__(self, cls):
        self.cls = cls

    def into_value(self, value):
        if not issubclass(type(value), self.cls):
            raise not_an(self.cls.__name__, value)
        return value

    def same(self, result):
        return type(result), Labels.current.label(result)


class Range(Type):
    def __init__(self, item):
        self.item = item

    def into_value(self, value):
        if type(value) is not range:
            raise not_an("range", value)
        if int.__index__(value.step) != 1:
            raise Refused(ValueError, f"expected a range with step 1, got {shown(value)}")
        return at("start", self.item.into_value, value.start), at("stop", self.item.into_value, value.stop)

    def into_object(self, value):
        return range(*value)

    def same(self, result):
        return type(result), result.start, result.stop, result.step
