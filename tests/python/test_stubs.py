"""What the stub says of a function is what `inspect.signature` says of it."""

import ast
import inspect

import arrays
import crates
import derived.nested
import documented
import exchange
import functions
import functions.sub.deep
import modules.exceptions
import ported._ported.child
import pkg._native.deep
import pytest
import standard
from calls import stub_of

MODULES = [arrays, crates, crates.chrono, crates.jiff, crates.serde, crates.time, derived, derived.nested, documented, exchange, functions, functions.defaults, functions.errors, functions.names, functions.sub, functions.sub.deep,
           functions.imported, functions.threads, pkg._native, pkg._native.deep, standard,
           modules.exceptions, ported._ported, ported._ported.child]  # fmt: skip


def value_of(default):
    if isinstance(default, ast.UnaryOp):
        return -value_of(default.operand)
    return ast.literal_eval(default)


def parameters_of(arguments):
    """The parameters as `inspect` has them."""
    P = inspect.Parameter
    positional = [(argument, P.POSITIONAL_ONLY) for argument in arguments.posonlyargs]
    positional += [(argument, P.POSITIONAL_OR_KEYWORD) for argument in arguments.args]
    defaults = [None] * (len(positional) - len(arguments.defaults)) + arguments.defaults
    found = [(*parameter, default) for parameter, default in zip(positional, defaults)]
    if arguments.vararg:
        found.append((arguments.vararg, P.VAR_POSITIONAL, None))
    found += [(argument, P.KEYWORD_ONLY, default) for argument, default in zip(arguments.kwonlyargs, arguments.kw_defaults)]
    if arguments.kwarg:
        found.append((arguments.kwarg, P.VAR_KEYWORD, None))
    return [P(argument.arg, kind, default=P.empty if default is None else value_of(default)) for argument, kind, default in found]


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__)
def test_stub_and_signature(module):
    described = {node.name: node for node in stub_of(module).body if isinstance(node, ast.FunctionDef)}
    written = {name for name in module.__all__ if inspect.isbuiltin(getattr(module, name))}
    assert set(described) == written
    for name, node in described.items():
        function = getattr(module, name)
        assert ast.get_docstring(node, clean=False) is None or ast.get_docstring(node) == inspect.cleandoc(function.__doc__)
        # The overloads are the user's own words.
        if function.__text_signature__ is None or name == "told" or node.decorator_list:
            continue
        assert list(inspect.signature(function).parameters.values()) == parameters_of(node.args), name
