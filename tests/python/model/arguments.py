"""Random arguments, as source text: it can be evaluated twice, and read."""

import array
import collections
import decimal
import enum
import fractions
import pathlib
import types

import containers as k
import conversions as c
import hostile


class Number(enum.IntEnum):
    ONE = 1
    MANY = 2**70


class Registered:
    """No subclass of `collections.abc.Sequence`, and still one."""

    def __init__(self, *items):
        self.items = items

    def __iter__(self):
        hostile.LOG.append("iter")
        return iter(self.items)


class Numbered(Registered):
    """Which is iterated over by its numbers, and is no sequence for anyone."""

    __iter__ = None

    def __getitem__(self, index):
        return self.items[index]


class Sequence(collections.abc.Sequence):
    def __init__(self, *items):
        self.items = items

    def __len__(self):
        hostile.LOG.append("len")
        return len(self.items)

    def __getitem__(self, index):
        return self.items[index]


class Stop(BaseException):
    pass


collections.abc.Sequence.register(Registered)


def released():
    view = memoryview(b"ab")
    view.release()
    return view


def list_of(*items):
    """Of these, those that can be in a set, and in any process and any call at the same place in it."""
    return [item for item in items if has_hash(item, of_its_own=True)]


def dict_of(*pairs):
    """A dict of those whose keys can be keys."""
    return {key: item for key, item in pairs if has_hash(key)}


def has_hash(value, of_its_own=False):
    try:
        hash(value)
    except BaseException:
        return False
    if of_its_own and issubclass(type(value), tuple):
        return all(has_hash(item, of_its_own) for item in tuple.__iter__(value))
    return not of_its_own or type(value).__hash__ is not object.__hash__


NAMESPACE = {
    **vars(hostile),
    **vars(array),
    **vars(collections),
    "Counter": collections.Counter,
    "Decimal": decimal.Decimal,
    "Fraction": fractions.Fraction,
    "MappingProxyType": types.MappingProxyType,
    "Number": Number,
    "Numbered": Numbered,
    "Path": pathlib.Path,
    "Registered": Registered,
    "Sequence": Sequence,
    "Stop": Stop,
    "dict_of": dict_of,
    "inf": float("inf"),
    "list_of": list_of,
    "nan": float("nan"),
    "released": released,
}
try:
    import numpy
except ImportError:
    numpy = None
else:
    NAMESPACE["numpy"] = numpy

TEXTS = ["", "a", "ab", "é", "漢字", "\U0001f600", "nul\0", "\ud800", "a\udcff", "\ud83d\ude00", "a/b", "x" * 300, "é" * 80]  # fmt: skip
INTS = [0, 1, 2, 255, 256, -1, 2**30 - 1, 2**30, -(2**31), 2**63 - 1, 2**63, -(2**63), 2**64, -(2**63) - 1, 2**127, 2**128, -(2**200), 2**2000]  # fmt: skip
FLOATS = ["0.0", "-0.0", "1.5", "1e300", "-3.4e38", "3.5e38", "1e-46", "5e-324", "inf", "-inf", "nan", "0.1"]
ERRORS = ["LookupError('x')", "TypeError('x')", "TypeError", "OverflowError('x')", "StopIteration(1)", "Stop('now')", "KeyboardInterrupt", "MemoryError", "UnicodeEncodeError('a', 'b', 0, 1, 'c')", "BufferError('x')", "ValueError('lone \\ud800')", "IndexError(0)", "AttributeError('x')", "SystemExit(3)"]  # fmt: skip
ACTIONS = ["grow", "shrink", "clear", "shift", "replace"]
OF_BASES = ["", "list, [1], ", "tuple, (1,), ", "str, 'a', "]


def raising(choose):
    error = choose.choice(ERRORS)
    return "Raise(" + error.replace("(", ", ").rstrip(")") + ")"


def behaviour(source, choose):
    """A method that gives this, and at times does more."""
    return choose.choice(
        [
            lambda: source,
            lambda: source,
            lambda: raising(choose),
            lambda: f"Change({choose.choice(ACTIONS)!r}, {source})",
            lambda: f"Reenter({source})",
            lambda: choose.choice(["None", "'x'", "2.5", "True", "[]", "Thing(int, 5)", "Thing(float, 1.5)", "Thing()"]),
        ]
    )()


