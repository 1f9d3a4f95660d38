"""Python's callables and iterators in Rust, Rust's closures and iterators in Python."""

import gc
import inspect
import itertools
import os
import sys
import threading
import types

import exchange
import pytest


def test_callback_is_called_with_its_types():
    calls = []

    def callback(*args, **kwargs):
        calls.append((args, kwargs))
        return "result"

    assert exchange.apply(callback, 1, 2.5) == "result"
    assert calls == [((1, 2.5), {})]
    assert type(calls[0][0][1]) is float


def test_any_callable():
    class Callable:
        def __call__(self, number):
            return number + 1

        def method(self, number):
            return number + 2

    callables = [Callable(), Callable().method, lambda number: number, abs, int, exchange.adder(5)]
    assert [exchange.apply_all(callable, [1]) for callable in callables] == [[2], [3], [1], [1], [1], [6]]
    assert exchange.apply_all(None, [1]) == [1]
    assert exchange.apply_all() == [1, 2]
    assert exchange.detached(lambda number: number + 1, 1) == 4
    assert exchange.no_arguments(dict) == {}
    assert exchange.star(lambda *args: len(args), ("a",) * 5) == 5


def test_not_callable(raises):
    raises(TypeError, "argument 'callback': 'int' object is not callable", exchange.apply, 1, 1, 1)
    raises(TypeError, "argument 'callback': 'NoneType' object is not callable", exchange.each, None, 1)
    raises(TypeError, "argument 'callback': 'list' object is not callable", exchange.apply_all, [], [])


@pytest.mark.skipif(hasattr(sys, "gettotalrefcount"), reason="a debug build aborts")
def test_failure_without_exception(raises):
    """The words are CPython's, whether it is CPython that looks or not."""
    fails = pytest.importorskip("_testcapi").return_null_without_error
    message = f"{fails!r} returned NULL without setting an exception"
    raises(SystemError, message, exchange.star, fails, ())
    raises(SystemError, message, exchange.no_arguments, fails)


def test_result_of_another_type(raises):
    message = "result of the callback: 'int' object is not an instance of 'str'"
    raises(TypeError, message, exchange.apply, lambda *args: 1, 1, 1)
    message = "result of the callback: 'NoneType' object cannot be interpreted as an integer"
    raises(TypeError, message, exchange.apply_all, lambda number: None, [1])
    raises(OverflowError, "result of the callback: int out of range for i64 (-9223372036854775808 to 9223372036854775807)", exchange.apply_all, lambda number: 10**30, [1])  # fmt: skip


def test_any_result_for_unit():
    seen = []
    assert exchange.each(seen.append, 3) is None
    assert exchange.each(lambda number: number, 3) is None
    assert seen == [0, 1, 2]


def test_error_of_a_callback_passes_unchanged():
    class Mine(Exception):
        pass

    for error in (Mine("mine"), StopIteration(3), KeyboardInterrupt(), TypeError("theirs")):

        def callback(*args, error=error):
            raise error

        with pytest.raises(type(error)) as caught:
            exchange.apply(callback, 1, 1)
        assert caught.value is error
        assert getattr(error, "__notes__", []) == []
    with pytest.raises(TypeError, match="takes 0 positional arguments but 2 were given"):
        exchange.apply(lambda: "", 1, 1)


def test_borrowed_arguments():
    seen = []

    def callback(word, numbers):
        seen.append((word, numbers))
        return len(word) > 1

    assert exchange.apply_slices(callback, "a bc def") == ["BC", "DEF"]
    assert seen == [("A", [1]), ("BC", [2]), ("DEF", [3])]


