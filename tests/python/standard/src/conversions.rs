//! Each conversion, both ways: most functions return what they were given.

use std::borrow::Cow;
use std::cell::Cell;
use std::collections::{BinaryHeap, VecDeque};
use std::ffi::{CStr, CString, OsStr, OsString};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::num::NonZero;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use mybind::prelude::*;
use mybind::types::PyList;

macro_rules! echo {
    ($($name:ident: $ty:ty,)*) => {$(
        #[doc = concat!("`", stringify!($ty), "`.")]
        #[mybind]
        pub fn $name(value: $ty) -> $ty {
            value
        }
    )*};
}

echo! {
    path_buf: PathBuf,
    path_bufs: Vec<PathBuf>,
    os_string: OsString,
    c_string: CString,
    boxed: Box<f64>,
    boxed_str: Box<str>,
    boxed_slice: Box<[i32]>,
    boxed_bytes: Box<[u8]>,
    rc: Rc<Vec<i32>>,
    rc_str: Rc<str>,
    arc: Arc<Vec<Option<String>>>,
    arc_str: Arc<str>,
    arc_bytes: Arc<[u8]>,
    arc_handle: Arc<Py<PyList>>,
    cell: Cell<i32>,
    vec_deque: VecDeque<i32>,
    vec_deque_bytes: VecDeque<u8>,
    non_zero_i8: NonZero<i8>,
    non_zero_u32: NonZero<u32>,
    non_zero_i128: NonZero<i128>,
    non_zeros: Vec<NonZero<usize>>,
    duration: Duration,
    durations: Rc<[Duration]>,
    system_time: SystemTime,
    system_times: Rc<Vec<SystemTime>>,
    ip_addr: IpAddr,
    ip_addrs: Arc<[IpAddr]>,
    ipv4_addr: Ipv4Addr,
    ipv6_addr: Ipv6Addr,
    range_i64: Range<i64>,
    range_u8: Range<u8>,
    ranges: Arc<[Range<u32>]>,
}

macro_rules! echo_borrowed {
    ($($name:ident: $ty:ty,)*) => {$(
        #[doc = concat!("`", stringify!($ty), "`.")]
        #[mybind]
        pub fn $name<'a>(value: $ty) -> $ty {
            value
        }
    )*};
}

echo_borrowed! {
    path: &'a Path,
    optional_path: Option<&'a Path>,
    cow_path: Cow<'a, Path>,
    os_str: &'a OsStr,
    cow_os_str: Cow<'a, OsStr>,
    c_str: &'a CStr,
    cow_c_str: Cow<'a, CStr>,
}

/// Whether a `Cow<Path>` borrows.
#[mybind]
pub fn cow_path_is_borrowed(value: Cow<'_, Path>) -> bool {
    matches!(value, Cow::Borrowed(_))
}

/// Whether a `Cow<OsStr>` borrows.
#[mybind]
pub fn cow_os_str_is_borrowed(value: Cow<'_, OsStr>) -> bool {
    matches!(value, Cow::Borrowed(_))
}

/// The bytes of an `OsString`.
#[mybind]
pub fn os_string_bytes(value: OsString) -> Vec<u8> {
    value.into_encoded_bytes()
}

/// A `CString` of any bytes but 0.
#[mybind]
pub fn raw_c_string(bytes: Vec<u8>) -> Result<CString, std::ffi::NulError> {
    CString::new(bytes)
}

/// What a `CString` says of a zero byte.
#[mybind]
pub fn nul_inside() -> Result<CString, std::ffi::NulError> {
    CString::new("a\0b")
}

/// The items of a heap from the greatest to the least.
#[mybind]
pub fn binary_heap(value: BinaryHeap<i32>) -> (Vec<i32>, usize) {
    let length = value.len();
    let mut items = value.into_sorted_vec();
    items.reverse();
    (items, length)
}

/// A duration of that many seconds and nanoseconds.
#[mybind]
pub fn long_duration(seconds: u64, nanoseconds: u32) -> Duration {
    Duration::new(seconds, nanoseconds)
}

/// A time before 1970 by that many nanoseconds.
#[mybind]
pub fn system_time_before_epoch(nanoseconds: u64) -> SystemTime {
    SystemTime::UNIX_EPOCH - Duration::from_nanos(nanoseconds)
}

/// A time far ahead.
#[mybind]
pub fn far_system_time() -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_secs(1 << 40)
}