def integer(choose):
    return choose.choice([repr(choose.choice(INTS)), repr(choose.randrange(300))])


ANYTHING = [
    lambda choose: "None",
    lambda choose: choose.choice(["True", "False"]),
    integer,
    lambda choose: choose.choice(FLOATS),
    lambda choose: ascii(choose.choice(TEXTS)),
    lambda choose: choose.choice(["b''", "b'ab'", "bytearray(b'ab')", "memoryview(b'abcd')[::2]", "memoryview(b'abcd').cast('b')", "memoryview(b'abcd').cast('B', (2, 2))", "released()"]),  # fmt: skip
    lambda choose: choose.choice(["array('B', [1, 2])", "array('d', [1, 2])", "array('i', [1, -2])", "deque([1, 2])", "UserList([1, 2])", "Counter('aab')"]),  # fmt: skip
    lambda choose: choose.choice(["1j", "Decimal('1.5')", "Fraction(1, 2)", "Number.ONE", "Number.MANY", "object()", "int", "len", "Ellipsis", "Path('a')", "slice(1)"]),  # fmt: skip
    lambda choose: choose.choice(["[1, 2]", "[1.5, 'x']", "(1, 'x')", "()", "[]", "{}", "{'a': 1}", "{1: [1.0]}", "{1, 2}", "frozenset({'a'})", "range(4)", "range(9, 0, -2)", "range(1, 5, Thing(int, 1, eq=False, hash=1))"]),  # fmt: skip
    lambda choose: choose.choice(["iter([1, 2])", "(x for x in 'ab')", "{1: 2}.keys()", "MappingProxyType({1: 2})", "Registered(1, 2)", "Numbered(1, 2)", "Sequence(1, 2)", "OrderedDict(a=1)", "defaultdict(list, a=1)"]),  # fmt: skip
    lambda choose: f"Thing(index={behaviour(integer(choose), choose)})",
    lambda choose: f"Thing(float={behaviour(choose.choice(FLOATS), choose)})",
    lambda choose: f"Thing(fspath={behaviour(ascii(choose.choice(TEXTS)), choose)})",
    lambda choose: f"Thing(index={behaviour('3', choose)}, float={behaviour('2.5', choose)})",
    lambda choose: f"Thing(iter={behaviour('iter([1])', choose)}, len={behaviour('2', choose)})",
    lambda choose: f"Thing({choose.choice(OF_BASES)}cls={choose.choice(['list', 'str', 'int', 'dict', raising(choose)])})",
    lambda choose: f"Thing(repr={choose.choice(['5', repr('x'), raising(choose), ascii(chr(0xd800))])})",
    lambda choose: "Thing(index=None, float=None, iter=None)",
]
if numpy:
    ANYTHING.append(
        lambda choose: choose.choice(["numpy.bool_(True)", "numpy.int16(-3)", "numpy.float32(0.5)", "numpy.array([1, 2])", "numpy.array([[1, 2], [3, 4]])", "numpy.array([1, 2], dtype='uint8')", "numpy.array(5)", "numpy.array([1.5])", "numpy.array(['a'])"])  # fmt: skip
    )


def anything(choose):
    """Some object, most often a wrong one."""
    return choose.choice(ANYTHING)(choose)


def few(choose):
    return range(choose.choice([0, 1, 1, 2, 2, 3, 4, 12]))


def value(ty, choose):
    """An object that the type takes, or nearly, or another one."""
    if choose.random() < 0.05:
        return anything(choose)
    return VALUES[type(ty)](ty, choose)


def of_int(ty, choose):
    number = choose.choice([0, 1, 7, ty.least, ty.greatest, ty.least, ty.greatest, ty.least - 1, ty.greatest + 1, choose.randint(ty.least, ty.greatest), choose.randint(-200, 300)])  # fmt: skip
    number = max(min(number, ty.greatest), ty.least) if choose.random() < 0.8 else number
    kind = choose.random()
    if kind < 0.75:
        return repr(number)
    if kind < 0.85:
        return f"Thing(index={behaviour(number, choose)})"
    if kind < 0.95:
        return f"Thing(int, {number}, index={behaviour(5, choose)}, int={raising(choose)})"
    return choose.choice(["True", "Number.ONE", "Thing(index=Thing(int, 5))", "Thing(int, 3, eq=False, hash=3)"])


