"""A module that is written as a function."""

import importlib
import os
import pickle
import sys
import traceback

import ported
import ported._ported.child
import pytest
from ported import _ported
from ported._ported import handles as h


def test_content():
    assert ported.add(1) == 2 and ported.help() == "help" and ported.inner("abc") == 3
    assert ported.__version__ == "0.1.0" and _ported.__doc__ == "What the module is for."
    assert (ported.LIMIT, ported.RATIO, ported.computed, ported.mapping) == (7, -1.5, 3, {"name": "ported._ported"})
    assert ported.MissingError is KeyError
    assert _ported.__all__ == [
        "add", "other", "add_wrong", "wrap_broken", "help", "name_of_module", "wrapped", "inner", "__version__", "LIMIT", "RATIO", "computed", "PortedError", "MissingError", "mapping",
        "SYSTEM", "child", "made", "incomplete", "listed", "handles", "chosen",
    ]  # fmt: skip
    assert {ported.add.__module__, ported.inner.__module__} == {"ported._ported"}


def test_exceptions():
    with pytest.raises(ported.PortedError, match="as ever"):
        ported.other()
    assert issubclass(ported.PortedError, ValueError) and ported.PortedError.__doc__ == "What goes wrong here."


def test_modules():
    assert ported._ported.child is ported.child is sys.modules["ported._ported.child"]
    assert importlib.import_module("ported._ported.listed").registered() == 1
    assert ported.child.__name__ == "ported._ported.child" and ported.child.add(1, b=2) == 3
    assert ported.made.__all__ == ["add", "other"] and ported.incomplete.__all__ == ["first", "second", "third"]
    assert ported.child.__all__ == ["add"] and ported.child.__note__ == "ported._ported.child"
    assert ported.chosen.__all__ == ["help"] and ported.chosen.help() == "help"
    assert ported.listed.__all__ == ["seen", "registered", "also"]


def test_wrapped(raises):
    assert ported.help.__module__ == ported.wrapped.__module__ == ported.name_of_module() == "ported._ported"
    add, name_of_module, child = ported.wrapped()
    assert add(1) == 2 and add.__module__ is None and add.__self__ is None
    assert name_of_module() == "ported._ported" and name_of_module.__self__ is _ported
    assert child.__name__ == "child" and child.add(2) == 3 and child.add.__module__ == "child"
    assert child is not ported.child and "child" not in sys.modules
    raises(ImportError, "module too_little does not add `listed`, which its `adds = (...)` lists", ported.wrap_broken)


def test_pickle():
    assert pickle.loads(pickle.dumps(ported.add)) is ported.add


def test_reload(run):
    run("""
        import importlib, sys
        import ported, ported._ported as module
        importlib.reload(module)
        assert module.add(1) == 2 and len(set(module.__all__)) == len(module.__all__)
        for name in [name for name in sys.modules if name.startswith("ported")]:
            del sys.modules[name]
        import ported
        assert ported.child.add(1) == 2 and ported._ported is not module
    """)


def test_a_list_that_is_wrong(raises):
    missing = "module ported._ported.too_much adds `registered`, which its stub lacks: list it in `adds = (...)`"
    raises(ImportError, missing, ported.add_wrong, True)
    absent = "module ported._ported.too_little does not add `listed`, which its `adds = (...)` lists"
    raises(ImportError, absent, ported.add_wrong, False)
    for name in ("too_much", "too_little"):
        assert not hasattr(_ported, name) and f"ported._ported.{name}" not in sys.modules and name not in _ported.__all__


def test_text(raises):
    class Text(str):
        pass

    for text in ("hello", "größe", "🐈", Text("hello")):
        length, is_hello, back = h.backed_text(text)
        assert (length, is_hello, back) == (len(text.encode()), text == "hello", text) and back is text
    raises(TypeError, "argument 'text': 'bytes' object is not an instance of 'str'", h.backed_text, b"")
    with pytest.raises(UnicodeEncodeError):
        h.backed_text("\ud800")
    assert h.decoded("größe".encode()) == "größe"
    with pytest.raises(UnicodeDecodeError):
        h.decoded(b"\xff")
    text, constant, again = h.formatted(3, "five")
    assert (text, constant) == ("3 of five, 0.2", "all of it") and constant is again is h.formatted(1, "")[1]
    raises(ValueError, "a value could not be formatted", h.formatted_badly)

    class Short(str):
        def __len__(self):
            return 0

    assert [h.code_points(text) for text in ("", "größe", "🐈", "\ud800", Short("abc"))] == [0, 5, 1, 1, 3]


