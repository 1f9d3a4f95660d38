"""
What other crates have.
"""

from . import chrono as chrono, jiff as jiff, serde as serde, time as time
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from uuid import UUID

__all__ = ["brown_map", "brown_set", "either_of", "either_shared", "eithers", "index_map", "index_map_reversed", "index_map_shared", "index_set", "part_of_bytes", "shared_bytes", "small_bytes", "small_vec", "small_vec_shared", "small_vec_spilled", "anyhow_error", "anyhow_python_error", "eyre_error", "eyre_python_error", "any_uuid", "big_decimal", "big_decimal_scaled", "big_decimal_shared", "big_int", "big_int_power", "big_int_shared", "big_ints", "big_uint", "big_uint_shared", "complex32", "complex64", "complex64_shared", "decimal", "decimal_shared", "decimals", "non_nil_uuid", "not_nan", "ordered_f32", "ordered_f64", "ordered_set", "ratio_big", "ratio_i8", "ratio_i64", "ratio_i128", "ratio_shared", "uuid_shared", "chrono", "jiff", "serde", "time"]

class PanicException(BaseException): ...

def any_uuid(value: UUID) -> UUID:
    """
    Any UUID.
    """

def anyhow_error(kind: str) -> int:
    """
    An error of the standard library, with context or without; or one of words alone.
    """

def anyhow_python_error(function: object, contexts: Sequence[str]) -> None:
    """
    What a Python function raises, with context or without; or an exception made here.
    """

def big_decimal(value: Decimal | int | float | str) -> Decimal:
    """
    Of any size and precision.
    """

def big_decimal_scaled(digits: int, scale: int) -> Decimal:
    """
    `digits * 10**-scale`.
    """

def big_decimal_shared(value: Decimal | int | float | str) -> Decimal:
    """
    By reference.
    """

def big_int(value: int) -> int:
    """
    Of any size.
    """

def big_int_power(base: int, exponent: int) -> int:
    """
    Computed here.
    """

def big_int_shared(value: int) -> int:
    """
    By reference.
    """

def big_ints(values: Sequence[int]) -> list[int]:
    """
    Inside of a container.
    """

def big_uint(value: int) -> int:
    """
    Of any size, and not negative.
    """

def big_uint_shared(value: int) -> int:
    """
    By reference.
    """

def brown_map(value: dict[str, int]) -> dict[str, int]:
    """
    hashbrown's map.
    """

def brown_set(value: set[int] | frozenset[int]) -> set[int]:
    """
    hashbrown's set.
    """

def complex32(value: complex) -> complex:
    """
    Of two f32.
    """

def complex64(value: complex) -> complex:
    """
    Of two f64.
    """

def complex64_shared(value: complex) -> complex:
    """
    By reference.
    """

def decimal(value: Decimal | int | float | str) -> Decimal:
    """
    Of 96 bits.
    """

def decimal_shared(value: Decimal | int | float | str) -> Decimal:
    """
    By reference.
    """

def decimals(values: Sequence[Decimal | int | float | str]) -> list[Decimal]:
    """
    Inside of a container.
    """

def either_of(value: int | str) -> int | str:
    """
    The left type first.
    """

def either_shared(value: int | str | None) -> int | str | None:
    """
    By reference.
    """

def eithers(values: Sequence[int | float | Sequence[int]]) -> list[int | float | bytes]:
    """
    Inside of a container, and three types.
    """

def eyre_error(kind: str) -> int:
    """
    As `anyhow_error`.
    """

def eyre_python_error(function: object, contexts: Sequence[str]) -> None:
    """
    As `anyhow_python_error`.
    """

def index_map(value: dict[str, int]) -> dict[str, int]:
    """
    In order.
    """

def index_map_reversed(value: dict[int, str]) -> dict[int, str]:
    """
    In the opposite order.
    """

def index_map_shared(value: dict[str, int]) -> dict[str, int]:
    """
    By reference.
    """

def index_set(value: set[int] | frozenset[int]) -> set[int]:
    """
    indexmap's set.
    """

def non_nil_uuid(value: UUID) -> UUID:
    """
    Any UUID but the nil UUID.
    """

def not_nan(value: float) -> float:
    """
    Any float but nan.
    """

def ordered_f32(value: float) -> float:
    """
    Any float, rounded.
    """

def ordered_f64(value: float) -> float:
    """
    Any float.
    """

def ordered_set(values: Sequence[float]) -> list[float]:
    """
    In order.
    """

def part_of_bytes(value: bytes | bytearray, start: int, end: int) -> bytes:
    """
    A part of the bytes.
    """

def ratio_big(value: Fraction | int) -> Fraction:
    """
    Of any size.
    """

def ratio_i128(value: Fraction | int) -> Fraction:
    """
    Of two i128.
    """

def ratio_i64(value: Fraction | int) -> Fraction:
    """
    Of two i64.
    """

def ratio_i8(value: Fraction | int) -> Fraction:
    """
    Of two i8.
    """

def ratio_shared(value: Fraction | int) -> Fraction:
    """
    By reference.
    """

def shared_bytes(value: bytes | bytearray) -> bytes:
    """
    Bytes.
    """

def small_bytes(value: Sequence[int]) -> bytes:
    """
    Bytes.
    """

def small_vec(value: Sequence[int]) -> list[int]:
    """
    Up to four items in place.
    """

def small_vec_shared(value: Sequence[str]) -> list[str]:
    """
    By reference.
    """

def small_vec_spilled(value: Sequence[int]) -> bool:
    """
    Whether it has memory of its own.
    """

def uuid_shared(value: UUID) -> UUID:
    """
    By reference.
    """
