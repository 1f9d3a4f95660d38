"""Options, defaults and names: what can be called how, and what Python shows of it."""

import inspect
import math
import pydoc
import sys
import warnings
from pathlib import Path

import pytest

import functions as f
from functions import defaults, names


def test_the_first_thing_anybody_tries():
    assert f.inside(1, 2) == 3
    assert f.inside(b=1, a=2) == 3


def test_name():
    assert f.renamed() == 1
    assert (f.renamed.__name__, f.renamed.__qualname__, f.renamed.__module__) == ("renamed", "renamed", f.renamed.__module__)
    assert not hasattr(f, "original")


def test_text_signature(raises):
    assert str(inspect.signature(f.told)) == "(number, /, how='well')"
    raises(TypeError, "told() missing 1 required positional argument: 'number'", f.told)
    assert f.untold.__text_signature__ is None
    assert f.untold.__doc__ == "Has none."


def test_deprecated():
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        assert f.deprecated(3) == 3
    [warning] = caught
    assert (warning.category, str(warning.message)) == (DeprecationWarning, "use something else: é")
    assert warning.filename == __file__
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        with pytest.raises(DeprecationWarning, match="^use something else: é$"):
            f.deprecated(3)


def test_from_py_with(raises):
    assert f.converted("abc", 1) == (3, 1, 5)
    assert f.converted(size=[1], other=2, number="7") == (1, 2, 7)
    raises(ValueError, "argument 'number': invalid digit found in string", f.converted, [], 1, "x")
    error = raises(TypeError, "object of type 'int' has no len()", f.converted, 3, 1)
    if sys.version_info >= (3, 11):
        assert error.__notes__ == ["argument 'size'"]
    assert f.refused() is True
    raises(TypeError, "argument 'value': refused", f.refused, None)


def test_pass_module():
    assert f.module_name() == f.module_name.__self__.__name__
    assert f.module_and_more(3) == (f.module_name(), 6)
    assert f.module_and_more(times=1, number=3) == (f.module_name(), 3)


def test_docstrings():
    assert f.documented.__doc__ == '# Markdown\n\nFirst paragraph, "quoted" and \\escaped\\.\n\n    indented\n\nLast: ends in """'
    assert f.documented_in_parts.__doc__ == "Joined \nfrom parts."
    assert f.undocumented.__doc__ is None
    assert f.__doc__ == "The module's own words.\n\nIn two paragraphs."
    assert "inside(a, b)\n        Is written inside, detached like its module." in pydoc.plain(pydoc.render_doc(f))


LITERALS = dict(int=1, negative=-2, hex=255, grouped=1000, float=1.5, whole=2.0, exponent=1e-7, large=1e300, yes=True, letter="é", text="it's \"q\"\t\\ é \U0001f600")  # fmt: skip
PATHS = dict(yes=True, signed=-(2**63), large=2**128 - 1, small=-(2**127), float=0.1, single=0.1, infinite=-math.inf, letter="ß", text="it's \"é\"\n\U0001f600\\", none=None, some="some", far=2**31 - 1)  # fmt: skip


