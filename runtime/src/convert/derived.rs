//! What the code of `#[derive(FromPyObject, IntoPyObject)]` calls.

use std::cell::Cell;
use std::fmt::Write;

use super::{IntoPyObject, in_item};
use crate::error::{PyErr, PyResult, joined};
use crate::exceptions::{
    PyException, PyIndexError, PyKeyError, PyMemoryError, PyRecursionError, PyTypeError,
    PyValueError,
};
use crate::ffi;
use crate::object::{Borrowed, Bound};
use crate::python::Python;
use crate::types::{PyAny, PyString, PyTuple};

/// Converts a field by a function of the user's (`from_py_with`).
///
/// # Errors
/// The conversion's, with the field's name.
pub fn field<'a, 'py, T, E: Into<PyErr>>(
    value: &'a Bound<'py, PyAny>,
    name: &'static str,
    converter: impl FnOnce(&'a Bound<'py, PyAny>) -> Result<T, E>,
) -> PyResult<T> {
    converter(value).map_err(|error| in_field(value.py(), name, error.into()))
}

/// As [`field`], for a field that may be missing.
///
/// # Errors
/// The conversion's, with the field's name.
pub fn optional_field<'a, 'py, T, E: Into<PyErr>>(
    found: &'a Option<Bound<'py, PyAny>>,
    name: &'static str,
    converter: impl FnOnce(&'a Bound<'py, PyAny>) -> Result<T, E>,
    otherwise: impl FnOnce() -> T,
) -> PyResult<T> {
    match found {
        Some(value) => field(value, name, converter),
        None => Ok(otherwise()),
    }
}

/// As [`field`], for an item of a tuple.
///
/// # Errors
/// The conversion's, with the index.
pub fn tuple_item<'a, 'py, T, E: Into<PyErr>>(
    value: &'a Bound<'py, PyAny>,
    index: usize,
    converter: impl FnOnce(&'a Bound<'py, PyAny>) -> Result<T, E>,
) -> PyResult<T> {
    converter(value).map_err(|error| in_item(value.py(), index, error))
}

/// `object[key]`, or `None` where there is no such key.
///
/// # Errors
/// What `__getitem__` raises, but for KeyError and IndexError.
pub fn optional_item<'py>(
    object: Borrowed<'_, 'py, PyAny>,
    key: impl IntoPyObject<'py>,
) -> PyResult<Option<Bound<'py, PyAny>>> {
    let py = object.py();
    match object.get_item(key) {
        Ok(value) => Ok(Some(value)),
        Err(error)
            if error.is_instance_of::<PyKeyError>(py)
                || error.is_instance_of::<PyIndexError>(py) =>
        {
            Ok(None)
        }
        Err(error) => Err(error),
    }
}

/// The items of a tuple of `N`.
///
/// # Errors
/// TypeError when it is no tuple, ValueError when it has another length.
pub fn tuple_items<'py, const N: usize>(
    object: Borrowed<'_, 'py, PyAny>,
) -> PyResult<[Bound<'py, PyAny>; N]> {
    super::tuples::items(object)
}

/// A variant of an enum: what an error says of it, and how it is made.
pub struct Variant<'a, 'py, T> {
    /// Its name in Rust.
    pub name: &'static str,
    /// What it is, in the user's words; the same name where there are none.
    pub annotation: &'static str,
    /// Makes it.
    pub extract: fn(Borrowed<'a, 'py, PyAny>) -> PyResult<T>,
}

