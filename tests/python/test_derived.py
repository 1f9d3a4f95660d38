"""Derived conversions: structs and enums, from Python and to Python."""

import gc
import inspect
import sys
from collections import OrderedDict
from dataclasses import dataclass
from types import MappingProxyType, SimpleNamespace

import derived.nested
import pytest


@dataclass
class P:
    x: object = 3
    y: object = 4.0


def message(error):
    return str(error.value)


def notes(error):
    return getattr(error.value, "__notes__", ["?"]) if sys.version_info >= (3, 11) else None


def test_struct_of_attributes():
    assert derived.norm(P()) == 5
    assert derived.norm(SimpleNamespace(x=True, y=0)) == 1
    assert derived.echo_point(P()) == {"x": 3.0, "y": 4.0}
    assert type(derived.echo_point(P())) is dict
    assert list(derived.echo_point(P())) == ["x", "y"]
    assert derived.maybe_point(None) is None
    assert derived.maybe_point(P(1, 2)) == {"x": 1, "y": 2}
    assert derived.largest([P(1), P(7), P(2)]) == {"x": 7, "y": 4}
    assert derived.distances((P(), P(0, 1)), {"a": P()}) == ([5.0, 1.0], {"a": 5.0})
    assert derived.echo_by_ref(P()) == {"x": 3.0, "y": 4.0}
    assert derived.local() == {"z": 1}


def test_errors_name_the_field():
    with pytest.raises(TypeError) as error:
        derived.norm(P(x="a"))
    assert message(error) == "argument 'point': field 'x': must be real number, not str"
    with pytest.raises(TypeError) as error:
        derived.distances([P(), P(y=None)], {})
    assert message(error) == "argument 'points': item 1: field 'y': must be real number, not NoneType"
    with pytest.raises(TypeError) as error:
        derived.echo_segment(SimpleNamespace(start=P(), end=P(y=[])))
    assert message(error) == "argument 'segment': field 'end': field 'y': must be real number, not list"
    with pytest.raises(AttributeError) as error:
        derived.norm(SimpleNamespace(x=1))
    assert message(error) == "'types.SimpleNamespace' object has no attribute 'y'"
    if sys.version_info >= (3, 11):
        assert notes(error) == ["argument 'point'"]
    with pytest.raises(AttributeError):
        derived.norm({"x": 1, "y": 2})
    with pytest.raises(AttributeError):
        derived.norm(None)


def test_struct_of_items():
    full = {"maxDepth": 2, "followLinks": True, "pattern": "a", "exclude": ("b",), "retries": None}
    assert derived.echo_options(full) == {**full, "exclude": ["b"]}
    assert list(derived.echo_options(full)) == ["maxDepth", "followLinks", "pattern", "exclude", "retries"]
    least = derived.echo_options({"maxDepth": 0, "other": 1})
    assert least == {"maxDepth": 0, "followLinks": False, "pattern": "*", "exclude": [".git"], "retries": 3}
    assert derived.echo_options(MappingProxyType(full)) == derived.echo_options(OrderedDict(full))
    assert derived.count_options({}) == 8
    assert derived.count_options({"b": 1}) == 2
    assert derived.echo_record({"name": "n", "value": 1}) == {"name": "n", "value": 1, "tags": []}
    with pytest.raises(KeyError) as error:
        derived.echo_options({})
    assert error.value.args == ("maxDepth",)
    with pytest.raises(TypeError) as error:
        derived.echo_options({"maxDepth": 1, "exclude": ["a", 1]})
    assert message(error) == "argument 'options': field 'exclude': item 1: 'int' object is not an instance of 'str'"
    with pytest.raises(OverflowError) as error:
        derived.echo_options({"maxDepth": -1})
    assert message(error).startswith("argument 'options': field 'maxDepth': ")
    for wrong in (1, None, object()):
        with pytest.raises(TypeError, match="not subscriptable"):
            derived.count_options(wrong)


def test_places():
    keyed = {0: 1, "content-type": "text"}
    assert derived.keyed(keyed) == {0: 1, "content-type": "text", 7: -1}
    with pytest.raises(IndexError):
        derived.keyed([])

    class Both(dict):
        name = "both"

    assert derived.mixed(Both(key=1)) == ("both", 1, None)
    both = Both(key=1)
    both.missing = 2
    assert derived.mixed(both) == ("both", 1, 2)
    both.missing = "a"
    with pytest.raises(TypeError) as error:
        derived.mixed(both)
    assert message(error).startswith("argument 'object': field 'missing': ")


