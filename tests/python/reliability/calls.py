"""Calls of every function of the modules under test: right ones, as the stub says, and wrong ones."""

import array
import ast
import datetime
import importlib.util
import inspect
import ipaddress
import pathlib
import re
import sys
import zoneinfo

MODULES = ["functions", "standard", "exchange", "attacks", "crates", "modules", "pkg._native", "derived", "documented", "differential", "ported._ported", "generated", "panics"]  # fmt: skip
if importlib.util.find_spec("numpy"):
    MODULES.append("arrays")

# Not to be called: they never end, keep what they are given until the thread ends, wait a tenth of a second, or end the process.
EXCLUDED = {
    "functions.threads.attach_for_ever",
    "attacks.at_end_of_thread",
    "attacks.call_twice",
    "attacks.fill_twice",
    "panics.while_unwinding",
}
# Their arguments: with others they would wait, or ask for the memory that the number says.
CHOSEN = {
    "functions.threads.call_from_foreign_threads": lambda choose: (choose.choice([returns, raises]), choose.randrange(3)),
    "functions.threads.detach_often": lambda choose: (choose.choice([0, 1, 5, -1]),),
    **dict.fromkeys(["functions.threads.meet", "functions.threads.gather"], lambda choose: (choose.choice([0, 1, -1, "x"]), choose.choice([0, -1]))),
    **dict.fromkeys(["arrays.backward", "arrays.diagonal", "arrays.every_other"], lambda choose: (choose.choice([0, 1, 2, 5, -1]),)),
    **dict.fromkeys(["arrays.column_major", "arrays.grid"], lambda choose: (choose.randrange(4), choose.choice([0, 1, 3, -1]))),
    "arrays.range": lambda choose: (choose.randrange(-3, 3), choose.randrange(9), choose.choice([1, 2, -1, 0])),
    "arrays.zeros": lambda choose: (choose.randrange(4), choose.choice([0, 1, 3, -1]), choose.choice([True, False, None])),
    "attacks.calling_each": lambda choose: (choose.choice([returns, raises, 1]), choose.choice(TEXTS)),
    "attacks.hop": lambda choose: (bytes(choose.choices(range(4), k=choose.randrange(5))),),
    "attacks.hop_elsewhere": lambda choose: ([bytes(choose.choices(range(4), k=choose.randrange(5))) for _ in range(choose.randrange(3))],),
    "attacks.list_of_calls": lambda choose: (choose.choice([returns, raises, 1]), choose.randrange(5), choose.randrange(5)),
    "attacks.resized": lambda choose: (bytearray(choose.choice(BYTES)), choose.choice([0, 1, 5, 300, -1])),
    "crates.big_int_power": lambda choose: (choose.choice(INTS), choose.choice([0, 1, 5, -1])),
    "exchange.array_2d": lambda choose: (choose.randrange(4), choose.choice([0, 1, 5, -1])),
    "exchange.copied": lambda choose: (array.array("d", range(choose.randrange(4))), choose.choice([0, 1, 2, 3, -1])),
    "exchange.countdown": lambda choose: (choose.choice([0, 1, 5, -1, 2**31]),),
    "exchange.each": lambda choose: (choose.choice([returns, raises, 1]), choose.choice([0, 1, 5, -1])),
    "exchange.kept_on_thread": lambda choose: (choose.choice(INTS),),
    "modules.handles.filled": lambda choose: (choose.choice([0, 1, 5, 300, -1]), choose.choice([0, 1, 255, 256])),
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


def few(choose, depth=0):
    return range(choose.choice([0, 1, 1, 2, 3, 3, 8, 40] if depth == 0 else [0, 1, 2, 3]))


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
    "dtype": lambda choose: importlib.import_module("numpy").dtype(choose.choice(["f8", ">i4", "O", "S3", "i4, f8", "(2,)i2", "M8[s]"])),
    "ArrayLike": lambda choose: choose.choice([1, 2.5, [1, 2.5], [[1, 2], [3, 4]], array_of("float64", choose), "x"]),
}


