//! Conversions of the standard library beyond the core, and `datetime`'s types, for the tests in Python beside it.

#![deny(warnings, missing_docs, unsafe_op_in_unsafe_fn)]

mod conversions;
mod moments;

use mybind::prelude::*;

/// What the standard libraries of both languages have.
#[mybind]
mod standard {
    #[mybind]
    use super::conversions::{
        arc, arc_bytes, arc_handle, arc_str, binary_heap, boxed, boxed_bytes, boxed_slice,
        boxed_str, c_str, c_string, cell, cow_c_str, cow_os_str, cow_os_str_is_borrowed, cow_path,
        cow_path_is_borrowed, duration, durations, far_system_time, ip_addr, ip_addrs, ipv4_addr,
        ipv6_addr, long_duration, non_zero_i8, non_zero_i128, non_zero_u32, non_zeros, nul_inside,
        optional_path, os_str, os_string, os_string_bytes, path, path_buf, path_bufs, range_i64,
        range_u8, ranges, raw_c_string, rc, rc_str, system_time, system_time_before_epoch,
        system_times, vec_deque, vec_deque_bytes,
    };
    #[mybind]
    use super::moments::{
        date_from_timestamp, date_parts, datetime_from_timestamp, datetime_parts, delta_parts,
        echo_date, echo_datetime, echo_delta, echo_time, echo_tzinfo, fixed_offset, is_datetime,
        make_date, make_datetime, make_delta, make_time, time_parts, utc, zone,
    };
}
