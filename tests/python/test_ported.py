"""A module that is written as a function."""

import importlib
import pickle
import sys

import ported
import ported._ported.child
import pytest
from ported import _ported


def test_content():
    assert ported.add(1) == 2 and ported.help() == "help" and ported.inner("abc") == 3
    assert ported.__version__ == "0.1.0" and _ported.__doc__ == "What the module is for."
    assert (ported.LIMIT, ported.RATIO, ported.computed, ported.mapping) == (7, -1.5, 3, {"name": "ported._ported"})
    assert ported.MissingError is KeyError
    assert _ported.__all__ == [
        "add", "other", "add_wrong", "help", "inner", "__version__", "LIMIT", "RATIO", "computed", "PortedError", "MissingError", "mapping",
        "SYSTEM", "child", "made", "incomplete", "listed",
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
    assert ported.listed.__all__ == ["seen", "registered", "also"]


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
