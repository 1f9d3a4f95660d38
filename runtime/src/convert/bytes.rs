//! `&[u8]` and `Cow<[u8]>`, and Python's `bytes`; the bytes of bytes-like objects.

use std::borrow::Cow;

use super::InPlace;
use crate::convert::{FromPyObject, IntoPyObject};
use crate::error::{CastError, PyErr, PyResult};
use crate::exceptions::{PyBufferError, PyTypeError};
use crate::ffi;
use crate::hint::Hint;
use crate::object::{Borrowed, Bound};
use crate::python::Python;
use crate::types::{PyAny, PyByteArray, PyBytes};

/// The content of a `bytes`.
#[inline]
fn bytes_in_place<'a>(object: Borrowed<'a, '_, PyAny>) -> Option<&'a [u8]> {
    // SAFETY: a live object, and a bytes object when its type says so; its content lives as long, and never changes.
    unsafe {
        if ffi::PyBytes_Check(object.as_ptr()) == 0 {
            return None;
        }
        #[cfg(not(Py_LIMITED_API))]
        let (data, length) = (
            ffi::PyBytes_AS_STRING(object.as_ptr()),
            ffi::Py_SIZE(object.as_ptr()),
        );
        #[cfg(Py_LIMITED_API)]
        let (data, length) = (
            ffi::PyBytes_AsString(object.as_ptr()),
            ffi::PyBytes_Size(object.as_ptr()),
        );
        Some(std::slice::from_raw_parts(data.cast(), length as usize))
    }
}

/// A copy of the bytes of a bytes-like object: one with a buffer of single unsigned bytes, contiguous or not.
///
/// `None` for what is none, such as an array of wider numbers, which is rather a sequence of those.
#[inline]
pub(super) fn copy_buffer(object: Borrowed<'_, '_, PyAny>) -> PyResult<Option<Vec<u8>>> {
    match bytes_in_place(object) {
        Some(bytes) => Ok(Some(bytes.to_vec())),
        None => buffer::copy(object),
    }
}

/// Whether `error`, which asking for a buffer has raised, says that there is none.
///
/// # Errors
/// The error, when Python code has raised it for another reason: `__buffer__` can be written in Python.
#[cold]
#[inline]
pub(super) fn no_buffer(object: Borrowed<'_, '_, PyAny>, error: PyErr) -> PyResult<()> {
    let py = object.py();
    match error.is_instance_of::<PyTypeError>(py) || error.is_instance_of::<PyBufferError>(py) {
        true => Ok(()),
        false => Err(error),
    }
}

#[cfg(any(not(Py_LIMITED_API), Py_3_11))]
mod buffer {
    use super::*;
    use crate::buffer::View;

    #[inline]
    pub(super) fn copy(object: Borrowed<'_, '_, PyAny>) -> PyResult<Option<Vec<u8>>> {
        let view = match View::get(object, ffi::PyBUF_FULL_RO) {
            Ok(Some(view)) => view,
            Ok(None) => return Ok(None),
            // What else it may be is for the caller to say.
            Err(error) => return no_buffer(object, error).map(|()| None),
        };
        if view.format() != c"B" || view.dimensions() != 1 {
            return Ok(None);
        }
        let length = view.len_bytes();
        let mut bytes = super::super::with_capacity(length)?;
        // SAFETY: the vector has room for the `length` bytes that the call writes, or it fails.
        unsafe {
            let status = ffi::PyBuffer_ToContiguous(
                bytes.as_mut_ptr() as *mut _,
                view.as_ptr(),
                length as ffi::Py_ssize_t,
                b'C' as _,
            );
            crate::error::check_status(object.py(), status)?;
            bytes.set_len(length);
        }
        Ok(Some(bytes))
    }
}

/// Before 3.11 the limited API has no buffers: `bytes(object)` has to do.
#[cfg(all(Py_LIMITED_API, not(Py_3_11)))]
mod buffer {
    use super::*;
    use crate::types::PyMemoryView;

    #[inline]
    pub(super) fn copy(object: Borrowed<'_, '_, PyAny>) -> PyResult<Option<Vec<u8>>> {
        let is_bytes_like = object.is_instance_of::<PyByteArray>()
            || object.is_instance_of::<PyMemoryView>()
                && object.getattr("format")?.extract::<&str>()? == "B"
                && object.getattr("ndim")?.extract::<usize>()? == 1;
        if !is_bytes_like {
            return Ok(None);
        }
        // SAFETY: a live object; the result is a new reference to a bytes object, or null with the exception set.
        let bytes: Bound<'_, PyAny> = unsafe {
            Bound::from_owned_or_err(object.py(), ffi::PyBytes_FromObject(object.as_ptr()))?
        };
        Ok(bytes_in_place(bytes.as_borrowed()).map(<[u8]>::to_vec))
    }
}

/// Borrows the content of a `bytes`; other bytes-like objects can change, and are refused.
impl<'a, 'py: 'a> FromPyObject<'a, 'py> for &'a [u8] {
    type Error = PyErr;

    const INPUT_HINT: Hint = Hint::BYTES;
    const IN_PLACE: bool = true;

    #[inline]
    fn extract(object: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
        match bytes_in_place(object) {
            Some(bytes) => Ok(bytes),
            None => Err(CastError::new::<PyBytes>(object).into()),
        }
    }

    #[inline]
    fn extract_in_place(object: Borrowed<'a, 'py, PyAny>, _: InPlace) -> Option<Self> {
        bytes_in_place(object)
    }
}

/// Borrows from a `bytes`, copies a `bytearray`.
impl<'a, 'py: 'a> FromPyObject<'a, 'py> for Cow<'a, [u8]> {
    type Error = PyErr;

    const INPUT_HINT: Hint = Hint::Union(&[Hint::BYTES, Hint::Name("bytearray")]);

    #[inline]
    fn extract(object: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
        if object.is_instance_of::<PyByteArray>() {
            if let Some(bytes) = copy_buffer(object)? {
                return Ok(Cow::Owned(bytes));
            }
        }
        object.extract().map(Cow::Borrowed)
    }
}

impl<'py> IntoPyObject<'py> for Cow<'_, [u8]> {
    type Target = PyBytes;
    type Output = Bound<'py, PyBytes>;
    type Error = PyErr;

    const OUTPUT_HINT: Hint = Hint::BYTES;

    #[inline]
    fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
        (&self).into_pyobject(py)
    }
}

impl<'py> IntoPyObject<'py> for &Cow<'_, [u8]> {
    type Target = PyBytes;
    type Output = Bound<'py, PyBytes>;
    type Error = PyErr;

    const OUTPUT_HINT: Hint = Hint::BYTES;

    fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
        PyBytes::try_new(py, self)
    }
}
