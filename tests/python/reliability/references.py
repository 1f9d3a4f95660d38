"""References stay as many as they were: `references.py PROGRESS SCALE MODULE...`

Random calls of each function, each of them made over and over: with the same arguments, then with others that are made anew. One that leaks a
reference, or on other than debug builds a block of memory, leaks as many as it is made; what is made once and kept is not counted.
"""

import gc
import importlib
import os
import random
import sys
import warnings

import calls

# Warnings are kept by their text.
NOT_TRIED = ("modules.exceptions.warn", "modules.warnings.")
# It doubles what it is given.
NOT_REPEATED = ("modules.handles.build",)
CALLS = 10
TIMES = 10
REPEATED = 20


def main(progress, scale, *modules):
    warnings.simplefilter("ignore")
    progress = os.open(progress, os.O_WRONLY | os.O_CREAT)
    made, faults = 0, []
    functions = calls.functions(modules)
    gc.freeze()  # a collection need not look at what is there before the calls
    for function in functions:
        if function.name.startswith(NOT_TRIED):
            continue
        choose = random.Random(function.seed)
        for number in range(CALLS * int(scale)):
            os.pwrite(progress, f"{function.name} {number:10}\n".encode(), 0)
            state = choose.getstate()
            made += TIMES * repeats(function)
            if leaks(lambda: call(function, choose, state), TIMES):
                faults.append(f"{function.name}, call {number} leaks: {function.call(choose)}")
    gc.unfreeze()
    # Not the modules alone: their parents and packages, too.
    names = [name for name in sys.modules if name.split(".")[0] in {module.split(".")[0] for module in modules}]
    if leaks(lambda: import_anew(names), 2 * int(scale)):
        faults.append(f"import of {modules} leaks")
    print(made)
    for fault in faults:
        print(fault)


def repeats(function):
    return 1 if function.name in NOT_REPEATED else REPEATED


def call(function, choose, state):
    choose.setstate(state)
    args, kwargs = function.call(choose)
    for _ in range(repeats(function)):
        try:
            function.function(*args, **kwargs)
        except BaseException:
            pass


def import_anew(names):
    for name in names:
        del sys.modules[name]
    for name in names:
        importlib.import_module(name)
    gc.collect()


def settle(collect):
    sys._clear_type_cache()  # it keeps the names of attributes that it is asked for
    collect()


def leaks(work, times):
    total = getattr(sys, "gettotalrefcount", sys.getallocatedblocks)
    work()  # what is made once and kept is made now, and what a collection took of the blocks that Python keeps for later
    for times, collect in ((times, int), (20 + times, gc.collect), (4 * times, gc.collect), (100 * times, gc.collect)):
        settle(collect)
        before = total()
        for _ in range(times):
            work()
        settle(collect)
        if total() - before <= 1 + times // 2:
            return False
    return True


if __name__ == "__main__":
    main(*sys.argv[1:])
