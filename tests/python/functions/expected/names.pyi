"""
Hostile names.
"""

from collections.abc import Sequence
from typing import Any

__all__ = ["Ok", "aliases", "args", "u8", "double", "größe", "lifetimes", "made_in_parts", "match", "mutable", "nameless", "only_one", "parameters", "py", "token_last", "trampoline", "triple", "variadic_any", "variadic_converted", "variadic_handles", "variadic_optional", "variadic_owned"]

class PanicException(BaseException): ...

def Ok(number: int) -> int:
    """
    Named like types and functions of the standard library.
    """

def aliases(number: int) -> int:
    """
    Aliases.
    """

def args(args: int, nargs: int, kwnames: int, trampoline: int) -> tuple[int, int, int, int]:
    """
    Another.
    """

def double(factor: int) -> int:
    """
    Made by a macro.
    """

def größe(länge: float) -> float:
    """
    Not ASCII.
    """

def lifetimes(text: str, _object: object) -> Any:
    """
    Lifetimes.
    """

def made_in_parts(anything: int = ...) -> int:
    """
    Made by a macro, in every part.
    """

def match(type: str, fn: str) -> str:
    """
    A raw name.
    """

def mutable(values: Sequence[int]) -> list[int]:
    """
    A `fn` pattern may be `mut`.
    """

def nameless(_: int, /, _ignored: int) -> None:
    """
    Nameless.
    """

def only_one() -> str:
    """
    Is there.
    """

def parameters(self_: int, module: int, kwargs: int, py: int, cls: int, type: int, match: int, name: int, slot: int, object: int, value: int, error: int) -> list[int]:
    """
    Hostile parameters.
    """

def py(args: int) -> int:
    """
    Named like a local of the trampoline.
    """

def token_last(a: int) -> Any:
    """
    The token is not in front.
    """

def trampoline(module: int, runtime: int, function: int) -> int:
    """
    Named like what the expansion names.
    """

def triple(factor: int) -> int:
    """
    Made by a macro.
    """

def u8() -> int:
    """
    Python knows it by another name.
    """

def variadic_any(first: int, *args: object, **kwargs: object) -> tuple[int, Any, Any]:
    """
    Anything.
    """

def variadic_converted(*args: int, **kwargs: float) -> tuple[list[int], dict[str, float]]:
    """
    Converted.
    """

def variadic_handles(*args: Any, **kwargs: Any) -> tuple[tuple[Any, ...], dict[Any, Any] | None]:
    """
    The only variadic spellings.
    """

def variadic_optional(**kwargs: int) -> dict[str, int] | None:
    """
    Converted, if any.
    """

def variadic_owned(*args: Any, **kwargs: Any) -> tuple[tuple[Any, ...], dict[Any, Any]]:
    """
    Owned handles.
    """
