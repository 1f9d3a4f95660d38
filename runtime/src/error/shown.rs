//! How an exception is shown: printed by Python, or written by Rust.

use std::fmt;

use super::PyErr;
use crate::ffi;
use crate::object::Bound;
use crate::python::Python;
use crate::types::PyAny;

impl PyErr {
    /// Prints the exception and its traceback to `sys.stderr`, through `sys.excepthook`. A SystemExit ends the program.
    #[inline]
    pub fn print(&self, py: Python<'_>) {
        self.clone_ref(py).restore(py);
        // SAFETY: the error indicator is set.
        unsafe { ffi::PyErr_PrintEx(0) }
    }

    /// As [`print`](Self::print), and keeps the exception in `sys.last_value` and its kin for debuggers.
    #[inline]
    pub fn print_and_set_sys_last_vars(&self, py: Python<'_>) {
        self.clone_ref(py).restore(py);
        // SAFETY: the error indicator is set.
        unsafe { ffi::PyErr_PrintEx(1) }
    }

    /// Prints the exception and its traceback to `sys.stderr`, whatever it is.
    #[inline]
    pub fn display(&self, py: Python<'_>) {
        let value = self.value(py);
        #[cfg(Py_3_12)]
        // SAFETY: an exception object.
        unsafe {
            ffi::PyErr_DisplayException(value.as_ptr());
        }
        #[cfg(not(Py_3_12))]
        {
            let class = value.get_type();
            let traceback = self.traceback(py);
            let traceback = traceback
                .as_ref()
                .map_or(std::ptr::null_mut(), Bound::as_ptr);
            // SAFETY: an exception with its class and its traceback, which may be null.
            unsafe { ffi::PyErr_Display(class.as_ptr(), value.as_ptr(), traceback) }
        }
    }

    /// Reports the exception through `sys.unraisablehook`: for one that nobody can catch, as in a destructor.
    /// `object` says where it happened.
    #[inline]
    pub fn write_unraisable(self, py: Python<'_>, object: Option<&Bound<'_, PyAny>>) {
        self.restore(py);
        // SAFETY: the error indicator is set; the object is alive or null.
        unsafe { ffi::PyErr_WriteUnraisable(object.map_or(std::ptr::null_mut(), Bound::as_ptr)) }
    }
}

/// The exception's class, value and traceback; without a running Python, what is known of them.
impl fmt::Debug for PyErr {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let written = self.with_value(|value| {
            let traceback = self.traceback(value.py());
            f.debug_struct("PyErr")
                .field("type", &value.get_type())
                .field("value", value)
                .field(
                    "traceback",
                    &traceback.map(|traceback| traceback.format().unwrap_or_default()),
                )
                .finish()
        });
        written.unwrap_or_else(|| f.debug_tuple("PyErr").field(&self.0.summary()).finish())
    }
}

/// As the last line of a traceback: `ValueError: bad value`.
impl fmt::Display for PyErr {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let written = self.with_value(|value| {
            match value.get_type().qualname() {
                Ok(class) => f.write_str(&class.to_string_lossy())?,
                Err(_) => f.write_str("exception")?,
            }
            let Ok(message) = value.str() else {
                return f.write_str(": <exception str() failed>");
            };
            match &*message.to_string_lossy() {
                "" => Ok(()),
                message => write!(f, ": {message}"),
            }
        });
        written.unwrap_or_else(|| f.write_str(&self.0.summary()))
    }
}

impl std::error::Error for PyErr {}
