"""Threads, interpreters, forks, and the end of the process. Each test has a process of its own."""

import os
import sys
import sysconfig

import pytest

TIMES = int(os.environ.get("MYBIND_TIMES", 1))

INTERPRETERS = """
import sys
if sys.version_info >= (3, 14):
    from concurrent import interpreters
    def new():
        interpreter = interpreters.create()
        return interpreter, interpreter.exec, interpreter.close
elif sys.version_info >= (3, 13):
    import _interpreters
    def new():
        id = _interpreters.create("isolated")
        def execute(code):
            error = _interpreters.run_string(id, code)
            if error is not None:
                raise RuntimeError(error.formatted)
        return id, execute, lambda: _interpreters.destroy(id)
else:
    import _xxsubinterpreters
    def new():
        id = _xxsubinterpreters.create(isolated=True)
        return id, lambda code: _xxsubinterpreters.run_string(id, code), lambda: _xxsubinterpreters.destroy(id)
"""

with_own_gil = pytest.mark.skipif(sys.version_info < (3, 12), reason="interpreters have a GIL of their own from 3.12 on")


@with_own_gil
def test_interpreters_come_and_go(run):
    code = """
        import functions
        code = '''
        import functions, functions.sub.deep, pkg
        assert functions.inside(1, 2) == 3
        assert functions.sub.deep.level() == 2
        assert functions.PanicException is pkg._native.PanicException
        try:
            functions.errors.panic()
        except functions.PanicException as error:
            assert str(error) == "literal"
        try:
            functions.inside(1, "x")
        except TypeError as error:
            assert str(error) == "argument 'b': 'str' object cannot be interpreted as an integer"
        functions.threads.drop_on_foreign_thread([object(), []])
        assert functions.threads.call_from_foreign_threads(lambda index: index, 3) == [0, 1, 2]
        '''.replace("\\n        ", "\\n")
        for _ in range(10 * TIMES):
            _, execute, close = new()
            execute(code)
            execute(code)
            close()
        assert functions.inside(1, 2) == 3
        print("done")
    """
    assert run(INTERPRETERS + f"TIMES = {TIMES}\n" + dedent(code)) == "done\n"


@with_own_gil
def test_fifty_interpreters_at_once(run):
    code = """
        import os, threading
        import functions
        from functions import threads
        threads.keep(["of main"])
        code = '''
        import os, functions, pkg, panics
        from functions import PanicException, errors, inside, threads
        for i in range(100):
            assert inside(i, b=1) == i + 1
            assert functions.echo_hash_map({"a": i}) == {"a": i}
            for call, kind in ((lambda: errors.own_error(3), ValueError), (lambda: inside("x", 1), TypeError),
                               (threads.kept, RuntimeError)):
                try:
                    call()
                except kind:
                    pass
                else:
                    raise AssertionError(kind)
        assert panics.PanicException is PanicException is pkg._native.PanicException
        try:
            panics.in_thread()
        except PanicException as error:
            assert str(error) == "in a thread"
        threads.drop_on_foreign_thread([object()])
        assert threads.call_from_foreign_threads(lambda index: index, 2) == [0, 1]
        os.write(answer, b"%d %d\\\\n" % (id(PanicException), id(functions)))
        '''
        failures = []
        def work(execute, text):
            try:
                execute(text)
                execute(text)
            except BaseException as error:
                failures.append(error)
        for _ in range(2 * TIMES):
            result, answer = os.pipe()
            all = [new() for _ in range(50)]
            workers = [threading.Thread(target=work, args=(execute, f"answer = {answer}\\n{code}")) for _, execute, _ in all]
            for worker in workers: worker.start()
            for worker in workers: worker.join()
            os.close(answer)
            with open(result) as answers:
                seen = answers.read().split("\\n")[:-1]
            assert not failures, failures[0]
            assert len(seen) == 100
            # Each has a class of its own and a module of its own.
            assert len(set(line.split()[0] for line in seen)) == len(set(line.split()[1] for line in seen)) == 50
            for _, _, close in all: close()
        assert threads.kept() == ["of main"] and functions.inside(1, 2) == 3
        print("done")
    """
    assert run(INTERPRETERS + f"TIMES = {TIMES}\n" + dedent(code)).endswith("done\n")


@with_own_gil
def test_panic_exception_is_one_class_per_interpreter(run):
    code = """
        import functions
        _, execute, close = new()
        execute("import functions, os; os.write(1, str(id(functions.PanicException)).encode())")
        print("", id(functions.PanicException))
        close()
    """
    inner, outer = run(INTERPRETERS + dedent(code)).split()
    assert inner != outer


