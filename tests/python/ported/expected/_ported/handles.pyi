"""
Handles, as they are used elsewhere.
"""

from collections.abc import Iterator, Sequence
from typing import Any

__all__ = ["backed_text", "backed_bytes", "decoded", "formatted", "formatted_badly", "code_points", "written", "set_default", "sums", "lent", "send", "is_none", "listed_by_c", "compared", "exceptions", "referred", "held", "class_of_lists", "marshalled", "parents_repr", "registered", "fail_at", "by_old_names", "made_by_old_names", "increases", "raise_panic"]

class PanicException(BaseException): ...

def backed_bytes(bytes: bytes | bytearray) -> tuple[bool, bytes]:
    """
    The bytes, and whether they sort before `b`.
    """

def backed_text(text: str) -> tuple[int, bool, str]:
    """
    The length of the text, read on another thread, and the object.
    """

def by_old_names(number: object, list: object) -> int:
    """
    The sum of an int and a list of one, by names of old.
    """

def class_of_lists() -> type[Any]:
    """
    The class of lists.
    """

def code_points(text: str) -> int:
    """
    The number of code points.
    """

def compared(flag: bool, bytes: bytes, text: str) -> tuple[list[bool], list[bool], list[bool], tuple[int, bytes]]:
    """
    Whether these are `true`, `bytes` and `text`, compared in many ways; and two bytes.
    """

def decoded(bytes: bytes) -> str:
    """
    Decodes UTF-8.
    """

def exceptions(raised: ValueError) -> list[BaseException]:
    """
    The exceptions that these errors are: one of Rust's, one that was raised, one made of its object.
    """

def fail_at(line: int) -> None:
    """
    Raises `ValueError` at a place of its own.
    """

def formatted(part: int, whole: str) -> list[str]:
    """
    A text made of values, and one without, twice.
    """

def formatted_badly() -> str:
    """
    Formats what cannot be formatted.
    """

def held(object: object) -> Any:
    """
    The object, by a conversion that lends it.
    """

def increases(callable: object, list: list[Any]) -> bool:
    """
    Whether what `callable` makes of the list's items is more than the items, one after the other.
    """

def is_none(object: object) -> list[bool]:
    """
    Whether `object` is `None`, asked in each way.
    """

def lent(tuple: tuple[Any, ...]) -> list[Any]:
    """
    The items of a tuple in both directions, in all ways that lend them.
    """

def listed_by_c(object: object) -> list[Any]:
    """
    A list of the object twice, made by the C API.
    """

def made_by_old_names() -> Any:
    """
    One of each that has another name now.
    """

def marshalled(object: object) -> Any:
    """
    The object, there and back.
    """

def parents_repr(object: object) -> str:
    """
    `super(type(object), object).__repr__()`.
    """

def raise_panic(message: str) -> None:
    """
    Raises what a panic does.
    """

def referred(object: object) -> tuple[bool, str]:
    """
    References to one object, and how they show it.
    """

def registered() -> tuple[bool, bool, int]:
    """
    Says of `range` what is so already, and knows some indices.
    """

def send(generator: Iterator[Any], value: object) -> tuple[bool, Any]:
    """
    `generator.send(value)`, with whether the generator goes on.
    """

def set_default(dict: dict[Any, Any], key: object, value: object) -> tuple[bool, Any]:
    """
    `dict.setdefault`, and whether it set anything.
    """

def sums(dict: dict[Any, Any], list: list[Any]) -> tuple[int, int, int]:
    """
    The sums of a dict's keys and values, and of a list.
    """

def written(parts: Sequence[Sequence[int]]) -> tuple[bytes, bytearray]:
    """
    The parts in one, but none that is empty; and as many dots as these are bytes.
    """
