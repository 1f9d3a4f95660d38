"""Fails, by the row's name, when a call costs more instructions than it did.

    python3.13 tests/benches/guard.py             compares with baseline.json
    python3.13 tests/benches/guard.py --bless     writes it anew

The counts are exact, but hold for one build of CPython, one rustc and one processor, for which the C library chooses its
functions: where these are not those of the baseline, or there is no valgrind, it says so and compares nothing.
"""

import json
import pathlib
import platform
import subprocess
import sys

import instructions
from extensions import EXTENSIONS, HERE, Missing
from rows import ROWS

BASELINE = HERE / "baseline.json"
ALLOWED = 1.02


def environment() -> dict[str, str]:
    rustc = subprocess.run(["rustc", "--version"], capture_output=True, text=True, check=True).stdout.split()[1]
    libc = " ".join(platform.libc_ver())
    return {"python": platform.python_version(), "rustc": rustc, "processor": processor(), "libc": libc}


def processor() -> str:
    """What the processor is: on Linux its name, family and model."""
    try:
        lines = pathlib.Path("/proc/cpuinfo").read_text().partition("\n\n")[0].splitlines()
    except OSError:
        return platform.processor()
    fields = {name.strip(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
    return " ".join(fields.get(name, "") for name in ("model name", "cpu family", "model")).strip() or platform.machine()


def measure() -> dict[str, float]:
    [mybind] = [extension for extension in EXTENSIONS if extension.name == "mybind"]
    mybind.build()
    return instructions.count(mybind.path, list(range(len(ROWS))))


def compare(before: dict[str, float], now: dict[str, float]) -> list[str]:
    failures = [f"{row}: has no baseline" for row in now if row not in before]
    slack = {row.name: row.slack for row in ROWS}
    for row, count in before.items():
        if row not in now:
            failures.append(f"{row}: is not measured any more")
        elif now[row] > count * ALLOWED + slack[row]:
            failures.append(f"{row}: {now[row]:.1f} instructions, {now[row] / count - 1:+.1%} over {count:.1f}")
    return failures


def main() -> int:
    bless = "--bless" in sys.argv
    baseline = None if bless else json.loads(BASELINE.read_text())
    here = environment()
    if baseline and baseline["environment"] != here:
        print(f"skipped: the baseline is of {baseline['environment']}, this is {here}")
        return 0
    try:
        now = measure()
    except Missing as missing:
        print(f"skipped: {missing}")
        return 0
    if bless:
        rounded = {row: round(count, 1) for row, count in now.items()}
        BASELINE.write_text(json.dumps({"environment": here, "instructions": rounded}, indent=2) + "\n")
        return 0
    failures = compare(baseline["instructions"], now)
    print("\n".join(failures) or f"{len(now)} rows, none more than {ALLOWED - 1:.0%} over its baseline")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