@with_own_gil
def test_an_object_stays_in_its_interpreter(run):
    code = """
        from functions import threads
        threads.keep(["of main"])
        _, execute, close = new()
        execute('''
        from functions import threads
        try:
            threads.kept()
        except RuntimeError as error:
            assert "interpreter" in str(error), error
        else:
            raise AssertionError
        '''.replace("\\n        ", "\\n"))
        assert threads.kept() == ["of main"]
        execute("threads.keep(['of another'])")
        close()
        try:
            threads.kept()
        except RuntimeError as error:
            print("refused")
        threads.keep(None)
        assert threads.kept() is None
    """
    assert run(INTERPRETERS + dedent(code)) == "refused\n"


@with_own_gil
def test_a_module_for_the_main_interpreter_only(run):
    code = """
        import differential
        _, execute, close = new()
        execute('''
        try:
            import differential
        except ImportError as error:
            print(error)
        '''.replace("\\n        ", "\\n"))
        close()
    """
    message = run(INTERPRETERS + dedent(code)).replace("differential.differential", "differential")  # maturin's layout
    assert message == "module differential does not support loading in subinterpreters\n"


@with_own_gil
def test_a_thread_goes_from_interpreter_to_interpreter(run):
    code = """
        import random
        import attacks
        code = "import attacks; attacks.keep_function(lambda: [{}])"
        for seed in range(3 * TIMES):
            random.seed(seed)

            def plan():
                return bytes(random.randrange(9) for _ in range(random.randrange(12)))

            exec(code)
            running = []
            for step in range(100):
                while len(running) < 3:
                    running.append(new())
                    running[-1][1](code)
                attacks.hop(plan())
                attacks.hop_elsewhere([plan()])
                running[0][1](f"import attacks; attacks.hop({plan()!r})")
                if step % 10 == 0:
                    running.pop(random.randrange(3))[2]()
            for _, _, close in running:
                close()
            attacks.hop(plan())
            attacks.drop_functions()
        print("done")
    """
    assert run(INTERPRETERS + f"TIMES = {TIMES}\n" + dedent(code)) == "done\n"


@with_own_gil
def test_interpreters_in_threads(run):
    code = """
        import threading
        failures = []
        def work():
            try:
                for _ in range(TIMES):
                    _, execute, close = new()
                    execute("from functions import inside, threads\\nfor i in range(2000): assert inside(i, 1) == i + 1\\nthreads.detach_often(200)")
                    close()
            except BaseException as error:
                failures.append(error)
        workers = [threading.Thread(target=work) for _ in range(8)]
        for worker in workers: worker.start()
        for worker in workers: worker.join()
        assert not failures, failures
    """
    run(INTERPRETERS + f"TIMES = {TIMES}\n" + dedent(code))


def dedent(code):
    import textwrap

    return textwrap.dedent(code)


def test_detached_functions_run_at_the_same_time(run):
    code = """
        import threading
        from functions import threads
        for calls, function in [(16, threads.meet), (32, threads.gather)]:
            met = []
            workers = [threading.Thread(target=lambda: met.append(function(calls, 60_000))) for _ in range(16)]
            for worker in workers: worker.start()
            for worker in workers: worker.join()
            assert met == [True] * 16
    """
    run(code)


def test_borrowing_while_detached(run):
    run("from functions.threads import count_letters\nassert count_letters('é' * 1000, b'x' * 10) == (1000, 10)")


def test_a_function_can_opt_out(run):
    run("from functions.threads import attached\nvalue = []\nresult = attached(value)\nassert result[0] is value and result[1] is None")


def test_many_threads(run):
    code = f"""
        import threading
        from functions import inside, sum, threads, errors
        failures = []
        def work():
            try:
                for i in range({300 * TIMES}):
                    assert inside(i, b=1) == i + 1
                    assert sum(list(range(10))) == 45
                    assert threads.detach_often(3) == 3
                    try:
                        errors.own_error(i + 1)
                    except ValueError as error:
                        assert str(error) == f"code {{i + 1}}"
            except BaseException as error:
                failures.append(error)
        workers = [threading.Thread(target=work) for _ in range(16)]
        for worker in workers: worker.start()
        for worker in workers: worker.join()
        assert not failures, failures
    """
    run(code)


