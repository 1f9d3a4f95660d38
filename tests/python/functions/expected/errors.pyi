"""
Errors.
"""

from collections.abc import Sequence
from typing import Any

__all__ = ["boxed_parse_error", "call", "call_with_cause", "chain", "chain_to_exception", "io_error", "io_round_trip", "literal_message", "message", "open", "os_error", "own_error", "panic", "panic_any", "panic_detached", "panic_in_default", "panic_in_drop", "panic_is_an_error", "panic_with", "parse_float", "parse_int", "utf8", "utf8_slice"]

class PanicException(BaseException): ...

def boxed_parse_error() -> int:
    """
    A boxed error whose type has a conversion.
    """

def call(callable: object) -> Any:
    """
    The exception that `callable` raises, unchanged.
    """

def call_with_cause(callable: object) -> None:
    """
    The exception that `callable` raises, as the cause of another.
    """

def chain() -> None:
    """
    An error with causes.
    """

def chain_to_exception() -> None:
    """
    An exception as the cause.
    """

def io_error(kind: str) -> None:
    """
    An I/O error without a number.
    """

def io_round_trip() -> None:
    """
    An exception that has been through `io::Error`.
    """

def literal_message() -> None:
    """
    A message that is known.
    """

def message(text: str) -> None:
    """
    A message.
    """

def open(path: str) -> None:
    """
    Opens a file.
    """

def os_error(number: int) -> None:
    """
    An error of the operating system.
    """

def own_error(code: int) -> int:
    """
    An error type of our own.
    """

def panic() -> None:
    """
    Panics.
    """

def panic_any() -> None:
    """
    Panics with something else than text.
    """

def panic_detached() -> None:
    """
    Panics while detached.
    """

def panic_in_default(a: int = ...) -> int:
    """
    Panics in a default.
    """

def panic_in_drop() -> None:
    """
    Panics with what panics when it is dropped.
    """

def panic_is_an_error(callable: object) -> str:
    """
    Whether a panic of Rust code that `callable` calls comes back as an error.
    """

def panic_with(text: str) -> None:
    """
    Panics with a text made for it.
    """

def parse_float(text: str) -> float:
    """
    Another.
    """

def parse_int(text: str) -> int:
    """
    A parse error.
    """

def utf8(bytes: Sequence[int]) -> str:
    """
    Not UTF-8.
    """

def utf8_slice(bytes: bytes) -> str:
    """
    Not UTF-8, and borrowed.
    """