def of_float(ty, choose):
    return choose.choice(
        [
            lambda: choose.choice(FLOATS),
            lambda: repr(choose.random()),
            lambda: integer(choose),
            lambda: f"Thing(float={behaviour(choose.choice(FLOATS), choose)})",
            lambda: f"Thing(index={behaviour(integer(choose), choose)})",
            lambda: f"Thing(float, {choose.choice(FLOATS)}, float={behaviour('9.5', choose)})",
        ]
    )()


def of_text(ty, choose):
    text = choose.choice(TEXTS)
    if isinstance(ty, c.Char) and choose.random() < 0.7:
        text = choose.choice("aé漢\U0001f600\0")
    if choose.random() < 0.2:
        return f"Thing(str, {ascii(text)}, str={raising(choose)}, len=1, eq=False, hash=1)"
    return ascii(text)


def of_path(ty, choose):
    text = ascii(choose.choice(TEXTS))
    return choose.choice([text, f"Path({ascii(choose.choice(TEXTS[:5]))})", f"Thing(fspath={behaviour(text, choose)})"])


def of_bytes(ty, choose):
    content = choose.choice(["b''", "b'ab'", "b'\\xff\\0'"])
    return choose.choice([content, content, f"bytearray({content})", f"Thing(bytes, {content}, bytes=b'x', iter={raising(choose)}, len=0, buffer={raising(choose)})"])  # fmt: skip


def of_range(ty, choose):
    start, stop = (choose.choice([0, choose.randint(-3, 300), ty.item.least, ty.item.greatest]) for _ in "ab")
    step = choose.choice(["1", "1", "1", "2", "-1", "True", "Thing(int, 1, eq=False, hash=1)"])
    return f"range({start}, {stop}, {step})"


def of_option(ty, choose):
    return "None" if choose.random() < 0.25 else value(ty.item, choose)


def of_sequence(ty, choose):
    count = few(choose) if ty.length is None or choose.random() < 0.1 else range(ty.length)
    items = ", ".join(value(ty.item, choose) for _ in count)
    kind = choose.random()
    if kind < 0.35:
        return f"[{items}]"
    if kind < 0.5:
        return f"({items}{',' * bool(count)})"
    if kind < 0.7:
        return f"owned([{items}])"
    if ty.of_bytes and kind < 0.8:
        others = ["array('B', [1, 255])", "memoryview(b'abcd')[::2]", "memoryview(b'ab').cast('b')", "memoryview(b'abcd').cast('B', (2, 2))", "released()"]  # fmt: skip
        return choose.choice([of_bytes(ty, choose), choose.choice(others)])
    return choose.choice(
        [
            lambda: f"Sequence({items})",
            lambda: f"Registered({items})",
            lambda: f"deque([{items}])",
            lambda: f"UserList([{items}])",
            lambda: f"Thing(list, [{items}], iter={behaviour(f'iter([{items}])', choose)})",
            lambda: f"Thing(list, [{items}], len={behaviour('2', choose)}, getitem={raising(choose)})",
            lambda: f"Thing(tuple, [{items}], iter={behaviour(f'iter([{items}])', choose)})",
            lambda: f"Thing(Sequence, iter={behaviour(f'iter([{items}])', choose)}, len={behaviour('-1', choose)})",
            lambda: "range(3)",
        ]
    )()


def of_tuple(ty, choose):
    items = "".join(value(item, choose) + ", " for item in ty.items)
    kind = choose.random()
    if kind < 0.85:
        return f"({items})"
    if kind < 0.9:
        return f"({items}1,)"
    return f"Thing(tuple, ({items}), iter={behaviour(f'iter(({items}))', choose)}, len=0)"


def of_map(ty, choose):
    items = ", ".join(f"({key(ty.key, choose)}, {value(ty.item, choose)})" for _ in few(choose))
    items = f"dict_of({items})"
    kind = choose.random()
    if kind < 0.5:
        return items
    if kind < 0.8:
        return f"owned({items})"
    pairs = choose.choice([f"{items}.items()", "[(1,)]", "[1, 2]", "iter([(1, 2)])", "[[1, 2]]"])
    return choose.choice(
        [
            f"OrderedDict({items})",
            f"owned(defaultdict(int, {items}))",
            f"Thing(dict, {items}, items={behaviour(pairs, choose)}, iter={raising(choose)})",
        ]
    )


