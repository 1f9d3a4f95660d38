"""Run under callgrind by `run.py`: the loop of each row, between the two requests of `counter`.

python count.py ROW_INDEX...
"""

import gc
import sys

import bench
import counter
from rows import ROWS, loop


def count(name: str, run, calls: int) -> None:
    run(100)  # the interpreter specialises the loop
    counter.start()
    run(calls)
    counter.stop(name)


if __name__ == "__main__":
    gc.disable()
    chosen = [int(index) for index in sys.argv[1:]]
    for calls in sorted({ROWS[index].calls for index in chosen}):
        count(f"empty {calls}", loop(bench, "pass"), calls)
    for index in chosen:
        row = ROWS[index]
        count(f"row {index}", loop(bench, row.call, row.raises), row.calls)
