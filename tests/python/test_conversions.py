"""Every conversion of the core list, both ways, and what it says of a wrong argument."""

import array
import collections
import decimal
import math
import operator
import sys
import sysconfig

import pytest

import functions as f

RANGES = {
    f.echo_i8: ("i8", -(2**7), 2**7 - 1, "-128 to 127"),
    f.echo_u8: ("u8", 0, 2**8 - 1, "0 to 255"),
    f.echo_i16: ("i16", -(2**15), 2**15 - 1, "-32768 to 32767"),
    f.echo_u16: ("u16", 0, 2**16 - 1, "0 to 65535"),
    f.echo_i32: ("i32", -(2**31), 2**31 - 1, "-2147483648 to 2147483647"),
    f.echo_u32: ("u32", 0, 2**32 - 1, "0 to 4294967295"),
    f.echo_i64: ("i64", -(2**63), 2**63 - 1, "-9223372036854775808 to 9223372036854775807"),
    f.echo_u64: ("u64", 0, 2**64 - 1, "0 to 18446744073709551615"),
    f.echo_i128: ("i128", -(2**127), 2**127 - 1, "-2**127 to 2**127 - 1"),
    f.echo_u128: ("u128", 0, 2**128 - 1, "0 to 2**128 - 1"),
}
if sys.maxsize > 2**32:
    RANGES[f.echo_isize] = ("isize", -(2**63), 2**63 - 1, "-9223372036854775808 to 9223372036854775807")
    RANGES[f.echo_usize] = ("usize", 0, 2**64 - 1, "0 to 18446744073709551615")


def no_instance(value, name):
    what = "'None'" if value is None else f"'{type(value).__name__}' object"
    return f"argument 'value': {what} is not an instance of '{name}'"


class Index:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        return self.value


class Broken:
    def __index__(self):
        raise LookupError("broken")

    __float__ = __index__


