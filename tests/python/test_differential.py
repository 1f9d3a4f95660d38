"""Calls of Rust functions against calls of `def`s of the same signatures: same result, or the same error word for word."""

import ctypes
import enum
import os
import random
import sys
from pathlib import Path

import pytest

import differential

SIGNATURES = (Path(__file__).parent / "differential/signatures.txt").read_text("utf-8").splitlines()
CALLS = int(os.environ.get("MYBIND_CALLS", 200))


class Text(str):
    pass


class Shown(str):
    def __str__(self):
        return "shown"

    def __repr__(self):
        return "represented"


class Failing(str):
    def __str__(self):
        raise ZeroDivisionError


class Member(str, enum.Enum):
    key = "key"
    other = "other"


STRANGE = ["zzz", "c", "vlaue", "of\ud800set", "offset\0", "keys", "kay", "e\u0301", "nai\u0308ve", "\U0001f600", "", "self",
           "名", "args", "kwargs", "KEY", "a_rather_long_parameter_name_of_many_lettery", "\udc80", "b" * 800]  # fmt: skip


class Signature:
    def __init__(self, line):
        self.name, rest = line.rstrip(")").split("(")
        parts = [part.partition("=")[0] for part in rest.split(", ") if part]
        names = [part.lstrip("*") for part in parts if part not in ("/", "*")]
        self.names = [name for name in names if "*" + name not in parts and "**" + name not in parts]
        positional = parts
        for index, part in enumerate(parts):
            if part.startswith("*"):
                positional = parts[:index]
                break
        self.positional = len([part for part in positional if part != "/"])
        # `type` is a name like any other.
        namespace = {}
        exec(f"def {self.name}({rest}): return [{', '.join(names)}]", namespace)
        self.python = namespace[self.name]
        self.rust = getattr(differential, self.name)


ALL = [Signature(line) for line in SIGNATURES]


def outcome(call):
    try:
        return call()
    except BaseException as error:
        return type(error), str(error), error.args, error.__cause__, repr(error.__context__)


def random_call(signature, choose):
    count = choose.choice([0, 1, 2, 3, 4, 6, signature.positional, signature.positional + 1])
    args = [object() for _ in range(count)]
    pool = signature.names * 3 + STRANGE + choose.choice(ALL).names
    kind = choose.random()
    keywords = []
    if kind < 0.4:  # nearly right
        keywords = [name for name in signature.names[count:] if choose.random() < 0.9]
        if choose.random() < 0.3:
            keywords.append(choose.choice(pool))
    elif kind < 0.8:
        keywords = choose.choices(pool, k=choose.choice([1, 1, 2, 3]))
    kind = choose.random()
    if kind < 0.2:
        keywords = [choose.choice([Text, Text, Text, Shown, Failing, str])(name) for name in keywords]
    elif kind < 0.25:
        keywords.append(choose.choice(list(Member)))
    elif kind < 0.6:
        keywords = ["".join(list(name)) for name in keywords]  # not interned
    return args, {name: object() for name in keywords}


@pytest.mark.parametrize("signature", ALL, ids=lambda signature: signature.name)
def test_random_calls(signature):
    choose = random.Random(signature.name)
    for _ in range(CALLS):
        args, kwargs = random_call(signature, choose)
        expected = outcome(lambda: signature.python(*args, **kwargs))
        assert outcome(lambda: signature.rust(*args, **kwargs)) == expected, (args, kwargs)


@pytest.mark.skipif(sys.version_info < (3, 12), reason="not in the C API before")
@pytest.mark.parametrize("signature", ALL, ids=lambda signature: signature.name)
def test_keyword_names_that_only_c_code_can_pass(signature):
    vectorcall = ctypes.pythonapi.PyObject_Vectorcall
    vectorcall.restype = ctypes.py_object
    choose = random.Random(signature.name)

    def call(function, args, names):
        array = (ctypes.py_object * (len(args) or 1))(*args)
        return vectorcall(ctypes.py_object(function), array, ctypes.c_ssize_t(len(args) - len(names)), ctypes.py_object(names))

    for _ in range(CALLS // 2):
        names = tuple(choose.choices([1, None, Text("a"), "zzz", *signature.names * 3], k=choose.choice([1, 2, 3])))
        args = [object() for _ in range(choose.choice([0, signature.positional]) + len(names))]
        expected = outcome(lambda: call(signature.python, args, names))
        assert outcome(lambda: call(signature.rust, args, names)) == expected, (args, names)


def test_the_calls_reach_every_kind_of_error():
    """The two tests above would prove little if all calls went well."""
    kinds = ["positional argument", "missing", "unexpected keyword", "multiple values", "positional-only arguments passed"]
    choose = random.Random(1)
    messages = []
    for signature in ALL:
        for _ in range(20):
            args, kwargs = random_call(signature, choose)
            result = outcome(lambda: signature.rust(*args, **kwargs))
            messages.append("" if isinstance(result, list) else result[1])
    assert "" in messages
    for kind in kinds:
        assert any(kind in message for message in messages), kind
