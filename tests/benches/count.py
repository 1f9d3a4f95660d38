"""Run under callgrind by `run.py`: the loop of each row, between the two requests of `counter`.

python count.py ROW_INDEX...
"""

import gc
import sys

import bench
import counter
from rows import ROWS, loop


def count(name: str, run, calls: int) -> None:
    run(min(calls, 100))  # the interpreter specialises the loop
    counter.start()
    run(calls)
    counter.stop(name)


def pools_with_room() -> list:
    """Objects of each small size, every other one freed again: the interpreter's allocator then neither takes nor gives back a pool, which
    would cost the loop, or not, by chance."""
    objects = [object() for _ in range(2000)] + [float(index) for index in range(2000)]
    objects += [bytes(size) for size in range(0, 480, 16) for _ in range(1000)]
    del objects[::2]
    return objects


if __name__ == "__main__":
    gc.disable()
    chosen = [int(index) for index in sys.argv[1:]]
    kept = pools_with_room()
    for calls in sorted({ROWS[index].calls for index in chosen}):
        count(f"empty {calls}", loop(bench, "pass"), calls)
    for index in chosen:
        row = ROWS[index]
        count(f"row {index}", loop(bench, row.call, row.raises), row.calls)