def test_a_default_is_for_what_is_missing_alone():
    class Broken:
        name = "a"

        def __getitem__(self, key):
            return 1

        @property
        def missing(self):
            raise ValueError("broken")

    with pytest.raises(ValueError, match="broken"):
        derived.mixed(Broken())

    class Mapping:
        def __getitem__(self, key):
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        derived.count_options(Mapping())


def test_tuples():
    assert derived.echo_triple((1, "a", [0, 0])) == (1, "a", "length 2")
    assert type(derived.echo_triple((1, "a", ""))) is tuple
    with pytest.raises(TypeError) as error:
        derived.echo_triple((1, 2, ""))
    assert message(error) == "argument 'triple': item 1: 'int' object is not an instance of 'str'"
    with pytest.raises(TypeError) as error:
        derived.echo_triple((1, "a", 5))
    assert message(error) == "object of type 'int' has no len()"
    with pytest.raises(ValueError) as error:
        derived.echo_triple((1, "a"))
    assert message(error) == "argument 'triple': expected a tuple of length 3, got one of length 2"
    with pytest.raises(TypeError) as error:
        derived.echo_triple([1, "a", ""])
    assert message(error) == "argument 'triple': 'list' object is not an instance of 'tuple'"
    wide = tuple(range(14))
    assert derived.echo_wide(wide) == wide

    class Subclass(tuple):
        def __iter__(self):
            return iter((7, "b", ()))

    assert derived.echo_triple(Subclass((1, 2))) == (7, "b", "length 0")


def test_functions_convert():
    assert derived.echo_with(SimpleNamespace(size=[1], other="ab")) == {"size": "length 1", "other": "length 2"}
    assert derived.echo_with(SimpleNamespace(size="")) == {"size": "length 0", "other": "length 0"}
    assert derived.references((1, "a", "b"), SimpleNamespace(size="")) == [
        [(1, "a", "length 1")],
        {"size": "length 0", "other": "length 0"},
    ]


def test_newtypes():
    assert derived.greet("you", 2) == ["hello you"] * 2
    with pytest.raises(OverflowError) as error:
        derived.greet("you", 256)
    assert message(error).startswith("argument 'times': ")


def test_texts():
    for color in ("red", "dark-green", 'blau ä"'):
        assert derived.echo_color(color) == color
    assert derived.palette(["red", "red"], "dark-green") == {"red": 2, "dark-green": 1}

    class Text(str):
        __slots__ = ()

        def __eq__(self, other):
            raise AssertionError

        __hash__ = str.__hash__

    assert derived.echo_color(Text("red")) == "red"
    with pytest.raises(ValueError) as error:
        derived.echo_color("Red")
    assert message(error) == "argument 'color': 'Red' is none of 'red', 'dark-green', 'blau ä\"'"
    with pytest.raises(ValueError) as error:
        derived.echo_fruit("\ud800")
    assert message(error) == "argument 'fruit': '\\ud800' is not 'Apple'"
    with pytest.raises(TypeError) as error:
        derived.echo_color(1)
    assert message(error) == "argument 'color': 'int' object is not an instance of 'str'"


def test_the_first_variant_that_fits():
    for value in (True, 5, "a", (1, "b"), [1.5]):
        assert derived.echo_value(value) == value
        assert type(derived.echo_value(value)) is type(value)
    with pytest.raises(TypeError) as error:
        derived.echo_value({})
    assert message(error) == (
        "argument 'value': failed to extract enum Value ('Flag | Int | text | Pair | List')\n"
        "- variant Flag (Flag): TypeError: 'dict' object is not an instance of 'bool'\n"
        "- variant Int (Int): TypeError: 'dict' object cannot be interpreted as an integer\n"
        "- variant Text (text): TypeError: 'dict' object is not an instance of 'str'\n"
        "- variant Pair (Pair): TypeError: 'dict' object is not an instance of 'tuple'\n"
        "- variant List (List): TypeError: 'dict' object is not an instance of 'Sequence'"
    )


