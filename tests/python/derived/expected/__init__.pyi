"""
Derived conversions.
"""

from . import nested as nested
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Any, Literal, Protocol, TypedDict, overload, type_check_only
from typing_extensions import NotRequired, ReadOnly

__all__ = ["echo_json", "echo_length", "echo_shape", "echo_value", "interrupted", "echo_borrowed", "echo_pair", "echo_tagged", "echo_wide", "nested", "counted", "echo_folder", "flip", "hinted", "repeat", "count_options", "distances", "echo_by_ref", "echo_options", "echo_point", "echo_record", "echo_segment", "echo_tree", "echo_triple", "echo_with", "greet", "keyed", "largest", "local", "maybe_point", "mixed", "norm", "references", "echo_color", "echo_fruit", "palette"]

@type_check_only
class Borrowing(TypedDict):
    any: Any | None
    items: list[Any]

@type_check_only
class BorrowingLike(Protocol):
    @property
    def any(self) -> object | None: ...
    @property
    def items(self) -> list[Any]: ...

@type_check_only
class CountsLike(TypedDict):
    a: ReadOnly[NotRequired[int]]
    b: ReadOnly[NotRequired[int]]

@type_check_only
class Folder(TypedDict):
    entries: list[Any]

@type_check_only
class FolderLike(TypedDict):
    entries: ReadOnly[list[Any]]

@type_check_only
class InterruptedNamedLike(Protocol):
    @property
    def name(self) -> str: ...

@type_check_only
class Options(TypedDict):
    exclude: list[str]
    followLinks: bool
    maxDepth: int
    pattern: str
    retries: int | None

@type_check_only
class OptionsLike(TypedDict):
    exclude: ReadOnly[NotRequired[Sequence[str]]]
    followLinks: ReadOnly[NotRequired[bool]]
    maxDepth: ReadOnly[int]
    pattern: ReadOnly[NotRequired[str]]
    retries: ReadOnly[NotRequired[int | None]]

class PanicException(BaseException): ...

@type_check_only
class Point(TypedDict):
    x: float
    y: float

@type_check_only
class Point2(TypedDict):
    x: int

@type_check_only
class Point2Like(TypedDict):
    x: ReadOnly[int]

@type_check_only
class PointLike(Protocol):
    @property
    def x(self) -> float: ...
    @property
    def y(self) -> float: ...

@type_check_only
class Record(TypedDict):
    name: str
    tags: list[str]
    value: int

@type_check_only
class RecordLike(TypedDict):
    name: ReadOnly[str]
    tags: ReadOnly[NotRequired[Sequence[str]]]
    value: ReadOnly[int]

@type_check_only
class SegmentLike(Protocol):
    @property
    def end(self) -> PointLike: ...
    @property
    def start(self) -> PointLike: ...

@type_check_only
class ShapeCircle(TypedDict):
    theRadius: float

@type_check_only
class ShapeCircleLike(TypedDict):
    theRadius: ReadOnly[float]

@type_check_only
class ShapeRectangle(TypedDict):
    HEIGHT: float
    WIDTH: float

@type_check_only
class ShapeRectangleLike(TypedDict):
    HEIGHT: ReadOnly[NotRequired[float]]
    WIDTH: ReadOnly[float]

@type_check_only
class ShapeSquare(TypedDict):
    sideLength: float

@type_check_only
class ShapeSquareLike(Protocol):
    @property
    def sideLength(self) -> float: ...

@type_check_only
class Tree(TypedDict):
    children: list[Tree]
    origin: Point2 | None
    value: int

@type_check_only
class TreeLike(TypedDict):
    children: ReadOnly[NotRequired[Sequence[TreeLike]]]
    origin: ReadOnly[NotRequired[Point2Like | None]]
    value: ReadOnly[int]

@type_check_only
class With(TypedDict):
    other: Any
    size: Any

@type_check_only
class WithLike(Protocol):
    @property
    def size(self) -> Any: ...

