//! Conversions of other crates' types, for the tests in Python beside it.

#![deny(warnings, missing_docs, unsafe_op_in_unsafe_fn)]

mod collections;
mod errors;
mod numbers;

use mybind::prelude::*;

/// What other crates have.
#[mybind]
mod crates {
    #[mybind]
    use super::collections::{
        brown_map, brown_set, either_of, either_shared, eithers, index_map, index_map_reversed,
        index_map_shared, index_set, small_bytes, small_vec, small_vec_shared, small_vec_spilled,
    };
    #[mybind]
    use super::errors::{anyhow_error, anyhow_python_error, eyre_error, eyre_python_error};
    #[mybind]
    use super::numbers::{
        any_uuid, big_decimal, big_decimal_scaled, big_decimal_shared, big_int, big_int_power,
        big_int_shared, big_ints, big_uint, big_uint_shared, complex32, complex64,
        complex64_shared, decimal, decimal_shared, decimals, non_nil_uuid, not_nan, ordered_f32,
        ordered_f64, ordered_set, ratio_big, ratio_i8, ratio_i64, ratio_i128, ratio_shared,
        uuid_shared,
    };
}
