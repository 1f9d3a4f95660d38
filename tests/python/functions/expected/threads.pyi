"""
Threads, all detached unless they say otherwise.
"""

from collections.abc import Sequence
from typing import Any

__all__ = ["attach_for_ever", "call_from_foreign_threads", "count_letters", "detach_often", "drop_on_foreign_thread", "keep", "kept", "meet", "gather", "attached"]

class PanicException(BaseException): ...

def attach_for_ever(callable: object) -> None:
    """
    Attaches and detaches on a thread of its own until the process ends.
    """

def attached(value: object) -> tuple[Any, Any]:
    """
    Not detached.
    """

def call_from_foreign_threads(callable: object, threads: int) -> list[int]:
    """
    Calls back from threads that Python does not know, all at once.
    """

def count_letters(text: str, bytes: bytes) -> tuple[int, int]:
    """
    Borrows while detached.
    """

def detach_often(times: int) -> int:
    """
    Detaches and attaches many times.
    """

def drop_on_foreign_thread(objects: Sequence[object]) -> None:
    """
    Drops an object on a thread that Python does not know.
    """

def gather(calls: int, milliseconds: int) -> bool:
    """
    Detached, since the module says so.
    """

def keep(object: object | None) -> None:
    """
    Keeps an object in a static variable, and drops the one before.
    """

def kept() -> Any | None:
    """
    What is kept, if it is of this interpreter.
    """

def meet(calls: int, milliseconds: int) -> bool:
    """
    Waits, while other threads run, until there have been so many calls, but no longer than that. Says whether there have been.
    """
