"""What a module exports beside functions: names that are gone, items of other crates, functions that warn."""

import warnings

import modules
import pytest
from modules import warnings as w


def test_items_of_another_crate(raises):
    assert modules.DISTANCE == 2.5 and modules.distant.place() == "elsewhere"
    error = raises(modules.ElsewhereError, "gone", modules.fail, "gone")
    assert isinstance(error, LookupError) and type(error).__module__ == "modules"
    raises(modules.ElsewhereError, "gone", modules.distant.fail, "gone")


LENGTH = """
import warnings
import modules
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    assert modules.LENGTH == 2.5
assert [(w.category, str(w.message), w.filename) for w in caught] == [(DeprecationWarning, "LENGTH is now DISTANCE", "<string>")]
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from modules import LENGTH
assert LENGTH == 2.5
for absent in ("WIDTH", "é"):
    try:
        getattr(modules, absent)
    except AttributeError as error:
        assert str(error) == f"module 'modules' has no attribute '{absent}'"
    else:
        raise AssertionError(absent)
assert not hasattr(modules, "__path__x")
assert "LENGTH" in dir(modules) and "__getattr__" not in dir(modules) and "__getattr__" not in modules.__all__
names = {}
exec("from modules import *", names)
assert "__getattr__" not in names and "__dir__" not in names and "fail" in names
"""


def test_names_that_are_gone(run):
    run(LENGTH)


def test_names_that_are_gone_in_a_bare_library(run):
    run(LENGTH, bare=True)


@pytest.mark.parametrize(
    ("function", "expected"),
    [
        (lambda: w.future(1), [(FutureWarning, "this will change")]),
        (w.own, [(w.OwnWarning, "mine")]),
        (w.plain, [(UserWarning, "plain: é")]),
        (w.both, [(DeprecationWarning, "use plain"), (RuntimeWarning, "and slow"), (UserWarning, "and old")]),
    ],
)
def test_functions_that_warn(function, expected):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        function()
    assert [(found.category, str(found.message)) for found in caught] == expected
    assert {found.filename for found in caught} == {__file__}
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        with pytest.raises(expected[0][0], match=expected[0][1]):
            function()


def test_once_for_each_line():
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("default")
        for _ in range(3):
            w.future(1)
        w.future(1)
    assert [found.lineno for found in caught] == [test_once_for_each_line.__code__.co_firstlineno + n for n in (4, 5)]


def test_state_of_a_module(run):
    run("""
        import gc, sys, types
        import modules
        state = modules.state
        assert [state.count() for _ in range(3)] == [1, 2, 3]
        assert state.of_module(state) == 3 and state.of_module(types.ModuleType("other")) == 0
        gc.collect()
        assert state.dropped() == 1  # the other module's

        def fails():
            raise KeyError("fails")

        for wrong, error in ((fails, KeyError), (lambda: "", ValueError), (lambda: 3, TypeError)):
            try:
                state.name(wrong)
            except error:
                pass
            else:
                raise AssertionError(error)
        first = lambda: "first"
        nested = lambda: state.name(first)[0] + "?"
        assert state.name(nested) == ("first", first) == state.name(fails)

        state._mybind_state = 3
        try:
            state.count()
        except RuntimeError as error:
            assert str(error) == "the module keeps the state of another library"
        else:
            raise AssertionError("no error")
        del state._mybind_state
        assert state.count() == 1 and state.dropped() == 2

        # Another module object has a state of its own, which goes with it.
        before = state.dropped
        for name in [name for name in sys.modules if name.startswith("modules")]:
            del sys.modules[name]
        import modules as second
        assert second.state is not state and second.state.count() == 1 and state.count() == 2
        del second, state, modules
        for name in [name for name in sys.modules if name.startswith("modules")]:
            del sys.modules[name]
        gc.collect()
        assert before() == 3, before()
    """)


def test_state_of_an_interpreter(run):
    run("""
        import sys
        try:
            import _interpreters as interpreters
        except ImportError:
            try:
                import _xxsubinterpreters as interpreters
            except ImportError:
                sys.exit()
        from modules import state
        state.count()
        other = interpreters.create()
        code = "from modules import state\\nassert state.count() == 1 and state.dropped() == 0"
        for _ in range(2):
            error = (interpreters.exec if hasattr(interpreters, "exec") else interpreters.run_string)(other, code)
            assert error is None or "assert" not in str(error), error
            code = "from modules import state\\nassert state.count() == 2"
        interpreters.destroy(other)
        assert state.dropped() == 1 and state.count() == 2
    """)


def test_locks_do_not_stand_in_pythons_way(run):
    run("""
        import faulthandler, threading, time
        from modules import state
        faulthandler.dump_traceback_later(60, exit=True)
        results = []
        # To sleep lets others run Python, who then wait for the lock.
        threads = [threading.Thread(target=lambda: results.append(state.locked(lambda: time.sleep(0.01)))) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert sorted(results) == [100 * n + 18 for n in range(1, 9)], results
    """)


def test_locks_without_a_token(run):
    run("""
        import faulthandler, threading, time
        from modules import state
        faulthandler.dump_traceback_later(60, exit=True)
        results = []
        # While one sleeps with the lock, others wait for it, and must let it run Python again.
        threads = [threading.Thread(target=lambda: results.append(state.lock_anywhere(lambda: time.sleep(0.01) or ""))) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(results) == 8 and max(results) == (8, True) and all(locked for _, locked in results), results
    """)


def test_locks_after_a_panic():
    assert modules.state.poison() == (True, 1, True, 2, 3, "Err(PoisonError { .. })")


def test_cells_that_are_taken_apart():
    empty, full, drops, (one, other) = modules.state.cells()
    assert (empty, full, drops) == (None, 5, 3) and one is other and one == []


def test_cells_of_interpreters(run):
    run("""
        import sys
        try:
            import _interpreters as interpreters
        except ImportError:
            try:
                import _xxsubinterpreters as interpreters
            except ImportError:
                sys.exit()
        from modules import state
        assert state.cell("set", 1) is None and state.cell("set", 2) == 2
        code = "from modules.state import cell as c\\nassert [c('get', 0), c('take', 0), c('add', 1), c('set', 10), c('add', 1)] == [None] * 4 + [11]"
        for id in [interpreters.create() for _ in range(2)]:
            error = (interpreters.exec if hasattr(interpreters, "exec") else interpreters.run_string)(id, code)
            assert error is None, error
        assert [state.cell(action, 1) for action in ("get", "add", "add detached", "take", "take", "get")] == [1, 2, 3, 3, None, None]
        code = "from modules.state import cell as c\\nassert [c('take', 0), c('get', 0), c('set', 5), c('get', 0)] == [11, None, None, 5]"
        error = (interpreters.exec if hasattr(interpreters, "exec") else interpreters.run_string)(id, code)
        assert error is None, error
        assert state.cell("set", 7) is None and state.cell("get", 0) == 7
    """)