def of_set(ty, choose):
    items = f"list_of({''.join(key(ty.item, choose) + ', ' for _ in few(choose))})"
    kind = choose.random()
    if kind < 0.4:
        return f"set({items})"
    if kind < 0.55:
        return f"frozenset({items})"
    if kind < 0.8:
        return f"owned(set({items}))"
    return f"Thing({choose.choice(['set', 'frozenset'])}, {items}, iter={behaviour(f'iter({items})', choose)})"


def of_handle(ty, choose):
    of_class = {
        dict: ["{}", "{1: 2}", "Thing(dict)"],
        list: ["[1]", "Thing(list, [1])"],
        set: ["{1}", "frozenset()"],
        tuple: ["(1, [])", "()", "Thing(tuple, (1,))"],
        str: ["'a'", "Thing(str, 'a')", "'\\ud800'"],
    }
    return choose.choice(of_class.get(ty.cls, ["1", "2**100", "1.5", "b'ab'", "True", "Thing()", "Thing(int, 1)"]))


def key(ty, choose):
    """A value, most often one that Python can hash."""
    source = value(ty, choose)
    return f"tuple({source})" if isinstance(ty, k.Sequence) and source.startswith(("[", "owned")) else source


VALUES = {
    c.Int: of_int,
    c.NonZero: lambda ty, choose: of_int(ty.item, choose),
    c.Float: of_float,
    c.Bool: lambda ty, choose: choose.choice(["True", "False", "True", "False", "1", "Thing(bool=True)"]),
    c.Text: of_text,
    c.Char: of_text,
    c.CString: of_text,
    c.OsString: of_text,
    c.Path: of_path,
    c.Bytes: of_bytes,
    c.BytesOrByteArray: of_bytes,
    c.Handle: of_handle,
    c.Range: of_range,
    k.Option: of_option,
    k.Sequence: of_sequence,
    k.Heap: of_sequence,
    k.Tuple: of_tuple,
    k.Map: of_map,
    k.Set: of_set,
    k.Transparent: lambda ty, choose: value(ty.item, choose),
}

STRANGE = ["zzz", "c", "vlaue", "of\ud800set", "nul\0", "", "keys", "名", "module"]


def call(signature, choose):
    """The source of the arguments of a call, `(args, kwargs)`: most often right ones."""
    arguments, types = signature.arguments, signature.types
    args, kwargs = [], {}
    positional = [*arguments.posonlyargs, *arguments.args]
    required = len(positional) - len(arguments.defaults)
    by_keyword = choose.random() < 0.2
    for index, parameter in enumerate(positional):
        if index >= required and choose.random() < 0.3:
            by_keyword = True
        elif by_keyword and index >= len(arguments.posonlyargs):
            kwargs[parameter.arg] = value(types[parameter.arg], choose)
        elif not by_keyword:
            args.append(value(types[parameter.arg], choose))
    if arguments.vararg and not by_keyword:
        args += varargs(types[arguments.vararg.arg], choose)
    for parameter, default in zip(arguments.kwonlyargs, arguments.kw_defaults):
        if default is None or choose.random() < 0.6:
            kwargs[parameter.arg] = value(types[parameter.arg], choose)
    if arguments.kwarg:
        item = types[arguments.kwarg.arg]
        item = item.item if isinstance(item, k.Option) else item
        for _ in range(choose.choice([0, 1, 1, 2, 5])):
            kwargs[choose.choice(["k", "é", "key", "\udc80", "n", "zz"])] = value(item.item, choose) if isinstance(item, k.Map) else anything(choose)
    mistake = choose.random()
    if mistake < 0.02:
        args.append(anything(choose))
    elif mistake < 0.04 and args:
        args.pop()
    elif mistake < 0.06:
        kwargs[choose.choice([*types, *STRANGE])] = "1"
    keywords = ", ".join(f"{ascii(name)}: {source}" for name, source in kwargs.items())
    return f"(({''.join(f'{source}, ' for source in args)}), {{{keywords}}})"


def varargs(ty, choose):
    if isinstance(ty, k.Tuple):
        return [value(item, choose) for item in ty.items]
    if isinstance(ty, c.Handle):
        return [anything(choose) for _ in few(choose)]
    item = ty.item.item if isinstance(ty, k.Transparent) else ty.item
    return [value(item, choose) for _ in (few(choose) if getattr(ty, "length", None) is None else range(ty.length))]
