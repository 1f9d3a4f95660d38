//! Names, types and places that a careless macro would stumble over.

use mybind::prelude::*;
use mybind::types::{PyDict, PyTuple};

/// Named like a local of the trampoline.
#[mybind]
pub fn py(py: Python<'_>, args: i32) -> i32 {
    let _ = py;
    args
}

/// Another.
#[mybind]
pub fn args(args: i32, nargs: i32, kwnames: i32, trampoline: i32) -> (i32, i32, i32, i32) {
    (args, nargs, kwnames, trampoline)
}

/// Named like what the expansion names.
#[mybind]
pub fn trampoline(module: i32, runtime: i32, function: i32) -> i32 {
    module + runtime + function
}

/// Hostile parameters.
#[mybind]
pub fn parameters(
    self_: i32,
    module: i32,
    kwargs: i32,
    py: i32,
    cls: i32,
    r#type: i32,
    r#match: i32,
    name: i32,
    slot: i32,
    object: i32,
    value: i32,
    error: i32,
) -> [i32; 12] {
    [
        self_, module, kwargs, py, cls, r#type, r#match, name, slot, object, value, error,
    ]
}

/// A raw name.
#[mybind]
pub fn r#match(r#type: &str, r#fn: &str) -> String {
    format!("{type} {fn}", r#type = r#type, r#fn = r#fn)
}

/// Named like types and functions of the standard library.
#[mybind]
#[allow(non_snake_case)]
pub fn Ok(number: i32) -> i32 {
    number
}

/// Python knows it by another name.
#[mybind(name = "u8")]
pub fn byte() -> u8 {
    8
}

/// Not ASCII.
#[mybind]
pub fn größe(länge: f64) -> f64 {
    länge
}

/// A `fn` pattern may be `mut`.
#[mybind]
pub fn mutable(mut values: Vec<i32>) -> Vec<i32> {
    values.push(0);
    values
}

/// Nameless.
#[mybind]
pub fn nameless(_: i32, _ignored: i32) {}

/// The token is not in front.
#[mybind]
pub fn token_last(a: i32, py: Python<'_>) -> PyResult<Bound<'_, PyAny>> {
    (a + 1).into_bound_py_any(py)
}

type Number = i32;
type Fallible<T> = Result<T, PyErr>;

/// Aliases.
#[mybind]
pub fn aliases(number: Number) -> Fallible<Number> {
    std::result::Result::Ok(number)
}

macro_rules! functions {
    ($($name:ident = $value:expr),*) => {$(
        /// Made by a macro.
        #[mybind]
        pub fn $name(factor: i32) -> i32 {
            factor * $value
        }
    )*};
}
functions!(double = 2, triple = 3);

macro_rules! made {
    ($name:ident, $parameter:ident: $ty:ty, $default:expr, $result:ty, $body:expr) => {
        /// Made by a macro, in every part.
        #[mybind(signature = ($parameter = $default))]
        pub fn $name($parameter: $ty) -> $result {
            $body
        }
    };
}
made!(made_in_parts, anything: i64, -(3 + 4), i64, anything * 2);

/// Lifetimes.
#[mybind]
pub fn lifetimes<'a, 'py>(
    py: Python<'py>,
    text: &'a str,
    _object: &Bound<'py, PyAny>,
) -> PyResult<Bound<'py, PyAny>>
where
    'py: 'a,
{
    text.into_bound_py_any(py)
}

#[cfg(not(doctest))]
/// Is there.
#[mybind]
pub fn only_one() -> &'static str {
    "this"
}

#[cfg(doctest)]
/// Is not there.
#[mybind]
pub fn only_one() -> ThereIsNoSuchType {
    "that"
}

/// The only variadic spellings.
#[mybind(signature = (*args, **kwargs))]
pub fn variadic_handles<'py>(
    args: &Bound<'py, PyTuple>,
    kwargs: Option<&Bound<'py, PyDict>>,
) -> (Bound<'py, PyTuple>, Option<Bound<'py, PyDict>>) {
    (args.clone(), kwargs.cloned())
}

/// Owned handles.
#[mybind(signature = (*args, **kwargs))]
pub fn variadic_owned(args: Py<PyTuple>, kwargs: Py<PyDict>) -> (Py<PyTuple>, Py<PyDict>) {
    (args, kwargs)
}

/// Converted.
#[mybind(signature = (*args, **kwargs))]
pub fn variadic_converted(
    args: Vec<i32>,
    kwargs: std::collections::BTreeMap<String, f64>,
) -> (Vec<i32>, std::collections::BTreeMap<String, f64>) {
    (args, kwargs)
}

/// Converted, if any.
#[mybind(signature = (**kwargs))]
pub fn variadic_optional(
    kwargs: Option<std::collections::HashMap<String, i32>>,
) -> Option<std::collections::HashMap<String, i32>> {
    kwargs
}

/// Anything.
#[mybind(signature = (first, *args, **kwargs))]
pub fn variadic_any<'py>(
    first: i32,
    args: &Bound<'py, PyAny>,
    kwargs: &Bound<'py, PyAny>,
) -> (i32, Bound<'py, PyAny>, Bound<'py, PyAny>) {
    (first, args.clone(), kwargs.clone())
}
