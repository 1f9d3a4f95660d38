"""`docs/conversions.md` says what is so: each example, and what each type takes and gives of many objects. `tables/` reads the document."""

import ast
import collections.abc
import functools
import inspect
import os
import pathlib
import re
import sysconfig
import zoneinfo

import documented
import pytest
from calls import stub_of
from document import PATH, Document
from terms import GIVEN, OBJECTS, TAKEN, gives, is_array, term_that_takes, terms_of

DOCUMENT = Document()
FUNCTIONS = {name: function for name, function in vars(documented).items() if inspect.isbuiltin(function)}
# The stable ABI of 3.10 has no buffers.
SKIPPED = set() if "buffers_array_f64" in FUNCTIONS else DOCUMENT.sections_with_buffers
EXAMPLES = [example for example in DOCUMENT.examples if example.section not in SKIPPED]
# Each type once.
TYPES = list({example.function: example for example in EXAMPLES}.values())
# The stable ABI does not tell a type's module; without the GIL another thread might change its name.
SHORT_NAMES = ".abi3" in getattr(documented, "documented", documented).__file__ or sysconfig.get_config_var("Py_GIL_DISABLED")
# What serde's types take is their own affair.
BY_SERDE, GIVEN_BY_SERDE = "what the [module](../runtime/src/convert/crates/serde.rs) lists", "what the module lists"
# What says nothing of the type's own objects.
ABOUT_OTHERS = {"never `str`", "and so each exception"}
# What CPython says, that mybind passes on.
PASSED_ON = ["int too large to convert to float"]
PREFIX = "argument 'value': "

try:
    import numpy
except ImportError:
    numpy = None


def names_of_examples():
    """The names that the document gives to its examples."""
    found = {}
    exec(DOCUMENT.prelude if numpy else DOCUMENT.prelude.replace("import numpy\n", ""), found)
    return found


NAMES = names_of_examples()


class NotHere(Exception):
    """The Python has no NumPy, or no such time zone."""


def value_of(text):
    if "numpy" in text and numpy is None:
        raise NotHere("no NumPy for this Python")
    try:
        return eval(text, NAMES)
    except zoneinfo.ZoneInfoNotFoundError as error:
        raise NotHere(str(error)) from None


def same(left, right):
    """Whether they are equal, and of the same types throughout; iterators by their items, functions by their results."""
    if isinstance(left, collections.abc.Iterator):
        return isinstance(right, collections.abc.Iterator) and (left is right or same(list(left), list(right)))
    if inspect.isbuiltin(left) and inspect.isfunction(right):
        return all(same(left(*arguments), right(*arguments)) for arguments in ((2, 0.5), (-1, 1.5)))
    if type(left) is not type(right):
        return False
    if is_array(left):
        return left.dtype == right.dtype and left.tolist() == right.tolist()
    if isinstance(left, (list, tuple)):
        return len(left) == len(right) and all(map(same, left, right))
    if isinstance(left, dict):
        return same(list(left.items()), list(right.items()))
    if isinstance(left, (collections.abc.Hashable, bytearray, memoryview, set)):
        return left == right or repr(left) == repr(right)
    raise AssertionError(f"cannot compare {left!r}")


def fill_in(example, outcome):
    """Writes into the document what its empty place should say."""
    for pattern, written in ((r"\bdatetime\.(?=\w)", ""), (r"zoneinfo\.ZoneInfo\(key='(.*?)'\)", r'ZoneInfo("\1")'), (r"PosixPath(?=\()", "Path"), (r"\|", r"\\|"), ("\n", r"\\n")):  # fmt: skip
        outcome = re.sub(pattern, written, outcome)
    lines = PATH.read_text("utf-8").split("\n")
    line = lines[example.line - 1]
    assert line.endswith(" | |"), line
    lines[example.line - 1] = f"{line[:-1]}`{outcome}` |"
    PATH.write_text("\n".join(lines), "utf-8")


@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_example(example):
    try:
        given = value_of(example.given)
        expected = None if example.error or not example.expected else value_of(example.expected)
    except NotHere as reason:
        pytest.skip(str(reason))
    function = FUNCTIONS[example.function]
    try:
        result, error = function(given), None
    except Exception as raised:
        message = str(raised).replace("WindowsPath", "PosixPath").split("\n\nStack backtrace")[0]
        result, error = None, (type(raised).__name__, message)
    if not example.expected and os.environ.get("MYBIND_BLESS"):
        text = example.given if result is given else repr(result)
        fill_in(example, ": ".join(error).replace(PREFIX, "", 1) if error else text)
    elif example.error:
        assert error, f"gives {result!r}"
        name, message = example.error
        prefix = "" if message in PASSED_ON or "Unicode" in name or not example.is_round_trip else PREFIX
        if error[1].startswith(PREFIX):
            prefix = PREFIX
        if SHORT_NAMES:
            message = message.replace("'array.array'", "'array'")
        assert error == (name, prefix + message)
    else:
        assert error is None, error
        itself = example.section == "Handles"
        assert result is given if itself else same(result, expected), f"{result!r} is not {expected!r}"
        row = DOCUMENT.row(example.type, example.section)[0]
        assert row.gives in ("", GIVEN_BY_SERDE) or gives(DOCUMENT, example.type, result, given, example.section)


