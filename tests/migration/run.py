"""Runs the Python code of `docs/migration.md` with one side of its listings, or looks at its tables.

`python run.py pyo3|mybind LIBRARY`, or `python run.py tables CARGO`.

A block is run with both, unless its first line names one (or `numpy`, which it then needs). It finds the functions of its section
as globals, and imports the modules that the listings declare.
"""

import importlib.machinery
import importlib.util
import itertools
import json
import pathlib
import re
import subprocess
import sys

# What a section has that exports functions.
EXPORTED = {"pyo3": r"^-#\[pyfunction\]", "mybind": r"^\+#\[mybind\b"}
DOCUMENT = pathlib.Path(__file__).parents[2] / "docs" / "migration.md"


class Finder:
    """Finds modules in a library that has several."""

    def __init__(self, library, names):
        self.library, self.names = library, names

    def find_spec(self, name, path=None, target=None):
        if name not in self.names:
            return None
        loader = importlib.machinery.ExtensionFileLoader(name, self.library)
        return importlib.util.spec_from_file_location(name, self.library, loader=loader)


def identifier(title):
    return "_".join(re.findall(r"[^\W_]+", title.lower()))


def blocks(text):
    """The Python code of a section: the line it begins at, what it is for, and the code, its lines where they are in the document."""
    for found in re.finditer(r"^```python ?(\w*)\n(.*?)^```", text, re.MULTILINE | re.DOTALL):
        line = text.count("\n", 0, found.start(2))
        yield found[1], "\n" * line + found[2]


def run(side, library):
    text = DOCUMENT.read_text("utf-8").replace("\r\n", "\n")
    sections = {identifier(title): body for title, body in re.findall(r"^## (.*)\n((?:(?!## ).*\n?)*)", text, re.MULTILINE)}
    declared = re.findall(r"^-#\[pymodule\b.*?\b(?:mod|fn) (\w+)", text, re.MULTILINE | re.DOTALL)
    sys.meta_path.insert(0, Finder(library, {*sections, *declared}))
    count = 0
    for section, body in sections.items():
        before = text[: text.index(body)].count("\n")
        found = {}
        if re.search(EXPORTED[side], body, re.MULTILINE):
            module = importlib.import_module(section)
            found.update({name: value for name, value in vars(module).items() if not name.startswith("__")})
        for kind, code in blocks(body):
            if kind in ("pyo3", "mybind") and kind != side or kind == "numpy" and importlib.util.find_spec("numpy") is None:
                continue
            exec(compile("\n" * before + code, DOCUMENT, "exec"), found)
            count += 1
    assert count > 12
    return count


def table(text, header):
    """The rows below a header, as lists of cells."""
    lines = text.split(header + "\n")[1].splitlines()[1:]
    rows = itertools.takewhile(lambda line: line.startswith("|"), lines)
    return [[cell.strip() for cell in row.strip("|").split(" | ")] for row in rows]


def quoted(text):
    return re.findall("`(.*?)`", text)


def check_tables(cargo):
    """Every feature of PyO3 is named, what is called the same is there, and what is called missing is missing."""
    root = DOCUMENT.parents[1]
    text = DOCUMENT.read_text("utf-8").replace("\r\n", "\n")
    command = [cargo, "metadata", "--format-version", "1", "--manifest-path"]

    def features_of(package, manifest):
        output = subprocess.run([*command, root / manifest], check=True, capture_output=True, text=True).stdout
        packages = [found for found in json.loads(output)["packages"] if found["name"] == package]
        return {feature for found in packages for feature in found["features"]}

    # These two are dependencies of other features.
    theirs = features_of("pyo3", "tests/migration/pyo3/Cargo.toml") - {"pyo3-macros", "inventory"}
    ours = features_of("mybind", "tests/migration/mybind/Cargo.toml")
    rows = table(text, "| feature of PyO3 | in mybind |")
    named = {feature for features, _ in rows for feature in quoted(features)}
    assert theirs == named, theirs ^ named
    for features, words in rows:
        features = set(quoted(features))
        if words.startswith("the same"):
            assert features <= ours, features - ours
        elif words.startswith("missing"):
            assert not features & ours, features & ours
    source = "".join(path.read_text("utf-8") for path in root.joinpath("runtime/src").rglob("*.rs"))
    for names, _ in table(text, "| of PyO3 | instead |"):
        there = [name for name in quoted(names) if re.search(rf"\b(struct|fn|mod|trait) {re.escape(name.split(':')[-1])}\b", source)]
        assert not there, f"there are {there}"
    return len(rows)


if __name__ == "__main__":
    if sys.argv[1] == "tables":
        print(check_tables(sys.argv[2]), "rows")
    else:
        print(run(*sys.argv[1:]), "blocks")
