//! Every conversion of the core list, both ways: each function returns what it was given.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use mybind::prelude::*;
use mybind::types::{
    PyBool, PyDict, PyFloat, PyInt, PyList, PyMapping, PySequence, PySet, PyString, PyTuple, PyType,
};

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
    echo_bool: bool,
    echo_i8: i8,
    echo_u8: u8,
    echo_i16: i16,
    echo_u16: u16,
    echo_i32: i32,
    echo_u32: u32,
    echo_i64: i64,
    echo_u64: u64,
    echo_i128: i128,
    echo_u128: u128,
    echo_isize: isize,
    echo_usize: usize,
    echo_f32: f32,
    echo_f64: f64,
    echo_char: char,
    echo_string: String,
    echo_bytes: Vec<u8>,
    echo_option: Option<i32>,
    echo_option_string: Option<String>,
    echo_vec: Vec<i32>,
    echo_vec_float: Vec<f64>,
    echo_vec_string: Vec<String>,
    echo_vec_vec: Vec<Vec<i32>>,
    echo_vec_option: Vec<Option<i32>>,
    echo_array: [i32; 3],
    echo_array_string: [String; 2],
    echo_array_bytes: [u8; 4],
    echo_tuple1: (i32,),
    echo_tuple2: (i32, String),
    echo_tuple12: (i8, u8, i16, u16, i32, u32, i64, u64, f32, f64, bool, char),
    echo_hash_map: HashMap<String, i32>,
    echo_btree_map: BTreeMap<i32, Vec<f64>>,
    echo_hash_set: HashSet<i32>,
    echo_btree_set: BTreeSet<String>,
    echo_unbound: Py<PyAny>,
    echo_unbound_list: Py<PyList>,
}

macro_rules! echo_handle {
    ($($name:ident: $ty:ident,)*) => {$(
        #[doc = concat!("`&Bound<'_, ", stringify!($ty), ">`.")]
        #[mybind]
        pub fn $name<'py>(value: &Bound<'py, $ty>) -> Bound<'py, $ty> {
            value.clone()
        }
    )*};
}

echo_handle! {
    echo_any: PyAny,
    echo_py_bool: PyBool,
    echo_py_dict: PyDict,
    echo_py_float: PyFloat,
    echo_py_int: PyInt,
    echo_py_list: PyList,
    echo_py_mapping: PyMapping,
    echo_py_sequence: PySequence,
    echo_py_set: PySet,
    echo_py_string: PyString,
    echo_py_tuple: PyTuple,
    echo_py_type: PyType,
}

/// A borrowed string.
#[mybind]
pub fn echo_str(value: &str) -> &str {
    value
}

/// Perhaps a borrowed string.
#[mybind]
pub fn echo_option_str(value: Option<&str>) -> Option<&str> {
    value
}

/// Borrowed bytes.
#[mybind]
pub fn echo_slice(value: &[u8]) -> &[u8] {
    value
}

/// A string, borrowed where it can be.
#[mybind]
pub fn echo_cow(value: Cow<'_, str>) -> Cow<'_, str> {
    value
}

/// Perhaps a list itself.
#[mybind]
pub fn echo_option_list<'py>(value: Option<&Bound<'py, PyList>>) -> Option<Bound<'py, PyList>> {
    value.cloned()
}

/// Nothing.
#[mybind]
pub fn unit() {}

/// Nothing, or an error.
#[mybind]
pub fn unit_result() -> PyResult<()> {
    Ok(())
}

/// Bytes that are a list: the item type has no bytes.
#[mybind]
pub fn list_of_signed() -> Vec<i8> {
    vec![1, 2]
}

/// The sum of a list that Python code may change meanwhile.
#[mybind]
pub fn sum(values: Vec<i64>) -> i64 {
    values.iter().sum()
}