def test_bytes(raises):
    content = b"abc"
    is_between, back = h.backed_bytes(content)
    assert is_between and back is content and h.backed_bytes(b"a")[0] is False and h.backed_bytes(b"c")[0] is False
    changing = bytearray(b"abc")
    assert h.backed_bytes(changing) == (True, b"abc") and type(h.backed_bytes(changing)[1]) is bytes
    raises(TypeError, "argument 'bytes': 'str' object is not an instance of 'bytes'", h.backed_bytes, "")
    raises(TypeError, "argument 'bytes': 'memoryview' object is not an instance of 'bytes'", h.backed_bytes, memoryview(b""))
    assert h.written([b"ab", b"c" * 1000]) == (b"ab/" + b"c" * 1000 + b"/", bytearray(b"." * 1004))
    raises(ValueError, "an empty part", h.written, [b"ab", b""])


def test_containers(raises):
    values = {"a": 1}
    assert h.set_default(values, "a", 2) == (False, 1) and h.set_default(values, "b", 2) == (True, 2)
    assert values == {"a": 1, "b": 2}
    with pytest.raises(TypeError, match="unhashable type: 'list'"):
        h.set_default(values, [], 1)
    assert h.sums({1: 10, 2: 20}, [100, 200]) == (3, 30, 300)
    raises(TypeError, "'str' object cannot be interpreted as an integer", h.sums, {1: ""}, [])
    items = [object(), None]
    lent = h.lent(tuple(items))
    assert lent in ([*items, *items[::-1], items[0], *items], [*items, *items[::-1], *items]) and h.lent(()) == []


def test_generators(raises):
    def numbers():
        sum = 0
        while (number := (yield sum)) is not None:
            sum += number
        return "done"

    generator = numbers()
    raises(TypeError, "can't send non-None value to a just-started generator", h.send, generator, 1)
    assert [h.send(generator, value) for value in (None, 1, 2, None)] == [(True, 0), (True, 1), (True, 3), (False, "done")]
    assert h.send(generator, None) == (False, None)
    assert h.send(iter([1]), None) == (True, 1)
    raises(AttributeError, "'list_iterator' object has no attribute 'send'", h.send, iter([1]), 1)


def test_objects(raises):
    assert h.is_none(None) == [True] * 4 and h.is_none(0) == [False] * 4
    assert h.compared(True, b"bytes", "text") == ([True] * 3, [True] * 3, [True] * 3, (ord("b"), b"yt"))
    assert h.compared(False, b"other", "other")[:3] == ([False] * 3, [False] * 3, [False] * 3)
    raised = UnicodeEncodeError("ascii", "ü", 0, 1, "reason")
    own, same = h.exceptions(raised)
    assert type(own) is ValueError and own.args == ("own",) and same is raised
    assert h.referred(1.5) == (True, "1.5") and h.class_of_lists() is list
    thing = object()
    assert h.listed_by_c(thing) == [thing, thing] and h.held(thing) is thing
    value = ({"a": [1, 2.5, None]}, b"", "x")
    assert h.marshalled(value) == value
    raises(ValueError, "unmarshallable object", h.marshalled, object())

    class Number(int):
        def __repr__(self):
            return "hidden"

    assert h.parents_repr(Number(3)) == "3"
    assert h.registered() == (True, True, 0)


def test_a_traceback_of_its_own():
    if not hasattr(h, "fail_at"):
        pytest.skip("abi3 has no frames")
    with pytest.raises(ValueError, match="in a template") as caught:
        h.fail_at(7)
    *_, (frame, line) = traceback.walk_tb(caught.value.__traceback__)
    assert (frame.f_code.co_filename, frame.f_code.co_name, line) == ("template.html", "block", 7)


def test_names_of_old(raises):
    assert h.by_old_names(1, [2]) == 3
    raises(TypeError, "'int' object is not an instance of 'list'", h.by_old_names, 1, 2)
    raises(TypeError, "'str' object is not an instance of 'int'", h.by_old_names, 1, [""])
    assert h.made_by_old_names() == {
        "list": [1, 2], "tuple": ("a",), "bytes": bytes(2), "keywords": {"a": 1}, "float": 1.5, "text": "text", "sum": 3, "path": os.sep,
        "letters": len("listtuplebyteskeywordsfloattextsumpath"),
    }  # fmt: skip


def test_names_by_pyo3s_modules(raises):
    assert h.increases(lambda number: number + 1, [1, 2]) and not h.increases(abs, [1])
    raises(ZeroDivisionError, "division by zero", h.increases, lambda number: 1 / 0, [1])
    raises(_ported.PanicException, "oh no", h.raise_panic, "oh no")