def taken_by(example):
    return DOCUMENT.cell("takes", example.type, example.section)[0]


@pytest.mark.parametrize(
    "example",
    [example for example in TYPES if taken_by(example) not in ("", BY_SERDE)],
    ids=lambda example: f"{example.section}: {example.text}",
)
def test_nothing_else(example):
    """Of many objects each type takes those that its row names, and gives what its row says."""
    text = taken_by(example)
    function = FUNCTIONS[example.function]
    row = DOCUMENT.row(example.type, example.section)[0]
    wrong, unused = [], {term for term in terms_of(text) if term not in ABOUT_OTHERS}
    for expression in OBJECTS:
        try:
            value, named = value_of(expression), value_of(expression)
        except NotHere:
            continue
        expected = term_that_takes(DOCUMENT, example.type, named, example.section)
        try:
            result, error = function(value), None
        except Exception as raised:
            result, error = None, raised
        refused = isinstance(error, (TypeError, ValueError))
        # Of several types that an `Either` could be, one may take it but for its size.
        out_of_range = "OverflowError" in str(error) or "ValueError" in str(error)
        if expected and isinstance(error, TypeError) and str(error).startswith(PREFIX) and not out_of_range:
            wrong.append(f"{expression} is refused: {error}")
        elif not expected and not refused:
            wrong.append(f"{expression} is taken: {error or repr(result)}")
        elif error is None:
            unused.discard(expected)
            if row.gives and not gives(DOCUMENT, example.type, result, value, example.section):
                wrong.append(f"{expression} gives {result!r}")
    assert not wrong, "\n".join(wrong)
    assert not unused or numpy is None


@functools.cache
def hints():
    """Of each function those of the parameter and of the result, as the stub has them."""
    functions = [node for node in stub_of(documented).body if isinstance(node, ast.FunctionDef)]
    return {node.name: (ast.unparse(node.args.args[0].annotation), ast.unparse(node.returns)) for node in functions}


@pytest.mark.parametrize("example", TYPES, ids=lambda example: f"{example.section}: {example.text}")
def test_hints(example):
    row = DOCUMENT.row(example.type, example.section)[0]
    written = [DOCUMENT.hint(column, example.type, example.section) for column in ("input_hint", "output_hint")]
    for text, hint in zip(written, hints()[example.function]):
        assert not text or ast.unparse(ast.parse(text)) == hint, row.text
    assert any(written)


@pytest.mark.parametrize("row", [row for row in DOCUMENT.rows if row.section not in SKIPPED], ids=lambda row: f"{row.section}: {row.text}")
def test_each_row_has_an_example(row):
    examples = [example for example in DOCUMENT.examples if DOCUMENT.row(example.type, example.section)[0] is row]
    assert examples
    # It says what happens to a wrong argument, in one of its types at least.
    if row.takes and row.takes != "any object":
        beside = [other for other in DOCUMENT.rows if other.takes == row.takes and other.section == row.section]
        assert any(example.error for example in DOCUMENT.examples if DOCUMENT.row(example.type, example.section)[0] in beside)


def test_no_word_is_without_meaning():
    """Each word of the tables is one that the test understands, and the test has no others."""
    for column, known in (("takes", TAKEN), ("gives", GIVEN)):
        texts = {getattr(row, column) for row in DOCUMENT.rows} - {BY_SERDE, GIVEN_BY_SERDE}
        used = {term for text in texts if not text.startswith("as `") for term in terms_of(text)}
        assert used == set(known), column


ROOT = pathlib.Path(__file__).parents[2]


def test_each_feature_is_named():
    """In the document, and with its types in the README."""
    features = ROOT.joinpath("runtime/Cargo.toml").read_text("utf-8")
    listed = set(re.findall('"(.*?)"', features.split("full = [")[1].split("]")[0])) - {"anyhow", "eyre"}
    types = {}
    for row in DOCUMENT.rows:
        if row.feature:
            types.setdefault(row.feature, []).append(row.text)
    assert listed == set(types)
    table = ROOT.joinpath("README.md").read_text("utf-8").split("| feature | Rust |")[1].split("\n\n")[0]
    lines = re.findall(r"^\| `(.*?)` \| (.*) \|$", table, re.MULTILINE)
    assert {feature: re.findall("`(.*?)`", cell) for feature, cell in lines} == types


def test_the_table_in_the_readme():
    """Its rows are the document's."""
    readme = ROOT.joinpath("README.md").read_text("utf-8").replace("\r\n", "\n")
    header, _, *rows = re.search(r"^\| Rust \|(?:.*\n\|)*.*", readme, re.MULTILINE)[0].split("\n")
    assert len(rows) > 10
    lines = DOCUMENT.text.split("\n")
    assert [row for row in (header, *rows) if row not in lines] == []
