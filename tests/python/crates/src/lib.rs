//! Conversions of other crates' types, for the tests in Python beside it.

#![deny(warnings, missing_docs, unsafe_op_in_unsafe_fn)]

mod chrono;
mod collections;
mod errors;
mod jiff;
mod numbers;
mod serde;
mod time;

use mybind::prelude::*;

/// What other crates have.
#[mybind]
mod crates {
    #[mybind]
    use super::collections::{
        brown_map, brown_set, either_of, either_shared, eithers, index_map, index_map_reversed,
        index_map_shared, index_set, part_of_bytes, shared_bytes, small_bytes, small_vec,
        small_vec_shared, small_vec_spilled,
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

    /// chrono's.
    #[mybind]
    mod chrono {
        #[mybind]
        use crate::chrono::{
            date, datetime, datetime_at_offset, datetime_in_utc, datetime_in_zone, duration,
            extreme_datetime, first_of, last_second, long_duration, offset, time, timestamps, utc,
            utc_to_zone, zone, zone_to_utc,
        };
    }

    /// jiff's.
    #[mybind]
    mod jiff {
        #[mybind]
        use crate::jiff::{
            date, datetime, duration, first_of, last_second, long_duration, nameless_zone, offset,
            offset_of, span, time, timestamp, timestamp_at, utc_to_zone, week_date, zone,
            zone_to_utc, zoned,
        };
    }

    /// serde's.
    #[mybind]
    mod serde {
        #[mybind]
        use crate::serde::{
            dumps, everything, everything_shared, extremes, failing, json, loads, odd_keys,
            optional, raw, shape, tagged, transcode, unhashable_key, untagged,
        };
    }

    /// time's.
    #[mybind]
    mod time {
        #[mybind]
        use crate::time::{
            date, datetime, datetime_at_offset, datetime_in_utc, duration, first_of, last_second,
            long_duration, offset, offset_of, time_of_day,
        };
    }
}
