//! `CString` and `&CStr`, and `str` without a null character.

use std::borrow::Cow;
use std::ffi::{CStr, CString};

use super::through::into_through;
use crate::convert::{FromPyObject, IntoPyObject};
use crate::error::{PyErr, PyResult};
use crate::exceptions::PyValueError;
use crate::ffi;
use crate::hint::Hint;
use crate::object::{Borrowed, Bound};
use crate::python::Python;
use crate::types::{PyAny, PyString};

/// Borrows the UTF-8 that the `str` keeps, which ends with a zero byte. ValueError for one inside, UnicodeEncodeError for
/// lone surrogates.
impl<'a, 'py: 'a> FromPyObject<'a, 'py> for &'a CStr {
    type Error = PyErr;

    const INPUT_HINT: Hint = Hint::STR;

    #[inline]
    fn extract(object: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
        let text = object.cast::<PyString>()?;
        let mut length = 0;
        // SAFETY: a str; its UTF-8 lives as long and never changes, and a zero byte follows it.
        let bytes = unsafe {
            let text = ffi::PyUnicode_AsUTF8AndSize(text.as_ptr(), &raw mut length);
            if text.is_null() {
                return Err(PyErr::fetch(object.py()));
            }
            std::slice::from_raw_parts(text.cast(), length as usize + 1)
        };
        CStr::from_bytes_with_nul(bytes)
            .map_err(|_| PyValueError::new_err("embedded null character"))
    }
}

impl<'a, 'py: 'a> FromPyObject<'a, 'py> for Cow<'a, CStr> {
    type Error = PyErr;

    const INPUT_HINT: Hint = Hint::STR;

    #[inline]
    fn extract(object: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
        object.extract().map(Cow::Borrowed)
    }
}

impl<'a, 'py> FromPyObject<'a, 'py> for CString {
    type Error = PyErr;

    const INPUT_HINT: Hint = Hint::STR;

    #[inline]
    fn extract(object: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
        object.extract::<&CStr>().map(CStr::to_owned)
    }
}

/// UnicodeDecodeError when it is no UTF-8.
impl<'py> IntoPyObject<'py> for &CStr {
    type Target = PyString;
    type Output = Bound<'py, PyString>;
    type Error = PyErr;

    const OUTPUT_HINT: Hint = Hint::STR;

    #[inline]
    fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
        // SAFETY: bytes that end with a zero byte; a new reference to a str, or null with the exception set.
        unsafe { Bound::from_owned_or_err(py, ffi::PyUnicode_FromString(self.as_ptr())) }
    }
}

into_through! {
    CString as &CStr: |text| &text;
    &CString as &CStr: |text| text;
    Cow<'_, CStr> as &CStr: |text| &text;
    &Cow<'_, CStr> as &CStr: |text| text;
}
