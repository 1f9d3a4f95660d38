"""Functions of random signatures with typed parameters, called with random arguments, right and wrong.

Result, error and all that is asked of the arguments on the way must be as a `def` has it that converts its arguments as the
documents say: `model/conversions.py`. `MYBIND_SIGNATURES` says how many functions are built, `MYBIND_SEED` which, and
`MYBIND_CALLS` how often each is called.
"""

import ast
import inspect
import itertools
import os
import random
import re
import sys
import sysconfig
import warnings

import pytest
from hypothesis import HealthCheck, find, given, settings, strategies
from hypothesis.errors import NoSuchExample

import arguments
from calls import without_addresses
import conversions
import hostile
import references
import signatures

CALLS = int(os.environ.get("MYBIND_CALLS", 200)) // 5


def outcome(signature, function, call):
    """What comes of a call: its result or its error, and which methods of its arguments were called."""
    hostile.World.number = 0
    log = hostile.LOG[:]
    args, kwargs = eval(call, arguments.NAMESPACE)
    labels, conversions.Labels.current = conversions.Labels.current, conversions.Labels(args, kwargs)
    hostile.LOG.clear()  # what is asked of them while they are made goes by addresses
    hostile.World.call = lambda: outcome(signature, function, call)
    try:
        result = described(signature, function(*args, **kwargs))
    except conversions.Refused as refused:
        result = error_described(refused.cls(refused.message))
    except BaseException as error:
        result = error_described(error)
    finally:
        called = hostile.LOG[:]
        hostile.LOG[:] = log
        conversions.Labels.current = labels
    return result, called


def described(signature, result):
    if not isinstance(result, tuple) or len(result) != len(signature.types):
        return result
    return [of_type(ty, item) for ty, item in zip(signature.types.values(), result)]


def of_type(ty, result):
    try:
        return ty.same(result)
    except (AttributeError, TypeError):
        return "of another type", repr(result)


def error_described(error):
    if error is None:
        return None
    args = [without_addresses(conversions.shown(arg)) if isinstance(arg, (str, int)) else type(arg) for arg in error.args]
    notes = list(map(without_addresses, getattr(error, "__notes__", [])))
    return type(error), args, notes, error_described(error.__cause__), error_described(error.__context__)


def difference(signature, source):
    """How the two differ, if they do."""
    call = compile(source, "<call>", "eval")
    try:
        eval(call, arguments.NAMESPACE)
    except BaseException:
        return None  # one of the objects does not even let itself be put into a container
    expected = outcome(signature, signature.python, call)
    actual = outcome(signature, signature.rust, call)
    if actual == expected:
        return None
    if "SystemError" in str(expected):
        return None  # a fault of this Python's own: 3.10 looks at a released memoryview with an exception pending
    return f"{signature.line}\ncalled with {source}\nexpected {expected}\nand got  {actual}"


def smallest(signature, otherwise):
    """Of a function that does other than the model, the smallest call that shows it."""
    calls = strategies.randoms(use_true_random=False).map(lambda choose: arguments.call(signature, choose))
    try:
        found = find(calls, lambda source: difference(signature, source), settings=settings(max_examples=300, database=None, deadline=None))
    except NoSuchExample:
        return otherwise
    return difference(signature, found)


@pytest.fixture(autouse=True)
def warnings_are_errors(request, monkeypatch):
    """For every other function; for the rest they are ignored."""
    monkeypatch.setattr(sys, "unraisablehook", lambda unraisable: None)
    with warnings.catch_warnings():
        signature = request.node.callspec.params.get("signature") if hasattr(request.node, "callspec") else None
        warnings.simplefilter("error" if signature and signatures.ALL.index(signature) % 2 else "ignore")
        yield


@pytest.mark.parametrize("signature", signatures.ALL, ids=lambda signature: signature.name)
def test_random_calls(signature):
    choose = random.Random(signature.line)
    for _ in range(CALLS):
        source = arguments.call(signature, choose)
        found = difference(signature, source)
        if found:
            pytest.fail(smallest(signature, found), pytrace=False)


