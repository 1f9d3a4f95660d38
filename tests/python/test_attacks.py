"""Python code that changes what a Rust function works on, in the middle of its work; and objects made on purpose to be odd."""

import gc
import itertools
import sys
import sysconfig
import threading
import types

import attacks
import pytest


WITHOUT_GIL = bool(sysconfig.get_config_var("Py_GIL_DISABLED"))
FOR_NO_GIL = WITHOUT_GIL or ".abi3t" in getattr(attacks, "attacks", attacks).__file__


class Number:
    """A number that calls a function when it is converted."""

    def __init__(self, function):
        self.function = function

    def __float__(self):
        self.function()
        return 1.0

    def __index__(self):
        self.function()
        return 1


@pytest.mark.parametrize("function", [attacks.floats, attacks.ints, attacks.optional])
def test_a_list_changes_while_it_is_converted(function):
    def items(change, at=20):
        converted = list(range(10**6, 10**6 + 40))
        converted.insert(at, Number(lambda: change(converted)))
        return converted

    assert function(items(list.clear)) == 21
    assert function(items(lambda it: (it.__delitem__(slice(3, None)), gc.collect()))) == 21
    assert function(items(lambda it: it.extend(range(100)))) == 141
    assert function(items(lambda it: it.__setitem__(20, 1))) == 41
    assert function(items(lambda it: it.__setitem__(slice(None), [1] * 30))) == 30


@pytest.mark.parametrize("shifted", [0, None, "text"])
def test_an_int_that_is_shifted_otherwise(shifted):
    class Int(int):
        def __rshift__(self, other):
            return shifted

    assert attacks.large(Int(-(2**100)), Int(2**127)) == (-(2**100), 2**127)


def test_a_list_goes_with_its_owner():
    outer = [[1.0], [Number(lambda: (outer.clear(), gc.collect()))], [2.0]]
    assert attacks.nested(outer) == 2
    pairs = [(1.0, Number(lambda: (pairs.clear(), gc.collect())))] * 3
    assert attacks.pairs(pairs) == 1


def test_a_dict_or_set_changes_while_it_is_converted():
    by_name = {"a": Number(lambda: by_name.clear()), "b": 1.0}
    by_number = {0: [Number(lambda: by_number.update(dict.fromkeys(range(100), [])))], 1: []}
    if FOR_NO_GIL:  # there a dict is copied first
        assert attacks.map(by_name) == attacks.tree(by_number) == 2
    else:
        with pytest.raises(RuntimeError, match="changed size"):
            attacks.map(by_name)
        with pytest.raises(RuntimeError, match="changed size"):
            attacks.tree(by_number)
    numbers = {Number(lambda: numbers.clear()), *range(10**6, 10**6 + 10)}
    try:
        attacks.set(numbers)
    except RuntimeError as error:
        assert "changed size" in str(error)


def test_what_is_borrowed_stays():
    text, data = "ab" * 500, b"xy" * 500
    expected = f"{text} {list(data)} 1"

    def drop():
        nonlocal text, data
        text = data = None
        gc.collect()
        [bytearray(1000) for _ in range(1000)]

    assert attacks.borrowed(text, data, Number(drop)) == expected


@pytest.mark.parametrize("hint", [0, 3, 50])
def test_a_list_in_the_making_is_not_to_be_found(hint):
    def look():
        gc.collect()
        return sum(type(it) is list and repr(it[:3]) != "" for it in gc.get_objects()) >= 0

    gc.freeze()  # what was there before need not be looked at
    try:
        assert attacks.list_of_calls(look, 10, hint) == [True] * 10
    finally:
        gc.unfreeze()


@pytest.mark.skipif(WITHOUT_GIL, reason="there `PyList_New` crashes when it has no room")
def test_no_room_for_what_an_iterator_promises():
    with pytest.raises(MemoryError):
        attacks.list_of_calls(list, 10, 2 * sys.maxsize)


def test_a_list_or_dict_changes_while_rust_iterates():
    items = list(range(5))
    assert attacks.over_list(items, lambda _: items.clear()) == 1
    table = {1: 1, 2: 2}
    with pytest.raises(attacks.PanicException, match="changed size"):
        attacks.over_dict(table, lambda _: table.clear())
    table = dict.fromkeys(range(5))
    assert attacks.over_dict(table, lambda key: table.update({key: key})) == 5


def test_an_iterator_that_is_none_any_more():
    class Other:
        pass

    class Iterator:
        def __next__(self):
            self.__class__ = Other

    with pytest.raises(TypeError, match="__next__"):
        attacks.over_iterator(Iterator())

    def generator():
        yield attacks.over_iterator(running)

    running = generator()
    with pytest.raises(ValueError, match="already executing"):
        attacks.over_iterator(running)


