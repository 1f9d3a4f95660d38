"""
A module of a library.
"""

__all__ = ["fail", "place"]

class PanicException(BaseException): ...

def fail(text: str) -> None:
    """
    Comes from a library.

    # Errors
    Always.
    """

def place() -> str:
    """
    Where it is.
    """
