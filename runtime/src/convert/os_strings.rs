//! `OsString` and `&OsStr`, and `str` in the encoding of the file system: lone surrogates stand for bytes that are no
//! text (`os.fsencode`, `os.fsdecode`).

use std::borrow::Cow;
use std::ffi::{OsStr, OsString};

use super::through::into_through;
use crate::convert::{FromPyObject, IntoPyObject};
use crate::error::{CastError, PyErr, PyResult};
use crate::exceptions::{PyUnicodeEncodeError, PyValueError};
use crate::ffi;
use crate::hint::Hint;
use crate::object::{Borrowed, Bound};
use crate::python::Python;
use crate::types::{PyAny, PyString};

/// The same as the operating system has it.
#[cfg(not(windows))]
#[inline]
fn encode(text: Borrowed<'_, '_, PyString>) -> PyResult<OsString> {
    use std::os::unix::ffi::OsStrExt;

    // SAFETY: a str; a new reference to a bytes object, or null with the exception set.
    let bytes: Bound<'_, crate::types::PyBytes> = unsafe {
        Bound::from_owned_or_err(text.py(), ffi::PyUnicode_EncodeFSDefault(text.as_ptr()))?
    };
    Ok(OsStr::from_bytes(bytes.as_bytes()).to_owned())
}

/// The same as Python has it.
#[cfg(not(windows))]
#[inline]
fn decode<'py>(py: Python<'py>, text: &OsStr) -> PyResult<Bound<'py, PyString>> {
    use std::os::unix::ffi::OsStrExt;

    let bytes = text.as_bytes();
    let length = bytes.len() as ffi::Py_ssize_t;
    // SAFETY: a pointer to that many bytes; a new reference to a str, or null with the exception set.
    unsafe {
        let text = ffi::PyUnicode_DecodeFSDefaultAndSize(bytes.as_ptr().cast(), length);
        Bound::from_owned_or_err(py, text)
    }
}

/// The same as the operating system has it.
#[cfg(windows)]
#[inline]
fn encode(text: Borrowed<'_, '_, PyString>) -> PyResult<OsString> {
    use std::os::windows::ffi::OsStringExt;

    let mut length = 0;
    // SAFETY: a str; a copy of that many code units, to be freed, or null with the exception set.
    unsafe {
        let wide = ffi::PyUnicode_AsWideCharString(text.as_ptr(), &raw mut length);
        if wide.is_null() {
            return Err(PyErr::fetch(text.py()));
        }
        let string = OsString::from_wide(std::slice::from_raw_parts(wide, length as usize));
        ffi::PyMem_Free(wide.cast());
        Ok(string)
    }
}

/// The same as Python has it.
#[cfg(windows)]
#[inline]
fn decode<'py>(py: Python<'py>, text: &OsStr) -> PyResult<Bound<'py, PyString>> {
    use std::os::windows::ffi::OsStrExt;

    let wide: Vec<u16> = text.encode_wide().collect();
    let length = wide.len() as ffi::Py_ssize_t;
    // SAFETY: a pointer to that many code units; a new reference to a str, or null with the exception set.
    unsafe { Bound::from_owned_or_err(py, ffi::PyUnicode_FromWideChar(wide.as_ptr(), length)) }
}

/// The text that a `str` keeps as UTF-8, if the operating system would have it so, too.
#[inline]
fn lent<'a, 'py: 'a>(text: Borrowed<'a, 'py, PyString>) -> PyResult<Option<&'a OsStr>> {
    let utf8 = OsStr::new(text.to_str()?);
    // File system encodings have ASCII in common.
    if utf8.is_ascii() || cfg!(windows) {
        return Ok(Some(utf8));
    }
    match encode(text) {
        Ok(encoded) => Ok((encoded == utf8).then_some(utf8)),
        Err(error) if error.is_instance_of::<PyUnicodeEncodeError>(text.py()) => Ok(None),
        Err(error) => Err(error),
    }
}

/// Borrows the UTF-8 that the `str` keeps. UnicodeEncodeError for lone surrogates; ValueError for text beyond ASCII where
/// the file system's encoding is not UTF-8.
impl<'a, 'py: 'a> FromPyObject<'a, 'py> for &'a OsStr {
    type Error = PyErr;

    const INPUT_HINT: Hint = Hint::STR;

    #[inline]
    fn extract(object: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
        let message =
            "text beyond ASCII cannot be borrowed where the file system encoding is not UTF-8";
        lent(object.cast()?)?.ok_or_else(|| PyValueError::new_err(message))
    }
}

/// Borrows where `&OsStr` can.
impl<'a, 'py: 'a> FromPyObject<'a, 'py> for Cow<'a, OsStr> {
    type Error = PyErr;

    const INPUT_HINT: Hint = Hint::STR;

    #[inline]
    fn extract(object: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
        let text = object.cast::<PyString>()?;
        match lent(text) {
            Ok(Some(text)) => Ok(Cow::Borrowed(text)),
            // Not in UTF-8: it has lone surrogates, or the file system's encoding is another one.
            _ => encode(text).map(Cow::Owned),
        }
    }
}

impl<'a, 'py> FromPyObject<'a, 'py> for OsString {
    type Error = PyErr;

    const INPUT_HINT: Hint = Hint::STR;

    #[inline]
    fn extract(object: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
        match object.cast() {
            Ok(text) => encode(text),
            Err(error) => Err(CastError::into(error)),
        }
    }
}

impl<'py> IntoPyObject<'py> for &OsStr {
    type Target = PyString;
    type Output = Bound<'py, PyString>;
    type Error = PyErr;

    const OUTPUT_HINT: Hint = Hint::STR;

    #[inline]
    fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
        decode(py, self)
    }
}

into_through! {
    OsString as &OsStr: |text| &text;
    &OsString as &OsStr: |text| text;
    Cow<'_, OsStr> as &OsStr: |text| &text;
    &Cow<'_, OsStr> as &OsStr: |text| text;
}
