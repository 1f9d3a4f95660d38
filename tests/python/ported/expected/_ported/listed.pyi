"""
Adds out of sight.
"""

from typing import Final

__all__ = ["registered", "also", "seen"]

also: Final[float]
seen: Final[bool]
class PanicException(BaseException): ...
def registered() -> int: ...
