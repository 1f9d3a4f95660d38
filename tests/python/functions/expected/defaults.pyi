"""
Defaults.
"""

from builtins import bytes as bytes2
from collections.abc import Sequence
from os import PathLike
from pathlib import Path

__all__ = ["bytes", "containers", "converted", "expression", "floats", "hidden", "literals", "not_a_number", "options", "paths", "returning", "scopes"]

class PanicException(BaseException): ...

def bytes(byte: int = 97, bytes: bytes2 = b'a\x00\xff\'') -> tuple[int, bytes2]:
    """
    Bytes and the byte.
    """

def containers(pair: tuple[int, str] = (1, "a"), single: tuple[float] = ..., list: Sequence[int] = [1, -2, 3], empty: Sequence[int] = [], nested: Sequence[tuple[int, Sequence[float]]] = [(1, [2.5, 3.5])], unit: tuple[()] | None = ()) -> tuple[tuple[int, str], tuple[float], list[int], list[int], list[tuple[int, list[float]]], bool]:
    """
    Containers.
    """

def converted(path: str | PathLike[str] = "a/b.toml", borrowed: str = "it's \"é\"\n😀\\", text: str = "c", bytes: Sequence[int] = b'de', maybe: str | PathLike[str] | None = "f", none: str | None = None) -> tuple[Path, bool, str, bytes2, Path | None, bool]:
    """
    Literals that become what is taken.
    """

def expression(number: int = ...) -> int:
    """
    An expression, evaluated at each call that needs it.
    """

def floats(pi: float = 3.1415927, small: float = 0.00000011920929, large: float = -1e20, many: float = -1e20, most: float = ...) -> list[float]:
    """
    Floats of 32 and of 64 bits.
    """

def hidden(number: int = ..., repeated: Sequence[int] = ..., added: int = ..., maybe: int | None = ...) -> tuple[int, list[int], int, int | None]:
    """
    A path in braces is an expression.
    """

def literals(int: int = 1, negative: int = -2, hex: int = 255, grouped: int = 1000, float: float = 1.5, whole: float = 2.0, exponent: float = 1e-7, large: float = 1e300, yes: bool = True, letter: str = "é", text: str = "it's \"q\"\t\\ é 😀") -> tuple[int, int, int, int, float, float, float, float, bool, str, str]:
    """
    Literals.
    """

def not_a_number(nan: float = ..., least: float = ...) -> tuple[float, float]:
    """
    What has no literal in Python, or needs too many digits.
    """

def options(a: int | None = None, b: int | None = 1, c: int | None = 2, d: str | None = "d", e: str | None = ...) -> tuple[int | None, int | None, int | None, str | None, str | None]:
    """
    Options.
    """

def paths(yes: bool = True, signed: int = -9223372036854775808, large: int = 340282366920938463463374607431768211455, small: int = -170141183460469231731687303715884105728, float: float = 0.1, single: float = 0.1, infinite: float = -1e999, letter: str = "ß", text: str = "it's \"é\"\n😀\\", none: int | None = None, some: str | None = "some", far: int = 2147483647) -> tuple[bool, int, int, int, float, float, float, str, str, int | None, str | None, int]:
    """
    Paths of constants.
    """

def returning(number: int = ...) -> int:
    """
    `return` in a default ends the default.
    """

def scopes(number: int = 1, same: int = ...) -> int:
    """
    A default sees no other parameter, but an item of the same name.
    """
