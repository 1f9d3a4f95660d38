"""A panic, wherever it happens, is a `PanicException`: nothing is lost, and the interpreter goes on."""

import gc
import os
import subprocess
import sys

import panics
import pytest

CALLS = [
    (panics.in_body, ["kept"], "in a body, with <class 'str'>"),
    (panics.in_conversion, [[1, 2], 3], "in a conversion"),
    (panics.in_item, [[1, 2]], "in a conversion"),
    (panics.in_converter, [1], "in a converter"),
    (panics.in_result, [], "in a result"),
    (panics.in_items_of_result, [5], "in a result"),
    (panics.in_drop, [1], "in a drop"),
    (panics.in_iterator, [object()], "in an iterator"),
    (panics.in_arguments_of_exception, [], "in the arguments of an exception"),
    (panics.in_callback, [panics.in_result], "in a result"),
    (panics.in_callback, [lambda: panics.in_body([])], "in a body, with <class 'list'>"),
    (panics.in_detached, [], "in a detached function"),
    (panics.in_detached_part, [object()], "in a detached part"),
    (panics.in_thread, [], "in a thread"),
    (panics.in_attached_thread, [object()], "in an attached thread"),
    (panics.with_exception_that_panics, [], "in the arguments of an exception"),
    (panics.with_payload, [object()], "a Rust panic with no message"),
    (panics.with_many_payloads, [], "a Rust panic with no message"),
    (panics.with_payload_in_thread, [], "a Rust panic with no message"),
    (panics.in_hash, [object(), {object(), object()}], "in a hash"),
    (panics.in_key, [{object(): object(), object(): object()}], "in a hash"),
    (panics.in_comparison, [{object(), object()}], "in a comparison"),
    (panics.in_comparison_of_keys, [{object(): object(), object(): object()}], "in a comparison"),
    (panics.in_message, [], "in an error's message"),
    (panics.in_spent_result, [], "in a drop"),
    (panics.in_state, [], "in a module's state"),
    (panics.in_once_lock, [True], "in a lock's value"),
    (panics.in_nested_attach, [object()], "in a nested attach"),
]


@pytest.mark.parametrize("function, args, message", CALLS, ids=lambda value: getattr(value, "__name__", ""))
def test_panics(function, args, message, raises):
    own = [argument for argument in args if type(argument) is not int]  # small ints are everybody's
    counts = [sys.getrefcount(argument) for argument in own]
    for _ in range(20):
        error = raises(panics.PanicException, message, function, *args)
        assert error.__context__ is None and error.__cause__ is None
        assert panics.add(1, b=2) == 3
        del error
    gc.collect()  # the exceptions' frames have them
    if function is not panics.in_attached_thread:  # what that drops is dropped soon
        assert [sys.getrefcount(argument) for argument in own] == counts


def test_what_was_handled_is_the_context():
    with pytest.raises(panics.PanicException) as caught:
        try:
            raise KeyError("handled")
        except KeyError:
            panics.in_conversion([], 1)
    assert repr(caught.value.__context__) == "KeyError('handled')"


def test_a_value_that_a_panic_has_not_made_is_made_later():
    with pytest.raises(panics.PanicException):
        panics.in_once_lock(True)
    assert panics.in_once_lock(False) == panics.in_once_lock(True) == 1


def test_a_thread_that_panics_ends_alone(run):
    code = """
        import gc, panics, time
        for _ in range(20):
            panics.in_thread_of_its_own()
        time.sleep(0.2)
        gc.collect()
        print(panics.add(1, b=2))
    """
    assert run(code) == "3\n"


def test_a_panic_in_the_drop_of_a_modules_state_is_reported(run):
    code = """
        import gc, panics, sys
        sys.unraisablehook = lambda unraisable: print(type(unraisable.exc_value).__name__, unraisable.exc_value)
        panics.keep_state()
        del panics, sys.modules["panics"], sys.modules["panics.panics"]
        gc.collect()
        print("imports again")
        import panics
        print(panics.add(1, b=2))
    """
    assert run(code) == "PanicException in the drop of a module's state\nimports again\n3\n"


def test_a_panic_in_init_fails_the_import(run):
    code = """
        import os
        for _ in range(3):
            try:
                import panics
            except BaseException as error:
                print(type(error).__name__, error)
        del os.environ["MYBIND_PANIC_IN_INIT"]
        import panics
        print(panics.add(1, b=2))
    """
    expected = 3 * "PanicException a Rust panic with no message\n" + "3\n"
    assert run(code, env={"MYBIND_PANIC_IN_INIT": "1"}) == expected


def test_a_panic_that_carries_an_exception(raises):
    raises(ValueError, "carried", panics.with_exception)


def ended_by(code, path=None):
    """How a process that runs the code ends, and what it says."""
    environment = {**os.environ, "RUST_BACKTRACE": "0", **({"PYTHONPATH": path} if path else {})}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment)
    return done.returncode, done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="has no signals")
def test_a_panic_while_unwinding_ends_the_process():
    status, said = ended_by("import panics; panics.while_unwinding()")
    assert status == -6
    assert "first" in said and "in a drop" in said


@pytest.mark.skipif(sys.platform == "win32", reason="has no signals")
@pytest.mark.skipif("MYBIND_ABORTING" not in os.environ, reason="built for one Python only")
def test_a_library_built_to_abort():
    """`panic = "abort"`: all is as ever, until a panic ends the process with Rust's message."""
    path = os.environ["MYBIND_ABORTING"]
    works = "import panics; assert panics.__file__.startswith('%s'); assert panics.add(1, b=2) == 3\n" % path
    assert ended_by(works, path) == (0, "")
    status, said = ended_by(works + "panics.in_body(1)", path)
    assert status == -6
    assert "in a body, with <class 'int'>" in said
    status, said = ended_by(works + "panics.with_exception()", path)
    assert status == -6