@pytest.mark.parametrize("function", RANGES, ids=lambda function: function.__name__)
def test_ints(function, raises):
    name, least, greatest, described = RANGES[function]
    inside = {least, least + 1, 0, 1, 5, 127, greatest - 1, greatest, greatest // 2, least // 2, 2**30 - 1, 2**30, 2**60, -1}
    for value in sorted(value for value in inside if least <= value <= greatest):
        for given in (value, Index(value)):
            result = function(given)
            assert (type(result), result) == (int, value)
    assert type(function(True)) is int
    for value in (least - 1, greatest + 1, 2**64, -(2**63) - 1, 2**200, -(2**200)):
        if least <= value <= greatest:
            continue
        shown = f"{value} is" if -(2**63) <= value < 2**64 else "int"
        message = f"argument 'value': {shown} out of range for {name} ({described})"
        raises(OverflowError, message, function, value)
    for wrong in (1.0, "1", None, b"1", 1j, []):
        message = f"argument 'value': '{type(wrong).__name__}' object cannot be interpreted as an integer"
        raises(TypeError, message, function, wrong)
    error = raises(LookupError, "broken", function, Broken())
    if sys.version_info >= (3, 11):
        assert error.__notes__ == ["argument 'value'"]
    with pytest.raises(TypeError) as caught:
        operator.index(Index("x"))
    raises(TypeError, str(caught.value), function, Index("x"))


def test_bool(raises):
    assert f.echo_bool(True) is True
    assert f.echo_bool(False) is False
    for wrong in (1, 0, None, "x", 1.0):
        raises(TypeError, no_instance(wrong, "bool"), f.echo_bool, wrong)


class Float(float):
    def __float__(self):
        raise AssertionError("a subclass of float has its value")


def test_floats(raises):
    for function in (f.echo_f64, f.echo_f32):
        for value in (0.0, -0.0, 1.5, -2.25, math.inf, -math.inf):
            result = function(value)
            assert type(result) is float
            assert (result, math.copysign(1, result)) == (value, math.copysign(1, value))
        assert math.isnan(function(math.nan))
        assert (function(3), type(function(3))) == (3.0, float)
        assert function(Index(7)) == 7.0
        assert function(True) == 1.0
        assert function(Float(2.5)) == 2.5
        for wrong in ("1", None, 1j, b"", []):
            message = f"argument 'value': must be real number, not {type(wrong).__name__}"
            raises(TypeError, message, function, wrong)
        raises(OverflowError, "int too large to convert to float", function, 2**2000)
        raises(LookupError, "broken", function, Broken())
    assert f.echo_f64(0.1) == 0.1
    assert f.echo_f32(0.1) == 0.10000000149011612
    assert f.echo_f32(1e300) == math.inf


TEXTS = ["", "a", "é", "漢字", "\U0001f600", "nul\0inside", "x" * 10_000]


@pytest.mark.parametrize("function", [f.echo_string, f.echo_str, f.echo_cow, f.echo_py_string, f.echo_option_str, f.echo_option_string], ids=lambda function: function.__name__)  # fmt: skip
def test_text(function, raises):
    class Text(str):
        pass

    for text in TEXTS:
        assert function(text) == text
        assert function(Text(text)) == text
    for wrong in (1, b"bytes", ["a"]):
        raises(TypeError, no_instance(wrong, "str"), function, wrong)
    if function is not f.echo_py_string:
        error = raises(UnicodeEncodeError, "'utf-8' codec can't encode character '\\ud800' in position 1: surrogates not allowed", function, "a\ud800")
        if sys.version_info >= (3, 11):
            assert error.__notes__ == ["argument 'value'"]


def test_char(raises):
    for text in ("a", "é", "漢", "\U0001f600", "\0"):
        assert f.echo_char(text) == text
    for wrong in ("", "ab"):
        raises(ValueError, "argument 'value': expected a string of length 1", f.echo_char, wrong)
    raises(TypeError, "argument 'value': 'int' object is not an instance of 'str'", f.echo_char, 1)
    with pytest.raises(ValueError):
        f.echo_char("\ud800")


def test_bytes(raises):
    data = bytes(range(256))
    assert f.echo_slice(data) == data
    raises(TypeError, "argument 'value': 'bytearray' object is not an instance of 'bytes'", f.echo_slice, bytearray())
    for given in (data, bytearray(data), memoryview(data), list(data), tuple(data), memoryview(data + data)[::2], array.array("B", data)):
        result = f.echo_bytes(given)
        assert (type(result), result) == (bytes, bytes(given))
    raises(OverflowError, "argument 'value': item 1: 256 is out of range for u8 (0 to 255)", f.echo_bytes, [0, 256])
    assert f.echo_array_bytes(b"abcd") == b"abcd"
    assert f.echo_array_bytes([1, 2, 3, 4]) == b"\x01\x02\x03\x04"
    assert f.list_of_signed() == [1, 2]


class Sequence(collections.abc.Sequence):
    def __init__(self, *items):
        self.items = items

    def __len__(self):
        return len(self.items)

    def __getitem__(self, index):
        return self.items[index]


class Mapping(collections.UserDict):
    pass


def test_sequences(raises):
    for given in ([1, 2, 3], (1, 2, 3), range(1, 4), Sequence(1, 2, 3), array.array("i", [1, 2, 3]), b"\x01\x02\x03", collections.deque([1, 2, 3]), [True, 2, Index(3)]):  # fmt: skip
        result = f.echo_vec(given)
        assert (type(result), result) == (list, [1, 2, 3])
        assert f.echo_array(given) == [1, 2, 3]
    assert f.echo_vec([]) == f.echo_vec(()) == []
    assert f.echo_vec_float([1, 2.5]) == [1.0, 2.5]
    assert f.echo_vec_string(("a", "é")) == ["a", "é"]
    assert f.echo_vec_vec([(1,), [], [2, 3]]) == [[1], [], [2, 3]]
    assert f.echo_vec_option([1, None]) == [1, None]
    assert f.echo_array_string(["a", "b"]) == ["a", "b"]
    for function in (f.echo_vec, f.echo_array, f.echo_vec_string):
        message = "argument 'value': 'str' object is not accepted as a sequence (list(text) has its characters)"
        raises(TypeError, message, function, "abc")
        for wrong in (3, None, {1}, {1: 2}, iter([1])):
            raises(TypeError, no_instance(wrong, "Sequence"), function, wrong)
    raises(TypeError, "argument 'value': item 3: 'str' object cannot be interpreted as an integer", f.echo_vec, [1, 2, 3, "x"])
    raises(TypeError, "argument 'value': item 1: item 0: 'str' object cannot be interpreted as an integer", f.echo_vec_vec, [[], ["x"]])  # fmt: skip
    raises(ValueError, "argument 'value': expected a sequence of length 3, got one of length 2", f.echo_array, [1, 2])


def test_lists_that_change_while_they_are_read():
    class Shrinks:
        def __index__(self):
            values.clear()
            return 1

    class Grows:
        def __index__(self):
            if len(values) < 100:
                values.append(Grows())
            return 1

    class Replaces:
        def __index__(self):
            values[:] = [object() for _ in values]
            return 1

    values = [Shrinks(), 2, 3]
    assert f.sum(values) == 1
    values = [Grows()]
    assert f.sum(values) == 100
    values = [1, Replaces(), 3]
    with pytest.raises(TypeError, match="^argument 'values': item 2: 'object' object cannot be interpreted as an integer$"):
        f.sum(values)


def test_dicts_that_change_while_they_are_read():
    class Moves:
        def __init__(self):
            self.times = 0

        def __index__(self):
            self.times += 1
            values.pop(self)
            values[self] = []
            return 1

    key = Moves()
    values = {key: []}
    if sysconfig.get_config_var("Py_GIL_DISABLED") or ".abi3t" in getattr(f, "functions", f).__file__:
        f.echo_btree_map(values)  # a copy is read
    else:
        with pytest.raises(RuntimeError, match="^argument 'value': dictionary keys changed during iteration$"):
            f.echo_btree_map(values)
    assert key.times == 1


def test_sequences_are_asked_as_list_asks_them():
    class Asked(Sequence):
        def __iter__(self):
            asked.append("iter")
            return iter(self.items)

        def __len__(self):
            asked.append("len")
            return 2

    asked = []
    assert list(Asked(1, 2)) == f.echo_vec(Asked(1, 2)) == [1, 2]
    assert asked == ["iter", "len"] * 2


class Stop(BaseException):
    pass


def stop(*args):
    raise Stop("now")


@pytest.mark.parametrize(
    "function, base, raising",
    [
        (f.echo_vec, Sequence, "__len__"),
        (f.echo_vec, Sequence, "__getitem__"),
        (f.echo_vec, object, "__class__"),
        (f.echo_py_sequence, object, "__class__"),
        (f.echo_py_mapping, object, "__class__"),
    ],
)
def test_what_python_code_raises_is_passed_on(function, base, raising, raises):
    raises(Stop, "now", function, type("Stops", (base,), {raising: property(stop)})())


def test_a_length_is_not_needed():
    given = type("NoLength", (Sequence,), {"__len__": lambda self: len(None)})(1, 2)
    assert f.echo_vec(given) == [1, 2]


@pytest.mark.skipif(sys.version_info < (3, 12), reason="needs `__buffer__`")
def test_a_buffer_written_in_python(raises):
    class Buffer:
        def __init__(self, error=None):
            self.error = error

        def __getitem__(self, index):
            return b"ab"[index]

        def __buffer__(self, flags):
            if self.error:
                raise self.error
            return memoryview(b"ab")

    assert f.echo_bytes(Buffer()) == b"ab"
    raises(Stop, "now", f.echo_bytes, Buffer(Stop("now")))
    NoBuffer = type("NoBuffer", (Buffer, Sequence), {"__len__": lambda self: 2})
    assert f.echo_bytes(NoBuffer(BufferError("none"))) == b"ab"


def test_subclasses_of_containers_go_through_their_protocol():
    class Doubled(list):
        def __getitem__(self, index):
            return super().__getitem__(index) * 2

        def __iter__(self):
            return (item * 2 for item in super().__iter__())

    assert f.echo_vec(Doubled([1, 2])) == [2, 4]


def test_tuples(raises):
    assert f.echo_tuple1((1,)) == (1,)
    assert f.echo_tuple2((1, "a")) == (1, "a")
    values = (-1, 1, -2, 2, -3, 3, -4, 4, 0.5, 0.25, True, "x")
    assert f.echo_tuple12(values) == values
    raises(ValueError, "argument 'value': expected a tuple of length 2, got one of length 3", f.echo_tuple2, (1, "a", 2))
    raises(TypeError, "argument 'value': 'list' object is not an instance of 'tuple'", f.echo_tuple2, [1, "a"])
    raises(TypeError, "argument 'value': item 1: 'int' object is not an instance of 'str'", f.echo_tuple2, (1, 2))


def test_maps(raises):
    assert f.echo_hash_map({"a": 1, "b": 2}) == {"a": 1, "b": 2}
    assert f.echo_hash_map({}) == {}
    assert list(f.echo_btree_map({2: [1], 1: []}).items()) == [(1, []), (2, [1.0])]
    assert f.echo_hash_map(collections.OrderedDict(a=1)) == {"a": 1}
    raises(TypeError, "argument 'value': value of 'a': 'str' object cannot be interpreted as an integer", f.echo_hash_map, {"a": "b"})
    raises(TypeError, "argument 'value': key 1: 'int' object is not an instance of 'str'", f.echo_hash_map, {1: 1})
    raises(TypeError, "argument 'value': value of 1: item 1: must be real number, not str", f.echo_btree_map, {1: [1, "x"]})
    raises(TypeError, "argument 'value': 'list' object is not an instance of 'dict'", f.echo_hash_map, [])
    items = type("Items", (dict,), {"items": lambda self: [("a", 1), ("b",)]})
    raises(ValueError, "argument 'value': item 1: expected a tuple of length 2, got one of length 1", f.echo_hash_map, items())


def test_sets(raises):
    assert f.echo_hash_set({1, 2}) == {1, 2}
    assert f.echo_hash_set(frozenset({1})) == {1}
    assert type(f.echo_btree_set({"a"})) is set
    raises(TypeError, "argument 'value': item 'x': 'str' object cannot be interpreted as an integer", f.echo_hash_set, {"x"})
    with pytest.raises(TypeError):
        f.echo_hash_set([1])


def test_option(raises):
    assert f.echo_option(None) is None
    assert f.echo_option(1) == 1
    assert f.echo_option_str(None) is None
    raises(TypeError, "argument 'value': 'str' object cannot be interpreted as an integer", f.echo_option, "x")
    raises(TypeError, "echo_option() missing 1 required positional argument: 'value'", f.echo_option)
    values = [1]
    assert f.echo_option_list(values) is values
    assert f.echo_option_list(None) is None
    raises(TypeError, "argument 'value': 'tuple' object is not an instance of 'list'", f.echo_option_list, ())


@pytest.mark.parametrize(
    "function, value",
    [
        (f.echo_any, object()),
        (f.echo_unbound, object()),
        (f.echo_unbound_list, [1]),
        (f.echo_py_bool, True),
        (f.echo_py_dict, {1: 2}),
        (f.echo_py_float, 1.5),
        (f.echo_py_int, 10**100),
        (f.echo_py_list, [1]),
        (f.echo_py_mapping, Mapping(a=1)),
        (f.echo_py_sequence, Sequence(1)),
        (f.echo_py_set, {1}),
        (f.echo_py_string, "a\ud800"),
        (f.echo_py_tuple, (1,)),
        (f.echo_py_type, int),
    ],
    ids=lambda value: getattr(value, "__name__", None),
)
def test_handles_are_the_object_itself(function, value, raises):
    before = sys.getrefcount(value)
    for _ in range(10):
        assert function(value) is value
    assert sys.getrefcount(value) == before
    if "any" not in function.__name__ and function is not f.echo_unbound:
        name = type(value).__name__
        raises(TypeError, f"argument 'value': 'object' object is not an instance of '{name}'", function, object())


def test_unit():
    assert f.unit() is None
    assert f.unit_result() is None


def test_numpy(raises):
    numpy = pytest.importorskip("numpy")
    assert f.echo_vec_float(numpy.array([1.0, 2.5])) == [1.0, 2.5]
    assert f.echo_vec(numpy.array([1, 2], dtype="int16")) == [1, 2]
    assert f.echo_vec_vec(numpy.array([[1, 2], [3, 4]])) == [[1, 2], [3, 4]]
    assert f.echo_bytes(numpy.array([1, 2], dtype="uint8")) == b"\x01\x02"
    assert f.echo_f64(numpy.float32(0.5)) == 0.5
    assert f.echo_i8(numpy.int64(-3)) == -3
    assert f.echo_bool(numpy.bool_(True)) is True


def test_references_are_not_leaked():
    class Tracked:
        pass

    item = Tracked()
    before = sys.getrefcount(item)
    for _ in range(100):
        with pytest.raises(TypeError):
            f.echo_vec([1, item])
        with pytest.raises(TypeError):
            f.echo_hash_map({"a": item})
        with pytest.raises(TypeError):
            f.inside(1, 2, item)
        with pytest.raises(TypeError):
            f.inside(1, c=item)
        f.names.variadic_handles(item, a=item)
    assert sys.getrefcount(item) == before


def test_types_are_called_as_python_calls_them():
    class Outer:
        class Inner:
            pass

    for wrong in [array.array("i"), decimal.Decimal(1), Outer.Inner(), "text"]:
        with pytest.raises(TypeError) as pythons:
            operator.index(wrong)
        with pytest.raises(TypeError) as ours:
            f.echo_i32(wrong)
        expected = f"argument 'value': {pythons.value}"
        if ".abi3" in getattr(f, "functions", f).__file__ or sysconfig.get_config_var("Py_GIL_DISABLED"):
            expected = expected.replace(f"{type(wrong).__module__}.", "")  # the limited API does not tell it, nor do types that may change
        assert str(ours.value) == expected
