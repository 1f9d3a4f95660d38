//! What an exception carries beside its arguments: traceback, cause, context and notes.

use super::{PyErr, PyResult};
use crate::convert::IntoPyObject;
use crate::ffi;
use crate::object::Bound;
use crate::python::Python;
use crate::types::{PyString, PyTraceback};

impl PyErr {
    /// `__traceback__`: where the exception was raised and passed through.
    #[inline]
    pub fn traceback<'py>(&self, py: Python<'py>) -> Option<Bound<'py, PyTraceback>> {
        // SAFETY: `PyException_GetTraceback` gives a new reference to a traceback, or null without an exception.
        unsafe {
            Bound::from_owned_or_opt(py, ffi::PyException_GetTraceback(self.value(py).as_ptr()))
        }
    }

    /// Sets `__traceback__`.
    #[inline]
    pub fn set_traceback<'py>(&self, py: Python<'py>, traceback: Option<Bound<'py, PyTraceback>>) {
        // SAFETY: `None` is always alive; the traceback lives till the end of the call, which takes its own reference.
        // It cannot fail: the argument is a traceback or None.
        unsafe {
            let traceback_or_none = traceback
                .as_ref()
                .map_or_else(|| ffi::Py_None(), Bound::as_ptr);
            ffi::PyException_SetTraceback(self.value(py).as_ptr(), traceback_or_none);
        }
    }

    /// `__cause__`: what `raise ... from` gave.
    #[inline]
    pub fn cause(&self, py: Python<'_>) -> Option<PyErr> {
        // SAFETY: a new reference to an exception, or null when there is none.
        let cause = unsafe {
            Bound::from_owned_or_opt(py, ffi::PyException_GetCause(self.value(py).as_ptr()))
        };
        cause.map(PyErr::from_value)
    }

    /// Sets `__cause__`, as `raise ... from cause` does.
    pub fn set_cause(&self, py: Python<'_>, cause: Option<PyErr>) {
        let value = self.value(py);
        let cause = cause.map_or(std::ptr::null_mut(), |cause| {
            cause.value(py).clone().into_ptr()
        });
        // SAFETY: `PyException_SetCause` takes over the reference; null clears the cause.
        unsafe { ffi::PyException_SetCause(value.as_ptr(), cause) }
    }

    /// `__context__`: what was being handled when this was raised.
    #[inline]
    pub fn context(&self, py: Python<'_>) -> Option<PyErr> {
        // SAFETY: a new reference to an exception, or null when there is none.
        let context = unsafe {
            Bound::from_owned_or_opt(py, ffi::PyException_GetContext(self.value(py).as_ptr()))
        };
        context.map(PyErr::from_value)
    }

    /// Sets `__context__`.
    #[inline]
    pub fn set_context(&self, py: Python<'_>, context: Option<PyErr>) {
        let value = self.value(py);
        let context = context.map_or(std::ptr::null_mut(), |context| {
            context.value(py).clone().into_ptr()
        });
        // SAFETY: `PyException_SetContext` takes over the reference; null clears the context.
        unsafe { ffi::PyException_SetContext(value.as_ptr(), context) }
    }

    /// Adds a line that tracebacks show below the message (`add_note`).
    ///
    /// # Errors
    /// AttributeError before Python 3.11, which has no notes.
    #[inline]
    pub fn add_note<N>(&self, py: Python<'_>, note: N) -> PyResult<()>
    where
        N: for<'py> IntoPyObject<'py, Target = PyString>,
    {
        self.value(py).call_method1("add_note", (note,)).map(drop)
    }
}
