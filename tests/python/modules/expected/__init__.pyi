from . import distant as distant, exceptions as exceptions, handles as handles, state as state, warnings as warnings
from typing import Final

DISTANCE: Final[float]
"""
Comes from another crate.
"""

__all__ = ["DISTANCE", "distant", "ElsewhereError", "fail", "exceptions", "handles", "state", "warnings"]

class ElsewhereError(LookupError):
    """
    Comes from a library.
    """

class PanicException(BaseException): ...

def __dir__() -> list[str]:
    """
    Says what there is.
    """

def __getattr__(name: str) -> float:
    """
    Stands in for names that are gone.
    """

def fail(text: str) -> None:
    """
    Comes from a library.

    # Errors
    Always.
    """
