"""Counts the instructions of each row under callgrind: exact, and the same on every run."""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from extensions import HERE, counter
from rows import ROWS


def count(folder: Path, rows: list[int]) -> dict[str, float]:
    """Instructions per call, the empty loop subtracted, by the row's name."""
    with tempfile.TemporaryDirectory() as scratch:
        # Symbols are bound when a library is loaded, not when a call first needs one. And callgrind does not attribute what the linkage
        # tables cost to who calls through them: it then counts some of it for the wrong row.
        environment = os.environ | {"PYTHONPATH": f"{folder}:{counter()}", "PYTHONHASHSEED": "0", "LD_BIND_NOW": "1"}
        command = ["valgrind", "--tool=callgrind", "--skip-plt=no", f"--callgrind-out-file={scratch}/out", sys.executable, "-B"]
        command += [str(HERE / "count.py"), *map(str, rows)]
        done = subprocess.run(command, env=environment, capture_output=True, text=True)
        if done.returncode != 0:
            raise RuntimeError(f"counting in {folder} failed\n{done.stderr[-2000:]}")
        totals = dict(filter(None, map(total, Path(scratch).iterdir())))
    counts = {}
    for index in rows:
        row = ROWS[index]
        counts[row.name] = (totals[f"row {index}"] - totals[f"empty {row.calls}"]) / row.calls
    return counts


def total(dump: Path) -> tuple[str, int] | None:
    """What one of callgrind's files is for, and its sum."""
    text = dump.read_text()
    name = re.search(r"^desc: Trigger: Client Request: (.*)$", text, re.MULTILINE)
    sum = re.search(r"^totals: (\d+)$", text, re.MULTILINE)
    return (name[1], int(sum[1])) if name and sum else None
