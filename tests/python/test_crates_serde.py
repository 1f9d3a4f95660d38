"""Whatever serde can serialize, both ways."""

import array
import collections
import dataclasses
import enum
import json
import math
import random
import types

import pytest

from crates import serde as s

EVERYTHING = {
    "truth": True,
    "small": -128,
    "large": 2**128 - 1,
    "float": 1.5,
    "character": "\u00e9",
    "text": "a\0b",
    "unit": None,
    "option": None,
    "list": [1, -2],
    "pair": (1, "a"),
    "map": {2: "b", -1: "a"},
    "newtype": 2.5,
    "point": (3, 4),
    "shapes": ["empty", {"circle": 1.0}, {"rectangle": (1.0, 2.0)}, {"text": {"text": "t"}}],
    "missing": 7,
}


@dataclasses.dataclass
class Text:
    text: str
    ignored: int = 0


@dataclasses.dataclass
class Slots:
    __slots__ = ("text",)
    text: str


@pytest.mark.parametrize("function", [s.everything, s.everything_shared])
def test_every_kind(function):
    result = function(EVERYTHING)
    assert result == EVERYTHING
    assert [type(value) for value in result.values()] == [type(value) for value in EVERYTHING.values()]
    assert list(result["map"]) == [-1, 2]  # as a `BTreeMap` has them
    assert list(result) == list(EVERYTHING)
    other = {**EVERYTHING, "option": 5, "unknown": object(), "pair": [1, "a"], "list": range(2), "float": 1, "small": True}
    del other["missing"]
    expected = {**EVERYTHING, "option": 5, "missing": 0, "list": [0, 1], "float": 1.0, "small": 1}
    assert function(other) == expected
    assert function(types.MappingProxyType(EVERYTHING)) == EVERYTHING
    assert function(collections.ChainMap({"option": 1}, EVERYTHING)) == {**EVERYTHING, "option": 1}
    for items in ({1, -2}, frozenset([1, -2]), (1, -2), array.array("b", [1, -2]), collections.deque([1, -2])):
        assert sorted(function({**EVERYTHING, "list": items})["list"]) == [-2, 1]


WRONG = [
    ("truth", 1, TypeError, "'int' object is not an instance of 'bool'"),
    ("small", 128, OverflowError, "128 is out of range for i8 (-128 to 127)"),
    ("small", 1.0, TypeError, "'float' object cannot be interpreted as an integer"),
    ("large", -1, OverflowError, "-1 is out of range for u128 (0 to 2**128 - 1)"),
    ("float", "1", TypeError, "must be real number, not str"),
    ("character", "ab", ValueError, None),
    ("text", b"a", TypeError, "'bytes' object is not an instance of 'str'"),
    ("unit", 0, TypeError, "'int' object is not an instance of 'NoneType'"),
    ("list", "ab", TypeError, "'str' object is not accepted as a sequence (list(text) has its characters)"),
    ("list", [1, "a"], TypeError, "item 1: 'str' object cannot be interpreted as an integer"),
    ("list", None, TypeError, "'None' is not an instance of 'Sequence'"),
    ("pair", (1,), ValueError, "expected a sequence of length 2, got one of length 1"),
    ("pair", (1, "a", 2), ValueError, "expected a sequence of length 2, got one of length 3"),
    ("point", {1, 2, 3}, ValueError, "expected a sequence of length 2, got one of length 3"),
    ("map", [], TypeError, "'list' object is not an instance of 'Mapping'"),
    ("map", {"a": "a"}, TypeError, "key 'a': 'str' object cannot be interpreted as an integer"),
    ("map", {1: 2}, TypeError, "value of 1: 'int' object is not an instance of 'str'"),
    ("shapes", ["full"], ValueError, "item 0: unknown variant `full`, expected one of `empty`, `circle`, `rectangle`, `text`"),
    ("shapes", ["circle"], TypeError, "item 0: invalid type: unit variant, expected newtype variant"),
]


@pytest.mark.parametrize("field, value, cls, message", WRONG)
def test_what_does_not_fit(field, value, cls, message, raises):
    wrong = {**EVERYTHING, field: value}
    if message is None:
        with pytest.raises(cls):
            s.everything(wrong)
    else:
        raises(cls, f"argument 'value': value of '{field}': {message}", s.everything, wrong)


