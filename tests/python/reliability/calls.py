"""Calls of every function of the modules under test: right ones, as the stub says, and wrong ones."""

import array
import ast
import datetime
import importlib
import inspect
import ipaddress
import pathlib
import re
import sys
import zoneinfo

MODULES = ["functions", "standard", "exchange", "attacks", "crates", "modules", "pkg._native", "derived", "documented", "differential", "ported._ported"]

# Not to be called with random arguments: they wait, never end, or ask for the memory that the number says.
EXCLUDED = {
    "functions.threads.attach_for_ever",
    "functions.threads.call_from_foreign_threads",
    "functions.threads.detach_often",
    "functions.threads.sleep",
    "functions.threads.nap",
    "functions.threads.keep",
    "attacks.at_end_of_thread",
    "attacks.call_twice",
    "attacks.calling_each",
    "attacks.fill_twice",
    "attacks.hop",
    "attacks.hop_elsewhere",
    "attacks.keep_function",
    "attacks.list_of_calls",
    "attacks.resized",
    "crates.big_int_power",
    "exchange.array_2d",
    "exchange.copied",
    "exchange.countdown",
    "exchange.each",
    "exchange.hold",
    "exchange.keep",
    "exchange.kept_on_thread",
    "modules.handles.cast_again",
    "modules.handles.filled",
}


def stub_of(module):
    package = pathlib.Path(sys.modules[module.__name__.split(".")[0]].__file__).parent
    path = package.joinpath(*module.__name__.split(".")[1:])
    file = path / "__init__.pyi" if path.is_dir() else path.with_suffix(".pyi")
    return ast.parse(file.read_text("utf-8"))


class Index:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        return self.value

    __hash__ = None


class Broken:
    def __index__(self):
        raise LookupError("broken")

    __float__ = __len__ = __iter__ = __fspath__ = __str__ = __index__

    def __repr__(self):
        return "Broken()"

    def __getitem__(self, index):
        raise LookupError("broken item")


class Text(str):
    def __str__(self):
        raise AssertionError("a subclass of str has its own text")


class Integer(int):
    def __index__(self):
        raise AssertionError("a subclass of int has its own value")


class Float(float):
    def __float__(self):
        raise AssertionError("a subclass of float has its own value")


class Doubled(list):
    def __iter__(self):
        return iter([*super().__iter__(), *super().__iter__()])

    def __getitem__(self, index):
        return super().__getitem__(index % super().__len__())

    def __len__(self):
        return 2 * super().__len__()


class Renamed(dict):
    def items(self):
        raise LookupError("items")

    def __iter__(self):
        raise LookupError("iter")


def returns(*_):
    return 1


def raises(*_):
    raise LookupError("called")


INTS = [0, 1, 2, 3, 5, 100, 127, 128, 255, 256, -1, -128, -129, 2**15, 2**31 - 1, -(2**31), 2**32, 2**63 - 1, -(2**63), 2**63, 2**64 - 1, 2**64, -(2**127), 2**128 - 1, 2**200]  # fmt: skip
FLOATS = [0.0, -0.0, 1.5, -2.25, 1e300, 5e-324, float("inf"), float("-inf"), float("nan")]
TEXTS = ["", "a", "ab", "é", "漢字", "\U0001f600", "nul\0inside", "lone \ud800", "a longer text, of ASCII alone" * 20, "é" * 400, "127.0.0.1", "::1", "/tmp"]  # fmt: skip
BYTES = [b"", b"a", bytes(range(256)), b"\xff\0", b"abcd"]


