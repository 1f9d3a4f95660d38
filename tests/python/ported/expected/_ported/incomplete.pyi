"""
Adds in a loop, so that its stub cannot be complete.
"""

from _typeshed import Incomplete
from typing import Final
third: Final[int]
class PanicException(BaseException): ...
def __getattr__(name: str) -> Incomplete: ...