def count_options(counts: CountsLike) -> int: ...

@overload
def counted() -> int: ...

@overload
def counted (first: int, /, *args: int, key: None = None) -> int: ...

@overload
def counted  (first: str, second: str, /, *, key: str, other: bool = True, **kwargs: bool) -> int: ...

def distances(points: Sequence[PointLike], named: dict[str, PointLike]) -> tuple[list[float], dict[str, float]]: ...
def echo_borrowed(object: BorrowingLike) -> Borrowing: ...
def echo_by_ref(point: PointLike) -> Any: ...
def echo_color(color: Literal["red", "dark-green", "blau ä\""]) -> Literal["red", "dark-green", "blau ä\""]: ...
def echo_folder(folder: FolderLike) -> Folder: ...
def echo_fruit(fruit: Literal["Apple"]) -> Literal["Apple"]: ...
def echo_json(value: tuple[()] | int | str | Any) -> None | int | str | Any: ...
def echo_length(length: Literal["auto"] | float | Literal["none"]) -> Literal["auto"] | float | Literal["none"]: ...
def echo_options(options: OptionsLike) -> Options: ...
def echo_pair(pair: tuple[int, Sequence[str]]) -> tuple[int, list[str]]: ...
def echo_point(point: PointLike) -> Point: ...
def echo_record(record: RecordLike) -> Record: ...
def echo_segment(segment: SegmentLike) -> dict[str, Any]: ...
def echo_shape(shape: ShapeCircleLike | ShapeSquareLike | ShapeRectangleLike | Literal["unitDisc"]) -> tuple[str, ShapeCircle | ShapeSquare | ShapeRectangle | Literal["unitDisc"]]: ...
def echo_tagged(tagged: Any, other: Any) -> tuple[dict[str, Any], dict[str, Any]]: ...
def echo_tree(tree: TreeLike) -> Tree: ...
def echo_triple(triple: tuple[int, str, Any]) -> tuple[int, str, Any]: ...
def echo_value(value: bool | int | str | tuple[int, str] | Sequence[float]) -> bool | int | str | tuple[int, str] | list[float]: ...
def echo_wide(wide: tuple[int, int, int, int, int, int, int, int, int, int, int, int, int, int]) -> tuple[int, int, int, int, int, int, int, int, int, int, int, int, int, int]: ...
def echo_with(sizes: WithLike) -> With: ...
def flip(bit: Literal[0, 1]) -> Literal[0, 1]: ...
def greet(name: str, times: int) -> list[str]: ...

def hinted(sized: Sequence[int] | set[Decimal], mode: Literal["fast", "slow", 1, True] = "fast", *args: int, callback: Callable[[int, str], list[tuple[int, ...]]] | None = None, **kwargs: Mapping[str, tuple[()]]) -> list[int]:
    """
    What the types do not say.
    """

def interrupted(object: InterruptedNamedLike | object) -> bool: ...
def keyed(keyed: Any) -> dict[Any, Any]: ...
def largest(points: Sequence[PointLike]) -> Point | None: ...

def local() -> Any:
    """
    A type of the same name, in a function.
    """

def maybe_point(point: PointLike | None) -> Point | None: ...
def mixed(object: Any) -> tuple[str, int, int | None]: ...

def norm(point: PointLike) -> float:
    """
    The distance from the origin.
    """

def palette(colors: Sequence[Literal["red", "dark-green", "blau ä\""]], other: Literal["red", "dark-green", "blau ä\""] | None) -> dict[Literal["red", "dark-green", "blau ä\""], int]: ...

def references(triple: tuple[int, str, Any], sizes: WithLike) -> list[Any]:
    """
    References, in containers too.
    """

@overload
def repeat(value: int, times: int = 2) -> int:
    """
    Twice what is given.
    """

@overload
def repeat (value: str, times: int = ...) -> str: ...

@overload
def repeat  (value: list[str] | None, *, times: int = 2) -> None: ...