def test_structs_in_variants():
    assert derived.echo_shape({"theRadius": 1}) == ("circle", {"theRadius": 1.0})
    assert derived.echo_shape(SimpleNamespace(sideLength=2)) == ("square", {"sideLength": 2.0})
    assert derived.echo_shape({"WIDTH": 2}) == ("rectangle", {"WIDTH": 2.0, "HEIGHT": 1.0})
    assert derived.echo_shape("unitDisc") == ("disc", "unitDisc")
    with pytest.raises(TypeError) as error:
        derived.echo_shape("disc")
    assert "- variant UnitDisc (UnitDisc): ValueError: 'disc' is not 'unitDisc'" in message(error)
    assert "- variant Square (Square): AttributeError: 'str' object has no attribute 'sideLength'" in message(error)
    for length in ("auto", 2.5, "none"):
        assert derived.echo_length(length) == length


def test_recursion():
    json = {"a": [1, "b", None, {"c": []}]}
    value = {"a": [1, "b", (), {"c": []}]}
    assert derived.echo_json(value) == json
    tree = {"value": 1, "children": [{"value": 2}], "origin": {"x": 1}}
    assert derived.echo_tree(tree) == {
        "value": 1,
        "children": [{"value": 2, "children": [], "origin": None}],
        "origin": {"x": 1},
    }
    endless = {"value": 1}
    endless["children"] = [endless]
    with pytest.raises(RecursionError):
        derived.echo_tree(endless)
    endless = []
    endless.append(endless)
    with pytest.raises(RecursionError):
        derived.echo_json(endless)
    assert derived.echo_tree(tree)["value"] == 1


def test_what_is_no_exception_passes():
    class Interrupting:
        @property
        def name(self):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        derived.interrupted(Interrupting())
    assert derived.interrupted(1)


def test_generics():
    first = SimpleNamespace(value=1, tags=["a"])
    other = SimpleNamespace(value="v", tags=["a", "b"])
    assert derived.echo_tagged(first, other) == (vars(first), vars(other))
    assert derived.echo_pair((1, ["a"])) == (1, ["a"])
    items, any = [object()], object()
    result = derived.echo_borrowed(SimpleNamespace(items=items, any=any))
    assert result["items"] is items and result["any"] is any


def test_what_is_read_is_owned():
    """Python code that runs while a struct is made may drop what it is made from."""

    class Value:
        def __init__(self, around):
            self.around = around

        def __float__(self):
            vars(self.around).clear()
            gc.collect()
            return 1.0

    point = SimpleNamespace()
    point.x, point.y = Value(point), Value(point)
    with pytest.raises(AttributeError):
        derived.norm(point)

    class Index:
        def __init__(self, around):
            self.around = around

        def __index__(self):
            self.around.clear()
            gc.collect()
            return 1

    options = {}
    options |= {"a": Index(options), "b": Index(options)}
    assert derived.count_options(options) == 8
    tree = {"value": 1}
    tree["children"] = [{"value": Index(tree)}, {"value": Index(tree)}]
    assert len(derived.echo_tree(tree)["children"]) == 2


def test_no_reference_is_lost():
    items = [object()]
    holder = SimpleNamespace(items=items, any=items)
    value = {"maxDepth": 1, "pattern": "x" * 50, "exclude": ["y" * 50]}
    before = sys.getrefcount(items), sys.getrefcount(value), sys.getrefcount(value["pattern"])
    for _ in range(100):
        derived.echo_borrowed(holder)
        derived.echo_options(value)
        with pytest.raises(TypeError):
            derived.echo_value(value)
        with pytest.raises(KeyError):
            derived.keyed(value)
    gc.collect()
    assert (sys.getrefcount(items), sys.getrefcount(value), sys.getrefcount(value["pattern"])) == before


def test_overloads_are_for_the_stub_alone():
    assert derived.repeat(2) == 4
    assert derived.repeat("a", times=3) == "aaa"
    assert derived.repeat([]) is None
    assert derived.counted() == 0
    assert derived.counted("a", "b", key="c", other=True, more=False) == 5
    assert str(inspect.signature(derived.repeat)) == "(value, times=2)"
    assert derived.nested.repeat(2) == 4 and derived.nested.inside(None) is None


def test_hints_are_for_the_stub_alone():
    assert derived.hinted([1, 2]) == [2, 4, 0, 0, 0]
    assert derived.hinted(range(3), "slow", 1, 2, callback=print, a={}) == [3, 4, 2, 1, 1]
    assert derived.flip(1) == 0


def test_types_that_contain_each_other():
    folder = {"entries": ["a", {"entries": []}]}
    assert derived.echo_folder(folder) == folder
    folder["entries"].append(folder)
    with pytest.raises(RecursionError):
        derived.echo_folder(folder)
