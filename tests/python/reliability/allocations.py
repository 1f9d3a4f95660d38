"""Every allocation fails once: `allocations.py PROGRESS SCALE MODULE...`

Each call is made over and over: its first allocation fails, then its second, and so on, until none is left that could. Then so
that all from one on fail. PROGRESS is a file that names the call and the number: the last one, after a crash.
"""

import ast
import os
import random
import sys
import warnings

import calls
import nomemory
import references

# For want of memory CPython loses what a function written in Python raises, and mistakes a path for something else.
PYTHONS_FAULTS = ("<function ", "_PyEval_EvalFrameDefault ", "expected str, bytes or os.PathLike object, not PurePosixPath",
                  "PyCapsule_Import could not import module")  # fmt: skip
# The same, of one of the ways that a value was tried.
LOST_WITHIN = "_PyEval_EvalFrameDefault returned NULL without setting an exception"
ALL = 2**63
# By how their names begin. CPython itself crashes when memory runs out in `warnings`, `zoneinfo`, `traceback` and the compiler.
NOT_TRIED = ("functions.deprecated", "modules.warnings.", "modules.exceptions.warn", "crates.chrono.extreme_datetime",
             "standard.zone", "modules.handles.build", "modules.handles.evaluate", "modules.handles.module_from", "ported._ported.handles.made_by_old_names",
             "attacks.list_of_calls",
             # These then find another way and say so, or give errors as results.
             "standard.cow_path_is_borrowed", "standard.cow_os_str_is_borrowed",
             "functions.errors.panic_is_an_error", "modules.exceptions.describe", "documented.nothing_and_errors_pyerr",
             "ported._ported.handles.referred", "ported._ported.handles.registered",
             # These need room on threads of their own, keep what they are given, or say that there is room.
             "functions.threads.call_from_foreign_threads", "functions.threads.keep", "exchange.hold", "exchange.keep", "attacks.hop", "attacks.keep_function",
             "panics.in_attached_thread", "panics.in_thread_of_its_own", "modules.handles.cast_again",
             # Python 3.13.0 says that it has set what it had no room for, and `marshal` that it cannot have it.
             "ported._ported.handles.set_default", "ported._ported.handles.marshalled",
             # The second panics when what it made is dropped.
             "exchange.lengths", "exchange.tracked", *references.LOST)  # fmt: skip
CALLS = 8
FEWER = ("generated.", 2)  # they are many, and much like each other


def main(progress, scale, *modules):
    warnings.simplefilter("ignore")
    progress = os.open(progress, os.O_WRONLY | os.O_CREAT)
    points, faults, functions = 0, [], calls.functions(modules)
    references.freeze()
    for function in functions:
        if function.name.startswith(NOT_TRIED) or has_no_order(function):
            continue
        for seed in range((FEWER[1] if function.name.startswith(FEWER[0]) else CALLS) * int(scale)):
            points += each_allocation(function, seed, progress, faults)
    print(points)
    for fault in faults:
        print(fault)


def has_no_order(function):
    """Whether it may be given a set of objects of any kind, whose order is that of their addresses."""
    return function.name.startswith(("documented.", "generated.")) and "set[" in ast.unparse(function.arguments)


def attempt(function, seed, first, last):
    args, kwargs = function.call(random.Random(function.seed + bytes([seed % 256, seed // 256])))
    return nomemory.call(first, last, function.function, args, kwargs)


def each_allocation(function, seed, progress, faults):
    for _ in range(2):  # what is made once and kept is made now
        _, *right = attempt(function, seed, ALL, ALL)
    right = calls.shown(*right)
    _, *again = attempt(function, seed, ALL, ALL)
    if calls.shown(*again) != right:  # it counts its calls, or goes by what has no order
        return 0
    points = 0
    for last_of in (lambda number: number, lambda number: ALL):
        number, count = 0, 0
        while count >= number:  # it was reached
            number += 1
            os.pwrite(progress, f"{function.name} {seed} {number:6}\n".encode(), 0)
            count, *outcome = attempt(function, seed, number, last_of(number))
            points += 1
            if seed % 4 == 3 and references.IS_DEBUG_BUILD and references.leaks(lambda: attempt(function, seed, number, last_of(number)), 4, [references.counter_of(function)]):
                faults.append(f"{function.name} {seed}, allocation {number}: leaks references")
            if not is_right(outcome, right):
                faults.append(f"{function.name} {seed}, allocation {number}: {calls.shown(*outcome)} instead of {right}")
                break
    return points


def is_right(outcome, right):
    result, error = outcome
    if isinstance(error, MemoryError):
        return True
    kind, text = calls.shown(result, error)
    if error is None:
        return (kind, text) == right
    # For want of memory the right error may have lost words.
    return kind == right[0] or text.startswith(PYTHONS_FAULTS) or LOST_WITHIN in text


if __name__ == "__main__":
    main(*sys.argv[1:])