def test_fields(raises):
    missing = {**EVERYTHING}
    del missing["text"]
    raises(ValueError, "argument 'value': missing field `text`", s.everything, missing)
    message = "argument 'value': key 1: 'int' object is not an instance of 'str'"
    raises(TypeError, message, s.everything, {1: 2})
    raises(TypeError, "argument 'value': 'int' object is not an instance of 'Mapping'", s.everything, 1)
    raises(TypeError, "argument 'value': 'None' is not an instance of 'Mapping'", s.everything, None)


def test_variants(raises):
    for value in EVERYTHING["shapes"]:
        assert s.shape(value) == value
    assert s.shape({"empty": None}) == "empty"
    assert s.shape({"rectangle": [1, 2]}) == {"rectangle": (1.0, 2.0)}
    assert s.shape({"text": Text("t")}) == {"text": {"text": "t"}}
    assert s.shape(enum.Enum("Shape", {"EMPTY": "empty"}, type=str).EMPTY) == "empty"
    message = "argument 'value': expected dict of one item, got {} items"
    raises(ValueError, message.format(0), s.shape, {})
    raises(ValueError, message.format(2), s.shape, {"empty": None, "circle": 1})
    raises(TypeError, "argument 'value': expected str, or dict of one item, not int", s.shape, 1)
    raises(TypeError, "argument 'value': 'int' object is not an instance of 'str'", s.shape, {1: 2})
    message = "argument 'value': value of 'empty': 'int' object is not an instance of 'NoneType'"
    raises(TypeError, message, s.shape, {"empty": 0})
    message = "argument 'value': value of 'circle': must be real number, not str"
    raises(TypeError, message, s.shape, {"circle": "a"})


def test_variants_told_apart_otherwise(raises):
    value = {"kind": "Nested", "inner": {"kind": "Number", "value": -5}}
    assert s.tagged(value) == value
    assert s.untagged([1, "a", [2, [], "b"]]) == [1, "a", [2, [], "b"]]
    raises(ValueError, "argument 'value': missing field `kind`", s.tagged, {})
    with pytest.raises(ValueError, match="unknown field `more`"):
        s.tagged({"kind": "Number", "value": 1, "more": 2})
    raises(ValueError, "argument 'value': data did not match any variant of untagged enum Untagged", s.untagged, 0.5)


def test_bytes(raises):
    for value in (b"", b"a\0", bytearray(b"a")):
        assert s.raw(value) == value and type(s.raw(value)) is bytes
    assert s.optional(b"ab") == [97, 98]  # what serde has of a `Vec<u8>` is a sequence
    assert s.optional(None) is None
    with pytest.raises(TypeError):
        s.raw("a")


def test_dataclasses(raises):
    assert s.json(Text("a", 5)) == {"text": "a", "ignored": 5}
    assert s.json(Slots("a")) == {"text": "a"}
    assert s.json([Text("a")]) == [{"text": "a", "ignored": 0}]

    class Mapped(dict):
        __dataclass_fields__ = None

    assert s.json(Mapped(a=1)) == {"a": 1}
    with pytest.raises(TypeError):
        s.json(Text)
    with pytest.raises(AttributeError):
        s.json(object.__new__(Slots))


NUMBERS = [0, -1, 2**63 - 1, -(2**63), 2**64 - 1, 0.5, -0.0, 1e308]
VALUES = [None, True, False, "", "a\u00e9\U0001f40d", [], {}, [[]], {"a": {"b": [None]}}, NUMBERS]


@pytest.mark.parametrize("value", VALUES, ids=repr)
def test_json(value):
    assert s.json(value) == value
    assert json.loads(s.dumps(value)) == value
    assert s.loads(json.dumps(value)) == value
    assert [type(item) for item in s.json(NUMBERS)] == [type(item) for item in NUMBERS]


def random_value(depth=0):
    kind = random.randrange(8 if depth < 5 else 6)
    if kind == 0:
        return random.choice((None, True, False))
    if kind < 3:
        return random.getrandbits(random.randrange(64)) * random.choice((1, -1))
    if kind == 3:
        return random.uniform(-1, 1) * 10 ** random.randrange(-300, 300)
    if kind < 6:
        return "".join(chr(random.choice((random.randrange(0xD800), random.randrange(0xE000, 0x110000)))) for _ in range(random.randrange(5)))
    if kind == 6:
        return [random_value(depth + 1) for _ in range(random.randrange(5))]
    return {str(random.random()): random_value(depth + 1) for _ in range(random.randrange(5))}


def test_random_json():
    random.seed(0)
    for _ in range(1000):
        value = random_value()
        assert s.json(value) == value
        assert json.loads(s.dumps(value)) == value
        assert s.loads(json.dumps(value)) == value


