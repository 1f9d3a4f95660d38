//! `decimal.Decimal`, and what is taken in its place: for rust_decimal and bigdecimal.

use crate::error::PyResult;
use crate::exceptions::PyTypeError;
use crate::ffi;
use crate::hint::Hint;
use crate::intern;
use crate::object::{Borrowed, Bound, Py};
use crate::python::Python;
use crate::sync::PyOnceLock;
use crate::type_object::PyTypeInfo;
use crate::types::{PyAny, PyFloat, PyString, PyType};

pub(super) const DECIMAL: Hint = Hint::Import("decimal", "Decimal");
pub(super) const NUMBER: Hint = Hint::Union(&[DECIMAL, Hint::INT, Hint::FLOAT, Hint::STR]);

#[inline]
fn decimal_class<'py>(py: Python<'py>) -> PyResult<&'py Bound<'py, PyType>> {
    static CLASS: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    CLASS.import(py, "decimal", "Decimal")
}

/// The `Decimal` of this very number.
///
/// # Errors
/// `decimal.InvalidOperation` for an exponent that `Decimal` does not have.
#[inline]
pub(super) fn into_decimal<'py>(py: Python<'py>, number: &str) -> PyResult<Bound<'py, PyAny>> {
    decimal_class(py)?.call1((number,))
}

/// A number without an error in its last digit.
pub(super) enum Number<'a, 'py> {
    /// An `int`, or what has `__index__`.
    Int(Borrowed<'a, 'py, PyAny>),
    /// Digits: of a `Decimal`, all; of a `float`, as many as its `repr` has.
    Text(Bound<'py, PyString>),
}

impl<'a, 'py> Number<'a, 'py> {
    /// The number that `object` is or stands for.
    ///
    /// # Errors
    /// TypeError.
    #[inline]
    pub(super) fn of(object: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
        if let Ok(text) = object.cast::<PyString>() {
            return Ok(Number::Text(text.to_owned()));
        }
        // SAFETY: a live object.
        if unsafe { ffi::PyIndex_Check(object.as_ptr()) } != 0 {
            return Ok(Number::Int(object));
        }
        // By the class's own method: a subclass may have another.
        let py = object.py();
        let text = if object.is_instance_of::<PyFloat>() {
            PyFloat::type_object(py).call_method1(intern!(py, "__repr__"), (object,))?
        } else if object.is_instance(decimal_class(py)?)? {
            decimal_class(py)?.call_method1(intern!(py, "__str__"), (object,))?
        } else {
            let name = crate::convert::type_name(object);
            let message = format!("expected Decimal, int, float or str, not {name}");
            return Err(PyTypeError::new_err(message));
        };
        Ok(Number::Text(text.cast_into()?))
    }
}