def anything(choose):
    """Some object, most often a wrong one."""
    return choose.choice(
        [
            lambda: None,
            lambda: True,
            lambda: choose.choice(INTS),
            lambda: choose.choice(FLOATS),
            lambda: choose.choice(TEXTS),
            lambda: choose.choice(BYTES),
            lambda: bytearray(b"ab"),
            lambda: memoryview(b"abc"),
            lambda: memoryview(b"abcd")[::2],
            lambda: 1j,
            lambda: object(),
            lambda: [1, 2, 3],
            lambda: [1.5, "x"],
            lambda: (1, "x"),
            lambda: {"a": 1, "b": 2.5},
            lambda: {1: [1.0]},
            lambda: {1, 2},
            lambda: frozenset({"a"}),
            lambda: range(4),
            lambda: range(10, 0, -2),
            lambda: iter([1, 2]),
            lambda: Index(choose.choice(INTS)),
            lambda: Index("x"),
            lambda: Broken(),
            lambda: Text("text"),
            lambda: Integer(5),
            lambda: Float(2.5),
            lambda: Doubled([1, 2]),
            lambda: Renamed(a=1),
            lambda: datetime.datetime(2024, 1, 2, 3, 4, 5, 6, datetime.timezone.utc),
            lambda: datetime.timedelta(1, 2, 3),
            lambda: ipaddress.ip_address("127.0.0.1"),
            lambda: pathlib.PurePath("a/b"),
            lambda: int,
            lambda: ValueError,
            lambda: sys,
            lambda: returns,
            lambda: raises,
        ]
    )()


def few(choose):
    return range(choose.choice([0, 1, 1, 2, 3, 3, 8, 40]))


SIMPLE = {
    "bool": lambda choose: choose.choice([True, False]),
    "int": lambda choose: choose.choice([choose.choice(INTS), choose.randrange(100), Index(3), Integer(4), True]),
    "float": lambda choose: choose.choice([choose.choice(FLOATS), choose.random(), 3, Index(3), Float(1.5)]),
    "str": lambda choose: choose.choice([choose.choice(TEXTS), Text("text")]),
    "bytes": lambda choose: choose.choice(BYTES),
    "bytearray": lambda choose: bytearray(choose.choice(BYTES)),
    "Buffer": lambda choose: choose.choice([array.array("d", [1, 2]), array.array("q"), memoryview(b"abc"), choose.choice(BYTES)]),
    "memoryview": lambda choose: memoryview(choose.choice(BYTES)),
    "complex": lambda choose: choose.choice([1j, 2.5, -1 + 0.5j]),
    "None": lambda choose: None,
    "range": lambda choose: range(choose.randrange(5), choose.randrange(10)),
    "slice": lambda choose: slice(choose.randrange(3), None),
    "PathLike": lambda choose: pathlib.PurePath("a/é"),
    "Path": lambda choose: pathlib.Path("a/é"),
    "date": lambda choose: datetime.date(2024, 2, 29),
    "time": lambda choose: datetime.time(1, 2, 3, 4, choose.choice([None, datetime.timezone.utc])),
    "datetime": lambda choose: datetime.datetime(2024, 1, 2, 3, 4, 5, 6, choose.choice([None, datetime.timezone.utc])),
    "timedelta": lambda choose: datetime.timedelta(choose.choice([0, 1, -1, 10**6]), choose.randrange(86400), 7),
    "tzinfo": lambda choose: choose.choice([datetime.timezone.utc, zoneinfo.ZoneInfo("UTC")]),
    "IPv4Address": lambda choose: ipaddress.IPv4Address("10.0.0.1"),
    "IPv6Address": lambda choose: ipaddress.IPv6Address("fe80::1"),
    "type": lambda choose: choose.choice([int, ValueError, Index]),
    "Callable": lambda choose: choose.choice([returns, raises, len]),
    "Decimal": lambda choose: importlib.import_module("decimal").Decimal("1.5"),
    "Fraction": lambda choose: importlib.import_module("fractions").Fraction(1, 3),
    "UUID": lambda choose: importlib.import_module("uuid").UUID(int=5),
}

COLLECTIONS = {
    "list": list,
    "set": set,
    "frozenset": frozenset,
    "Sequence": lambda items: (list, tuple, Doubled)[len(items) % 3](items),
    "Iterator": iter,
    "Iterable": list,
}


def hashable(value):
    try:
        hash(value)
    except TypeError:
        return False
    return True