@settings(max_examples=5 * CALLS, database=None, deadline=None, suppress_health_check=list(HealthCheck))
@given(strategies.sampled_from(signatures.ALL), strategies.randoms(use_true_random=False))
def test_calls_that_hypothesis_makes(signature, choose):
    found = difference(signature, arguments.call(signature, choose))
    assert not found, found


def test_the_calls_reach_every_kind_of_outcome():
    """The tests above would prove little if all calls failed, or none."""
    choose = random.Random(1)
    kinds = {"a result": 0, "no such call": 0, "a conversion's own error": 0, "an error of Python's": 0}
    for _ in range(2000):
        signature = choose.choice(signatures.ALL)
        try:
            args, kwargs = eval(arguments.call(signature, choose), arguments.NAMESPACE)
            signature.python(*args, **kwargs)
            kinds["a result"] += 1
        except conversions.Refused:
            kinds["a conversion's own error"] += 1
        except TypeError as error:
            kinds["no such call" if f"{signature.name}()" in str(error) else "an error of Python's"] += 1
        except BaseException:
            kinds["an error of Python's"] += 1
    assert kinds["a result"] > 500 and min(kinds.values()) > 50, kinds


# A few of them: each call is made often.
@pytest.mark.skipif(sysconfig.get_config_var("Py_GIL_DISABLED"), reason="without the GIL the count of blocks is not exact")
@pytest.mark.parametrize("signature", signatures.ALL[:CALLS], ids=lambda signature: signature.name)
def test_random_calls_leak_nothing(signature):
    warnings.simplefilter("ignore")
    choose = random.Random(signature.line)
    # NumPy is compiled for release builds: what it does to reference counts is missing in the total of a debug build.
    countable = (call for call in iter(lambda: arguments.call(signature, choose), None) if not (references.IS_DEBUG_BUILD and "numpy." in call))
    for source in itertools.islice(countable, CALLS // 40):
        call = compile(source, "<call>", "eval")

        def work():
            try:
                args, kwargs = eval(call, arguments.NAMESPACE)
                hostile.World.call = lambda: signature.rust(*args, **kwargs)
                signature.rust(*args, **kwargs)
            except BaseException:
                pass
            hostile.LOG.clear()

        work()
        assert not references.leaks(work, 50), source


@pytest.mark.parametrize("signature", signatures.ALL, ids=lambda signature: signature.name)
def test_signatures_are_shown(signature):
    """`inspect.signature` has the names, the kinds, and of the defaults those that are written so that they can be shown."""
    expected = inspect.signature(signature.python).parameters
    if not signature.line.partition(" -> ")[0].isascii() and not all(map(str.isascii, expected)):
        with pytest.raises(ValueError):
            inspect.signature(signature.rust)
        return
    actual = inspect.signature(signature.rust).parameters
    shapes = [[(parameter.name, parameter.kind) for parameter in parameters.values()] for parameters in (actual, expected)]
    assert shapes[0] == shapes[1]
    for name, parameter in actual.items():
        if name not in signature.defaults:
            assert parameter.default is inspect.Parameter.empty
        elif is_shown(signature.defaults[name]):
            assert repr(parameter.default) == repr(expected[name].default), signature.line
        else:
            assert parameter.default is ..., signature.line


def is_shown(default):
    """Whether it is a literal, `None`, the path of a constant, or a tuple, an array or `Some` of such."""
    try:
        default = ast.parse(default.replace("::", "."), mode="eval").body
    except SyntaxError:
        return False  # Rust alone can read it
    parts = [default]
    for part in parts:
        if isinstance(part, (ast.Tuple, ast.List)):
            parts += part.elts
        elif isinstance(part, ast.Call) and ast.unparse(part.func) == "Some":
            parts += part.args
        elif isinstance(part, ast.UnaryOp) and isinstance(part.operand, ast.Constant):
            continue
        elif not isinstance(part, (ast.Constant, ast.Name)) and ast.unparse(part) not in SHOWN:
            return False
    return True


SHOWN = ["f64.INFINITY", *[f"{ty}.MIN" for ty in "i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize".split()]]