/// The first variant that `object` fits.
///
/// # Errors
/// TypeError with the reason of each variant. MemoryError, RecursionError and what is no `Exception`, such as
/// KeyboardInterrupt, are no reasons, and pass.
pub fn first_that_fits<'a, 'py, T>(
    object: Borrowed<'a, 'py, PyAny>,
    name: &str,
    variants: &[Variant<'a, 'py, T>],
) -> PyResult<T> {
    let py = object.py();
    let mut reasons = Vec::with_capacity(variants.len());
    for variant in variants {
        match (variant.extract)(object) {
            Ok(value) => return Ok(value),
            Err(error) if is_reason(py, &error) => reasons.push(error),
            Err(error) => return Err(error),
        }
    }
    let annotations: Vec<&str> = variants.iter().map(|variant| variant.annotation).collect();
    let mut message = format!(
        "failed to extract enum {name} ('{}')",
        annotations.join(" | ")
    );
    for (
        Variant {
            name, annotation, ..
        },
        reason,
    ) in variants.iter().zip(reasons)
    {
        // Writing to a `String` cannot fail.
        let _ = write!(message, "\n- variant {name} ({annotation}): {reason}");
    }
    Err(PyTypeError::new_err(message))
}

/// Whether the error says something of the object.
#[inline]
fn is_reason(py: Python<'_>, error: &PyErr) -> bool {
    error.is_instance_of::<PyException>(py)
        && !error.is_instance_of::<PyMemoryError>(py)
        && !error.is_instance_of::<PyRecursionError>(py)
}

/// A variant without fields, and the text that it is.
type TextVariant<T> = (&'static str, fn() -> T);

/// The variant whose text `object` is.
///
/// # Errors
/// TypeError when it is no `str`, ValueError when it is another text.
pub fn text_variant<T>(
    object: Borrowed<'_, '_, PyAny>,
    variants: &[TextVariant<T>],
) -> PyResult<T> {
    let text = object.cast::<PyString>()?;
    // What has lone surrogates is none of them.
    let given = text.to_str().ok();
    if let Some((_, variant)) = variants.iter().find(|(known, _)| Some(*known) == given) {
        return Ok(variant());
    }
    let known: Vec<String> = variants
        .iter()
        .map(|(known, _)| format!("'{known}'"))
        .collect();
    let message = match known.as_slice() {
        [only] => format!("{text:?} is not {only}"),
        known => format!("{text:?} is none of {}", known.join(", ")),
    };
    Err(PyValueError::new_err(message))
}

/// Counts how deep the conversion of a type that contains itself is on this thread, as long as it lives.
pub struct Recursion<'py>(Python<'py>);

impl<'py> Recursion<'py> {
    /// Until 3.14 Python counts calls, and of far smaller frames than a conversion's: as many of these overflow the stack.
    const LIMIT: u16 = 256;

    /// One deeper.
    ///
    /// # Errors
    /// RecursionError, so that no data of Python's can overflow the stack.
    pub fn enter(py: Python<'py>) -> PyResult<Self> {
        if DEPTH.get() == Self::LIMIT {
            return Err(PyRecursionError::new_err(
                "maximum recursion depth exceeded while converting an object",
            ));
        }
        // SAFETY: the thread is attached; the text follows "maximum recursion depth exceeded".
        if unsafe { ffi::Py_EnterRecursiveCall(c" while converting an object".as_ptr()) } != 0 {
            return Err(PyErr::fetch(py));
        }
        DEPTH.set(DEPTH.get() + 1);
        Ok(Recursion(py))
    }
}

impl Drop for Recursion<'_> {
    fn drop(&mut self) {
        let _attached = self.0;
        DEPTH.set(DEPTH.get() - 1);
        // SAFETY: the thread is attached, and has entered before.
        unsafe { ffi::Py_LeaveRecursiveCall() }
    }
}

thread_local! {
    static DEPTH: Cell<u16> = const { Cell::new(0) };
}

/// A tuple of the fields of a struct.
///
/// # Errors
/// MemoryError.
pub fn tuple_of<'py, const N: usize>(
    py: Python<'py>,
    items: [Bound<'py, PyAny>; N],
) -> PyResult<Bound<'py, PyTuple>> {
    super::tuples::from_items(py, items)
}

/// The error of a field, with its name.
#[cold]
pub(super) fn in_field(py: Python<'_>, name: &str, error: PyErr) -> PyErr {
    error.with_context(py, &joined(&["field '", name, "': "]))
}
