//! The forms that a function can have in Rust.

use std::collections::HashMap;

use mybind::mybind;
use mybind::types::{PyAny, PyDict, PyTuple};
use mybind::{Bound, FromPyObject, Py, PyErr, PyResult, Python};

/// An alias of a type, for which the compiler knows the hint.
pub type Table<V> = HashMap<String, Vec<Option<V>>>;

/// A type with a const parameter.
pub struct Sized<const N: usize>;

impl<'a, 'py, const N: usize> FromPyObject<'a, 'py> for Sized<N> {
    type Error = PyErr;

    fn extract(_object: mybind::Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
        Ok(Sized)
    }
}

/// `const`, `extern "C"`, a `where` clause, lifetimes, attributes before and after.
#[inline]
#[mybind]
#[must_use]
#[allow(improper_ctypes_definitions)]
pub const extern "C" fn qualified<'a, 'b>(a: i32, b: &'a str, _c: &'b [u8]) -> i32
where
    'a: 'b,
    i32: Copy,
{
    let _ = b;
    a
}

/// Types with commas, angles, blocks and arrows in them.
///
/// # Errors
/// Never.
#[mybind(signature = (a, b, /, c = {Sized::<{ 1 + 1 }>}, *, d = Some(1 << 3), e = vec![1; if 1 < 2 { 3 } else { 4 }], f = None,))]
pub fn types(
    a: Table<f64>,
    b: (i32, [u8; 1 + 1], HashMap<String, (i32, i32)>),
    c: Sized<{ 1 + 1 }>,
    d: ::std::option::Option<i32>,
    e: Vec<u64>,
    f: Option<<Vec<u8> as IntoIterator>::Item>,
) -> ::core::result::Result<Option<(usize, [u8; 2], Vec<u64>)>, std::num::ParseIntError> {
    let Sized = c;
    Ok(d.map(|_| (a.len() + usize::from(f.unwrap_or(0)), b.1, e)))
}

/// A conversion of the user's own.
fn function_of(object: &Bound<'_, PyAny>) -> PyResult<fn(i32) -> i32> {
    object.len().map(|_| i32::wrapping_neg as fn(i32) -> i32)
}

/// A function pointer, and one that is generic over lifetimes.
#[mybind(from_py_with = (f = function_of, g = text_function_of))]
#[must_use]
pub fn pointers(f: fn(i32) -> i32, g: for<'a> fn(&'a str) -> &'a str) -> i32 {
    f(i32::from(g("a").is_empty()))
}

/// A function that is generic over lifetimes.
type TextFunction = for<'a> fn(&'a str) -> &'a str;

fn text_function_of(object: &Bound<'_, PyAny>) -> PyResult<TextFunction> {
    object.len().map(|_| str::trim as TextFunction)
}

/// Conversions on the parameters themselves, one of them a closure, among other attributes and tokens like theirs.
#[mybind(signature = (r#type, _, /, mutable = 1))]
#[must_use]
pub fn converted_by(
    _py: Python<'_>,
    #[mybind(from_py_with = |object: &Bound<'_, PyAny>| object.len())] r#type: usize,
    #[allow(unused)]
    #[mybind(from_py_with = self::lengths::<{ 1 + 1 }>)]
    _: [usize; 2],
    #[mybind(from_py_with = <Bound<'_, PyAny>>::len,)]
    #[deny(unused)]
    mut mutable: usize,
) -> usize {
    mutable += r#type;
    mutable
}

fn lengths<const N: usize>(object: &Bound<'_, PyAny>) -> PyResult<[usize; N]> {
    object.len().map(|length| [length; N])
}

/// The token and handles with a named lifetime, and a default that returns.
///
/// # Errors
/// When the dict has no length.
#[mybind(signature = (*args, default = return_early(), **kwargs))]
pub fn handles<'py>(
    args: &Bound<'py, PyTuple>,
    py: Python<'py>,
    default: i32,
    kwargs: Option<Bound<'py, PyDict>>,
) -> PyResult<(Bound<'py, PyAny>, Py<PyAny>, i32)> {
    let length = kwargs.map_or(Ok(0), |kwargs| kwargs.as_any().len())?;
    Ok((
        args.as_any().clone(),
        py.None(),
        default + i32::try_from(length).unwrap_or(i32::MAX),
    ))
}

const fn return_early() -> i32 {
    if true {
        return 1;
    }
    2
}

#[doc = include_str!("documented.md")]
#[doc = concat!("and ", "more")]
/// and a line.
#[mybind]
pub fn documented() {}

/// One of two.
#[cfg(unix)]
#[mybind]
#[must_use]
pub fn on_one_system() -> i32 {
    1
}

/// The other.
#[cfg(not(unix))]
#[mybind]
#[must_use]
pub fn on_one_system() -> i32 {
    2
}

/// Options in several attributes, with others between them.
#[mybind]
#[must_use]
#[mybind(signature = (a, b = 1),)]
#[mybind(name = "in_several")]
pub fn in_several_attributes(a: i32, b: i32) -> i32 {
    a - b
}

/// An item in a function's body.
#[must_use]
pub fn outer() -> i32 {
    #[mybind]
    fn inner(x: i32) -> i32 {
        x
    }
    let _ = mybind::function!(inner);
    inner(1)
}