def test_an_exception_class_that_makes_something_else():
    class Odd(Exception):
        def __new__(cls, *args):
            return 42

    with pytest.raises(TypeError, match="BaseException"):
        attacks.raise_new(Odd)
    with pytest.raises(TypeError, match="must derive from BaseException"):
        attacks.raise_new(int)


@pytest.mark.parametrize("made", [42, "text", None])
def test_a_metaclass_that_makes_something_else(made):
    class Odd(type):
        def __new__(cls, name, bases, namespace):
            return made if name == "Derived" else super().__new__(cls, name, bases, namespace)

    class Base(Exception, metaclass=Odd):
        pass

    assert attacks.derived_class(ValueError) is True
    with pytest.raises(TypeError, match="is not an instance of 'type'"):
        attacks.derived_class(Base)


def test_a_bytearray_grows_by_zeros():
    assert attacks.resized(bytearray(b"abc"), 6) == b"abc\0\0\0"
    assert attacks.resized(bytearray(b"abc"), 2) == b"ab"


class Counted:
    """Counts how many of its instances are gone."""

    gone = 0

    def __del__(self):
        Counted.gone += 1


@pytest.mark.parametrize("function", [attacks.fill_twice, lambda make: attacks.call_twice(make, False), lambda make: attacks.call_twice(make, True)])
def test_what_a_lock_does_not_call_is_dropped_attached(function):
    Counted.gone = 0
    function(Counted)
    assert Counted.gone == 2


def test_a_suggestion_that_is_no_text(monkeypatch, raises):
    suggestions = types.ModuleType("_suggestions")
    monkeypatch.setitem(sys.modules, "_suggestions", suggestions)
    for suggested in (12345, [], type, None):
        suggestions._generate_suggestions = lambda candidates, name: suggested
        raises(TypeError, "floats() got an unexpected keyword argument 'itens'", attacks.floats, itens=[])


def test_code_that_needs_a_closure(raises):
    def outer():
        variable = 1
        return lambda: variable

    raises(TypeError, "code object passed to run() may not contain free variables", attacks.run_code, outer().__code__)
    raises(TypeError, "outer() missing 1 required positional argument: 'a'", attacks.run_code, (lambda a: a).__code__.replace(co_name="outer", **({"co_qualname": "outer"} if sys.version_info >= (3, 11) else {})))
    assert next(attacks.run_code((lambda: (yield 5)).__code__)) == 5


def test_another_class_of_panics(run):
    code = """
        import gc
        import attacks
        shared, = (it for it in gc.get_objects() if type(it) is dict and "mybind.PanicException.1" in it)
        assert shared["mybind.PanicException.1"] is attacks.PanicException
        for other in (42, int, "x" * 1000):
            shared["mybind.PanicException.1"] = other
            try:
                import panics
            except TypeError as error:
                print(error)
        """
    assert run(code).splitlines() == ["'int' object is not an instance of 'type'", "not an exception class", "'str' object is not an instance of 'type'"]


@pytest.mark.parametrize("atexit", ["None", "types.ModuleType('atexit')"])
def test_without_the_functions_that_are_called_at_exit(run, atexit):
    code = f"""
        import sys, types
        sys.modules["atexit"] = {atexit}
        import attacks
        print(attacks.floats([1.5]))
        """
    assert run(code) == "1\n"


def test_at_the_end_of_a_thread():
    called = []

    def work():
        for index in range(3):
            attacks.at_end_of_thread(lambda: called.append([index]))

    threads = [threading.Thread(target=work) for _ in range(10)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    # Python says that a thread has ended a little before it has.
    for _ in range(1000):
        if len(called) == 30:
            break
        threading.Event().wait(0.01)
    assert len(called) == 30


def crowd():
    """Takes the memory that has just become free."""
    gc.collect()
    return [bytearray(size) for size in range(16, 256) for _ in range(50)]


def test_a_callable_is_let_go_while_it_runs(monkeypatch):
    called = []

    def let_go():
        sys.displayhook = sys.__displayhook__
        called.append(crowd())

    monkeypatch.setattr(sys, "displayhook", sys.displayhook)
    sys.displayhook = attacks.calling(let_go, "x" * 37)
    exec(compile("1", "", "single"))
    assert len(called) == 1


@pytest.mark.skipif(not hasattr(itertools.chain, "__setstate__"), reason="until 3.13 the state of a chain can be set")
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_an_iterator_is_let_go_while_it_runs():
    def let_go():
        chain.__setstate__((iter([]), iter([1])))
        crowd()

    chain = itertools.chain(attacks.calling_each(let_go, "x" * 37))
    assert list(chain) == [37, 1]
