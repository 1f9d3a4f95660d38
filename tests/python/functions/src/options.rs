//! The options of a function, one by one.

use mybind::exceptions::PyTypeError;
use mybind::prelude::*;

/// Has another name in Python.
#[mybind(name = "renamed")]
pub fn original() -> i32 {
    1
}

/// Has a signature of its own telling.
#[mybind(signature = (number, /, how = { "well" }), text_signature = "(number, /, how='well')")]
pub fn told(number: i32, how: &str) -> String {
    format!("{number} {how}")
}

/// Has none.
#[mybind(text_signature = None)]
pub fn untold(number: i32) -> i32 {
    number
}

/// Gives a warning.
#[mybind(deprecated = "use something else: é")]
pub fn deprecated(number: i32) -> i32 {
    number
}

fn length(object: &Bound<'_, PyAny>) -> PyResult<usize> {
    object.len()
}

mod converters {
    use super::*;

    pub(super) fn refuse(_: &Bound<'_, PyAny>) -> PyResult<Option<i32>> {
        Err(PyTypeError::new_err("refused"))
    }

    pub(super) fn parse(object: &Bound<'_, PyAny>) -> Result<i32, std::num::ParseIntError> {
        object.extract::<String>().unwrap_or_default().parse()
    }
}

/// Converts with functions.
#[mybind(from_py_with = (number = converters::parse), signature = (size, other, number = 5))]
pub fn converted(
    #[mybind(from_py_with = length)] size: usize,
    other: i32,
    number: i32,
) -> (usize, i32, i32) {
    (size, other, number)
}

/// Converts with one that refuses.
#[mybind(signature = (value = None))]
pub fn refused(#[mybind(from_py_with = converters::refuse)] value: Option<i32>) -> bool {
    value.is_none()
}

/// Gets its module.
#[mybind(pass_module)]
pub fn module_name<'py>(
    module: &Bound<'py, PyModule>,
) -> PyResult<Bound<'py, mybind::types::PyString>> {
    module.name()
}

/// Gets its module, the token and an argument.
#[mybind(pass_module, signature = (number, times = 2))]
pub fn module_and_more(
    number: i32,
    _python: Python<'_>,
    module: &Bound<'_, PyModule>,
    times: i32,
) -> PyResult<(String, i32)> {
    Ok((module.name()?.to_string(), number * times))
}

/// # Markdown
///
/// First paragraph, "quoted" and \escaped\.
///
///     indented
///
/// Last: ends in """
#[mybind]
pub fn documented() {}

#[doc = "Joined "]
#[doc = concat!("from ", "parts.")]
#[mybind]
pub fn documented_in_parts() {}

#[mybind]
#[allow(missing_docs)]
pub fn undocumented() {}

/// Adds a function in its body.
#[mybind]
pub fn function_in_body(py: Python<'_>) -> PyResult<Bound<'_, PyAny>> {
    /// Lives in a body.
    #[mybind(signature = (a, b = 2))]
    fn inner(a: i32, b: i32) -> i32 {
        a * b
    }
    let module = PyModule::new(py, "made")?;
    module.add_function(function!(inner))?;
    module.getattr("inner")
}
