"""What a module is, in each layout that it may come in."""

import functions
import pkg
import pkg._native
import pytest


def test_exports():
    for module in (functions, functions.sub, functions.sub.deep, pkg._native):
        assert all(hasattr(module, name) for name in module.__all__)
        assert len(set(module.__all__)) == len(module.__all__)
    assert not hasattr(functions, "hidden")
    assert not hasattr(functions, "ABSENT")
    assert not hasattr(functions, "fill")
    assert "PanicException" not in functions.__all__


def test_constants():
    assert (functions.INT, functions.TEXT, functions.FLOATS, functions.pair) == (-7, "text é", [0.5, 1.5], (1, None))
    assert not hasattr(functions, "PAIR")
    assert functions.imported.PLACE == "elsewhere"


def test_imports():
    assert functions.grouped() == "grouped"
    assert functions.other_name() == "original"
    assert functions.imported.grouped() == "grouped"


def test_init():
    assert functions.added == "added"
    assert functions.added_function("x") == "added x"
    assert functions.added_function.__doc__ == "Is added by the initialiser."
    assert "added_function" in functions.__all__


LAYOUTS = """
import sys
import functions.sub
import functions.sub.deep as deep
from functions.sub import level
from functions.sub.deep import level as deep_level
from functions import imported, sub
import importlib
assert level() == 1 and deep_level() == 2
assert sys.modules["functions.sub"] is sub is functions.sub
assert sys.modules["functions.sub.deep"] is deep is functions.sub.deep is importlib.import_module("functions.sub.deep")
assert sys.modules["functions.imported"] is imported
for name in ("sub", "sub.deep", "imported"):
    module = sys.modules["functions." + name]
    assert module.__name__ == "functions." + name, module.__name__
    assert module.__spec__.name == module.__name__
    assert module.__package__ == module.__spec__.parent
    assert module.__doc__ in ("One level down.", "Two levels down.", "A module of its own file.")
assert deep.name_at_init == "functions.sub.deep" and deep.none_at_init is None
assert level.__module__ == "functions.sub"
for wrong in ("functions.nothing", "functions.sub.nothing"):
    try:
        importlib.import_module(wrong)
    except ModuleNotFoundError:
        pass
    else:
        raise AssertionError(wrong)
"""


def test_as_maturin_installs_it(run):
    run(LAYOUTS + "assert functions.__name__ == 'functions' and functions.__file__.endswith('__init__.py')")
    run("from functions import *\nassert inside(1, 2) == 3 and sub.deep.level() == 2")
    run("import functions.sub.deep\nassert functions.sub.deep.level() == 2")


def test_a_bare_library(run):
    run(LAYOUTS + "assert functions.__file__.endswith(('.so', '.pyd'))", bare=True)
    run("from functions import *\nassert inside(1, 2) == 3 and sub.deep.level() == 2", bare=True)


def test_inside_a_package(run):
    code = """
        import pkg, sys
        assert pkg.count("banana") == 3 and pkg.Count == 3
        import pkg._native.deep
        from pkg._native.deep import outside
        assert outside(gen=1) == 2
        assert pkg.deep is pkg._native.deep is sys.modules["pkg._native.deep"]
        assert pkg.deep.__name__ == "pkg._native.deep"
        assert pkg._native.__name__ == pkg._native.name() == "pkg._native"
        assert pkg._native.__package__ == "pkg"
    """
    run(code)


def test_reload(run):
    code = """
        import importlib, sys
        import functions, pkg._native
        importlib.reload(functions)
        importlib.reload(pkg._native)
        assert functions.sub.deep.level() == 2
        before = functions.inside
        names = [name for name in sys.modules if name.split(".")[0] == "functions"]
        for name in names:
            del sys.modules[name]
        import functions
        assert functions.inside(1, 2) == before(1, 2) == 3
        assert functions.sub.deep.level() == 2
        assert sys.modules["functions.sub"] is functions.sub
    """
    run(code)


def test_module_attributes():
    module = functions.inside.__self__
    assert module.__name__ in ("functions", "functions.functions")
    assert type(module) is type(pytest)
    assert pkg.__all__ == ["Count", "count", "deep"]