class Index:
    def __index__(self):
        return 5


def test_json_of_other_objects(raises):
    assert s.json((1, {2})) == [1, [2]]
    assert s.json(Index()) == 5
    assert s.json({"a": range(2), "b": collections.OrderedDict(b=1)}) == {"a": [0, 1], "b": {"b": 1}}
    accepted = "None, bool, int, float, str, bytes, or a sequence, set, mapping or dataclass of these"
    for wrong in (object(), 1j, iter([]), int):
        raises(TypeError, f"argument 'value': expected {accepted}, not {type(wrong).__name__}", s.json, wrong)
        raises(TypeError, f"argument 'value': item 0: expected {accepted}, not {type(wrong).__name__}", s.json, [wrong])
        raises(TypeError, f"argument 'value': value of 'a': expected {accepted}, not {type(wrong).__name__}", s.json, {"a": wrong})
    for wrong in (2**64, -(2**63) - 1):
        raises(ValueError, "argument 'value': JSON number out of range", s.json, wrong)
    raises(OverflowError, "argument 'value': int out of range for u128 (0 to 2**128 - 1)", s.json, 2**128)
    assert s.json(math.nan) is None  # as JSON has it
    with pytest.raises(UnicodeEncodeError):
        s.json("\ud800")
    with pytest.raises(ValueError, match="EOF while parsing"):
        s.loads("[")


def test_numpy():
    numpy = pytest.importorskip("numpy")
    assert s.json(numpy.arange(3)) == [0, 1, 2]
    assert s.json([numpy.int64(1), numpy.float64(0.5)]) == [1, 0.5]


def test_numbers_and_keys(raises):
    low, high, small, large, single, infinity, last = s.extremes()
    assert (low, high, small, large) == (-(2**127), 2**128 - 1, -(2**63), 2**64 - 1)
    assert (single, infinity, last) == (3.4028234663852886e38, math.inf, "\U0010ffff")
    keys = {(1, True): None, (2, False): 3}
    assert s.odd_keys(keys) == keys
    with pytest.raises(TypeError, match="unhashable type: 'list'"):
        s.unhashable_key()
    raises(ValueError, "cannot be told", s.failing)
    assert s.transcode("text") == "text"


def test_python_code_that_raises():
    error = LookupError("lost")

    class Raising(collections.abc.Mapping):
        def __getitem__(self, key):
            raise error

        def __iter__(self):
            return iter("a")

        def __len__(self):
            return 1

    class Number:
        def __index__(self):
            raise error

    for function, value in ((s.json, Raising()), (s.everything, Raising()), (s.shape, Raising()), (s.json, [Number()])):
        with pytest.raises(LookupError) as caught:
            function(value)
        assert caught.value is error


def test_containers_that_change():
    items = [1, None, 3]

    class Clearing:
        def __index__(self):
            items.clear()
            mapping.clear()
            return 2

    items[1] = Clearing()
    mapping = {"a": 1}
    assert s.json(items) == [1, 2]
    mapping.update(a=1, b=Clearing(), c=3)
    assert s.json(mapping) == {"a": 1, "b": 2, "c": 3}


def nested(depth):
    value = []
    for _ in range(depth):
        value = [value]
    return value


def test_depth():
    for function in (s.json, s.untagged):
        assert function(nested(256)) == nested(256)
        with pytest.raises(RecursionError, match="maximum recursion depth exceeded while converting an object$"):
            function(nested(257))
        endless = []
        endless.append(endless)
        with pytest.raises(RecursionError):
            function(endless)
        endless = {}
        endless["a"] = endless
        with pytest.raises((RecursionError, ValueError)):
            function(endless)
    tagged = {"kind": "Number", "value": 1}
    for _ in range(1000):
        tagged = {"kind": "Nested", "inner": tagged}
    with pytest.raises(RecursionError):
        s.tagged(tagged)


def test_depth_on_a_small_stack(run):
    code = """
        import threading
        from crates import serde as s
        def deep():
            value = []
            for _ in range(250):
                value = [value]
            for function in (s.json, s.untagged):
                try:
                    assert function(value) == value
                except RecursionError:  # from 3.14 on Python looks at the stack itself
                    pass
            print("done")
        threading.stack_size(512 * 1024)
        thread = threading.Thread(target=deep)
        thread.start()
        thread.join()
    """
    assert run(code) == "done\n"
