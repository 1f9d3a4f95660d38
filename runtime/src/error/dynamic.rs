//! Errors of any type as Python exceptions.

use std::error::Error;

use super::PyErr;
use super::standard::is_value_error;
use super::state::{Argument, Class};
use crate::exceptions::{PyRuntimeError, PyValueError};

/// RuntimeError with the error's words, and its `source()`s as the chain of `__cause__`s. An error that is a [`PyErr`],
/// or one of the standard library that has a conversion of its own, becomes what that gives.
impl From<Box<dyn Error + Send + Sync>> for PyErr {
    #[cold]
    #[inline]
    fn from(error: Box<dyn Error + Send + Sync>) -> PyErr {
        let error: Box<dyn Error> = error;
        error.into()
    }
}

/// As from a `Box<dyn Error + Send + Sync>`.
impl From<Box<dyn Error>> for PyErr {
    #[cold]
    #[inline]
    fn from(error: Box<dyn Error>) -> PyErr {
        known(error).unwrap_or_else(|error| with_sources(Class::of::<PyRuntimeError>(), &*error))
    }
}

/// The exception for an error of a type that has a conversion of its own.
#[inline]
fn known(error: Box<dyn Error>) -> Result<PyErr, Box<dyn Error>> {
    #[inline]
    fn convert<E: Error + Into<PyErr> + 'static>(
        error: Box<dyn Error>,
    ) -> Result<PyErr, Box<dyn Error>> {
        error.downcast::<E>().map(|error| (*error).into())
    }

    if is_value_error(&*error) {
        return Ok(PyValueError::new_err(error.to_string()));
    }
    convert::<PyErr>(error)
        .or_else(convert::<std::io::Error>)
        .or_else(convert::<std::str::Utf8Error>)
        .or_else(convert::<std::string::FromUtf8Error>)
        .or_else(convert::<std::ffi::IntoStringError>)
        .or_else(convert::<std::string::FromUtf16Error>)
        .or_else(convert::<std::char::DecodeUtf16Error>)
        .or_else(convert::<std::collections::TryReserveError>)
}

/// An exception of this class with the error's words, caused by its sources.
#[inline]
pub(super) fn with_sources(class: Class, error: &(dyn Error + '_)) -> PyErr {
    let mut causes = Vec::new();
    let mut source = error.source();
    while let Some(error) = source {
        if let Some(exception) = error.downcast_ref::<PyErr>().and_then(same_exception) {
            causes.push(exception);
            break;
        }
        causes.push(PyRuntimeError::new_err(error.to_string()));
        source = error.source();
    }
    let cause = causes
        .into_iter()
        .rev()
        .reduce(|cause, error| error.with_cause(cause));
    let error = PyErr::lazy(class, Argument::Text(error.to_string().into()));
    match cause {
        Some(cause) => error.with_cause(cause),
        None => error,
    }
}

/// Another `PyErr` of the same exception, if the exception can be reached.
#[inline]
pub(super) fn same_exception(error: &PyErr) -> Option<PyErr> {
    error.with_value(|value| PyErr::raised(value.clone()))
}

impl PyErr {
    /// This exception, yet to be made, with what will be its `__cause__`.
    #[inline]
    pub(super) fn with_cause(mut self, cause: PyErr) -> PyErr {
        if let Some(lazy) = self.0.lazy_mut() {
            lazy.cause = Some(cause);
        }
        self
    }
}
