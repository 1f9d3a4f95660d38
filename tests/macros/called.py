"""Calls from Python what src/lib.rs exports. `called.rs` runs this in a folder with the library under each module's name."""

import inspect
import sys
import warnings

import macro_module
import macro_tests as m
import numbers_ as numbers
import renamed_runtime

m.items_are_as_written()

assert m.add(1, b=2) == 3
assert m.format_number(1.25, "km", 1, 2.0, sign=True, scale=2.0, more=1) == "+4.50 km"
assert str(inspect.signature(m.format_number)) == (
    "(number, /, unit='m', precision=3, *rest, sign, scale=None, **options)"
)

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    assert m.squares([1, 2, 3]) == 14
assert [(w.category, str(w.message)) for w in caught] == [(DeprecationWarning, "use numpy")]
assert m.describe("abc").split()[:2] == ["macro_tests", "3"]
assert m.describe().split()[1] == "0"

seven = ["py", "args", "nargs", "kwnames", "module", "runtime", "self_"]
for name in [*seven, "boundary", "required", "__trampoline_"]:
    function = getattr(m, name)
    assert function(1, 2, 3, 4, 5, 6, 7) == 28, name
    assert function(**{name: 1 for name in seven}) == 7, name
    assert list(inspect.signature(function).parameters) == seven
assert m.trampoline() == 6 and m.trampoline(a=2) == 7
assert m.token(1) == 3 + 1 + 28
assert m.use(**{"type": 3}) == 3
assert m.fill.add == 1 and m.fill.module_as_function.VERSION == sys.version
assert m.größer(2, 長さ=3) == 6 and m.größer(größe=2) == 4
assert m.unnamed(1, 2, 3, 4) == 4

assert m.qualified(1, "", b"") == 1
assert m.in_several(3) == 2 and m.in_several.__doc__ == "Options in several attributes, with others between them."
assert m.types({"a": [1.5, None]}, (1, [2, 3], {})) == (1, b"\x02\x03", [1, 1, 1])
assert m.types({}, (1, b"ab", {}), d=None) is None
assert m.pointers("ab", "c") == 0
assert m.converted_by("abc", []) == 4 and m.converted_by("abc", [], mutable=[1, 2]) == 5
assert m.handles(1, 2, x=3, y=4) == ((1, 2), None, 3)
assert m.documented.__doc__.startswith("The items are documented by this file.\n"), m.documented.__doc__
assert m.documented.__doc__.endswith("\nand more\nand a line."), m.documented.__doc__
assert m.on_one_system() in (1, 2)

assert m.allowed(1) == 2 and m.expected(3) == 3 and m.deprecated(4) == 4
assert m.inside.NUMBER == 1 and m.inside.allowed(2) == 2 and m.inside.elsewhere(3) == 3
assert m.filled.ONE == 1 and m.filled.NUMBER == 1 and m.old_module.TWO == 2

assert m.from_parts() is None and m.from_parts(1, b"") == 2
assert m.from_expressions(2) == 6 and m.from_expressions(2, 4, 1, 2) == 11
assert m.whole(1) == 1 and m.local("a") == "a"
assert macro_module.__all__ == ["from_parts", "local", "renamed", "inside"]
assert macro_module.renamed(1) == 1 and macro_module.inside(2) == 2
assert str(inspect.signature(macro_module.renamed)) == "(a)"

assert numbers.__all__ == ["double", "triple", "quadruple", "half", "integers", "COUNT", "BUILT_FOR"]
assert numbers.double(1.5) == 3.0 and numbers.triple(2) == 6 and numbers.quadruple(2) == 8
assert numbers.half(1.0) == 0.5 and numbers.COUNT == 3
assert numbers.integers.successor(1) == 2 and numbers.__doc__ == "Numbers."
assert m.elsewhere(1) == renamed_runtime.elsewhere(1) == 1
assert renamed_runtime.__runtime(5) == 5 and renamed_runtime.none == "None"
assert renamed_runtime.inner.f() is None

assert m.names_of_ours({"py": 1, "object": (2,), "type": 3}) == (7, {"py": 1, "dict": 1, "object": (2,), "type": 3, "names": []})
for outcome in ("Target", 3):
    assert m.outcomes(outcome) == (outcome, outcome)
assert m.by_macro({}, "2nd") == ({"firstField": 3, "secondField": 1}, "2nd")
assert m.elsewhere_too({"other": 1}) == ({"field": 0, "other": 2}, {"value": "inside", "other": 1})
assert m.elsewhere_too("Some")[0] == "Some" and m.elsewhere_too((1, 2))[0] == (1, 2)
assert m.count([{"displayName": "a"}, {"displayName": "b", "at": (1, 2)}], "b") == 1
assert m.half(3) == 1.5 and m.half(3, parts=None) == 1.5
