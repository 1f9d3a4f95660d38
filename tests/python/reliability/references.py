"""References and memory stay as much as they were: `references.py PROGRESS SCALE MODULE...`

Each function is called with twenty sets of random arguments, with each over and over in a loop that is not Python's; then with the
same arguments made anew, ten times. One that leaks leaks as often as it is called; what is made once and kept is not counted. That is done
2,000 times SCALE calls of each function long, with other arguments from time to time. Of calls that take longer than 10 microseconds there are fewer, as
many as take no longer together; where they are less than a tenth, it says so.
"""

import ctypes
import gc
import importlib
import os
import random
import sys
import time
import warnings

import calls
import nomemory

ARGUMENTS = 20
ANEW = 10
# So often one after the other, for each unit of SCALE, and at most.
REPEATED, AT_MOST = 10, 250
LONG = 10e-6
# It doubles what it is given.
ONCE = ("modules.handles.build",)
# These say that they never free some memory: definitions of functions, and what a panic carries that panics when it is dropped. One remembers
# its calls.
KEEP_MEMORY = ("exchange.raw_function", "modules.state.lock_anywhere", "panics.with_many_payloads", "panics.with_payload_in_thread")
# A result is not dropped where the drop of a local variable panics after it: https://github.com/rust-lang/rust/issues/47949.
LOST = ("panics.in_spent_result",)
# What lets go of all that a function has kept.
UNDONE = {
    "attacks.keep_function": ("attacks.drop_functions",),
    "exchange.hold": ("exchange.let_go", False),
    "functions.threads.keep": ("functions.threads.keep", None),
    "panics.in_thread_of_its_own": ("panics.join_threads",),
}


def main(progress, scale, *modules):
    warnings.simplefilter("ignore")
    progress = os.open(progress, os.O_WRONLY | os.O_CREAT)
    made, fewer, faults = 0, [], []
    functions = [function for function in calls.functions(modules) if function.name not in LOST]
    freeze()
    for function in functions:
        wanted = REPEATED * int(scale)
        repeated = 1 if function.name in ONCE else max(1, round(wanted * min(1, LONG / seconds(function))))
        if repeated < wanted / 10:
            fewer.append(f"{function.name}: {ARGUMENTS * ANEW * repeated:,}")
        for number, repeated in enumerate([*[AT_MOST] * (repeated // AT_MOST), repeated % AT_MOST]):
            os.pwrite(progress, f"{function.name} {number:10}\n".encode(), 0)
            made += ARGUMENTS * ANEW * repeated
            faults += leaks_of(function, b"%b %d" % (function.seed, number), repeated) if repeated else []
    gc.unfreeze()
    # Not the modules alone: their parents and packages, too.
    names = [name for name in sys.modules if name.split(".")[0] in {module.split(".")[0] for module in modules}]
    if leaks(lambda: import_anew(names), min(2 * int(scale), 100)):
        faults.append(f"import of {modules} leaks")
    print(f"{made:,} calls of {len(functions)} functions{'; fewer of ' * bool(fewer)}{', '.join(fewer)}")
    for fault in dict.fromkeys(faults):
        print(fault)


def freeze():
    """What is there already need not be looked at again and again."""
    gc.collect()
    gc.freeze()


def arguments(function, seed):
    choose = random.Random(seed)
    return [function.call(choose) for _ in range(ARGUMENTS)]


def seconds(function):
    """How long a call takes."""
    some, times = arguments(function, function.seed), 1 if function.name in ONCE else 4
    nomemory.call_often(function.function, some, 1)
    start = time.process_time()
    nomemory.call_often(function.function, some, times)
    return (time.process_time() - start) / (ARGUMENTS * times)


def leaks_of(function, seed, repeated):
    """The calls that leak, of those with the arguments that this seed gives."""
    counters = [sys.getallocatedblocks, counter_of(function)]
    if mallinfo2 and function.name not in KEEP_MEMORY and not uses_numpy(function):  # which keeps some for later
        counters.append(lambda: of_malloc(repeated))
    undo, *args = UNDONE.get(function.name, (None,))

    def call(some, repeated):
        chosen = arguments(function, seed)[some]
        nomemory.call_often(function.function, chosen, repeated)
        if undo:
            attribute(undo)(*args)
        return chosen

    for _ in range(2):  # what is made once and kept is made now
        call(slice(None), 1)
    if not leaks(lambda: call(slice(None), repeated), ANEW, counters, 20):
        return []
    each = [slice(number, number + 1) for number in range(ARGUMENTS)]
    found = [some for some in each if leaks(lambda: call(some, repeated), ANEW, counters, 20)]
    return [f"{function.name} leaks: {call(some, 1)}" for some in found or [slice(None)]]


def attribute(name):
    module, _, name = name.rpartition(".")
    return getattr(sys.modules[module], name)


def import_anew(names):
    for name in names:
        del sys.modules[name]
    for name in names:
        importlib.import_module(name)
    gc.collect()


class Mallinfo2(ctypes.Structure):
    _fields_ = [(name, ctypes.c_size_t) for name in "arena ordblks smblks hblks hblkhd usmblks fsmblks uordblks fordblks keepcost".split()]


mallinfo2 = getattr(ctypes.CDLL(None), "mallinfo2", None) if os.name == "posix" else None
if mallinfo2:
    mallinfo2.restype = Mallinfo2


def of_malloc(repeated):
    """What Rust has by `malloc`: in such a unit that a hundred calls or more that lose as little as there can be lose one together."""
    return mallinfo2().uordblks // (16 * max(repeated, 100))


IS_DEBUG_BUILD = hasattr(sys, "gettotalrefcount")
total_references = sys.gettotalrefcount if IS_DEBUG_BUILD else int


def of_numpy():
    """NumPy is compiled for release builds: the total of a debug build does not have what it adds and takes away. What objects have themselves is right."""
    import numpy

    return sum(map(sys.getrefcount, [numpy, numpy.ndarray, numpy.array, *map(numpy.dtype, "?bBhHiIlLqQefdgFDGOSUVMm")]))


def uses_numpy(function):
    return function.name.startswith("arrays.") or "numpy" in function.name or "pyarray" in function.name


def counter_of(function):
    """What counts the references that its calls may lose.

    Not on release builds: NumPy 2.2.6 for 3.10 loses one to a type of items in making an array, and 2.5.5 for 3.12 in `dot` and `inner`.
    """
    return of_numpy if uses_numpy(function) and IS_DEBUG_BUILD else total_references


def leaks(work, times, counters=(total_references, sys.getallocatedblocks), longer=100):
    """Whether each `work` adds to what is counted. What seems so is looked at longer: at last so many times as long."""
    before, after = ([0] * len(counters) for _ in range(2))

    def count(into):
        # Types remember the attributes that they were asked for, with a reference to each name: with another one for a name that is made anew.
        sys._clear_type_cache()
        gc.collect()
        for _ in range(2):  # what this takes itself is there the second time
            into[:] = [counter() for counter in counters]

    count(after)
    for times in (times, 20 + times, longer * times):
        count(before)
        for _ in range(times):
            work()
        count(after)
        if all(new - old <= times // 2 for new, old in zip(after, before)):
            return False
    return True


if __name__ == "__main__":
    main(*sys.argv[1:])
