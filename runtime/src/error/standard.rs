//! Errors of the standard library as Python exceptions.

use std::char::{CharTryFromError, DecodeUtf16Error, ParseCharError};
use std::collections::TryReserveError;
use std::convert::Infallible;
use std::error::Error;
use std::ffi::{
    FromBytesUntilNulError, FromBytesWithNulError, FromVecWithNulError, IntoStringError, NulError,
};
use std::str::{ParseBoolError, Utf8Error};
use std::string::{FromUtf8Error, FromUtf16Error};

use super::{PyErr, PyErrArguments};
use crate::exceptions::{PyMemoryError, PyRuntimeError, PyUnicodeDecodeError, PyValueError};
use crate::object::Py;
use crate::python::Python;
use crate::types::{PyAny, PyString};

/// Errors that become an exception with their own words as the message.
macro_rules! errors_by_message {
    ($exception:ident: $($error:ty,)*) => {$(
        impl From<$error> for PyErr {
            #[cold]
            #[inline]
            fn from(error: $error) -> PyErr {
                $exception::new_err(error.to_string())
            }
        }

        impl PyErrArguments for $error {
            #[inline]
            fn arguments(self, py: Python<'_>) -> Py<PyAny> {
                PyString::new(py, &self.to_string()).into_any().unbind()
            }
        }
    )*};
}

/// Errors that are a ValueError, and whether an error is one of them.
macro_rules! value_errors {
    ($($error:ty,)*) => {
        errors_by_message! { PyValueError: $($error,)* }

        #[inline]
        pub(super) fn is_value_error(error: &(dyn Error + 'static)) -> bool {
            false $(|| error.is::<$error>())*
        }
    };
}

value_errors! {
    std::num::ParseIntError,
    std::num::ParseFloatError,
    std::num::TryFromIntError,
    ParseBoolError,
    ParseCharError,
    CharTryFromError,
    std::net::AddrParseError,
    std::array::TryFromSliceError,
    NulError,
    FromBytesWithNulError,
    FromBytesUntilNulError,
    FromVecWithNulError,
}

errors_by_message! { PyMemoryError: TryReserveError, }
errors_by_message! { PyRuntimeError: std::fmt::Error, }

impl From<Infallible> for PyErr {
    #[inline]
    fn from(never: Infallible) -> PyErr {
        match never {}
    }
}

/// RuntimeError.
impl From<String> for PyErr {
    #[cold]
    #[inline]
    fn from(message: String) -> PyErr {
        PyRuntimeError::new_err(message)
    }
}

/// RuntimeError.
impl From<&'static str> for PyErr {
    #[cold]
    #[inline]
    fn from(message: &'static str) -> PyErr {
        PyRuntimeError::new_err(message)
    }
}

/// UnicodeDecodeError. The bytes are not known; their place is.
impl From<Utf8Error> for PyErr {
    #[cold]
    #[inline]
    fn from(error: Utf8Error) -> PyErr {
        not_utf8(&error, Vec::new())
    }
}

/// UnicodeDecodeError.
impl From<FromUtf8Error> for PyErr {
    #[cold]
    #[inline]
    fn from(error: FromUtf8Error) -> PyErr {
        not_utf8(&error.utf8_error(), error.into_bytes())
    }
}

/// UnicodeDecodeError.
impl From<IntoStringError> for PyErr {
    #[cold]
    #[inline]
    fn from(error: IntoStringError) -> PyErr {
        not_utf8(&error.utf8_error(), error.into_cstring().into_bytes())
    }
}

/// UnicodeDecodeError. Neither the bytes nor their place is known.
impl From<FromUtf16Error> for PyErr {
    #[cold]
    #[inline]
    fn from(_: FromUtf16Error) -> PyErr {
        undecodable("utf-16", Vec::new(), 0, 1, "invalid utf-16")
    }
}

/// UnicodeDecodeError, of the unpaired surrogate alone.
impl From<DecodeUtf16Error> for PyErr {
    #[cold]
    #[inline]
    fn from(error: DecodeUtf16Error) -> PyErr {
        let surrogate = error.unpaired_surrogate().to_le_bytes().to_vec();
        undecodable("utf-16-le", surrogate, 0, 2, "unpaired surrogate")
    }
}

#[inline]
fn not_utf8(error: &Utf8Error, bytes: Vec<u8>) -> PyErr {
    let start = error.valid_up_to();
    let end = match error.error_len() {
        Some(length) => start + length,
        // The text ends within a character.
        None => bytes.len().max(start + 1),
    };
    undecodable("utf-8", bytes, start, end, "invalid utf-8")
}

#[inline]
fn undecodable(
    encoding: &'static str,
    bytes: Vec<u8>,
    start: usize,
    end: usize,
    reason: &'static str,
) -> PyErr {
    PyUnicodeDecodeError::new_err((encoding, bytes, start, end, reason))
}
