"""Handles of the rarer types."""

import _datetime
import gc
import sys
import types
import weakref

import modules
import pytest
from modules import handles as h


def test_capsules(raises):
    before = h.released()
    capsule = h.capsule(7)
    assert type(capsule).__name__ == "PyCapsule" and h.open_capsule(capsule) == (7, "modules.payload")
    raises(AttributeError, 'PyCapsule_Import "modules.payload" is not valid', modules_without_payload)
    modules.payload = h.capsule(9)
    assert h.import_capsule() == 9
    del modules.payload
    assert h.released() == before + 1
    del capsule
    assert h.released() == before + 2
    raises(TypeError, "argument 'capsule': 'int' object is not an instance of 'PyCapsule'", h.open_capsule, 3)
    raises(ValueError, "PyCapsule_GetPointer called with incorrect name", h.open_capsule, _datetime.datetime_CAPI)


def modules_without_payload():
    try:
        return h.import_capsule()
    except AttributeError as error:
        raise AttributeError('PyCapsule_Import "modules.payload" is not valid') from error


@pytest.mark.parametrize("name", [None, b"a name", b""])
def test_a_destructor_that_panics(name, monkeypatch):
    name = None if name is None else name.decode()
    caught = []
    monkeypatch.setattr(sys, "unraisablehook", lambda unraisable: caught.append(unraisable.exc_value))
    capsule = h.failing_capsule(name)
    try:
        raise KeyError("is being handled")
    except KeyError:
        del capsule
    [error] = caught
    assert (type(error).__name__, str(error)) == ("PanicException", "dropping 1, false")
    del error, caught[:]


def test_code(raises):
    assert h.evaluate("a + b", [("a", 1), ("b", 2)]) == 3
    assert h.evaluate("len(__builtins__.__name__ if 0 else 'abc')", []) == 3
    raises(NameError, "name 'a' is not defined", h.evaluate, "a", [])
    with pytest.raises(SyntaxError) as caught:
        h.evaluate("a +", [])
    assert caught.value.filename == "expression.py"
    assert h.run_code(compile("1 + 2", "", "eval")) == 3
    raises(TypeError, "argument 'code': 'str' object is not an instance of 'code'", h.run_code, "1")


def test_code_by_another_name(run):
    run("""
        import types
        class Code: pass
        types.CodeType = Code
        from modules import handles as h
        for wrong in (Code(), {}, None):
            try:
                h.run_code(wrong)
            except TypeError:
                pass
            else:
                raise AssertionError(wrong)
        assert h.run_code(compile("1", "", "eval")) == 1
    """)


def test_modules_of_code():
    module = h.module_from("def f():\n    return __name__, __file__", "made_of_code")
    assert module is sys.modules.pop("made_of_code")
    assert module.f() == ("made_of_code", "made.py")
    with pytest.raises(ZeroDivisionError):
        h.module_from("1 / 0", "made_of_wrong_code")
    assert "made_of_wrong_code" not in sys.modules


def test_frames(raises):
    local = object()
    here = sys._getframe()
    line, name, is_whole, value = h.frame(here, "local")
    assert (name, is_whole, value) == ("test_frames", True, local)
    assert line == test_frames.__code__.co_firstlineno + 3
    with pytest.raises(NameError):
        h.frame(here, "nothing")


def test_functions(raises):
    assert h.function_name(test_functions) == "test_functions" and h.function_name(lambda: 1) == "<lambda>"
    raises(TypeError, "argument 'function': 'builtin_function_or_method' object is not an instance of 'function'", h.function_name, len)


def test_weak_references(raises):
    class Object:
        pass

    object_, gone = Object(), []
    reference, proxy = h.weaken(object_, gone.append)
    assert type(reference) is weakref.ReferenceType and type(proxy) is weakref.ProxyType
    assert reference() is object_ is h.upgrade(reference) is h.upgrade(proxy)
    count = sys.getrefcount(object_)
    for _ in range(10):
        h.upgrade(reference), h.upgrade(proxy)
    assert sys.getrefcount(object_) == count
    with pytest.raises(TypeError, match="Object' object is not an instance of 'type'"):
        h.upgrade_class(reference)
    assert h.upgrade_class(weakref.ref(Object)) is Object
    del object_
    gc.collect()
    assert gone == [reference] and h.upgrade(reference) is None and h.upgrade(proxy) is None
    assert h.upgrade_class(reference) is None
    raises(TypeError, "cannot create weak reference to 'int' object", h.weaken, 3, None)
    raises(TypeError, "argument 'weak': 'int' object is not an instance of 'weakref'", h.upgrade, 3)


