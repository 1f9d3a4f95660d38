"""
Functions that share a state.
"""

from types import ModuleType
from typing import Any

__all__ = ["cell", "cells", "lock_anywhere", "poison", "count", "dropped", "locked", "name", "of_module"]

class PanicException(BaseException): ...

def cell(action: str, value: int) -> int | None:
    """
    A cell that each interpreter has its own value in.
    """

def cells() -> tuple[int | None, int | None, int, list[list[Any]]]:
    """
    What becomes of the values of a cell that is taken apart, and how often one is dropped.
    """

def count() -> int:
    """
    How often it was called in this module.
    """

def dropped() -> int:
    """
    How many states of modules are gone.
    """

def lock_anywhere(callable: object) -> tuple[int, bool]:
    """
    Calls `callable` with a lock held, attached; then on a thread of its own, which attaches after it has locked; then detached.
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

def poison() -> tuple[bool, int, bool, int, int, str]:
    """
    What locks say after a panic.
    """
