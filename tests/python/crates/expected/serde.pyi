"""
serde's.
"""

from typing import Any

__all__ = ["dumps", "everything", "everything_shared", "extremes", "failing", "json", "loads", "odd_keys", "optional", "raw", "shape", "tagged", "transcode", "unhashable_key", "untagged"]

class PanicException(BaseException): ...

def dumps(value: object) -> str:
    """
    The JSON of an object.
    """

def everything(value: Any) -> Any:
    """
    One field of each kind.
    """

def everything_shared(value: Any) -> Any:
    """
    One field of each kind, by reference.
    """

def extremes() -> Any:
    """
    Numbers of all sizes, and their ends.
    """

def failing() -> Any:
    """
    An error of a value.
    """

def json(value: Any) -> Any:
    """
    Whatever JSON has.
    """

def loads(text: str) -> Any:
    """
    The object of a JSON text.
    """

def odd_keys(value: Any) -> Any:
    """
    Keys that are no texts.
    """

def optional(value: Any | None) -> Any | None:
    """
    A part that may be missing.
    """

def raw(value: Any) -> Any:
    """
    Bytes.
    """

def shape(value: Any) -> Any:
    """
    A variant of each kind.
    """

def tagged(value: Any) -> Any:
    """
    Told apart by a field.
    """

def transcode(value: object) -> Any:
    """
    From one to the other, without a value in between.
    """

def unhashable_key() -> Any:
    """
    A list as a key.
    """

def untagged(value: Any) -> Any:
    """
    Told apart by what fits.
    """
