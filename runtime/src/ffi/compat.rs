//! Functions of later Pythons, made of what earlier ones have: [`pyo3_ffi::compat`]. Those that may run Python code are this module's own.

#![allow(non_snake_case, reason = "the names in the C API")]

use std::ffi::c_int;

pub use pyo3_ffi::compat::*;

use super::{PyErr_Occurred, PyIter_Next, PyObject};

#[cfg(all(Py_3_13, not(Py_LIMITED_API)))]
pub use super::PyDict_SetDefaultRef;
#[cfg(Py_3_13)]
pub use super::{PyDict_GetItemRef, PyObject_GetOptionalAttr};

/// `PyIter_NextItem` of the C API.
///
/// # Safety
/// The thread is attached, `iterator` is one, and `item` can be written to.
#[inline]
pub unsafe fn PyIter_NextItem(iterator: *mut PyObject, item: *mut *mut PyObject) -> c_int {
    // SAFETY: the caller's promise.
    unsafe {
        *item = PyIter_Next(iterator);
        match (*item).is_null() {
            false => 1,
            true if PyErr_Occurred().is_null() => 0,
            true => -1,
        }
    }
}

/// `PyObject_GetOptionalAttr` of the C API.
///
/// # Safety
/// The thread is attached, `name` is a str, and `result` can be written to.
#[cfg(not(Py_3_13))]
#[inline]
pub unsafe fn PyObject_GetOptionalAttr(
    object: *mut PyObject,
    name: *mut PyObject,
    result: *mut *mut PyObject,
) -> c_int {
    use super::{PyErr_Clear, PyErr_ExceptionMatches, PyExc_AttributeError, PyObject_GetAttr};
    // SAFETY: the caller's promise.
    unsafe {
        *result = PyObject_GetAttr(object, name);
        if !(*result).is_null() {
            return 1;
        }
        if PyErr_ExceptionMatches(PyExc_AttributeError) == 0 {
            return -1;
        }
        PyErr_Clear();
        0
    }
}

/// `PyDict_GetItemRef` of the C API.
///
/// # Safety
/// The thread is attached, `dict` is one, and `result` can be written to.
#[cfg(not(Py_3_13))]
#[inline]
pub unsafe fn PyDict_GetItemRef(
    dict: *mut PyObject,
    key: *mut PyObject,
    result: *mut *mut PyObject,
) -> c_int {
    use super::{Py_XNewRef, PyDict_GetItemWithError};
    // SAFETY: the caller's promise; what is found is borrowed.
    unsafe {
        *result = Py_XNewRef(PyDict_GetItemWithError(dict, key));
        match (*result).is_null() {
            false => 1,
            true if PyErr_Occurred().is_null() => 0,
            true => -1,
        }
    }
}

/// `PyDict_SetDefaultRef` of the C API.
///
/// # Safety
/// The thread is attached, `dict` is one, and `result` can be written to.
#[cfg(not(all(Py_3_13, not(Py_LIMITED_API))))]
#[inline]
pub unsafe fn PyDict_SetDefaultRef(
    dict: *mut PyObject,
    key: *mut PyObject,
    value: *mut PyObject,
    result: *mut *mut PyObject,
) -> c_int {
    use super::{Py_NewRef, PyDict_SetItem};
    // SAFETY: the caller's promise.
    unsafe {
        match PyDict_GetItemRef(dict, key, result) {
            0 if PyDict_SetItem(dict, key, value) == 0 => {
                *result = Py_NewRef(value);
                0
            }
            0 => -1,
            found_or_failed => found_or_failed,
        }
    }
}
