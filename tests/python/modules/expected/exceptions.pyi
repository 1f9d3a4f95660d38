"""
Exceptions of this library, and of others.
"""

from json import JSONDecodeError as JSONDecodeError2
from typing import Any
JSONDecodeError = JSONDecodeError2

__all__ = ["JSONDecodeError", "BaseError", "DerivedError", "RenamedError", "TextError", "ValueFault", "attempt", "catch", "decode", "describe", "raise_base", "raise_derived", "raise_handle", "raise_imported", "raise_several", "warn", "warn_explicitly", "Caution"]

class BaseError(Exception):
    """
    The base of the others.
    """

class Caution(Warning):
    """
    Is declared inside.
    """

class DerivedError(BaseError):
    """
    Says "more".

    In two paragraphs.
    """

class PanicException(BaseException): ...

class RenamedError(Exception):
    """
    Has another name in the module.
    """

class TextError(Any):
    """
    Derives from what is not exported.
    """

class ValueFault(ValueError): ...

def attempt(callable: object) -> bool:
    """
    Raises a new exception from the one that `callable` raises; its traceback and its kin stay.
    """

def catch(callable: object) -> Any:
    """
    Catches one kind of exception and lets others pass, with a note on 3.11 and later.
    """

def decode(error: DerivedError) -> Any:
    """
    Takes the exceptions of this library as any other object.
    """

def describe(callable: object) -> list[str]:
    """
    Says what Python code raised, and how it came.
    """

def raise_base(message: str) -> None:
    """
    Raises.
    """

def raise_derived(code: int, text: str) -> None:
    """
    Raises with two arguments.
    """

def raise_handle(error: DerivedError | None, text: bytes) -> None:
    """
    Raises an exception that is there already, or what is wrong with the text.
    """

def raise_imported(document: str, position: int) -> None:
    """
    Raises an exception that Python code defines.
    """

def raise_several(category: type[Any], *arguments: Any) -> None:
    """
    Raises a new exception of a class that Python code gives, with these arguments.
    """

def warn(message: str, stacklevel: int = 1) -> None:
    """
    Warns whoever calls it.
    """

def warn_explicitly(line: int) -> None:
    """
    Warns of a line in a file.
    """