def value(annotation, choose):
    """An object of the type that a stub calls so, or at times another one."""
    if choose.random() < 0.04:
        return anything(choose)
    if isinstance(annotation, ast.Constant):
        return None
    if isinstance(annotation, ast.BinOp):
        return value(choose.choice([annotation.left, annotation.right]), choose)
    arguments = []
    if isinstance(annotation, ast.Subscript):
        inside = annotation.slice
        arguments = inside.elts if isinstance(inside, ast.Tuple) else [inside]
        annotation = annotation.value
    name = annotation.attr if isinstance(annotation, ast.Attribute) else getattr(annotation, "id", "")
    name = name.rstrip("0123456789") if name not in SIMPLE else name
    if name == "tuple":
        return tuple(value(argument, choose) for argument in arguments)
    if name in ("dict", "Mapping"):
        pairs = [[value(argument, choose) for argument in arguments] for _ in few(choose)]
        return {key: item for key, item in pairs if hashable(key)}
    if name in COLLECTIONS:
        items = [value(arguments[0], choose) for _ in few(choose)]
        return COLLECTIONS[name]([item for item in items if hashable(item)] if "set" in name else items)
    return SIMPLE.get(name, anything)(choose)


class Function:
    """A function under test, and what its stub says of its parameters."""

    def __init__(self, name, function, arguments):
        self.name, self.function, self.arguments = name, function, arguments
        self.seed = name.encode()

    def call(self, choose):
        """The arguments of a call, by position and by keyword: most often right ones."""
        args, kwargs = [], {}
        positional = [*self.arguments.posonlyargs, *self.arguments.args]
        required = len(positional) - len(self.arguments.defaults)
        by_keyword = choose.random() < 0.2
        for index, parameter in enumerate(positional):
            if index >= required and choose.random() < 0.4:
                by_keyword = True
            elif by_keyword and index >= len(self.arguments.posonlyargs):
                kwargs[parameter.arg] = value(parameter.annotation, choose)
            elif not by_keyword:
                args.append(value(parameter.annotation, choose))
        if self.arguments.vararg and not by_keyword:
            args += [value(self.arguments.vararg.annotation, choose) for _ in few(choose)]
        for parameter, default in zip(self.arguments.kwonlyargs, self.arguments.kw_defaults):
            if default is None or choose.random() < 0.6:
                kwargs[parameter.arg] = value(parameter.annotation, choose)
        if self.arguments.kwarg:
            for index in few(choose):
                kwargs[choose.choice(["key", "é", "lone \udc80"]) + str(index)] = value(self.arguments.kwarg.annotation, choose)
        mistake = choose.random()
        if mistake < 0.04:
            args.append(anything(choose))
        elif mistake < 0.08 and args:
            args.pop()
        elif mistake < 0.12:
            kwargs[choose.choice([*[parameter.arg for parameter in positional], "valeu", "lone \ud800"])] = 1
        return tuple(args), kwargs


def is_uncountable(name):
    """NumPy is compiled for release builds: a debug build does not hear of all references that `numpy.asarray` makes and drops."""
    return hasattr(sys, "gettotalrefcount") and "pyarraylike" in name


def functions(modules=MODULES):
    """Every function of these modules and of those in them."""
    found, waiting = [], [importlib.import_module(name) for name in modules]
    while waiting:
        module = waiting.pop(0)
        described = {node.name: node.args for node in stub_of(module).body if isinstance(node, ast.FunctionDef)}
        for name in module.__all__:
            member = getattr(module, name)
            if inspect.ismodule(member):
                waiting.append(member)
            elif name in described and f"{module.__name__}.{name}" not in EXCLUDED and not is_uncountable(name):
                found.append(Function(f"{module.__name__}.{name}", member, described[name]))
    return found


def shown(result, error):
    """What can be compared of an outcome: no addresses."""
    if error is None:
        if type(result) in (dict, set):  # Rust's hash maps have no order
            return type(result).__name__, sorted(without_addresses(repr(item)) for item in getattr(result, "items", result.copy)())
        return type(result).__name__, without_addresses(repr(result))
    return type(error).__name__, without_addresses(message(error))


def message(error):
    try:
        return str(error)
    except Exception as another:
        return f"{type(another).__name__} in str()"


def without_addresses(text):
    return re.sub("0x[0-9a-f]+", "0x", text)
