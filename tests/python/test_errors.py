"""What Rust's errors and panics become."""

import errno
import sys

import pytest

from functions import PanicException, errors

import functions
import pkg._native


def test_operating_system_errors():
    with pytest.raises(FileNotFoundError) as caught:
        errors.open("/there/is/no/such/file")
    assert caught.value.errno == errno.ENOENT
    cases = {errno.ENOENT: FileNotFoundError, errno.EACCES: PermissionError, errno.EEXIST: FileExistsError, errno.EPIPE: BrokenPipeError, errno.EINTR: InterruptedError, errno.EINVAL: OSError}  # fmt: skip
    if sys.platform != "win32":
        import os

        for number, cls in cases.items():
            with pytest.raises(OSError) as caught:
                errors.os_error(number)
            assert type(caught.value) is cls
            assert (caught.value.errno, caught.value.strerror) == (number, os.strerror(number))


def test_io_errors_without_a_number(raises):
    raises(FileNotFoundError, "in words", errors.io_error, "not found")
    raises(TimeoutError, "in words", errors.io_error, "timed out")
    raises(OSError, "in words", errors.io_error, "else")
    raises(KeyError, "'key'", errors.io_round_trip)


def test_parse_errors(raises):
    assert errors.parse_int("12") == 12
    raises(ValueError, "invalid digit found in string", errors.parse_int, "x")
    raises(ValueError, "invalid float literal", errors.parse_float, "x")
    raises(ValueError, "invalid digit found in string", errors.boxed_parse_error)


def test_utf8_errors():
    assert errors.utf8(b"\xc3\xa9") == "é"
    with pytest.raises(UnicodeDecodeError) as caught:
        errors.utf8(b"ab\xffc")
    error = caught.value
    assert (error.encoding, error.object, error.start, error.end, error.reason) == ("utf-8", b"ab\xffc", 2, 3, "invalid utf-8")
    with pytest.raises(UnicodeDecodeError) as caught:
        errors.utf8(b"ab\xe2\x82")
    assert (caught.value.start, caught.value.end) == (2, 4)
    with pytest.raises(UnicodeDecodeError) as caught:
        errors.utf8_slice(b"ab\xffc")
    assert (caught.value.start, caught.value.end) == (2, 3)


def test_messages(raises):
    raises(RuntimeError, "é \0 \U0001f600", errors.message, "é \0 \U0001f600")
    raises(RuntimeError, "literal", errors.literal_message)


def test_sources_become_causes(raises):
    error = raises(RuntimeError, "outer", errors.chain)
    middle = error.__cause__
    assert (type(middle), str(middle)) == (RuntimeError, "middle")
    inner = middle.__cause__
    assert (type(inner), str(inner), inner.__cause__) == (RuntimeError, "inner", None)
    error = raises(RuntimeError, "outer", errors.chain_to_exception)
    assert repr(error.__cause__) == "KeyError('key')"


def test_an_error_type_of_our_own(raises):
    assert errors.own_error(0) == 1
    raises(ValueError, "code 3", errors.own_error, 3)


def test_exceptions_pass_unchanged(raises):
    raised = LookupError("x")

    def fail():
        raise raised

    assert raises(LookupError, "x", errors.call, fail) is raised
    frames = []
    traceback = raised.__traceback__
    while traceback:
        frames.append(traceback.tb_frame.f_code.co_name)
        traceback = traceback.tb_next
    assert frames[-1] == "fail"
    error = raises(ValueError, "outer", errors.call_with_cause, fail)
    assert error.__cause__ is raised
    for cls in (SystemExit, KeyboardInterrupt, GeneratorExit, StopIteration):
        def fail_so(cls=cls):
            raise cls("x")

        raises(cls, "x", errors.call, fail_so)


def test_panics(raises):
    assert issubclass(PanicException, BaseException) and not issubclass(PanicException, Exception)
    raises(PanicException, "literal", errors.panic)
    raises(PanicException, "formatted é\0", errors.panic_with, "é\0")
    raises(PanicException, "a Rust panic with no message", errors.panic_any)
    raises(PanicException, "a Rust panic with no message", errors.panic_in_drop)
    raises(PanicException, "in a default", errors.panic_in_default)
    assert errors.panic_in_default(1) == 1
    raises(PanicException, "detached", errors.panic_detached)
    assert errors.panic_is_an_error(errors.panic) == "PanicException: literal"


def test_the_context_of_a_panic():
    try:
        raise KeyError("pending")
    except KeyError as pending:
        with pytest.raises(PanicException) as caught:
            errors.panic()
        assert caught.value.__context__ is pending


def test_panic_exception_is_one_class(raises):
    modules = [functions, functions.sub, functions.sub.deep, functions.errors, pkg._native, pkg._native.deep]
    assert {module.PanicException for module in modules} == {PanicException}
    assert (PanicException.__module__, PanicException.__qualname__) == ("mybind", "PanicException")
    raises(PanicException, "from pkg", pkg._native.panic)
