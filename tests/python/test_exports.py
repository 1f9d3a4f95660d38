"""What a module exports beside functions: names that are gone, items of other crates, functions that warn."""

import warnings

import modules
import pytest
from modules import warnings as w


def test_items_of_another_crate(raises):
    assert modules.DISTANCE == 2.5 and modules.distant.place() == "elsewhere"
    error = raises(modules.ElsewhereError, "gone", modules.fail, "gone")
    assert isinstance(error, LookupError) and type(error).__module__ == "modules"
    raises(modules.ElsewhereError, "gone", modules.distant.fail, "gone")


LENGTH = """
import warnings
import modules
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    assert modules.LENGTH == 2.5
assert [(w.category, str(w.message), w.filename) for w in caught] == [(DeprecationWarning, "LENGTH is now DISTANCE", "<string>")]
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from modules import LENGTH
assert LENGTH == 2.5
for absent in ("WIDTH", "é"):
    try:
        getattr(modules, absent)
    except AttributeError as error:
        assert str(error) == f"module 'modules' has no attribute '{absent}'"
    else:
        raise AssertionError(absent)
assert not hasattr(modules, "__path__x")
assert "LENGTH" in dir(modules) and "__getattr__" not in dir(modules) and "__getattr__" not in modules.__all__
names = {}
exec("from modules import *", names)
assert "__getattr__" not in names and "__dir__" not in names and "fail" in names
"""


def test_names_that_are_gone(run):
    run(LENGTH)


def test_names_that_are_gone_in_a_bare_library(run):
    run(LENGTH, bare=True)


@pytest.mark.parametrize(
    ("function", "expected"),
    [
        (lambda: w.future(1), [(FutureWarning, "this will change")]),
        (w.own, [(w.OwnWarning, "mine")]),
        (w.plain, [(UserWarning, "plain: é")]),
        (w.both, [(DeprecationWarning, "use plain"), (RuntimeWarning, "and slow")]),
    ],
)
def test_functions_that_warn(function, expected):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        function()
    assert [(found.category, str(found.message)) for found in caught] == expected
    assert {found.filename for found in caught} == {__file__}
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        with pytest.raises(expected[0][0], match=expected[0][1]):
            function()


def test_once_for_each_line():
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("default")
        for _ in range(3):
            w.future(1)
        w.future(1)
    assert [found.lineno for found in caught] == [test_once_for_each_line.__code__.co_firstlineno + n for n in (4, 5)]
