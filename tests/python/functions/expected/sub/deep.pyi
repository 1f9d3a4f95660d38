"""
Two levels down.
"""

from _typeshed import Incomplete
class PanicException(BaseException): ...

def level() -> int:
    """
    Two levels down.
    """

def __getattr__(name: str) -> Incomplete: ...
