//! `std::io::Error` as `OSError`, and back.

use std::error::Error;
use std::io;

use super::dynamic::with_sources;
use super::state::Class;
use super::{PyErr, PyErrArguments};
use crate::exceptions::*;
use crate::ffi;
use crate::object::{Bound, Py};
use crate::python::Python;
use crate::type_object::PyTypeInfo;
use crate::types::{PyAny, PyString};

/// Kinds that have an exception class.
macro_rules! kinds {
    ($($kind:ident => $exception:ident,)*) => {
        /// The exception class of an error without a number.
        #[inline]
        fn class_of(error: &io::Error) -> Class {
            match error.kind() {
                $(io::ErrorKind::$kind => Class::of::<$exception>(),)*
                _ => Class::of::<PyOSError>(),
            }
        }

        #[inline]
        fn kind_of(error: &PyErr, py: Python<'_>) -> io::ErrorKind {
            let kinds = [$((io::ErrorKind::$kind, $exception::type_object_raw as fn(Python<'_>) -> _),)*];
            let is_kind = |class: fn(Python<'_>) -> *mut ffi::PyTypeObject| {
                // SAFETY: a live type object, by the contract of `PyTypeInfo`.
                let class = unsafe { Bound::from_borrowed(py, class(py).cast()) };
                error.is_instance(py, &class)
            };
            let found = kinds.into_iter().find(|&(_, class)| is_kind(class));
            found.map_or(io::ErrorKind::Other, |(kind, _)| kind)
        }
    };
}

kinds! {
    BrokenPipe => PyBrokenPipeError,
    ConnectionRefused => PyConnectionRefusedError,
    ConnectionAborted => PyConnectionAbortedError,
    ConnectionReset => PyConnectionResetError,
    Interrupted => PyInterruptedError,
    NotFound => PyFileNotFoundError,
    PermissionDenied => PyPermissionError,
    AlreadyExists => PyFileExistsError,
    WouldBlock => PyBlockingIOError,
    TimedOut => PyTimeoutError,
    OutOfMemory => PyMemoryError,
    IsADirectory => PyIsADirectoryError,
    NotADirectory => PyNotADirectoryError,
}

/// The subclass of OSError that Python would raise, with `errno` and `strerror` where the operating system gave a number.
///
/// An error that wraps a [`PyErr`], as the conversion the other way makes, gives that back.
impl From<io::Error> for PyErr {
    #[cold]
    #[inline]
    fn from(error: io::Error) -> PyErr {
        if let Some(code) = error.raw_os_error() {
            return PyOSError::new_err(arguments_of(code, &error));
        }
        if !error.get_ref().is_some_and(|inner| inner.is::<PyErr>()) {
            return with_sources(class_of(&error), &error);
        }
        match error
            .into_inner()
            .map(<dyn Error + Send + Sync>::downcast::<PyErr>)
        {
            Some(Ok(exception)) => *exception,
            _ => PyOSError::new_err("an I/O error"),
        }
    }
}

/// `errno` and `strerror`, from which `OSError` picks the subclass.
#[cfg(not(windows))]
#[inline]
fn arguments_of(code: i32, error: &io::Error) -> (i32, String) {
    (code, message_of(code, error))
}

/// On Windows the number is no `errno` but a `winerror`, which `OSError` translates.
#[cfg(windows)]
#[inline]
fn arguments_of(code: i32, error: &io::Error) -> (i32, String, Option<i32>, i32) {
    (0, message_of(code, error), None, code)
}

/// What the operating system says, without the number that Rust adds.
#[inline]
fn message_of(code: i32, error: &io::Error) -> String {
    let mut message = error.to_string();
    if let Some(text) = message.strip_suffix(&format!(" (os error {code})")) {
        message.truncate(text.len());
    }
    message
}

impl PyErrArguments for io::Error {
    #[inline]
    fn arguments(self, py: Python<'_>) -> Py<PyAny> {
        PyString::new(py, &self.to_string()).into_any().unbind()
    }
}

/// An error that wraps the exception, of the kind that its class stands for.
impl From<PyErr> for io::Error {
    #[cold]
    #[inline]
    fn from(error: PyErr) -> io::Error {
        let kind = Python::try_attach(|py| kind_of(&error, py)).unwrap_or(io::ErrorKind::Other);
        io::Error::new(kind, error)
    }
}
