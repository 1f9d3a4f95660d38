"""
What goes in and out piece by piece.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from types import BuiltinFunctionType
from typing import Any
from typing_extensions import Buffer

__all__ = ["array", "array_2d", "array_bool", "array_of_shape", "array_read_only", "copied", "count_and_size", "counted_detached", "dimensions", "fill_detached", "float32s", "from_array", "held_count", "hold", "int64s", "item", "items_of", "layout", "let_go", "negated", "owner", "released_by", "running_sum", "sum_detached", "typed_later", "uint8s", "write_back", "xor", "adder", "apply", "apply_all", "apply_slices", "calls", "compose", "counted", "counter", "detached", "drops", "each", "failing", "joined", "keep", "kept", "kept_on_thread", "named", "no_arguments", "panicking", "raw_function", "star", "tracked", "twice", "unit_closure", "unkeep", "chained", "countdown", "dropped_iterators", "endless", "fallible", "first_above", "lengths", "mapped", "panics_at", "powers", "sleepy", "tracked_iterator"]

class PanicException(BaseException): ...

def adder(a: int) -> Callable[[int], int]:
    """
    A typed closure.
    """

def apply(callback: Callable[[int, float], str], number: int, factor: float) -> str:
    """
    Two arguments of different types.
    """

def apply_all(callback: Callable[[int], int] | None = None, numbers: Sequence[int] = ...) -> list[int]:
    """
    The results, in an `Option` with a default.
    """

def apply_slices(callback: Callable[[str, list[float]], bool], text: str) -> list[str]:
    """
    Arguments that are borrowed for the call alone.
    """

def array(values: Sequence[float]) -> memoryview[float]:
    """
    Without a copy.
    """

def array_2d(rows: int, columns: int) -> memoryview[int]:
    """
    0, 1, 2, ...
    """

def array_bool(values: Sequence[int]) -> memoryview[bool]:
    """
    Whether each is even.
    """

def array_of_shape(values: Sequence[int], shape: Sequence[int]) -> memoryview[int]:
    """
    Any shape.
    """

def array_read_only(values: Sequence[int]) -> memoryview[int]:
    """
    Not to be written to.
    """

def calls(object: object) -> list[Any]:
    """
    `call`, `call1` and `call_method1` with many arguments.
    """

def chained(iterator: Iterator[Any]) -> Iterator[Any]:
    """
    A Python iterator inside a Rust one inside a Python one.
    """

def compose(callback: Callable[[Any], object]) -> Any:
    """
    A closure passed on to Python code.
    """

def copied(xs: Buffer, length: int) -> list[list[float]]:
    """
    Row by row, column by column, and both into slices.
    """

def count_and_size(xs: Buffer) -> tuple[int, int]:
    """
    How many items a buffer has, and of how many bytes each, whatever they are.
    """

def countdown(start: int) -> Iterator[int]:
    """
    An iterator made of a container.
    """

def counted(start: int) -> BuiltinFunctionType:
    """
    No name, and no `Result`.
    """

def counted_detached(xs: Buffer, more: Sequence[Buffer]) -> int:
    """
    How many items there are, told while the thread is detached.
    """

def counter() -> Callable[[], int]:
    """
    How often it has been called.
    """

def detached(callback: Callable[[int], int], number: int) -> int:
    """
    Called while the thread is detached, which it is not for the call itself.
    """

def dimensions(xs: Buffer) -> tuple[int, int, int, int]:
    """
    Number of dimensions, size of an item, number of items, bytes.
    """

def dropped_iterators() -> int:
    """
    How many have been dropped.
    """

def drops() -> int:
    """
    How many have been dropped.
    """

def each(callback: Callable[[int], object], count: int) -> None:
    """
    Any result will do.
    """

def endless() -> Iterator[tuple[int, str]]:
    """
    Never ends.
    """

def failing() -> Callable[[int], int]:
    """
    A `Result`.
    """

def fallible(count: int) -> Iterator[int]:
    """
    Every other item raises.
    """

def fill_detached(xs: Buffer, value: float) -> None:
    """
    Sets all items, with the thread detached.
    """

def first_above(numbers: Iterable[float], limit: float) -> float | None:
    """
    Reads no more than it needs.
    """

def float32s(xs: Buffer) -> int:
    """
    For its message.
    """

def from_array(values: Sequence[float]) -> tuple[int, int]:
    """
    There and back: the address of the first item twice, made in Rust and seen through Python.
    """

def held_count() -> list[list[float]]:
    """
    The items of all buffers that are kept.
    """

def hold(xs: Buffer) -> tuple[list[int], str]:
    """
    Keeps the buffer; its layout, read on another thread.
    """

def int64s(xs: Buffer) -> int:
    """
    For its message.
    """

def item(xs: Buffer, indices: Sequence[int]) -> float | None:
    """
    The item at these indices.
    """

def items_of(item: str, object: object) -> Any:
    """
    The items, as the Rust type of that name.
    """

def joined(separator: str) -> Callable[[Sequence[str], int | None], str]:
    """
    Several arguments.
    """

def keep(callback: Callable[[int], int]) -> None:
    """
    Keeps it for later calls.
    """

def kept(number: int) -> int:
    """
    Calls what is kept.
    """

def kept_on_thread(number: int) -> int:
    """
    Calls what is kept on a thread that Python does not know.
    """

def layout(xs: Buffer) -> tuple[str, list[int], list[int], bool, bool, bool]:
    """
    Format, shape, strides, whether read-only, C and Fortran contiguous.
    """

def lengths(words: Iterable[str], at_most: int) -> list[str]:
    """
    The lengths, or the errors' texts.
    """

def let_go(elsewhere: bool) -> None:
    """
    Lets go of the buffers: on this thread, or on one that Python does not know.
    """

def mapped(function: Callable[[int], int]) -> Iterator[int]:
    """
    Each item is what the function gives.
    """

def named() -> BuiltinFunctionType:
    """
    A function with its name and docstring.
    """

def negated(xs: Buffer) -> list[bool]:
    """
    Turns each bool round.
    """

def no_arguments(callback: Callable[[], object]) -> Any:
    """
    No arguments.
    """

def owner(xs: Buffer) -> Any | None:
    """
    Whose memory it is.
    """

def panicking() -> Callable[[], None]:
    """
    It panics.
    """

def panics_at(item: int) -> Iterator[int]:
    """
    Panics at this item.
    """

def powers(base: int) -> Iterator[int]:
    """
    Up to the largest that fits.
    """

def raw_function() -> tuple[BuiltinFunctionType, BuiltinFunctionType, BuiltinFunctionType]:
    """
    Functions written against the C API.
    """

def released_by(xs: Buffer, function: object) -> list[float]:
    """
    Calls the function while it has the buffer, and copies what is there then.
    """

def running_sum(xs: Buffer, between: object) -> None:
    """
    Replaces each item by the sum up to it, calling `between` after each.
    """

def sleepy(milliseconds: int) -> Iterator[int]:
    """
    Lets other threads run while it makes an item.
    """

def star(callback: Callable[..., int], args: tuple[Any, ...]) -> int:
    """
    Arguments of unknown number.
    """

def sum_detached(xs: Buffer) -> tuple[float, float]:
    """
    The sum of the cells, with the thread detached and on another one.
    """

def tracked(on_drop: object | None) -> Callable[[int], None]:
    """
    A closure that counts when it is dropped, and calls the function then and panics.
    """

def tracked_iterator(count: int, on_drop: object | None) -> Iterator[int]:
    """
    Counts when it is dropped.
    """

def twice(callback: Callable[[int], int]) -> Callable[[int], int]:
    """
    A callback in a closure.
    """

def typed_later(xs: Buffer, item: str) -> tuple[list[float], list[int], Any | None]:
    """
    The items of a buffer that is told its type afterwards: lent, then for good, and what both refuse.
    """

def uint8s(one: Buffer | None, more: Sequence[Buffer]) -> int:
    """
    In an `Option` and a `Vec`.
    """

def unit_closure() -> Callable[[], None]:
    """
    Nothing in, nothing out.
    """

def unkeep() -> None:
    """
    Lets go of what is kept.
    """

def write_back(xs: Buffer, values: Sequence[float], fortran: bool) -> None:
    """
    Overwrites the items.
    """

def xor(data: Buffer) -> int | None:
    """
    All bytes, one xor the other.
    """