def test_callback_kept():
    class Callback:
        def __call__(self, number):
            return number * 2

    callback = Callback()
    references = sys.getrefcount(callback)
    exchange.keep(callback)
    assert sys.getrefcount(callback) == references + 1
    assert exchange.kept(2) == 4
    assert exchange.kept_on_thread(3) == 6
    exchange.keep(abs)
    assert exchange.kept(-2) == 2
    assert sys.getrefcount(callback) == references
    exchange.keep(lambda number: exchange.keep(abs) or number)  # away with itself while it runs
    assert exchange.kept(7) == 7
    exchange.keep(lambda number: 1 // number)
    with pytest.raises(ZeroDivisionError):
        exchange.kept_on_thread(0)
    exchange.unkeep()


def test_every_way_to_call():
    seen = exchange.calls(lambda *args, **kwargs: (args, kwargs))
    assert seen == [((), {}), ((1, "a", 2.5), {}), ((1,), {"key": 1}), ((1, 2), {})]


def test_closure():
    add = exchange.adder(1)
    assert isinstance(add, types.BuiltinFunctionType)
    assert (add(2), add(-1), add.__name__, add.__doc__) == (3, 0, "add", "Adds.")
    assert exchange.joined(", ")(["a", "b"], None) == "a, b"
    assert exchange.joined("-")(("a", "b"), 2) == "a-ba-b"
    assert exchange.unit_closure()() is None
    assert exchange.unit_closure().__name__ == "closure"
    count = exchange.counter()
    assert [count(), count(), exchange.counter()()] == [1, 2, 1]
    assert exchange.twice(lambda number: number + 1)(5) == 7
    assert exchange.compose(lambda closure: [closure(1), closure(2)]) == [10, 20]
    assert list(map(add, range(3))) == [1, 2, 3]
    assert sorted([3, 1, 2], key=exchange.failing()) == [1, 2, 3]


def test_wrong_calls_of_closures(raises):
    raises(TypeError, "add expected 1 argument, got 0", exchange.adder(1))
    raises(TypeError, "add expected 1 argument, got 2", exchange.adder(1), 1, 2)
    raises(TypeError, "closure expected 2 arguments, got 1", exchange.joined(""), [])
    raises(TypeError, "argument 1: 'str' object cannot be interpreted as an integer", exchange.adder(1), "a")
    raises(TypeError, "argument 1: item 1: 'int' object is not an instance of 'str'", exchange.joined(""), ["a", 1], None)
    raises(TypeError, "argument 2: 'str' object cannot be interpreted as an integer", exchange.joined(""), [], "a")
    raises(ValueError, "negative", exchange.failing(), -1)
    raises(exchange.PanicException, "in the closure", exchange.panicking())
    with pytest.raises(TypeError, match="expected 1 argument, got 0"):
        exchange.adder(1)(b=1)
    with pytest.raises(TypeError, match=r"add\(\) takes no keyword arguments"):
        exchange.adder(1)(1, b=1)


def test_closure_of_tuple_and_dict(raises):
    named = exchange.named()
    assert (named.__name__, named.__doc__) == ("named", "What it does.")
    assert named() == (0, 0)
    assert named(1, 2, a=1) == (2, 1)
    raises(ValueError, "too many", named, 1, 2, 3, 4)
    assert exchange.counted(5)(1, 2) == 7
    assert exchange.counted(5).__name__ == "closure"


def test_functions_of_the_c_api():
    plain, keywords, in_module = exchange.raw_function()
    assert (plain(), plain.__doc__, plain.__self__) == (5, "Raw.", None)
    assert keywords(1, 2, a=1) == 21
    assert in_module(1, a=1) == 1011
    assert in_module.__module__ == exchange.int64s.__module__ if hasattr(exchange, "int64s") else True


def test_self_of_a_closure_outlives_the_function():
    add = exchange.adder(1)
    captured = add.__self__
    assert repr(type(captured)) == "<class 'mybind.Closure'>"
    with pytest.raises(TypeError):
        type(captured)()
    del add
    gc.collect()
    assert captured.__class__.__name__ == "Closure"


def test_closure_is_dropped_with_the_function():
    before = exchange.drops()
    closure = exchange.tracked(None)
    assert exchange.drops() == before
    closure(0)
    del closure
    gc.collect()
    assert exchange.drops() == before + 1


def test_destructor_that_calls_python_and_panics(monkeypatch):
    before, seen, calls = exchange.drops(), [], []
    monkeypatch.setattr(sys, "unraisablehook", lambda info: seen.append(str(info.exc_value)))
    closure = exchange.tracked(lambda: calls.append(1))
    try:
        raise KeyError("pending")
    except KeyError:
        del closure
    gc.collect()
    assert exchange.drops() == before + 1
    assert (calls, seen) == ([1], ["in the destructor"])
    # While an exception is on its way.
    def fail():
        closure = exchange.tracked(lambda: 1 // 0)
        [].pop(0)

    with pytest.raises(IndexError, match="pop from empty list"):
        fail()
    gc.collect()
    assert exchange.drops() == before + 2


def test_closure_on_threads():
    closure, results = exchange.counter(), []
    threads = [threading.Thread(target=lambda: [results.append(closure()) for _ in range(200)]) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(results) == list(range(1, 801))


def test_no_reference_is_lost_in_calls():
    class Callback:
        def __call__(self, *args):
            return args[0] if len(args) == 1 else "text"

    callback = Callback()
    references = sys.getrefcount(callback)
    for _ in range(50):
        exchange.apply(callback, 1, 1)
        exchange.apply_all(callback, [1, 2])
        exchange.twice(callback)(1)
        list(itertools.islice(exchange.mapped(callback), 3))
        exchange.tracked_iterator(0, callback)
    gc.collect()
    assert sys.getrefcount(callback) == references


def test_iter_is_lazy():
    seen = []

    def numbers():
        for number in itertools.count():
            seen.append(number)
            yield number

    assert exchange.first_above(numbers(), 2.5) == 3
    assert seen == [0, 1, 2, 3]
    iterator = iter([1, 2, 3])
    assert exchange.first_above(iterator, 1) == 2
    assert next(iterator) == 3
    assert exchange.first_above({1: 2}, 5) is None
    assert exchange.lengths({"abc"}, 5) == ["3"]


def test_errors_of_iter(raises):
    raises(TypeError, "argument 'numbers': 'int' object is not iterable", exchange.first_above, 1, 1)
    raises(TypeError, "item 1: must be real number, not str", exchange.first_above, [0, "a"], 1)
    texts = exchange.lengths(iter(["a", 1, "bc", b""]), 10)
    assert texts == [
        "1",
        "TypeError: item 1: 'int' object is not an instance of 'str'",
        "2",
        "TypeError: item 3: 'bytes' object is not an instance of 'str'",
    ]

    def fails():
        yield 0
        raise ZeroDivisionError("mine")

    with pytest.raises(ZeroDivisionError) as caught:
        exchange.first_above(fails(), 1)
    assert str(caught.value) == "mine"

    class Bad:
        def __iter__(self):
            raise KeyError("iter")

    with pytest.raises(KeyError, match="iter"):
        exchange.first_above(Bad(), 1)


def test_list_that_changes_while_it_is_read():
    class Item:
        def __float__(self):
            items.clear()
            return 0.0

    items = [Item(), 1, 2]
    assert exchange.first_above(items, 1) is None
    assert items == []


def test_iterator():
    powers = exchange.powers(10)
    assert iter(powers) is powers
    assert repr(type(powers)) == "<class 'mybind.Iterator'>"
    assert next(powers) == 1
    assert list(powers) == [10**exponent for exponent in range(1, 20)]
    assert list(powers) == []
    assert next(powers, None) is None
    assert list(exchange.countdown(3)) == [2, 1, 0]
    assert list(itertools.islice(exchange.endless(), 2)) == [(0, "0"), (1, "1")]
    a, b, *rest = exchange.countdown(4)
    assert (a, b, rest) == (3, 2, [1, 0])
    assert isinstance(powers, __import__("collections").abc.Iterator)


def test_items_that_raise():
    items = exchange.fallible(4)
    assert next(items) == 0
    with pytest.raises(ValueError, match="1 is odd"):
        next(items)
    assert next(items) == 2
    with pytest.raises(ValueError, match="3 is odd"):
        next(items)
    with pytest.raises(StopIteration):
        next(items)


def test_panic_ends_an_iterator():
    before = exchange.dropped_iterators()
    items = exchange.panics_at(1)
    assert next(items) == 0
    with pytest.raises(exchange.PanicException, match="at 1"):
        next(items)
    with pytest.raises(StopIteration):
        next(items)
    assert exchange.dropped_iterators() == before + 1
    with pytest.raises(StopIteration):
        next(items)


def test_iterator_that_asks_itself(raises):
    items = exchange.mapped(lambda number: next(items))
    with pytest.raises(ValueError, match="^iterator already executing$"):
        next(items)
    # Nothing is broken by it.
    with pytest.raises(ValueError, match="^iterator already executing$"):
        next(items)


def test_iterator_is_asked_by_its_own_destructor():
    answers = []
    items = exchange.tracked_iterator(1, lambda: answers.append(next(items, "ended")))
    assert list(items) == [0]
    assert answers == ["ended"]
    cycle = []
    items = exchange.tracked_iterator(5, lambda: cycle.append(1))
    next(items)
    del items
    gc.collect()
    assert cycle == [1]


def test_iterator_on_two_threads():
    items, started = exchange.sleepy(300), threading.Event()

    def ask():
        started.set()
        assert next(items) == 0

    thread = threading.Thread(target=ask)
    thread.start()
    started.wait()
    refused = 0
    while thread.is_alive():
        try:
            assert next(items) in (0, 1)
            break
        except ValueError:
            refused += 1
            thread.join(0.01)
    thread.join()
    assert refused > 0


def test_iterators_in_iterators():
    items = iter([1, "a", None])
    for _ in range(20):
        items = exchange.chained(items)
    assert list(items) == [1, "a", None]
    items = iter([])
    before = exchange.dropped_iterators()
    outer = exchange.chained(exchange.tracked_iterator(3, None))
    next(outer)
    del outer
    gc.collect()
    assert exchange.dropped_iterators() == before + 1


@pytest.mark.parametrize("chain", ["chained(things)", "twice(things)"])
def test_long_chains_are_dropped(run, chain):
    run(
        f"""
        import exchange
        things = iter([1]) if "chained" in "{chain}" else abs
        for _ in range(200_000):
            things = exchange.{chain}
        del things
        """
    )


@pytest.mark.skipif(os.environ.get("PYTHONMALLOC") == "malloc", reason="what watches over memory does not let stacks be copied")
@pytest.mark.parametrize("order", ["", "reversed"])
def test_chains_are_dropped_on_several_stacks(run, order):
    """A destructor that goes on with another stack comes back when others have dropped things there."""
    pytest.importorskip("greenlet")
    run(
        f"""
        import exchange, greenlet
        main = greenlet.getcurrent()

        class Leave:
            def __iter__(self):
                return self

            def __next__(self):
                raise StopIteration

            def __del__(self):
                if greenlet.getcurrent() is not main:
                    main.switch()

        def drop(length):
            things = Leave()
            for _ in range(length):
                things = exchange.chained(things)
            del things

        nested = []
        for _ in range(100):
            nested = [nested]

        stacks = []
        for length in range(40, 80):
            stacks.append(greenlet.greenlet(drop))
            stacks[-1].switch(length)
            repr(nested)  # much stack, where the other's was
            drop(200)
        for stack in {order}(stacks):
            while not stack.dead:
                stack.switch()
        drop(100_000)
        """
    )


def test_signatures():
    assert str(inspect.signature(exchange.apply)) == "(callback, number, factor)"


def test_in_subinterpreters(run):
    output = run(
        """
        import sys
        try:
            import _interpreters as interpreters
        except ImportError:
            try:
                import _xxsubinterpreters as interpreters
            except ImportError:
                sys.exit()
        code = '''
        import exchange, gc
        add = exchange.adder(1)
        assert add(2) == 3
        items = exchange.powers(2)
        assert next(items) == 1
        assert exchange.apply_all(lambda number: number + 1, [1]) == [2]
        exchange.keep(abs)
        assert exchange.kept(-1) == exchange.kept_on_thread(-1) == 1
        exchange.unkeep()
        if hasattr(exchange, "array"):
            view = exchange.array([1.0])
            assert view.tolist() == [1.0]
            exchange.hold(view)
            assert exchange.held_count() == [[1.0]]
            exchange.let_go(False)
        leaked = [add, items, exchange.endless()]
        leaked.append(leaked)
        '''
        import textwrap
        code = textwrap.dedent(code)
        exec(code)
        for _ in range(3):
            interpreter = interpreters.create()
            error = interpreters.run_string(interpreter, code)
            assert error is None, error
            interpreters.destroy(interpreter)
        exec(code)
        print("ended well")
        """
    )
    assert output in ("", "ended well\n")


def test_dropped_at_the_end_of_the_process(run):
    run(
        """
        import exchange, sys, threading
        closure = exchange.tracked(None)
        items = exchange.tracked_iterator(3, print)
        next(items)
        if hasattr(exchange, "hold"):
            exchange.hold(exchange.array([1.0]))
        exchange.keep(closure)
        sys.kept = [closure, items]
        """
    )
