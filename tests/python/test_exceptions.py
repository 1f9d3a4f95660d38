"""Exceptions with a type in Rust: their classes, and what Rust can do with what is raised."""

import json
import pickle
import sys
import traceback
import warnings

import pytest
from modules import exceptions as e


def test_classes():
    assert issubclass(e.BaseError, Exception) and e.BaseError.__base__ is Exception
    assert e.DerivedError.__base__ is e.BaseError
    assert e.ValueFault.__base__ is ValueError
    assert e.Caution.__base__ is Warning
    assert e.BaseError.__doc__ == "The base of the others."
    assert e.DerivedError.__doc__ == 'Says "more".\n\nIn two paragraphs.'
    assert e.ValueFault.__doc__ is None or "value" in e.ValueFault.__doc__.lower()
    assert e.JSONDecodeError is json.JSONDecodeError
    assert e.JSONDecodeError.__module__ == "json.decoder"
    for name in ("BaseError", "DerivedError", "ValueFault", "RenamedError", "Caution", "JSONDecodeError"):
        assert name in e.__all__
    assert not hasattr(e, "Hidden") and e.TextError.__base__.__base__ is e.BaseError


@pytest.mark.parametrize("name", ["BaseError", "DerivedError", "ValueFault", "Caution"])
def test_module_of_a_class(name):
    error = getattr(e, name)
    assert (error.__module__, error.__qualname__) == ("modules.exceptions", name)
    assert pickle.loads(pickle.dumps(error)) is error
    assert pickle.loads(pickle.dumps(error("x", 1))).args == ("x", 1)


def test_a_module_of_another_name_stays():
    assert e.RenamedError.__module__ == "somewhere.else_" and e.RenamedError.__name__ == "Error"


def test_raising(raises):
    raises(e.BaseError, "broken", e.raise_base, "broken")
    error = raises(e.DerivedError, "(3, 'text')", e.raise_derived, 3, "text")
    assert error.args == (3, "text")
    error = raises(json.JSONDecodeError, "no value: line 1 column 3 (char 2)", e.raise_imported, "abc", 2)
    assert (error.doc, error.pos) == ("abc", 2)
    assert e.decode(e.DerivedError(1, 2)) == (1, 2)
    raises(TypeError, "argument 'error': 'BaseError' object is not an instance of 'DerivedError'", e.decode, e.BaseError())


def test_raising_a_class_of_python(raises):
    class Own(LookupError):
        def __init__(self, *arguments):
            super().__init__(*arguments)
            self.count = len(arguments)

    assert raises(Own, "()", e.raise_several, Own, ()).count == 1
    assert raises(Own, "", e.raise_several, Own).count == 0
    assert raises(Own, "(1, 2)", e.raise_several, Own, 1, 2).count == 2
    raises(TypeError, "exceptions must derive from BaseException", e.raise_several, int)

    class Refuses(Exception):
        def __init__(self):
            raise KeyError("from the constructor")

    raises(KeyError, "'from the constructor'", e.raise_several, Refuses)


def test_describing():
    def fails():
        try:
            raise KeyError("inner")
        except KeyError as inner:
            raise e.DerivedError("outer", 2) from inner

    text, name, arguments, cause, context, base, one_of, lines = e.describe(fails)
    assert text == "DerivedError: ('outer', 2)"
    assert (name, arguments) == ("DerivedError", "('outer', 2)")
    assert (cause, context) == ('cause Some("KeyError")', 'context Some("KeyError")')
    assert (base, one_of) == ("base true", "one of false")
    assert int(lines) >= 3

    def fault():
        raise e.ValueFault

    assert e.describe(fault)[3:7] == ["cause None", "context None", "base false", "one of true"]
    assert e.describe(lambda: 1) == []


def test_catching():
    error = e.BaseError("x")

    def fails(error):
        raise error

    assert e.catch(lambda: fails(error)) is error
    assert isinstance(e.catch(lambda: e.raise_derived(1, "x")), e.DerivedError)
    with pytest.raises(StopIteration) as caught:
        e.catch(lambda: next(iter([])))
    if sys.version_info >= (3, 11):
        assert caught.value.__notes__ == ["passed through catch"]
    # `fails` is still to be seen.
    assert "fails" not in [frame.name for frame in traceback.extract_tb(caught.tb)]


def test_raising_from():
    inner = KeyError("inner")

    def fails():
        raise inner

    with pytest.raises(e.DerivedError) as caught:
        e.attempt(fails)
    assert caught.value.args == (7, "attempt failed")
    assert caught.value.__cause__ is inner and caught.value.__context__ is inner
    assert caught.value.__suppress_context__
    assert [frame.name for frame in traceback.extract_tb(caught.tb)] == ["test_raising_from", "fails"]
    assert e.attempt(lambda: None)


def test_handles_of_exceptions(raises):
    error = e.DerivedError("again")
    with pytest.raises(e.DerivedError) as caught:
        e.raise_handle(error, b"")
    assert caught.value is error
    raises(UnicodeDecodeError, "'utf-8' codec can't decode byte 0xff in position 1: invalid utf-8", e.raise_handle, None, b"a\xff")
    assert e.raise_handle(None, b"a") is None


def test_warnings():
    def caller():
        e.warn("mind the gap")
        e.warn("and the step", 2)

    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        caller()
    here = caller.__code__.co_firstlineno
    assert [(w.category, str(w.message), w.lineno) for w in caught] == [
        (UserWarning, "mind the gap", here + 1),
        (UserWarning, "and the step", here + 6),
    ]
    assert {w.filename for w in caught} == {__file__}
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        with pytest.raises(UserWarning, match="mind"):
            e.warn("mind")
        with pytest.raises(UserWarning, match="look here"):
            e.warn_explicitly(3)
    with pytest.raises(ValueError):
        e.warn("a\0b")
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        e.warn_explicitly(3)
    assert [(w.filename, w.lineno) for w in caught] == [("file.py", 3)]
