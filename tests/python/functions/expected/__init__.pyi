"""
The module's own words.

In two paragraphs.
"""

from . import defaults as defaults, errors as errors, imported as imported, names as names, sub as sub, threads as threads
from collections.abc import Mapping, Sequence
from typing import Any, Final
FLOATS: Final[list[float]]

INT: Final[int]
"""
A constant.
"""

TEXT: Final[str]

__all__ = ["echo_any", "echo_array", "echo_array_bytes", "echo_array_string", "echo_bool", "echo_btree_map", "echo_btree_set", "echo_bytes", "echo_char", "echo_cow", "echo_f32", "echo_f64", "echo_hash_map", "echo_hash_set", "echo_i8", "echo_i16", "echo_i32", "echo_i64", "echo_i128", "echo_isize", "echo_option", "echo_option_list", "echo_option_str", "echo_option_string", "echo_py_bool", "echo_py_dict", "echo_py_float", "echo_py_int", "echo_py_list", "echo_py_mapping", "echo_py_sequence", "echo_py_set", "echo_py_string", "echo_py_tuple", "echo_py_type", "echo_slice", "echo_str", "echo_string", "echo_tuple1", "echo_tuple2", "echo_tuple12", "echo_u8", "echo_u16", "echo_u32", "echo_u64", "echo_u128", "echo_unbound", "echo_unbound_list", "echo_usize", "echo_vec", "echo_vec_float", "echo_vec_option", "echo_vec_string", "echo_vec_vec", "list_of_signed", "sum", "unit", "unit_result", "imported", "converted", "deprecated", "documented", "documented_in_parts", "function_in_body", "module_and_more", "module_name", "renamed", "refused", "told", "undocumented", "untold", "grouped", "other_name", "INT", "TEXT", "FLOATS", "pair", "inside", "fourfold", "fivefold", "defaults", "errors", "names", "threads", "sub", "added", "added_function"]

added: Any
pair: Final[tuple[int, str | None]]
class PanicException(BaseException): ...

def added_function(text: str) -> str:
    """
    Is added by the initialiser.
    """

def converted(size: Any, other: int, number: Any = 5) -> tuple[int, int, int]:
    """
    Converts with functions.
    """

def deprecated(number: int) -> int:
    """
    Gives a warning.
    """

def documented() -> None:
    """
    # Markdown

    First paragraph, "quoted" and \\escaped\\.

        indented

    Last: ends in ""\"
    """

def documented_in_parts() -> None:
    """
    Joined 
    from parts.
    """

def echo_any(value: object) -> Any:
    """
    `&Bound<'_, PyAny>`.
    """

def echo_array(value: Sequence[int]) -> list[int]:
    """
    `[i32; 3]`.
    """

def echo_array_bytes(value: Sequence[int]) -> bytes:
    """
    `[u8; 4]`.
    """

def echo_array_string(value: Sequence[str]) -> list[str]:
    """
    `[String; 2]`.
    """

def echo_bool(value: bool) -> bool:
    """
    `bool`.
    """

def echo_btree_map(value: dict[int, Sequence[float]]) -> dict[int, list[float]]:
    """
    `BTreeMap<i32, Vec<f64>>`.
    """

def echo_btree_set(value: set[str] | frozenset[str]) -> set[str]:
    """
    `BTreeSet<String>`.
    """

def echo_bytes(value: Sequence[int]) -> bytes:
    """
    `Vec<u8>`.
    """

def echo_char(value: str) -> str:
    """
    `char`.
    """

def echo_cow(value: str) -> str:
    """
    A string, borrowed where it can be.
    """

def echo_f32(value: float) -> float:
    """
    `f32`.
    """

def echo_f64(value: float) -> float:
    """
    `f64`.
    """

def echo_hash_map(value: dict[str, int]) -> dict[str, int]:
    """
    `HashMap<String, i32>`.
    """

def echo_hash_set(value: set[int] | frozenset[int]) -> set[int]:
    """
    `HashSet<i32>`.
    """

def echo_i128(value: int) -> int:
    """
    `i128`.
    """

def echo_i16(value: int) -> int:
    """
    `i16`.
    """

def echo_i32(value: int) -> int:
    """
    `i32`.
    """

def echo_i64(value: int) -> int:
    """
    `i64`.
    """

def echo_i8(value: int) -> int:
    """
    `i8`.
    """

def echo_isize(value: int) -> int:
    """
    `isize`.
    """

def echo_option(value: int | None) -> int | None:
    """
    `Option<i32>`.
    """

def echo_option_list(value: list[Any] | None) -> list[Any] | None:
    """
    Perhaps a list itself.
    """

def echo_option_str(value: str | None) -> str | None:
    """
    Perhaps a borrowed string.
    """

def echo_option_string(value: str | None) -> str | None:
    """
    `Option<String>`.
    """