def test_views():
    found = {"a": 1, "b": 2}
    proxy, alias, keys, values, items = h.views(found)
    assert type(proxy) is types.MappingProxyType and proxy == found
    assert alias == list[int] and type(alias) is types.GenericAlias
    assert keys == found.keys() and list(values) == [1, 2] and items == found.items()


def test_super(raises):
    class Base:
        def who(self):
            return "base"

    class Derived(Base):
        def who(self):
            return "derived"

    assert h.parent(Derived, Derived()).who() == "base"
    with pytest.raises(TypeError):
        h.parent(Derived, Base())


def test_building():
    mutable = [1]
    built, grown = h.build([1, 1, "a"], mutable)
    assert built == {1, "a"} and type(built) is frozenset and grown is mutable == [1, 1, 1, 1]
    assert h.build([], (1,))[1] == (1, 1, 1, 1)
    with pytest.raises(TypeError, match="unhashable type: 'list'"):  # from 3.14 on with more words around
        h.build([[]], ())


def test_defaults(raises):
    dict, value = {"a": 1}, object()
    assert h.default_twice(dict, "a", value) == (False, False, 1)
    assert h.default_twice(dict, "b", value) == (True, False, value)
    assert dict == {"a": 1, "b": value}
    with pytest.raises(TypeError, match="unhashable"):
        h.default_twice(dict, [], value)


def test_each_pair_and_item(raises):
    calls = []
    h.for_each({1: 2, 3: 4}, [5, 6], lambda *arguments: calls.append(arguments))
    assert calls == [(1, 2), (3, 4), (5,), (6,)]
    raises(KeyError, "5", h.for_each, {}, [5], {}.__getitem__)


def test_texts(raises):
    assert h.text_of("a\u00e9\u6f22".encode()) == ("a\u00e9\u6f22", 3, "a\u00e9\u6f22 of 3")
    assert h.text_of(b"") == ("", 0, " of 0")
    with pytest.raises(UnicodeDecodeError, match="can't decode byte 0xff in position 1"):
        h.text_of(b"a\xff")
    assert h.code_points(type("Text", (str,), {"__len__": lambda self: 7})("ab")) == 2


def test_filled_bytearrays(raises):
    assert h.filled(3, 97) == bytearray(b"aaa")
    assert h.filled(0, 1) == bytearray()
    raises(ValueError, "nothing to fill with", h.filled, 3, 0)
    with pytest.raises(MemoryError):
        h.filled(2**63 - 100, 1)


def test_borrowed_items():
    assert h.backwards((1, "a", None)) == (3, [None, "a", 1])
    assert h.backwards(()) == (0, [])


def test_own_parents():
    class Derived(dict):
        def __len__(self):
            return 7

    assert h.own_parent(Derived()).__len__() == 0


def test_typed_handles_are_cast():
    class List(list):
        pass

    message = "'%s' object is not an instance of 'tuple'"
    for value, is_exact in ([1, "a"], True), (List("b"), False):
        cast = h.cast_again(value)
        assert cast[0] is value and cast[1:] == (is_exact, message % type(value).__qualname__)


def test_equality():
    assert h.equals(1, 1.5, True, (1, 1.5, True)) == [True] * 5
    assert h.equals(257, 1.25, False, (1, 1.5, True)) == [False] * 5
    assert h.equals(-1, float("nan"), False, (-1, float("nan"), False)) == [True, True, False, False, True]


def test_complex(raises):
    left, right = 3 + 4j, 1 - 2j
    results = [left + right, left - right, left * right, left / right, left**right, -left]
    assert h.complex_arithmetic(left, right) == (results, 5.0)

    class Mine(complex):
        def __sub__(self, other):
            return "mine"

    with pytest.raises(ZeroDivisionError):
        h.complex_arithmetic(left, 0j)
    raises(TypeError, "'str' object is not an instance of 'complex'", h.complex_arithmetic, Mine(left), right)
