"""
Handles of the rarer types.
"""

from collections.abc import ItemsView, KeysView, Sequence, ValuesView
from types import CodeType, FrameType, FunctionType, GenericAlias, MappingProxyType, ModuleType
from typing import Any
from weakref import ReferenceType

__all__ = ["build", "capsule", "evaluate", "failing_capsule", "frame", "function_name", "import_capsule", "module_from", "open_capsule", "parent", "released", "run_code", "upgrade", "upgrade_class", "views", "weaken"]

class PanicException(BaseException): ...

def build(values: Sequence[object], sequence: Sequence[Any]) -> tuple[frozenset[Any], Sequence[Any]]:
    """
    Builds a frozenset, grows a sequence, runs code.
    """

def capsule(number: int) -> object:
    """
    A capsule with a number in it.
    """

def evaluate(expression: str, variables: Sequence[tuple[str, object]]) -> Any:
    """
    Evaluates an expression with these variables.
    """

def failing_capsule(name: str | None) -> object:
    """
    A capsule with a name of its own, and a destructor that fails.
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
