//! What the options of a function change.

use mybind::prelude::*;

/// Converts by a function instead of a type.
pub fn length(object: &Bound<'_, PyAny>) -> PyResult<usize> {
    object.len()
}

/// The sum of the squares, while other threads run.
///
/// # Errors
/// When the sum is too large.
#[mybind(
    name = "squares",
    detach,
    deprecated = "use numpy",
    text_signature = "(numbers)"
)]
pub fn sum_of_squares(numbers: Vec<i64>) -> Result<i64, String> {
    let square = |number: i64| number.checked_mul(number);
    let add = |sum: i64, number: i64| sum.checked_add(square(number)?);
    numbers
        .into_iter()
        .try_fold(0, add)
        .ok_or_else(|| "too large".to_owned())
}

/// The length and the name of the module.
///
/// # Errors
/// When the module has no name.
#[mybind(pass_module, from_py_with = (size = length), signature = (size = 0))]
pub fn describe(py: Python<'_>, module: &Bound<'_, PyModule>, size: usize) -> PyResult<String> {
    let version = py.version_info();
    Ok(format!("{} {size} {}", module.name()?, version.major))
}
