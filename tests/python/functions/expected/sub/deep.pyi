"""
Two levels down.
"""

from typing import Any

__all__ = ["level", "name_at_init", "none_at_init"]

name_at_init: Any
none_at_init: Any
class PanicException(BaseException): ...

def level() -> int:
    """
    Two levels down.
    """
