"""The functions of the module `generated`, and for each a `def` that does what the documents say it does."""

import ast
import pathlib
import re

import generated

import containers as k
import conversions as c

SIMPLE = {
    "f32": lambda: c.Float(single=True),
    "f64": lambda: c.Float(single=False),
    "bool": c.Bool,
    "char": c.Char,
    "CString": c.CString,
    "OsString": c.OsString,
    "PathBuf": c.Path,
    "bytes": c.Bytes,
    "CowBytes": c.BytesOrByteArray,
    **dict.fromkeys(["str", "String"], c.Text),
}
HANDLES = {"Any": object, "Bytes": bytes, "Dict": dict, "Float": float, "Int": int, "List": list, "Set": set, "String": str, "Tuple": tuple}
GENERIC = {
    "Option": k.Option,
    "NonZero": c.NonZero,
    "Range": c.Range,
    "BinaryHeap": k.Heap,
    "HashMap": lambda key, item: k.Map(False, key, item),
    "BTreeMap": lambda key, item: k.Map(True, key, item),
    **dict.fromkeys(["Vec", "VecDeque"], k.Sequence),
    **dict.fromkeys(["HashSet", "BTreeSet"], k.Set),
    **dict.fromkeys(["Box", "Rc", "Cell"], k.Transparent),
}


def read_type(text):
    """A type, as Rust writes it."""
    for borrowed, name in [("&'a [u8]", "bytes"), ("Cow<'a, [u8]>", "CowBytes"), ("Cow<'a, str>", "str")]:
        text = text.replace(borrowed, name)
    tokens = re.findall(r"\w+|[^\w\s]", re.sub(r"&?'\w+,? ?", "", text))
    ty = read(tokens)
    assert not tokens, (text, tokens)
    return ty


def read(tokens):
    token = tokens.pop(0)
    if token == "(":
        return k.Tuple(*read_list(tokens, ")"))
    if token == "[":
        item = read(tokens)
        if tokens.pop(0) == "]":
            return k.Sequence(item)
        length = int(tokens.pop(0))
        assert tokens.pop(0) == "]"
        return k.Sequence(item, length)
    if tokens[:1] != ["<"]:
        return SIMPLE[token]() if token in SIMPLE else c.Int(token)
    del tokens[0]
    if token == "Bound":
        name = tokens.pop(0).removeprefix("Py")
        assert tokens.pop(0) == ">"
        return c.Handle(HANDLES[name])
    arguments = read_list(tokens, ">")
    return GENERIC[token](*arguments)


def read_list(tokens, end):
    types = []
    while tokens[0] != end:
        types.append(read(tokens))
        if tokens[0] == ",":
            del tokens[0]
    del tokens[0]
    return types


class Signature:
    """A function under test, and the `def` that it is compared with."""

    def __init__(self, line):
        head = ast.parse(f"def {line}: pass").body[0]
        self.line, self.name, self.arguments = line, head.name, head.args
        every = [*head.args.posonlyargs, *head.args.args, head.args.vararg, *head.args.kwonlyargs, head.args.kwarg]
        written = {parameter.arg: parameter.annotation.value.partition(" = ") for parameter in every if parameter}
        self.types = {name: read_type(ty) for name, (ty, _, _) in written.items()}
        self.defaults = {name: default for name, (_, _, default) in written.items() if default}
        converted = [*head.args.posonlyargs, *head.args.args, *head.args.kwonlyargs, head.args.vararg, head.args.kwarg]
        self.order = [parameter.arg for parameter in converted if parameter]
        self.kwargs = head.args.kwarg and head.args.kwarg.arg
        namespace = {"pathlib": pathlib, "body": self.body}
        exec(f"def {line}: return body(locals())", namespace)
        self.python = namespace[self.name]
        self.rust = getattr(generated, self.name)

    def body(self, arguments):
        """Converts the arguments, those with a name first, and gives them back."""
        # An `Option` for `**kwargs` is `None` when no keyword is left for it.
        if self.kwargs and not arguments[self.kwargs] and isinstance(self.types[self.kwargs], k.Option):
            arguments[self.kwargs] = None
        values = {name: c.at(f"argument '{name}'", self.types[name].into_value, arguments[name]) for name in self.order}
        return tuple(ty.into_object(values[name]) for name, ty in self.types.items()) or None


ALL = [Signature(line) for line in generated.SIGNATURES.splitlines()]
