"""Wrong uses: mypy and pyright reject each line that is marked, and no other."""

import arrays
import crates
import derived
import exchange
import functions
import pkg
from functions import defaults, names, threads
from pkg._native import deep

crates.either_of(0.5)  # error
crates.brown_map({1: 1})  # error
crates.index_set([1])  # error
crates.small_vec("a")  # error
crates.big_uint(0.5)  # error
crates.complex64("1")  # error
crates.ratio_i64(0.5)  # error
crates.any_uuid("a")  # error
crates.decimal(1j)  # error
crates.chrono.duration(1)  # error
crates.chrono.datetime("2024-01-01")  # error
crates.chrono.utc(None)  # error
crates.jiff.timestamp(0.5)  # error
crates.time.offset(1)  # error
exchange.int64s([1])  # error
exchange.uint8s("a", [])  # error
exchange.apply(lambda number: str(number), 1, 2)  # error
exchange.apply_all(len, [1])  # error
exchange.each(1, 1)  # error
exchange.adder(1)("a")  # error
exchange.joined(" ")(["a"])  # error
exchange.first_above(["a"], 1)  # error
exchange.powers(2)[0]  # error
functions.inside(1, 2)
functions.inside(1, "2")  # error
functions.inside(1)  # error
functions.inside(1, 2, 3)  # error
functions.inside(1, c=2)  # error
functions.sub.nothing()  # error
functions.echo_f64("1")  # error
functions.echo_bool(1)  # error
functions.echo_i8(1.0)  # error
functions.echo_slice("a")  # error
functions.echo_slice([1])  # error
functions.echo_bytes("a")  # error
functions.echo_option("a")  # error
functions.echo_option()  # error
functions.echo_vec(1)  # error
functions.echo_vec(["a"])  # error
functions.echo_vec({1})  # error
functions.echo_vec_vec([1])  # error
functions.echo_tuple2((1, 2))  # error
functions.echo_tuple2([1, "a"])  # error
functions.echo_tuple1((1, 2))  # error
functions.echo_hash_map({1: 1})  # error
functions.echo_hash_map([1])  # error
functions.echo_hash_set([1])  # error
functions.echo_py_list((1,))  # error
functions.fourfold(factor="a")  # error
functions.sub.level(1)  # error
functions.sub.deep.level().upper()  # error
functions.told(1, 2)  # error
functions.module_name(functions)  # error
defaults.literals(text=1)  # error
defaults.options(d=1)  # error
defaults.bytes(bytes="a")  # error
names.nameless(_=1, _ignored=2)  # error
names.variadic_converted("a")  # error
names.variadic_converted(a="a")  # error
names.variadic_any("a")  # error
names.token_last(1, 2)  # error
threads.meet(1, 0.5)  # error
threads.kept(1)  # error
pkg.count("a", letter=1)  # error
pkg.panic()  # error
deep.outside(1) + "a"  # error
derived.norm((1, 2))  # error
derived.norm({"x": 1, "y": 2})  # error
derived.maybe_point(1)  # error
derived.echo_options({"maxDepth": "a"})  # error
derived.echo_options({})  # error
derived.count_options({"a": "1"})  # error
derived.echo_point(derived.echo_point(None))  # error
derived.echo_color("blue")  # error
derived.echo_fruit(1)  # error
derived.echo_tree({"value": 1, "children": [{"value": "a"}]})  # error
derived.echo_triple((1, 2, 3))  # error
derived.echo_shape({"side": 1})  # error
derived.greet("a", "b")  # error
derived.repeat(1.5)  # error
derived.repeat(None, 3)  # error
derived.counted(key="a")  # error
derived.hinted(["a"])  # error
derived.hinted([1], "middling")  # error
derived.hinted([1], callback=len)  # error
derived.flip(2)  # error
derived.nested.inside("a")  # error
arrays.total([1.0])  # error
arrays.total(arrays.vector([1]))  # error
