"""Writes what type checkers are to read of `docs/conversions.md`: a line for each example, marked where they must reject it.

`python typed.py FILE`, with the module `documented` and its stub installed.
"""

import importlib.util
import pathlib
import sys

from document import Document

HEAD = '''# pyright: basic
from __future__ import annotations

from typing import TYPE_CHECKING

import documented
'''


def is_error(example):
    """Whether type checkers reject it: what raises TypeError where the argument is converted, unless the document says otherwise."""
    misfit = example.error is not None and example.error[0] == "TypeError"
    return misfit != example.disagreement


def written(document):
    """The file's text."""
    stub = pathlib.Path(importlib.util.find_spec("documented").origin).with_name("__init__.pyi").read_text("utf-8")
    prelude = document.prelude
    examples = document.examples
    if importlib.util.find_spec("numpy") is None:
        prelude = prelude.replace("import numpy\n", "")
        examples = [example for example in examples if "numpy" not in example.given]
    # The stub's own imports: what the hints name.
    imports = [line for line in stub.splitlines() if line.startswith("from ") and not line.startswith("from __future__")]
    lines = [HEAD, *prelude.splitlines(), "", "if TYPE_CHECKING:", "    from typing_extensions import assert_type", ""]
    lines += [f"    {line}" for line in imports]
    for example in examples:
        call = f"documented.{example.function}({example.given})"
        if is_error(example):
            lines.append(f"    {call}  # error")
        else:
            hint = document.hint("output_hint", example.type, example.section)
            lines.append(f"    assert_type({call}, {hint})" if hint else f"    {call}")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    pathlib.Path(sys.argv[1]).write_text(written(Document()), "utf-8")
