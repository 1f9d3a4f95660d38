"""
What goes in and out as an array.
"""

from collections.abc import Sequence
from numpy import bool_, complex128, dtype, float32, float64, int16, int32, int64, int8, uint16, uint8
from numpy.typing import ArrayLike, NDArray
from typing import Any

__all__ = ["copy", "described", "item_in_place", "like", "like_any", "like_converted", "made_of", "only", "permuted", "products", "range", "type_of_items", "backward", "column_major", "cube", "diagonal", "every_other", "from_rows", "grid", "shared", "single", "vector", "zeros", "asked", "asked_untyped", "doubled_detached", "echo", "item", "items", "nested", "replace", "reshaped", "scale", "seen", "set", "total", "unchecked", "written_later"]

class PanicException(BaseException): ...

def asked(xs: NDArray[float64], meanwhile: object) -> tuple[list[int], float | None, bool]:
    """
    What an array of a known type is asked; `meanwhile` may change it.
    """

def asked_untyped(xs: NDArray[Any]) -> tuple[list[int], int, int, list[int], dtype[Any], list[bool]]:
    """
    What an array is asked.
    """

def backward(size: int) -> NDArray[float64]:
    """
    From the last to the first.
    """

def column_major(rows: int, columns: int) -> NDArray[float64]:
    """
    Column by column.
    """

def copy(source: NDArray[float64], to: NDArray[int32]) -> None:
    """
    Writes one array to another.
    """

def cube(planes: Sequence[Sequence[Sequence[int]]]) -> NDArray[int8]:
    """
    Vectors of vectors of vectors.
    """

def described(dtype: dtype[Any]) -> tuple[type[Any], tuple[int, int, int], str, tuple[int, list[int], dtype[Any]], tuple[bool, bool, bool, bool | None], list[str] | None]:
    """
    What a type of items is asked.
    """

def diagonal(size: int) -> NDArray[float64]:
    """
    A slice of a vector: what is before and after it is not shown.
    """

def doubled_detached(xs: NDArray[float32]) -> NDArray[float32]:
    """
    Twice the items, computed with other threads running.
    """

def echo(dtype: str, xs: object) -> Any:
    """
    A copy of an array of that type.
    """

def every_other(size: int) -> NDArray[float64]:
    """
    With gaps.
    """

def from_rows(rows: Sequence[Sequence[int]]) -> NDArray[uint16]:
    """
    Vectors of vectors.
    """

def grid(rows: int, columns: int) -> NDArray[float64]:
    """
    Row by row.
    """

def item(xs: NDArray[float64], row: int, column: int) -> float | None:
    """
    An item, by three ways.
    """

def item_in_place(xs: NDArray[float64], row: int, column: int) -> float | None:
    """
    An item, which is doubled.
    """

def items(xs: NDArray[int64]) -> list[int]:
    """
    The items as they lie in memory.
    """

def like(xs: ArrayLike) -> list[float]:
    """
    The items of what becomes an array.
    """

def like_any(xs: ArrayLike) -> NDArray[complex128]:
    """
    The array that anything becomes.
    """

def like_converted(xs: ArrayLike) -> tuple[list[int], list[int]]:
    """
    The shape and the items of what becomes an array of integers.
    """

def made_of(xs: NDArray[float64]) -> tuple[NDArray[float64], NDArray[float64], NDArray[int16], NDArray[uint8]]:
    """
    Arrays made of one.
    """

def nested(xs: NDArray[int64]) -> NDArray[int64]:
    """
    A copy by way of a view.
    """

def only(xs: NDArray[float64]) -> float:
    """
    The one item.
    """

def permuted(xs: NDArray[float64], axes: Sequence[int]) -> NDArray[float64]:
    """
    The axes in an order that there may not be.
    """

def products(a: NDArray[float64], b: NDArray[float64]) -> tuple[NDArray[float64], NDArray[float64], float]:
    """
    Two products of the same arrays, and one of an array and itself.
    """

def range(start: int, stop: int, step: int) -> NDArray[int32]:
    """
    A range.
    """

def replace(xs: NDArray[int32]) -> None:
    """
    Puts each item's row and column in its place.
    """

def reshaped(xs: NDArray[float64], rows: int, columns: int) -> NDArray[float64]:
    """
    The items in another shape.
    """

def scale(xs: NDArray[float64], factor: float) -> None:
    """
    Multiplies in place.
    """

def seen(xs: NDArray[float64]) -> list[float]:
    """
    The items of a view that is not a copy.
    """

def set(xs: NDArray[int32], row: int, column: int, value: int) -> bool:
    """
    Whether there is such an item, which is then another.
    """

def shared(items: Sequence[int]) -> list[NDArray[uint8]]:
    """
    The same items by all ways there are, which give the same.
    """

def single(value: float) -> NDArray[float32]:
    """
    No dimensions.
    """

def total(xs: NDArray[float64]) -> float:
    """
    The sum of a slice.
    """

def type_of_items(xs: NDArray[Any]) -> str | None:
    """
    Which of some types the items of an array are of.
    """

def unchecked(xs: NDArray[float64]) -> tuple[list[float], bool]:
    """
    The items row by row, and whether they could be had as a slice; then they are zeros.
    """

def vector(items: Sequence[int]) -> NDArray[int64]:
    """
    A vector, not copied.
    """

def written_later(xs: NDArray[float64], other: NDArray[float64], meanwhile: object) -> float:
    """
    What Python sees before Rust is done, and what Rust sees of what Python writes.
    """

def zeros(rows: int, columns: int, is_fortran: bool) -> NDArray[bool_]:
    """
    Zeros in that order.
    """
