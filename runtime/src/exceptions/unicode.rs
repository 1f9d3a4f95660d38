use std::ffi::CStr;
use std::ops::Range;
use std::str::Utf8Error;

use super::PyUnicodeDecodeError;
use crate::error::{PyErr, PyResult};
use crate::object::Bound;
use crate::python::Python;
use crate::type_object::PyTypeInfo;
use crate::types::PyBytes;

impl PyUnicodeDecodeError {
    /// Says that `range` of `input` cannot be decoded.
    ///
    /// # Errors
    /// MemoryError; UnicodeDecodeError itself when `encoding` or `reason` is not UTF-8.
    #[inline]
    pub fn new<'py>(
        py: Python<'py>,
        encoding: &CStr,
        input: &[u8],
        range: Range<usize>,
        reason: &CStr,
    ) -> PyResult<Bound<'py, PyUnicodeDecodeError>> {
        let encoding = encoding
            .to_str()
            .map_err(|error| Self::new_err_from_utf8(py, encoding.to_bytes(), error))?;
        let reason = reason
            .to_str()
            .map_err(|error| Self::new_err_from_utf8(py, reason.to_bytes(), error))?;
        let arguments = (
            encoding,
            PyBytes::new(py, input),
            range.start,
            range.end,
            reason,
        );
        Ok(Self::type_object(py).call1(arguments)?.cast_into()?)
    }

    /// Says where `input` is not UTF-8.
    ///
    /// # Errors
    /// MemoryError.
    #[inline]
    pub fn new_utf8<'py>(
        py: Python<'py>,
        input: &[u8],
        error: Utf8Error,
    ) -> PyResult<Bound<'py, PyUnicodeDecodeError>> {
        let start = error.valid_up_to();
        let end = error
            .error_len()
            .map_or(input.len(), |length| start + length);
        Self::new(py, c"utf-8", input, start..end, c"invalid utf-8")
    }

    /// As [`new_utf8`](Self::new_utf8), as a [`PyErr`].
    #[inline]
    pub fn new_err_from_utf8(py: Python<'_>, input: &[u8], error: Utf8Error) -> PyErr {
        match Self::new_utf8(py, input, error) {
            Ok(exception) => PyErr::from_value(exception.into_any()),
            Err(error) => error,
        }
    }
}
