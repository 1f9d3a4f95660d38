"""
A module of its own file.
"""

from typing import Final

PLACE: Final[str]
"""
Where it is.
"""

__all__ = ["grouped", "PLACE"]

class PanicException(BaseException): ...

def grouped() -> str:
    """
    Is brought in by a group.
    """
