//! Types with parameters.

use mybind::prelude::*;
use mybind::types::PyList;

/// Generic over types, with a bound, a default and a `where` clause.
#[derive(FromPyObject, IntoPyObject, IntoPyObjectRef)]
pub struct Tagged<T: Clone = i32, const N: usize = 1>
where
    T: PartialEq,
{
    value: T,
    tags: [String; N],
}

#[mybind]
pub fn echo_tagged(tagged: Tagged, other: Tagged<String, 2>) -> (Tagged, Tagged<String, 2>) {
    (tagged, other)
}

/// As a tuple.
#[derive(FromPyObject, IntoPyObject)]
pub struct Pair<A, B>(A, B);

#[mybind]
pub fn echo_pair(pair: Pair<i32, Vec<String>>) -> Pair<i32, Vec<String>> {
    pair
}

/// With the lifetime of the interpreter.
#[derive(FromPyObject, IntoPyObject)]
pub struct Borrowing<'py> {
    items: Bound<'py, PyList>,
    any: Option<Bound<'py, PyAny>>,
}

#[mybind]
pub fn echo_borrowed(object: Borrowing<'_>) -> Borrowing<'_> {
    object
}

/// More fields than tuples can be converted by themselves.
#[derive(FromPyObject, IntoPyObject)]
pub struct Wide(u8, u8, u8, u8, u8, u8, u8, u8, u8, u8, u8, u8, u8, u8);

#[mybind]
pub fn echo_wide(wide: Wide) -> Wide {
    wide
}
