"""
Functions that share a state.
"""

from types import ModuleType
from typing import Any

__all__ = ["count", "dropped", "locked", "name", "of_module"]

class PanicException(BaseException): ...

def count() -> int:
    """
    How often it was called in this module.
    """

def dropped() -> int:
    """
    How many states of modules are gone.
    """

def locked(callable: object) -> int:
    """
    Calls `callable` with each lock held: a thread that waited for one attached would wait for ever.
    """

def name(callable: object) -> tuple[str, Any]:
    """
    A name that is made once, by what `callable` gives.
    """

def of_module(module: ModuleType) -> int:
    """
    The state of any module.
    """
