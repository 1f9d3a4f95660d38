"""
What the module is for.
"""

from . import child as child, chosen as chosen, handles as handles, incomplete as incomplete, listed as listed, made as made
from types import BuiltinFunctionType, ModuleType
from typing import Any, Final
LIMIT: Final[int]
MissingError = KeyError
RATIO: Final[float]
SYSTEM: Final[str]

__all__ = ["add", "other", "add_wrong", "wrap_broken", "help", "name_of_module", "wrapped", "inner", "__version__", "LIMIT", "RATIO", "computed", "PortedError", "MissingError", "mapping", "SYSTEM", "child", "made", "incomplete", "listed", "handles", "chosen"]

__version__: Final[str]
computed: Any
mapping: Any
class PanicException(BaseException): ...

class PortedError(ValueError):
    """
    What goes wrong here.
    """

def add(a: int, b: int = 1) -> int:
    """
    Adds.
    """

def add_wrong(more: bool) -> None:
    """
    Adds a module that adds more, or less, than it lists.
    """

def help() -> str:
    """
    Is in a module of its own.
    """

def inner(text: str) -> int:
    """
    Lives in the body.
    """

def name_of_module() -> str: ...
def other() -> None: ...

def wrap_broken() -> ModuleType:
    """
    A module that cannot be made.
    """

def wrapped() -> tuple[BuiltinFunctionType, BuiltinFunctionType, ModuleType]:
    """
    Two functions of which one knows its module, and a module that is in no other.
    """