def test_objects_dropped_on_foreign_threads(run):
    code = f"""
        import gc, time, weakref
        from functions import threads
        class Thing: pass
        for _ in range({20 * TIMES}):
            things = [Thing() for _ in range(50)]
            alive = [weakref.ref(thing) for thing in things]
            threads.drop_on_foreign_thread(things)
            things.clear()
            deadline = time.monotonic() + 20
            while any(ref() is not None for ref in alive):
                assert time.monotonic() < deadline
                threads.detach_often(1)
    """
    run(code)


def test_objects_dropped_while_others_are_released(run):
    """What one thread puts aside another one drops, and neither has waited for the other."""
    code = f"""
        import threading, time, weakref
        from functions import threads
        class Thing: pass
        alive, failures = [], []
        def work():
            try:
                for _ in range({20 * TIMES}):
                    things = [Thing() for _ in range(20)]
                    alive.extend([weakref.ref(thing) for thing in things])
                    threads.drop_on_foreign_thread(things)
                    del things
                    threads.detach_often(5)
            except BaseException as error:
                failures.append(error)
        workers = [threading.Thread(target=work) for _ in range(4)]
        for worker in workers: worker.start()
        for worker in workers: worker.join()
        deadline = time.monotonic() + 20
        while any(ref() is not None for ref in alive):
            assert time.monotonic() < deadline
            threads.detach_often(1)
        assert len(alive) == 4 * 20 * {20 * TIMES} and not failures, failures
    """
    run(code)


def test_attaching_on_foreign_threads(run):
    code = f"""
        from functions import threads
        import threading
        seen = set()
        def call(index):
            seen.add(threading.get_ident())
            return index * 2
        for _ in range({5 * TIMES}):
            assert threads.call_from_foreign_threads(call, 16) == [2 * i for i in range(16)]
        assert threading.get_ident() not in seen
        def fail(index):
            raise LookupError(index)
        try:
            threads.call_from_foreign_threads(fail, 1)
        except LookupError as error:
            print(error)
    """
    assert run(code) == "0\n"


def test_the_process_ends_while_threads_attach(run):
    code = """
        from functions import threads
        import threading
        for _ in range(3):
            threads.attach_for_ever(lambda: sum(range(10)))
        def daemon():
            while True:
                threads.detach_often(10)
        for _ in range(3):
            threading.Thread(target=daemon, daemon=True).start()
        import time
        time.sleep(0.05)
        print("end")
    """
    for _ in range(5 * TIMES):
        assert run(code) == "end\n"


def test_the_process_ends_while_threads_run_python(run):
    """They hold the GIL, lose it to the end of the process, and want it back."""
    code = """
        import exchange, threading, time
        from functions import threads
        def work(*args):
            for number in range(10**6):
                str(number)
            return 1
        def daemon():
            while True:
                exchange.apply_all(work, [10**10] * 100)
        threads.attach_for_ever(work)
        for _ in range(2):
            threading.Thread(target=daemon, daemon=True).start()
        time.sleep(0.05)
        print("end")
    """
    for _ in range(5 * TIMES):
        assert run(code) == "end\n"


BUSY = """
import attacks, derived, functions, modules, threading, time
from collections.abc import Sequence

def work(*args):
    for number in range(10**6):
        str(number)
    return 1

class Busy:
    def __float__(self): return float(work())
    def __index__(self): return work()
    def __hash__(self): return work()
    def __eq__(self, other): return work() == 0
    x = y = property(__float__)

class Last:
    def __del__(self): work()

class Items(Sequence):
    def __len__(self): return 2 + work()
    def __getitem__(self, index): return index + work() + 0.5

class Error(Exception):
    def __init__(self, *args): work()

class Name(str):
    def __str__(self): return "name" * work()

local = threading.local()

def keep():
    local.last = Last()

def daemon():
    while True:
        try:
            CALL
        except (Error, TypeError):
            pass

for _ in range(3):
    threading.Thread(target=daemon, daemon=True).start()
time.sleep(0.05)
print("end")
"""


@pytest.mark.parametrize(
    "call",
    [
        "functions.inside(1, Busy())",
        "attacks.floats([1.5, Busy()])",
        "attacks.nested([Items(), Items()])",
        "attacks.first_index(slice(Busy(), None))",
        "attacks.over_iterator(Last() for _ in iter(int, 1))",
        "attacks.raise_new(Error)",
        "derived.largest([Busy(), Busy()])",
        "modules.handles.build([Busy(), Busy()], [1])",
        "modules.handles.default_twice({work(): 2}, Busy(), 1)",
        "modules.handles.evaluate('f()', [('f', work)])",
        "functions.inside(1, 2, **{Name('c'): 3})",
        "functions.threads.attach_for_ever(keep); time.sleep(60)",
    ],
)
def test_the_process_ends_while_python_code_is_called_in_other_ways(run, call):
    """Special methods, destructors, and what has been made until then is not dropped by a thread that has no right to."""
    for _ in range(2 * TIMES):
        assert run(BUSY.replace("CALL", call)) == "end\n"