@pytest.mark.parametrize(
    "function, shown",
    [
        (defaults.literals, LITERALS),
        (defaults.paths, PATHS),
        (defaults.floats, dict(pi=3.1415927, small=1.1920929e-07, large=-1e20, many=-1e20, most=...)),
        (defaults.not_a_number, dict(nan=..., least=...)),
        (defaults.options, dict(a=None, b=1, c=2, d="d", e=...)),
        # `inspect` would lose the comma of `(1.5,)`.
        (defaults.containers, dict(pair=(1, "a"), single=..., list=[1, -2, 3], empty=[], nested=[(1, [2.5, 3.5])], unit=())),
        (defaults.expression, dict(number=...)),
        (defaults.hidden, dict(number=..., repeated=..., added=..., maybe=...)),
        (defaults.bytes, dict(byte=97, bytes=b"a\0\xff'")),
        (defaults.converted, dict(path="a/b.toml", borrowed=PATHS["text"], text="c", bytes=b"de", maybe="f", none=None)),
        (names.made_in_parts, dict(anything=...)),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_defaults_are_shown(function, shown):
    parameters = inspect.signature(function).parameters.values()
    found = {parameter.name: parameter.default for parameter in parameters}
    assert found == shown
    assert [type(value) for value in found.values()] == [type(value) for value in shown.values()]
    assert function.__text_signature__.isascii()


def test_defaults_are_used():
    assert defaults.literals() == (*list(LITERALS.values())[:6], 1.0000000116860974e-07, *list(LITERALS.values())[7:])
    assert defaults.literals(text="x", int=5)[::10] == (5, "x")
    assert defaults.paths() == tuple({**PATHS, "single": 0.10000000149011612}.values())
    assert math.isnan(defaults.not_a_number()[0])
    assert defaults.floats(3.1415927, 1.1920929e-07, -1e20, -1e20) == defaults.floats()
    assert defaults.options() == (None, 1, 2, "d", "e")
    assert defaults.options(None, None, None, None, None) == (None,) * 5
    assert defaults.containers() == ((1, "a"), (1.5,), [1, -2, 3], [], [(1, [2.5, 3.5])], True)
    first = defaults.expression()
    assert defaults.expression(1000) == 1000
    assert defaults.expression() == first + 1
    assert defaults.hidden() == (-(2**63), [1, 1], 3, -(2**63))
    assert (defaults.scopes(), defaults.scopes(5), defaults.scopes(5, 6)) == (11, 15, 11)
    assert (defaults.returning(), defaults.returning(1)) == (14, 2)
    assert defaults.bytes() == (97, b"a\0\xff'")
    assert defaults.converted() == (Path("a/b.toml"), True, "c", b"de", Path("f"), True)
    assert defaults.converted("g", "h", maybe=None)[:2] == (Path("g"), False)
    assert (names.made_in_parts(), names.made_in_parts(1)) == (-14, 2)


def test_hostile_names(raises):
    assert names.py(1) == names.py(args=1) == 1
    assert names.args(1, 2, kwnames=3, trampoline=4) == (1, 2, 3, 4)
    assert names.trampoline(1, runtime=2, function=3) == 6
    keywords = dict(self_=1, module=2, kwargs=3, py=4, cls=5, type=6, match=7, name=8, slot=9, object=10, value=11, error=12)
    assert names.parameters(**keywords) == names.parameters(*keywords.values()) == list(range(1, 13))
    assert list(inspect.signature(names.parameters).parameters) == list(keywords)
    assert names.match(type="a", fn="b") == "a b"
    assert names.Ok(1) == 1
    assert names.u8() == 8
    assert getattr(names, "größe")(länge=1) == 1.0
    assert names.mutable([1]) == [1, 0]
    assert names.nameless(1, _ignored=2) is None
    raises(TypeError, "nameless() got some positional-only arguments passed as keyword arguments: '_'", names.nameless, _=1, _ignored=2)
    assert names.token_last(1) == 2
    assert names.aliases(3) == 3
    assert (names.double(2), names.triple(2), f.fourfold(2), f.fivefold(2)) == (4, 6, 8, 10)
    assert names.lifetimes("a", None) == "a"
    assert names.only_one() == "this"
    inner = f.function_in_body()
    assert (inner(2, b=5), inner.__doc__, str(inspect.signature(inner))) == (10, "Lives in a body.", "(a, b=2)")


def test_what_cannot_be_shown():
    """`inspect` reads ASCII only."""
    assert getattr(names, "größe").__text_signature__ is None
    assert getattr(names, "größe").__doc__ == "Not ASCII."


def test_variadics(raises):
    assert names.variadic_handles() == ((), None)
    assert names.variadic_handles(1, 2, a=3) == ((1, 2), {"a": 3})
    given = (1, 2)
    assert names.variadic_handles(*given)[0] == given
    assert names.variadic_owned() == ((), {})
    assert names.variadic_owned(1, a=3) == ((1,), {"a": 3})
    assert names.variadic_converted(1, 2, a=3, b=4.5) == ([1, 2], {"a": 3.0, "b": 4.5})
    assert names.variadic_converted() == ([], {})
    assert names.variadic_optional() is None
    assert names.variadic_optional(a=1) == {"a": 1}
    assert names.variadic_any(1, 2, first_=3) == (1, (2,), {"first_": 3})
    raises(TypeError, "argument 'args': item 1: 'str' object cannot be interpreted as an integer", names.variadic_converted, 1, "x")
    raises(TypeError, "argument 'kwargs': value of 'a': must be real number, not str", names.variadic_converted, a="x")
    raises(TypeError, "variadic_any() got multiple values for argument 'first'", names.variadic_any, 1, first=2)
    assert str(inspect.signature(names.variadic_any)) == "(first, *args, **kwargs)"
    kwargs = {"a": 1}
    assert names.variadic_owned(**kwargs)[1] is not kwargs


def test_all_arguments_are_bound_before_any_is_converted(raises):
    raises(TypeError, "inside() missing 1 required positional argument: 'b'", f.inside, "no int")
    raises(TypeError, "inside() got an unexpected keyword argument 'c'" + suggestion("inside", "c"), f.inside, "no int", 1, c=1)


def suggestion(function, name):
    """What a `def` of the same signature would say."""
    namespace = {}
    exec(f"def {function}(a, b): pass", namespace)
    try:
        namespace[function]("", 1, **{name: 1})
    except TypeError as error:
        return str(error).partition(f"'{name}'")[2]


@pytest.mark.parametrize("module", [f, f.defaults, f.errors, f.names, f.threads, f.sub, f.sub.deep, f.imported], ids=lambda module: module.__name__)  # fmt: skip
def test_every_function_can_be_looked_at(module):
    for name in module.__all__:
        member = getattr(module, name)
        if inspect.isbuiltin(member):
            assert member.__module__ == member.__self__.__name__
            if member.__text_signature__ is not None:
                inspect.signature(member)
            pydoc.plain(pydoc.render_doc(member))
