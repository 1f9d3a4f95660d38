"""
Adds one of two, and that one by a name which only a block knows.
"""

from _typeshed import Incomplete
class PanicException(BaseException): ...

def help() -> str:
    """
    Is in a module of its own.
    """

def __getattr__(name: str) -> Incomplete: ...
