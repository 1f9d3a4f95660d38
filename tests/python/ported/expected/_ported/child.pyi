"""
A module in the module.
"""

__all__ = ["add"]

class PanicException(BaseException): ...

def add(a: int, b: int = 1) -> int:
    """
    Adds.
    """
