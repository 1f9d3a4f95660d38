//! Warnings: exceptions that are only reported, unless a filter raises them.

use std::ffi::CStr;

use super::{PyErr, PyResult, check_status};
use crate::ffi;
use crate::object::Bound;
use crate::python::Python;
use crate::types::PyAny;

impl PyErr {
    /// Issues a warning of class `category`, `stacklevel` calls up.
    ///
    /// # Errors
    /// The warning itself, where the warning filter turns it into an exception.
    #[inline]
    pub fn warn<'py>(
        py: Python<'py>,
        category: &Bound<'py, PyAny>,
        message: &CStr,
        stacklevel: i32,
    ) -> PyResult<()> {
        let stacklevel = stacklevel as ffi::Py_ssize_t; // never narrower than 32 bits
        // SAFETY: a live object and a C string.
        let status = unsafe { ffi::PyErr_WarnEx(category.as_ptr(), message.as_ptr(), stacklevel) };
        check_status(py, status)
    }

    /// Issues a warning as if from line `line` of the file `filename`.
    ///
    /// `registry` is a module's `__warningregistry__`.
    ///
    /// # Errors
    /// The warning itself, where the warning filter turns it into an exception.
    #[inline]
    pub fn warn_explicit<'py>(
        py: Python<'py>,
        category: &Bound<'py, PyAny>,
        message: &CStr,
        filename: &CStr,
        line: i32,
        module: Option<&CStr>,
        registry: Option<&Bound<'py, PyAny>>,
    ) -> PyResult<()> {
        // SAFETY: a live object and C strings; module and registry may be null.
        let status = unsafe {
            ffi::PyErr_WarnExplicit(
                category.as_ptr(),
                message.as_ptr(),
                filename.as_ptr(),
                line,
                module.map_or(std::ptr::null(), CStr::as_ptr),
                registry.map_or(std::ptr::null_mut(), Bound::as_ptr),
            )
        };
        check_status(py, status)
    }
}
