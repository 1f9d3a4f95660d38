"""
The native half of `pkg`.
"""

from . import deep as deep
from typing import Final

Count: Final[int]
"""
How often.
"""

__all__ = ["Count", "count", "panic", "deep", "name"]

class PanicException(BaseException): ...

def count(text: str, letter: str = "a") -> int:
    """
    Counts.
    """

def name() -> str:
    """
    What the module is called.

    # Errors
    When it has no name.
    """

def panic() -> None:
    """
    Panics.

    # Panics
    Always.
    """
