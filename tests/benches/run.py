"""The benchmark: builds the extensions, checks that they give equal answers, and measures them.

    python tests/benches/run.py                 all of it: writes RESULTS.md and results.svg
    python tests/benches/run.py --row add       the rows whose name contains `add`, printed only
    python tests/benches/run.py --only mybind,PyO3,C

CPython 3.13.0 is what the committed numbers are for; any CPython from 3.10 on will do. A tool that is missing is named,
and its column left out.
"""

import argparse
import json
import subprocess
import sys

import cost
import instructions
import report
from extensions import EXTENSIONS, HERE, Extension, Missing
from rows import ROWS


def build(wanted: list[str]) -> list[Extension]:
    built = []
    for extension in EXTENSIONS:
        if wanted and extension.name not in wanted:
            continue
        try:
            extension.build()
            built.append(extension)
        except Missing as missing:
            print(f"left out: {extension.name}: {missing}", file=sys.stderr)
    return built


def count(extensions: list[Extension], rows: list[int]) -> dict[str, dict[str, float]]:
    try:
        return {extension.name: instructions.count(extension.path, rows) for extension in extensions}
    except Missing as missing:
        print(f"left out: instructions: {missing}", file=sys.stderr)
        return {}


def wall_time(extensions: list[Extension], rows: list[int], rounds: int) -> dict[str, dict[str, float]]:
    """Seconds per call by row and extension; in doing so, the check of the answers."""
    command = [sys.executable, HERE / "wall.py", rounds, ",".join(map(str, rows))]
    command += [f"{extension.name}={extension.path}" for extension in extensions]
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True)
    if done.returncode != 0:
        raise SystemExit(done.stderr)
    return json.loads(done.stdout)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--row", default="", help="only the rows whose name contains this")
    parser.add_argument("--only", default="", help="only these extensions, with commas between")
    parser.add_argument("--rounds", type=int, default=25, help="rounds of the wall-time measurement; 0 for none")
    parser.add_argument("--no-cost", action="store_true", help="leave out build time, size and import time")
    options = parser.parse_args()
    rows = [index for index, row in enumerate(ROWS) if options.row in row.name]
    if not rows:
        parser.error(f"no row's name contains {options.row!r}")
    only = [name for name in options.only.split(",") if name]
    extensions = build(only)
    if not extensions:
        parser.error("nothing to measure")
    times = wall_time(extensions, rows, options.rounds)
    counts = count(extensions, rows)
    whole = not options.row and not only
    costs = {} if options.no_cost or not whole else cost.measure()
    text = report.markdown(counts, times, costs)
    print(text)
    if whole:
        (HERE / "RESULTS.md").write_text(text)
        (HERE / "results.svg").write_text(report.picture(counts))


if __name__ == "__main__":
    main()
