//! Buffers, callables and iterators, for the tests in Python beside it.

#![deny(warnings, missing_docs, unsafe_op_in_unsafe_fn)]

#[cfg(not(feature = "abi3"))]
mod buffers;
mod callables;
mod iterators;

use mybind::prelude::*;

/// What goes in and out piece by piece.
#[mybind]
mod exchange {
    #[cfg(not(feature = "abi3"))] // the stable ABI of 3.10 has no buffers
    #[mybind]
    use super::buffers::{
        array, array_2d, array_bool, array_of_shape, array_read_only, copied, count_and_size,
        counted_detached, dimensions, fill_detached, float32s, from_array, held_count, hold,
        int64s, item, items_of, layout, let_go, negated, owner, released_by, running_sum,
        sum_detached, typed_later, uint8s, write_back, xor,
    };
    #[mybind]
    use super::callables::{
        adder, apply, apply_all, apply_slices, calls, compose, counted, counter, detached, drops,
        each, failing, joined, keep, kept, kept_on_thread, named, no_arguments, panicking,
        raw_function, star, tracked, twice, unit_closure, unkeep,
    };
    #[mybind]
    use super::iterators::{
        chained, countdown, dropped_iterators, endless, fallible, first_above, lengths, mapped,
        panics_at, powers, sleepy, tracked_iterator,
    };
}
