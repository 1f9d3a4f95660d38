"""Reads `docs/conversions.md`: its rows, its examples, and which row an example's type belongs to."""

import functools
import pathlib
import re

PATH = pathlib.Path(__file__).parents[3] / "docs" / "conversions.md"
DISAGREEMENT = "†"


def identifier(text):
    """As `build.rs` of the project `documented` makes it."""
    text = text.replace("&", " ref ").replace("(", " tuple ").replace("[", " array ").lower()
    return "_".join(re.findall(r"[^\W_]+", text))


class Type:
    """A Rust type: `Vec<T>` is `Vec` and its arguments, `&T` is `&`, `[T; N]` is `[;]`; lifetimes are left out."""

    def __init__(self, name, arguments=()):
        self.name, self.arguments = name, tuple(arguments)

    def __repr__(self):
        return f"{self.name}<{', '.join(map(repr, self.arguments))}>" if self.arguments else self.name

    def __eq__(self, other):
        return (self.name, self.arguments) == (other.name, other.arguments)

    def __hash__(self):
        return hash((self.name, self.arguments))

    @property
    def is_variable(self):
        return len(self.name) == 1 and self.name.isupper()

    @property
    def variables(self):
        return [self.name] if self.is_variable else [name for argument in self.arguments for name in argument.variables]

    @property
    def size(self):
        return 1 + sum(argument.size for argument in self.arguments)

    def match(self, other, bound):
        """Whether `other` is of this form; binds the variables."""
        if self.is_variable:
            return bound.setdefault(self.name, other) == other
        same = self.name == other.name and len(self.arguments) == len(other.arguments)
        return same and all(mine.match(theirs, bound) for mine, theirs in zip(self.arguments, other.arguments))

    @staticmethod
    def parse(text):
        tokens = re.findall(r"'\w+|[\w:]+|\S", text)
        found, rest = _parse(tokens)
        assert not rest, text
        return found


def _parse(tokens):
    first, *rest = tokens
    if first == "&":
        rest = rest[1:] if rest[0].startswith("'") else rest
        inner, rest = _parse(rest)
        return Type("&", [inner]), rest
    closing = {"(": ")", "[": "]"}.get(first)
    if closing:
        arguments, separator, rest = _parse_list(rest, closing)
        return Type(f"{first}{separator if first == '[' else ''}{closing}", arguments), rest
    if first == "dyn":
        inner, rest = _parse(rest)
        return Type("dyn", [inner]), rest
    arguments = []
    if rest[:1] == ["<"]:
        arguments, _, rest = _parse_list(rest[1:], ">")
    return Type(first, arguments), rest


def _parse_list(tokens, closing):
    found, separator = [], ""
    while tokens[0] != closing:
        if tokens[0].startswith("'"):
            tokens = tokens[1:]
        elif tokens[0] in ",;":
            separator, tokens = tokens[0], tokens[1:]
        else:
            item, tokens = _parse(tokens)
            found.append(item)
    return found, separator, tokens[1:]


class Row:
    """What a table says of one type, or of one form such as `Vec<T>`."""

    def __init__(self, section, feature, type_, cells):
        self.section, self.feature, self.type = section, feature, Type.parse(type_)
        self.takes, self.input_hint, self.gives, self.output_hint = cells
        self.text = type_


class Example:
    """A value given to a function of one type, and what comes of it."""

    def __init__(self, section, header, type_, cells, line):
        self.section, self.header, self.text, self.line = section, header, type_, line
        self.type = Type.parse(type_)
        given, self.expected = cells
        self.disagreement = given.endswith(DISAGREEMENT)
        self.given = given.removesuffix(DISAGREEMENT).strip().strip("`")
        self.expected = self.expected.strip("`")
        self.function = f"{identifier(section)}_{identifier(type_)}"

    @property
    def is_round_trip(self):
        return "comes back" in self.header

    @property
    def error(self):
        """The exception's name and message, if there is one."""
        found = re.fullmatch(r"(\w+(?:Error|Exception)): (.*)", self.expected, re.DOTALL)
        return found and (found[1], found[2].replace("\\n", "\n"))

    def __str__(self):
        return f"{self.section}: {self.text}({self.given})"


def cells_of(line):
    parts = re.split(r"(?<!\\)\|", line)[1:-1]
    return [part.strip().replace("\\|", "|") for part in parts]


class Document:
    """All of it."""

    def __init__(self):
        self.text = PATH.read_text("utf-8").replace("\r\n", "\n")
        self.prelude = self.text.split("```python\n")[1].split("```")[0]
        self.rows, self.examples = [], []
        self.sections_with_buffers = set()
        section = header = feature = type_ = None
        for number, line in enumerate(self.text.splitlines(), 1):
            if line.startswith("## "):
                section = line.removeprefix("## ")
            if "use mybind::buffer" in line or "use mybind::numpy" in line:
                self.sections_with_buffers.add(section)
            if not line.startswith("|"):
                header = feature = None
                continue
            cells = cells_of(line)
            if header is None:
                header = line
            elif set(line) <= set("|-"):
                pass
            elif "in the stub" in header:
                if header.startswith("| feature"):
                    named, *cells = cells
                    feature = named.strip("`") or feature
                for type_ in re.findall("`(.*?)`", cells[0]):
                    self.rows.append(Row(section, feature, type_, cells[1:]))
            else:
                type_ = cells[0].strip("`") or type_
                self.examples.append(Example(section, header, type_, cells[1:], number))

    @functools.cache
    def row(self, type_, section):
        """The row for a type, as seen from a section, and what its variables stand for: the row that names most of the type, and of
        two of the same name the one of that section."""
        found = []
        for row in self.rows:
            bound = {}
            if row.type.match(type_, bound):
                found.append((len(row.type.variables), -row.type.size, row.section != section, len(found), row, bound))
        assert found, f"no row for {type_!r}"
        return min(found)[-2:]

    def cell(self, column, type_, section):
        """What the row of a type says in a column, and what the variables in it stand for; `as` another type is followed."""
        row, bound = self.row(type_, section)
        text = getattr(row, column)
        other = re.fullmatch("as `(.*)`", text)
        if not other:
            return text, bound, row.section
        return self.cell(column, substitute(Type.parse(other[1]), bound), row.section)

    def hint(self, column, type_, section):
        """The hint of a type in one of the two columns."""
        text, bound, section = self.cell(column, type_, section)

        def hint(variable):
            inner = bound.get(variable[0])
            return variable[0] if inner is None else self.hint(column, inner, section)

        return re.sub(r"\b[A-Z]\b", hint, text.strip("`"))


def substitute(type_, bound):
    if type_.is_variable:
        return bound[type_.name]
    return Type(type_.name, [substitute(argument, bound) for argument in type_.arguments])
