"""
Is made by a macro.
"""

__all__ = ["add", "other"]

class PanicException(BaseException): ...

def add(a: int, b: int = 1) -> int:
    """
    Adds.
    """

def other() -> None: ...
