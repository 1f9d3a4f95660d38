"""Right uses: mypy and pyright have nothing to say, and infer the types that the comments of `assert_type` name."""

from __future__ import annotations

import array
import datetime as dt
import uuid
import zoneinfo
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Literal

import arrays
import crates
import derived
import exchange
import functions
import functions.sub.deep
import modules
import pkg
import ported
from functions import PanicException, defaults, errors, names, threads
from functions.sub.deep import level
from modules import exceptions
from pkg import count
from pkg._native import deep

if TYPE_CHECKING:
    from numpy import float64
    from numpy.typing import NDArray
    from typing_extensions import assert_type

    assert_type(crates.shared_bytes(bytearray()), bytes)
    assert_type(crates.either_of("a"), int | str)
    assert_type(crates.either_shared(None), int | str | None)
    assert_type(crates.eithers([1, 0.5, b"a", [1]]), list[int | float | bytes])
    assert_type(crates.brown_map({"a": 1}), dict[str, int])
    assert_type(crates.index_map_shared({"a": 1}), dict[str, int])
    assert_type(crates.index_set(frozenset({1})), set[int])
    assert_type(crates.small_vec((1, 2)), list[int])
    assert_type(crates.small_bytes(b"a"), bytes)
    assert_type(crates.big_int(1), int)
    assert_type(crates.complex32(1.5), complex)
    assert_type(crates.ratio_i8(1), Fraction)
    assert_type(crates.ratio_big(Fraction(1, 2)), Fraction)
    assert_type(crates.not_nan(1), float)
    assert_type(crates.decimal("0.5"), Decimal)
    assert_type(crates.big_decimal(Decimal(1)), Decimal)
    assert_type(crates.anyhow_error("plain"), int)
    assert_type(crates.non_nil_uuid(uuid.uuid4()), uuid.UUID)
    assert_type(crates.chrono.duration(dt.timedelta()), dt.timedelta)
    assert_type(crates.chrono.date(dt.datetime.now()), dt.date)
    assert_type(crates.chrono.first_of(1), dt.date | None)
    assert_type(crates.chrono.timestamps([dt.datetime.now(dt.timezone.utc)]), list[int])
    assert_type(crates.chrono.utc(dt.timezone.utc), dt.timezone)
    assert_type(crates.chrono.zone(zoneinfo.ZoneInfo("UTC")), zoneinfo.ZoneInfo)
    assert_type(crates.jiff.zone(zoneinfo.ZoneInfo("UTC")), dt.tzinfo)
    assert_type(crates.jiff.timestamp(dt.datetime.now()), dt.datetime)
    assert_type(crates.serde.shape("empty"), Any)
    assert_type(crates.serde.optional(None), Any | None)
    assert_type(crates.serde.dumps([object()]), str)
    assert_type(crates.time.time(dt.time()), dt.time)
    assert_type(crates.time.offset(zoneinfo.ZoneInfo("UTC")), dt.timezone)
    from derived import Point, PointLike, Tree

    class Dot:
        def __init__(self) -> None:
            self.x = 1
            self.y = 2.5

    dot: PointLike = Dot()
    point: Point = {"x": 1, "y": 2}
    tree: Tree = {"value": 1, "children": [], "origin": None}
    assert_type(derived.norm(Dot()), float)
    point = derived.echo_point(dot)
    assert_type(derived.echo_point(dot)["x"], float)
    maybe: Point | None = derived.maybe_point(None)
    assert_type(derived.distances([Dot()], {"a": dot}), tuple[list[float], dict[str, float]])
    assert_type(derived.echo_options({"maxDepth": 1, "exclude": ("a",)})["retries"], int | None)
    assert_type(derived.echo_options(derived.echo_options({"maxDepth": 1}))["exclude"], list[str])
    assert_type(derived.echo_tree(tree)["children"][0]["value"], int)
    tree = derived.echo_tree({"value": 1, "children": ({"value": 2},)})
    assert_type(derived.echo_shape({"theRadius": 1})[0], str)
    assert_type(derived.echo_color("red"), Literal["red", "dark-green", "blau ä\""])
    assert_type(derived.echo_length(1), Literal["auto", "none"] | float)
    assert_type(derived.echo_pair((1, ["a"])), tuple[int, list[str]])
    assert_type(derived.repeat(1), int)
    assert_type(derived.repeat("a", 3), str)
    assert_type(derived.repeat(None, times=1), None)
    assert_type(derived.nested.inside(1), int)
    assert_type(derived.nested.inside(None), None)
    assert_type(derived.counted(1, 2, 3), int)
    assert_type(derived.counted("a", "b", key="c", more=False), int)
    assert_type(derived.hinted({Decimal(1)}, "slow", 1, a={}), list[int])
    assert_type(derived.flip(1), Literal[0, 1])
    assert_type(exchange.array([1]), memoryview[float])
    assert_type(exchange.array([1])[0], float)
    assert_type(exchange.array_bool([1])[0], bool)
    assert_type(exchange.dimensions(array.array("d")), tuple[int, int, int, int])
    assert_type(exchange.uint8s(b"", [bytearray(), memoryview(b"")]), int)
    assert_type(exchange.xor(exchange.array_read_only(b"a")), int | None)
    assert_type(exchange.apply(lambda number, factor: str(number * factor), 1, 2), str)
    assert_type(exchange.apply_all(None, [1]), list[int])
    assert_type(exchange.apply_all(abs, [1]), list[int])
    exchange.each(print, 1)
    assert_type(exchange.star(max, (1, 2)), int)
    assert_type(exchange.adder(1)(2), int)
    assert_type(exchange.joined(" ")(["a"], None), str)
    assert_type(exchange.failing()(1), int)
    exchange.unit_closure()()
    assert_type(exchange.first_above(iter([1.5]), 1), float | None)
    assert_type(exchange.lengths({"a": 1}, 1), list[str])
    assert_type(next(exchange.endless()), tuple[int, str])
    assert_type(list(exchange.fallible(1)), list[int])
    assert_type(functions.inside(1, b=True), int)
    assert_type(functions.INT, int)
    assert_type(functions.TEXT, str)
    assert_type(functions.FLOATS, list[float])
    assert_type(functions.pair, tuple[int, str | None])
    assert_type(functions.echo_f64(1), float)
    assert_type(functions.echo_bool(True), bool)
    assert_type(functions.echo_char("a"), str)
    assert_type(functions.echo_cow("a"), str)
    assert_type(functions.echo_slice(b"a"), bytes)
    assert_type(functions.echo_bytes([1, 2]), bytes)
    assert_type(functions.echo_bytes(bytearray(b"a")), bytes)
    assert_type(functions.echo_bytes(b"a"), bytes)
    assert_type(functions.echo_option(None), int | None)
    assert_type(functions.echo_option_str("a"), str | None)
    assert_type(functions.echo_vec((1, 2)), list[int])
    assert_type(functions.echo_vec(range(3)), list[int])
    assert_type(functions.echo_vec_vec([[1]]), list[list[int]])
    assert_type(functions.echo_vec_option([1, None]), list[int | None])
    assert_type(functions.echo_array([1, 2, 3]), list[int])
    assert_type(functions.echo_tuple2((1, "a")), tuple[int, str])
    assert_type(functions.echo_tuple1((1,)), tuple[int])
    assert_type(functions.echo_hash_map({"a": 1}), dict[str, int])
    assert_type(functions.echo_btree_map({1: [1.5]}), dict[int, list[float]])
    assert_type(functions.echo_hash_set(frozenset({1})), set[int])
    assert_type(functions.echo_btree_set({"a"}), set[str])
    assert_type(functions.echo_any(object()), Any)
    assert_type(functions.echo_py_int(1), int)
    assert_type(functions.list_of_signed(), list[int])
    assert_type(functions.unit(), None)
    assert_type(functions.converted(object(), 1), tuple[int, int, int])
    assert_type(functions.renamed(), int)
    assert_type(functions.fourfold(2), int)
    assert_type(functions.imported.PLACE, str)
    assert_type(functions.sub.level(), int)
    assert_type(functions.sub.deep.level(), int)
    assert_type(level(), int)
    assert_type(defaults.options(None, 2, d="d"), tuple[int | None, int | None, int | None, str | None, str | None])
    assert_type(defaults.containers(single=(2,), nested=[]), tuple[tuple[int, str], tuple[float], list[int], list[int], list[tuple[int, list[float]]], bool])  # fmt: skip
    assert_type(names.u8(), int)
    assert_type(names.match(type="a", fn="b"), str)
    assert_type(names.nameless(1, _ignored=2), None)
    assert_type(names.variadic_converted(1, 2, a=1.5), tuple[list[int], dict[str, float]])
    assert_type(names.variadic_optional(a=1), dict[str, int] | None)
    assert_type(names.variadic_any(1, "x", None, y=object()), tuple[int, Any, Any])
    assert_type(errors.own_error(0), int)
    assert_type(threads.count_letters("a", b""), tuple[int, int])
    assert_type(threads.call_from_foreign_threads(print, 1), list[int])
    assert_type(count("banana", letter="a"), int)
    assert_type(pkg.Count, int)
    assert_type(deep.outside(gen=1), int)

try:
    errors.panic()
except PanicException as error:
    print(error)

    # What functions add to modules, and exceptions.
    assert_type(functions.added_function("a"), str)
    assert_type(ported.LIMIT, int)
    assert_type(ported.__version__, str)
    assert_type(ported.listed.also, float)
    assert_type(ported.child.add(1), int)
    assert_type(modules.DISTANCE, float)
    assert_type(modules.LENGTH, float)
    try:
        exceptions.raise_base("a")
    except exceptions.DerivedError as derived_error:
        base_error: exceptions.BaseError = derived_error
    except (exceptions.ValueFault, ported.PortedError) as fault:
        value_error: ValueError = fault
    except exceptions.JSONDecodeError as decoding:
        assert_type(decoding.pos, int)
    exceptions.decode(exceptions.DerivedError(1))

    # NumPy's arrays.
    grid = arrays.grid(2, 3)
    assert_type(grid, NDArray[float64])
    assert_type(arrays.total(grid), float)
    arrays.asked_untyped(arrays.vector([1]))
