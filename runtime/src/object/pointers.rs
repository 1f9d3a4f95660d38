//! References that users take from the C API.

use super::{Borrowed, Bound};
use crate::error::PyResult;
use crate::ffi;
use crate::python::Python;
use crate::types::PyAny;

/// References from the C API. They say nothing of the object's type: [`cast_into`](Self::cast_into) looks, and
/// [`cast_into_unchecked`](Bound::cast_into_unchecked) takes your word for it.
impl<'py> Bound<'py, PyAny> {
    /// Takes an owned reference from the C API.
    ///
    /// # Panics
    /// When `object` is null: with the exception that the C API raised, which whatever Python called then raises.
    ///
    /// # Safety
    /// `object` is null, or an owned reference ("new reference" in the C API's documentation), which the `Bound` takes over.
    #[inline]
    #[track_caller]
    pub unsafe fn from_owned_ptr(py: Python<'py>, object: *mut ffi::PyObject) -> Self {
        // SAFETY: the caller's promise is the same.
        unsafe { Self::from_owned(py, object) }
    }

    /// Takes an owned reference from the C API, `None` when it is null. Leaves Python's error indicator alone.
    ///
    /// # Safety
    /// As [`from_owned_ptr`](Self::from_owned_ptr).
    #[inline]
    pub unsafe fn from_owned_ptr_or_opt(
        py: Python<'py>,
        object: *mut ffi::PyObject,
    ) -> Option<Self> {
        // SAFETY: the caller's promise is the same.
        unsafe { Self::from_owned_or_opt(py, object) }
    }

    /// Takes an owned reference from the C API, or the exception that was raised when it is null.
    ///
    /// # Errors
    /// The exception that the C API raised.
    ///
    /// # Safety
    /// As [`from_owned_ptr`](Self::from_owned_ptr).
    #[inline]
    pub unsafe fn from_owned_ptr_or_err(
        py: Python<'py>,
        object: *mut ffi::PyObject,
    ) -> PyResult<Self> {
        // SAFETY: the caller's promise is the same.
        unsafe { Self::from_owned_or_err(py, object) }
    }

    /// Takes a borrowed reference from the C API and owns it from now on (`Py_INCREF`).
    ///
    /// # Panics
    /// As [`from_owned_ptr`](Self::from_owned_ptr).
    ///
    /// # Safety
    /// `object` is null, or points to a live object.
    #[inline]
    #[track_caller]
    pub unsafe fn from_borrowed_ptr(py: Python<'py>, object: *mut ffi::PyObject) -> Self {
        // SAFETY: the caller's promise is the same.
        unsafe { Self::from_borrowed(py, object) }
    }

    /// Takes a borrowed reference from the C API and owns it from now on, `None` when it is null.
    ///
    /// # Safety
    /// As [`from_borrowed_ptr`](Self::from_borrowed_ptr).
    #[inline]
    pub unsafe fn from_borrowed_ptr_or_opt(
        py: Python<'py>,
        object: *mut ffi::PyObject,
    ) -> Option<Self> {
        // SAFETY: the caller's promise is the same.
        unsafe { Self::from_borrowed_or_opt(py, object) }
    }

    /// Takes a borrowed reference from the C API and owns it from now on, or the exception that was raised when it is null.
    ///
    /// # Errors
    /// The exception that the C API raised.
    ///
    /// # Safety
    /// As [`from_borrowed_ptr`](Self::from_borrowed_ptr).
    #[inline]
    pub unsafe fn from_borrowed_ptr_or_err(
        py: Python<'py>,
        object: *mut ffi::PyObject,
    ) -> PyResult<Self> {
        // SAFETY: the caller's promise is the same.
        unsafe { Self::from_borrowed_or_err(py, object) }
    }
}

/// References from the C API, of objects whose type is not known.
impl<'py> Borrowed<'_, 'py, PyAny> {
    /// Takes a borrowed reference from the C API.
    ///
    /// # Panics
    /// When `object` is null: as [`Bound::from_owned_ptr`].
    ///
    /// # Safety
    /// `object` is null, or points to an object that stays alive as long.
    #[inline]
    #[track_caller]
    pub unsafe fn from_ptr(py: Python<'py>, object: *mut ffi::PyObject) -> Self {
        // SAFETY: the caller's promise is the same.
        unsafe { Self::from_borrowed(py, object) }
    }

    /// Takes a borrowed reference from the C API, `None` when it is null.
    ///
    /// # Safety
    /// As [`from_ptr`](Self::from_ptr).
    #[inline]
    pub unsafe fn from_ptr_or_opt(py: Python<'py>, object: *mut ffi::PyObject) -> Option<Self> {
        // SAFETY: the caller's promise is the same.
        unsafe { Self::from_borrowed_or_opt(py, object) }
    }

    /// Takes a borrowed reference from the C API, or the exception that was raised when it is null.
    ///
    /// # Errors
    /// The exception that the C API raised.
    ///
    /// # Safety
    /// As [`from_ptr`](Self::from_ptr).
    #[inline]
    pub unsafe fn from_ptr_or_err(py: Python<'py>, object: *mut ffi::PyObject) -> PyResult<Self> {
        // SAFETY: the caller's promise is the same.
        unsafe { Self::from_borrowed_or_err(py, object) }
    }
}
