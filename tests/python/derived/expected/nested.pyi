"""
In a module, overloads go with their function.
"""

from typing import overload

__all__ = ["repeat", "inside"]

class PanicException(BaseException): ...

@overload
def inside(a: int) -> int:
    """
    Inside.
    """

@overload
def inside (a: None) -> None: ...

@overload
def repeat(value: int, times: int = 2) -> int:
    """
    Twice what is given.
    """

@overload
def repeat (value: str, times: int = ...) -> str: ...

@overload
def repeat  (value: list[str] | None, *, times: int = 2) -> None: ...
