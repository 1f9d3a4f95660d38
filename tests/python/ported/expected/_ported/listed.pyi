"""
Adds out of sight.
"""

from typing import Final, Literal

__all__ = ["registered", "also", "seen"]

also: Final[float]
seen: Final[Literal[True]]
class PanicException(BaseException): ...
def registered() -> int: ...
