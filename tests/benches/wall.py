"""Wall time: the extensions side by side in one process, in random order, round by round.

python wall.py ROUNDS ROW_INDEX,... NAME=FOLDER...    prints the medians in seconds per call as JSON
"""

import importlib.util
import json
import random
import sys
import time
from pathlib import Path
from statistics import median

from rows import DATA, FUNCTIONS, ROWS, Row, loop


def load(folder: str):
    """The `bench` module of a folder, under a name of its own."""
    [path] = [path for path in Path(folder).iterdir() if path.stem == "bench"]
    spec = importlib.util.spec_from_file_location(f"{Path(folder).name}.bench", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def answer(module, row: Row):
    """What a call gives, in a form that can be compared."""
    scope = {name: getattr(module, name) for name in FUNCTIONS} | DATA
    try:
        given = eval(row.call, scope)
        return sorted(given.items()) if isinstance(given, dict) else repr(given)
    except Exception as error:
        return type(error).__name__


def check_answers(modules: dict, row: Row) -> None:
    answers = {name: answer(module, row) for name, module in modules.items()}
    [(first, expected), *others] = answers.items()
    for name, given in others:
        # A `def` of the same body takes a str for an int until it adds the two: the exception is the same.
        if given != expected:
            raise SystemExit(f"{row.name}: {name} gives {given!s:.200}, {first} gives {expected!s:.200}")


def seconds(run, calls: int) -> float:
    start = time.perf_counter()
    run(calls)
    return (time.perf_counter() - start) / calls


def measure(modules: dict, row: Row, rounds: int) -> dict[str, float]:
    loops = {name: loop(module, row.call, row.raises) for name, module in modules.items()}
    loops[""] = loop(next(iter(modules.values())), "pass")
    calls = max(10, int(0.002 / max(seconds(run, row.calls) for run in loops.values())))
    taken: dict[str, list[float]] = {name: [] for name in loops}
    for _ in range(rounds):
        for name in random.sample(list(loops), len(loops)):
            taken[name].append(seconds(loops[name], calls))
    medians = {name: median(times) for name, times in taken.items()}
    empty = medians.pop("")
    return {name: time - empty for name, time in medians.items()}


if __name__ == "__main__":
    rounds, indices, folders = int(sys.argv[1]), sys.argv[2].split(","), sys.argv[3:]
    modules = {name: load(folder) for name, folder in (item.split("=", 1) for item in folders)}
    result = {}
    for row in (ROWS[int(index)] for index in indices):
        check_answers(modules, row)
        if rounds:
            result[row.name] = measure(modules, row, rounds)
    print(json.dumps(result))
