//! `std::io::Error` as `OSError`, and back.

use std::error::Error;
use std::io;

use super::dynamic::with_sources;
use super::{PyErr, PyErrArguments};
use crate::exceptions::*;
use crate::object::Py;
use crate::python::Python;
use crate::type_object::PyTypeInfo;
use crate::types::{PyAny, PyString};

/// Kinds that have an exception class.
macro_rules! kinds {
    ($($kind:ident => $exception:ident,)*) => {
        /// The exception class of an error without a number, with its message and sources.
        fn by_kind(error: &io::Error) -> PyErr {
            match error.kind() {
                $(io::ErrorKind::$kind => with_sources::<$exception>(error),)*
                _ => with_sources::<PyOSError>(error),
            }
        }

        fn kind_of(error: &PyErr, py: Python<'_>) -> io::ErrorKind {
            $(if error.is_instance(py, &$exception::type_object(py)) {
                return io::ErrorKind::$kind;
            })*
            io::ErrorKind::Other
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
    fn from(error: io::Error) -> PyErr {
        if let Some(code) = error.raw_os_error() {
            return PyOSError::new_err(arguments_of(code, &error));
        }
        if !error.get_ref().is_some_and(|inner| inner.is::<PyErr>()) {
            return by_kind(&error);
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
fn arguments_of(code: i32, error: &io::Error) -> (i32, String) {
    (code, message_of(code, error))
}

/// On Windows the number is no `errno` but a `winerror`, which `OSError` translates.
#[cfg(windows)]
fn arguments_of(code: i32, error: &io::Error) -> (i32, String, Option<i32>, i32) {
    (0, message_of(code, error), None, code)
}

/// What the operating system says, without the number that Rust adds.
fn message_of(code: i32, error: &io::Error) -> String {
    let mut message = error.to_string();
    if let Some(text) = message.strip_suffix(&format!(" (os error {code})")) {
        message.truncate(text.len());
    }
    message
}

impl PyErrArguments for io::Error {
    fn arguments(self, py: Python<'_>) -> Py<PyAny> {
        PyString::new(py, &self.to_string()).into_any().unbind()
    }
}

/// An error that wraps the exception, of the kind that its class stands for.
impl From<PyErr> for io::Error {
    #[cold]
    fn from(error: PyErr) -> io::Error {
        let kind = Python::try_attach(|py| kind_of(&error, py)).unwrap_or(io::ErrorKind::Other);
        io::Error::new(kind, error)
    }
}
