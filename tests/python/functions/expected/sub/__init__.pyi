"""
One level down.
"""

from . import deep as deep

__all__ = ["level", "deep"]

class PanicException(BaseException): ...

def level() -> int:
    """
    One level down.
    """
