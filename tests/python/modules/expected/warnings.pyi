"""
Functions that warn.
"""

__all__ = ["OwnWarning", "both", "future", "own", "plain"]

class OwnWarning(UserWarning):
    """
    A warning of this module.
    """

class PanicException(BaseException): ...

def both() -> None:
    """
    Warns three times.
    """

def future(number: int) -> int:
    """
    Will change.
    """

def own() -> None:
    """
    Warns of a class of its own.
    """

def plain() -> None:
    """
    Warns by default.
    """
