//! What a handle's type parameter knows of its Python type.

use crate::error::PyResult;
use crate::ffi;
use crate::hint::Hint;
use crate::object::Bound;
use crate::python::Python;
use crate::types::{PyAny, PyType};

/// A Python type with a type object that can be had at any time: the built-in ones.
///
/// # Safety
/// [`type_object_raw`](Self::type_object_raw) is a live type object of the interpreter that the thread is attached to,
/// and every instance of it may be treated as `Bound<'_, Self>`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not the type of a Python object",
    label = "no handle can be of a `{Self}`",
    note = "handles are of the types in `mybind::types` and `mybind::exceptions`, and of `PyAny` for any object",
    note = "a type that is converted is written as it is: `{Self}`, not `Bound<'_, {Self}>` or `Py<{Self}>`"
)]
pub unsafe trait PyTypeInfo: Sized {
    /// The type's name in Python, for error messages: `list`.
    const NAME: &'static str;
    /// The type's name in stubs.
    const TYPE_HINT: Hint;

    /// The type object, as a borrowed reference.
    fn type_object_raw(py: Python<'_>) -> *mut ffi::PyTypeObject;

    /// The type object.
    #[inline]
    fn type_object(py: Python<'_>) -> Bound<'_, PyType> {
        // SAFETY: a live type object, by this trait's contract.
        unsafe { Bound::from_borrowed(py, Self::type_object_raw(py).cast()) }
    }

    /// Whether `object` is an instance of this type or of a subclass.
    #[inline]
    fn is_type_of(object: &Bound<'_, PyAny>) -> bool {
        // SAFETY: both are live objects; `PyObject_TypeCheck` reads the type and its MRO and runs no code.
        unsafe { ffi::PyObject_TypeCheck(object.as_ptr(), Self::type_object_raw(object.py())) != 0 }
    }

    /// Whether `object`'s type is exactly this one.
    #[inline]
    fn is_exact_type_of(object: &Bound<'_, PyAny>) -> bool {
        // SAFETY: `Py_TYPE` of a live object.
        unsafe { ffi::Py_TYPE(object.as_ptr()) == Self::type_object_raw(object.py()) }
    }
}

/// What a handle can be cast to: a type, or a protocol such as "an iterator".
///
/// # Safety
/// When [`type_check`](Self::type_check) or [`try_type_check`](Self::try_type_check) says yes, the object may be treated as `Bound<'_, Self>`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not the type of a Python object",
    label = "no handle can be of a `{Self}`",
    note = "handles are of the types in `mybind::types` and `mybind::exceptions`, and of `PyAny` for any object"
)]
pub unsafe trait PyTypeCheck {
    /// The name in Python, for error messages.
    const NAME: &'static str;
    /// The name in stubs.
    const TYPE_HINT: Hint;

    /// Whether `object` may be treated as `Bound<'_, Self>`.
    fn type_check(object: &Bound<'_, PyAny>) -> bool;

    /// As [`type_check`](Self::type_check), for a check that may run Python code.
    ///
    /// # Errors
    /// What that code raises.
    #[inline]
    fn try_type_check(object: &Bound<'_, PyAny>) -> PyResult<bool> {
        Ok(Self::type_check(object))
    }
}

// SAFETY: the contract of `PyTypeInfo` says so.
unsafe impl<T: PyTypeInfo> PyTypeCheck for T {
    const NAME: &'static str = T::NAME;
    const TYPE_HINT: Hint = T::TYPE_HINT;

    #[inline]
    fn type_check(object: &Bound<'_, PyAny>) -> bool {
        T::is_type_of(object)
    }
}
