"""Every allocation of an import fails once: `imports.py PROGRESS SCALE MODULE...`

Each attempt is in a process of its own, since the first import there makes what is made once. After it the import must do.
"""

import _imp
import importlib.machinery
import importlib.util
import os
import sys

import nomemory

ALL = 2**63
ATTEMPTS = 150


def main(progress, scale, *names):
    progress = os.open(progress, os.O_WRONLY | os.O_CREAT)
    points, faults = 0, []
    for name in names:
        total = in_child(lambda: os.write(answer, str(load(name, ALL, ALL)[0]).encode()))
        step = max(1, int(total) // (ATTEMPTS * int(scale)))
        for last_of in (lambda number: number, lambda number: ALL):
            for number in range(1, int(total) + 1, step):
                os.pwrite(progress, f"import {name} {number:6}\n".encode(), 0)
                fault = in_child(lambda: attempt(name, number, last_of(number)))
                points += 1
                if fault:
                    faults.append(f"import {name}, allocation {number}: {fault}")
    print(points)
    for fault in faults:
        print(fault)


answer = None


def in_child(function):
    """What the function writes to `answer`, in a process that ends with it."""
    global answer
    result, answer = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            function()
        except BaseException as error:
            os.write(answer, f"{error!r} cannot be imported afterwards".encode())
        os._exit(0)
    os.close(answer)
    with open(result, "rb") as file:
        text = file.read().decode()
    status = os.waitpid(child, 0)[1]
    return text if status == 0 else f"{text} ended with {os.waitstatus_to_exitcode(status)}"


def spec_of(name):
    finder = importlib.machinery.FileFinder(os.environ["MYBIND_BARE"], (importlib.machinery.ExtensionFileLoader, [".so"]))
    return finder.find_spec(name)


def load(name, first, last):
    """As the importer does it, in C as far as it goes: how many allocations, and what was raised."""
    spec = spec_of(name)
    # A library's file is opened by other means than Python's allocators.
    created, module, error = nomemory.call(first, last, _imp.create_dynamic, (spec,))
    if error is not None or first <= created < last:
        return created, error
    executed, _, error = nomemory.call(max(first - created, 1), max(last - created, 0), _imp.exec_dynamic, (module,))
    return created + executed, error


def attempt(name, first, last):
    _, error = load(name, first, last)
    if error is not None and not isinstance(error, MemoryError):
        os.write(answer, f"{error!r} instead of MemoryError".encode())
    spec = spec_of(name)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert module.PanicException.__name__ == "PanicException"


if __name__ == "__main__":
    main(*sys.argv[1:])