def array_of(kind, choose):
    """Of these items, most often; in memory row by row, column by column, from the last to the first, with gaps, or not to be written to."""
    numpy = importlib.import_module("numpy")
    shape = choose.choice([(), (0,), (1,), (3,), (4,), (1, 1), (2, 3), (3, 3), (2, 0), (2, 2, 2)])
    kind = choose.choice(["float64", "int16", "O", "bool"]) if kind == "Any" or choose.random() < 0.1 else kind
    xs = numpy.arange(3 * numpy.prod(shape, dtype=int)).reshape(*shape, 3)[..., 1].astype(kind, choose.choice("CFK"))
    xs.flags.writeable = choose.random() < 0.8
    return choose.choice([xs, xs, xs.T, xs[::-1] if shape else xs, xs[..., ::2] if shape else xs])


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


def value(annotation, choose, depth=0):
    """An object of the type that a stub calls so, or at times another one."""
    if choose.random() < 0.04:
        return anything(choose)
    if isinstance(annotation, ast.Constant):
        return None
    if isinstance(annotation, ast.BinOp):
        return value(choose.choice([annotation.left, annotation.right]), choose, depth)
    arguments = []
    if isinstance(annotation, ast.Subscript):
        inside = annotation.slice
        arguments = inside.elts if isinstance(inside, ast.Tuple) else [inside]
        annotation = annotation.value
    name = annotation.attr if isinstance(annotation, ast.Attribute) else getattr(annotation, "id", "")
    if name == "NDArray":
        return array_of(arguments[0].attr if isinstance(arguments[0], ast.Attribute) else arguments[0].id, choose)
    name = name.rstrip("0123456789") if name not in SIMPLE else name
    if name == "tuple":
        return tuple(value(argument, choose, depth + 1) for argument in arguments)
    if name in ("dict", "Mapping"):
        pairs = [[value(argument, choose, depth + 1) for argument in arguments] for _ in few(choose, depth)]
        return {key: item for key, item in pairs if hashable(key)}
    if name in COLLECTIONS:
        items = [value(arguments[0], choose, depth + 1) for _ in few(choose, depth)]
        return COLLECTIONS[name]([item for item in items if hashable(item)] if "set" in name else items)
    return SIMPLE.get(name, anything)(choose)


class Function:
    """A function under test, and what its stub says of its parameters."""

    def __init__(self, name, function, arguments):
        self.name, self.function, self.arguments = name, function, arguments
        self.seed = name.encode()

    def call(self, choose):
        """The arguments of a call, by position and by keyword: most often right ones."""
        args, kwargs = self.chosen(choose) if self.name in CHOSEN else self.random(choose)
        positional = [*self.arguments.posonlyargs, *self.arguments.args]
        mistake = choose.random()
        if mistake < 0.04:
            args.append(anything(choose))
        elif mistake < 0.08 and args:
            args.pop()
        elif mistake < 0.12:
            kwargs[choose.choice([*[parameter.arg for parameter in positional], "valeu", "lone \ud800"])] = 1
        return tuple(args), kwargs

    def chosen(self, choose):
        args, names = CHOSEN[self.name](choose), [parameter.arg for parameter in self.arguments.args]
        by_position = choose.choice([len(args), len(args), choose.randrange(len(args) + 1)])
        return [*args[:by_position]], dict(zip(names[by_position:], args[by_position:]))

    def random(self, choose):
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
        return args, kwargs


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
            elif name in described and f"{module.__name__}.{name}" not in EXCLUDED:
                found.append(Function(f"{module.__name__}.{name}", member, described[name]))
    return found


def shown(result, error):
    """What can be compared of an outcome."""
    if error is None:
        return type(result).__name__, ordered(result)
    return type(error).__name__, without_addresses(message(error))


def ordered(value):
    """`repr`, but with no addresses, and with what is in sets and dicts in an order: in those from Rust it is another each time."""
    kind = type(value)
    if kind in (dict, set, frozenset):
        return f"{kind.__name__} {sorted(map(ordered, value.items() if kind is dict else value))}"
    if kind in (list, tuple):
        return f"{kind.__name__} {list(map(ordered, value))}"
    return without_addresses(repr(value))


def message(error):
    try:
        return str(error)
    except Exception as another:
        return f"{type(another).__name__} in str()"


def without_addresses(text):
    return re.sub("0x[0-9a-f]+", "0x", text)