def echo_py_bool(value: bool) -> bool:
    """
    `&Bound<'_, PyBool>`.
    """

def echo_py_dict(value: dict[Any, Any]) -> dict[Any, Any]:
    """
    `&Bound<'_, PyDict>`.
    """

def echo_py_float(value: float) -> float:
    """
    `&Bound<'_, PyFloat>`.
    """

def echo_py_int(value: int) -> int:
    """
    `&Bound<'_, PyInt>`.
    """

def echo_py_list(value: list[Any]) -> list[Any]:
    """
    `&Bound<'_, PyList>`.
    """

def echo_py_mapping(value: Mapping[Any, Any]) -> Mapping[Any, Any]:
    """
    `&Bound<'_, PyMapping>`.
    """

def echo_py_sequence(value: Sequence[Any]) -> Sequence[Any]:
    """
    `&Bound<'_, PySequence>`.
    """

def echo_py_set(value: set[Any]) -> set[Any]:
    """
    `&Bound<'_, PySet>`.
    """

def echo_py_string(value: str) -> str:
    """
    `&Bound<'_, PyString>`.
    """

def echo_py_tuple(value: tuple[Any, ...]) -> tuple[Any, ...]:
    """
    `&Bound<'_, PyTuple>`.
    """

def echo_py_type(value: type[Any]) -> type[Any]:
    """
    `&Bound<'_, PyType>`.
    """

def echo_slice(value: bytes) -> bytes:
    """
    Borrowed bytes.
    """

def echo_str(value: str) -> str:
    """
    A borrowed string.
    """

def echo_string(value: str) -> str:
    """
    `String`.
    """

def echo_tuple1(value: tuple[int]) -> tuple[int]:
    """
    `(i32,)`.
    """

def echo_tuple12(value: tuple[int, int, int, int, int, int, int, int, float, float, bool, str]) -> tuple[int, int, int, int, int, int, int, int, float, float, bool, str]:
    """
    `(i8, u8, i16, u16, i32, u32, i64, u64, f32, f64, bool, char)`.
    """

def echo_tuple2(value: tuple[int, str]) -> tuple[int, str]:
    """
    `(i32, String)`.
    """

def echo_u128(value: int) -> int:
    """
    `u128`.
    """

def echo_u16(value: int) -> int:
    """
    `u16`.
    """

def echo_u32(value: int) -> int:
    """
    `u32`.
    """

def echo_u64(value: int) -> int:
    """
    `u64`.
    """

def echo_u8(value: int) -> int:
    """
    `u8`.
    """

def echo_unbound(value: object) -> Any:
    """
    `Py<PyAny>`.
    """

def echo_unbound_list(value: list[Any]) -> list[Any]:
    """
    `Py<PyList>`.
    """

def echo_usize(value: int) -> int:
    """
    `usize`.
    """

def echo_vec(value: Sequence[int]) -> list[int]:
    """
    `Vec<i32>`.
    """

def echo_vec_float(value: Sequence[float]) -> list[float]:
    """
    `Vec<f64>`.
    """

def echo_vec_option(value: Sequence[int | None]) -> list[int | None]:
    """
    `Vec<Option<i32>>`.
    """

def echo_vec_string(value: Sequence[str]) -> list[str]:
    """
    `Vec<String>`.
    """

def echo_vec_vec(value: Sequence[Sequence[int]]) -> list[list[int]]:
    """
    `Vec<Vec<i32>>`.
    """

def fivefold(factor: int) -> int:
    """
    Made inside of the module.
    """

def fourfold(factor: int) -> int:
    """
    Made inside of the module.
    """

def function_in_body() -> Any:
    """
    Adds a function in its body.
    """

def grouped() -> str:
    """
    Is brought in by a group.
    """

def inside(a: int, b: int) -> int:
    """
    Is written inside, detached like its module.
    """

def list_of_signed() -> list[int]:
    """
    Bytes that are a list: the item type has no bytes.
    """

def module_and_more(number: int, times: int = 2) -> tuple[str, int]:
    """
    Gets its module, the token and an argument.
    """

def module_name() -> str:
    """
    Gets its module.
    """

def other_name() -> str:
    """
    Is brought in under another name.
    """

def refused(value: Any = None) -> bool:
    """
    Converts with one that refuses.
    """

def renamed() -> int:
    """
    Has another name in Python.
    """

def sum(values: Sequence[int]) -> int:
    """
    The sum of a list that Python code may change meanwhile.
    """

def told(number: int, /, how: str = ...) -> str:
    """
    Has a signature of its own telling.
    """

def undocumented() -> None: ...

def unit() -> None:
    """
    Nothing.
    """

def unit_result() -> None:
    """
    Nothing, or an error.
    """

def untold(number: int) -> int:
    """
    Has none.
    """
