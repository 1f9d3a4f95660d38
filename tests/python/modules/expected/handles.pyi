"""
Handles of the rarer types.
"""

from collections.abc import ItemsView, KeysView, Sequence, ValuesView
from types import CodeType, FrameType, FunctionType, GenericAlias, MappingProxyType, ModuleType
from typing import Any
from weakref import ReferenceType

__all__ = ["backwards", "build", "capsule", "cast_again", "code_points", "complex_arithmetic", "default_twice", "equals", "evaluate", "failing_capsule", "filled", "for_each", "frame", "function_name", "import_capsule", "module_from", "open_capsule", "own_parent", "parent", "released", "run_code", "text_of", "upgrade", "upgrade_class", "views", "weaken"]

class PanicException(BaseException): ...

def backwards(tuple: tuple[Any, ...]) -> tuple[int, list[Any]]:
    """
    The items of a tuple from the last to the first.
    """

def build(values: Sequence[object], sequence: Sequence[Any]) -> tuple[frozenset[Any], Sequence[Any]]:
    """
    Builds a frozenset, grows a sequence, runs code.
    """

def capsule(number: int) -> object:
    """
    A capsule with a number in it.
    """

def cast_again(list: list[Any]) -> tuple[Sequence[Any], bool, str | None]:
    """
    A list by handles of its type, cast to those that it is an instance of and to those that it is not.
    """

def code_points(text: str) -> int:
    """
    How many characters a str has, whatever it says.
    """

def complex_arithmetic(left: complex, right: complex) -> tuple[list[complex], float]:
    """
    `+`, `-`, `*`, `/`, `**`, `-left`, `abs(left)`.
    """

def default_twice(dict: dict[Any, Any], key: object, value: object) -> tuple[bool, bool, Any]:
    """
    Twice the same default: whether it was missing, and what is there.
    """

def equals(int: int, float: float, truth: bool, numbers: tuple[int, float, bool]) -> list[bool]:
    """
    Whether numbers of Python equal numbers of Rust.
    """

def evaluate(expression: str, variables: Sequence[tuple[str, object]]) -> Any:
    """
    Evaluates an expression with these variables.
    """

def failing_capsule(name: str | None) -> object:
    """
    A capsule with a name of its own, and a destructor that fails.
    """

def filled(length: int, byte: int) -> bytearray:
    """
    A bytearray of one byte again and again, of nothing but an error where it is 0.
    """

def for_each(dict: dict[Any, Any], list: list[Any], function: object) -> None:
    """
    Calls the function for each pair and each item, in critical sections.
    """

def frame(frame: FrameType, variable: str) -> tuple[int, str, bool, Any]:
    """
    What a frame says of itself, and a variable in it.
    """

def function_name(function: FunctionType) -> str:
    """
    Takes a function that is written in Python.
    """

def import_capsule() -> int:
    """
    The number in the capsule that is the attribute `payload` of the module `modules`.
    """

def module_from(code: str, name: str) -> ModuleType:
    """
    A module of Python code.
    """

def open_capsule(capsule: object) -> tuple[int, str]:
    """
    The number in a capsule, and what is known of any.
    """

def own_parent(object: object) -> super:
    """
    `super(type(object), object)`.
    """

def parent(class_: type[Any], object: object) -> super:
    """
    `super(class, object)`.
    """

def released() -> int:
    """
    How many capsules were dropped.
    """

def run_code(code: CodeType) -> Any:
    """
    Takes compiled code.
    """

def text_of(utf8: bytes) -> tuple[str, int, str]:
    """
    A text of UTF-8, its length in characters, and both in words.
    """

def upgrade(weak: object) -> Any | None:
    """
    What a weak reference refers to.
    """

def upgrade_class(weak: ReferenceType[Any]) -> type[Any] | None:
    """
    What a weak reference refers to, if it is a class.
    """

def views(dict: dict[Any, Any]) -> tuple[MappingProxyType[Any, Any], GenericAlias, KeysView[Any], ValuesView[Any], ItemsView[Any, Any]]:
    """
    What shows others.
    """

def weaken(object: object, callback: object | None) -> tuple[ReferenceType[Any], Any]:
    """
    A weak reference and a proxy.
    """