def test_objects_kept_when_the_process_ends(run):
    assert run("from functions.threads import keep\nclass C:\n    pass\nkeep(C())\nprint('end')") == "end\n"


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_fork(run):
    code = """
        import os, sys, threading, warnings
        warnings.simplefilter("ignore", DeprecationWarning)
        from functions import inside, threads
        threads.call_from_foreign_threads(lambda index: index, 4)
        threads.keep([1])
        worker = threading.Thread(target=threads.meet, args=(2, 300))
        worker.start()
        pid = os.fork()
        if pid == 0:
            assert inside(1, 2) == 3
            assert threads.detach_often(10) == 10
            threads.drop_on_foreign_thread([object()])
            assert threads.call_from_foreign_threads(lambda index: index, 4) == [0, 1, 2, 3]
            assert threads.kept() == [1]
            os._exit(7)
        worker.join()
        assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 7
    """
    for _ in range(TIMES):
        run(code)


@pytest.mark.skipif(not sysconfig.get_config_var("Py_GIL_DISABLED"), reason="there the GIL is always on")
def test_a_module_leaves_the_gil_off_unless_it_says_otherwise(run):
    code = """
        import sys, attacks, crates, derived, exchange, functions, modules, panics, pkg, ported, standard
        print(sys._is_gil_enabled())
        import differential
        print(sys._is_gil_enabled())
    """
    assert run(code, env={"PYTHON_GIL": ""}) == "False\nTrue\n"


def test_containers_that_other_threads_change(run):
    """Most of all without the GIL: reading must not see what is half changed, nor keep what is gone."""
    code = f"""
        import random, sys, threading, time
        import attacks, functions as f
        with_gil = getattr(sys, "_is_gil_enabled", lambda: True)()  # a bytearray is not safe without, 3.13's at least
        end = time.monotonic() + {TIMES}
        ints, texts, array = list(range(100)), {{str(i): i for i in range(100)}}, bytearray(100)
        numbers, nested, floats = set(range(100)), [[i] * 3 for i in range(20)], [i + 0.5 for i in range(100)]
        failures, calls = [], [0] * 20
        def change(seed):
            choose = random.Random(seed)
            while time.monotonic() < end:
                for _ in range(50):
                    count = choose.randrange(60)
                    kind = choose.randrange(9)
                    try:
                        if kind == 0: ints[:] = [10**6 + i for i in range(count)]
                        elif kind == 1: ints.append(10**6 + count)
                        elif kind == 2: ints.clear(); floats.clear()
                        elif kind == 3: texts.update({{f"key{{i}}": 10**6 + i for i in range(count)}})
                        elif kind == 4: texts.clear()
                        elif kind == 5: numbers.symmetric_difference_update(range(10**6, 10**6 + count))
                        elif kind == 6: nested[:] = [[10**6 + i] * 3 for i in range(count)]
                        elif kind == 7: floats.extend([count + 0.25] * count)
                        elif with_gil: array[:] = bytes(count)
                    except BufferError:
                        pass
        def read(index):
            reads = [
                lambda: f.echo_vec(ints), lambda: f.sum(ints), lambda: f.echo_vec_vec(nested), lambda: f.echo_vec_float(floats),
                lambda: f.echo_hash_map(texts), lambda: f.echo_hash_set(numbers), lambda: f.echo_bytes(array),
                lambda: f.names.variadic_any(1, *ints, **texts), lambda: attacks.over_list(ints, repr),
                lambda: attacks.over_dict(texts, repr), lambda: attacks.resized(array, len(array) // 2 + 1), lambda: f.echo_array(ints),
                lambda: f.echo_py_list(ints),
            ]
            while time.monotonic() < end:
                for reading in reads:
                    calls[index] += 1
                    try:
                        reading()
                    except (RuntimeError, BufferError, ValueError) as error:
                        pass
                    except f.PanicException as error:
                        if "during iteration" not in str(error): failures.append(error)
                    except BaseException as error:
                        failures.append(error)
        workers = [threading.Thread(target=change, args=(i,)) for i in range(4)]
        workers += [threading.Thread(target=read, args=(i,)) for i in range(12)]
        for worker in workers: worker.start()
        for worker in workers: worker.join()
        assert not failures, failures[:5]
        print(sum(calls), "calls")
    """
    print(run(code))
