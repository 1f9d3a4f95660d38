//! `str`, `String`, `Cow<str>` and `char`, and Python's `str`.

use std::borrow::Cow;

use super::InPlace;
use crate::convert::{FromPyObject, IntoPyObject};
use crate::error::{PyErr, PyResult};
use crate::exceptions::PyValueError;
#[cfg(not(any(Py_LIMITED_API, Py_3_14)))]
use crate::ffi;
use crate::hint::Hint;
use crate::object::{Borrowed, Bound};
use crate::python::Python;
use crate::types::{PyAny, PyString};

/// The text of a `str` that is all ASCII and in the usual compact form, where its layout is known: no call.
#[cfg(not(any(Py_LIMITED_API, Py_3_14)))]
#[inline]
pub(crate) fn ascii_in_place<'a>(object: Borrowed<'a, '_, PyAny>) -> Option<&'a str> {
    // SAFETY: a live object, and a str when its type says so; the bytes of a compact ASCII str follow its header
    // (`PyASCIIObject`) and never change. ASCII is UTF-8.
    unsafe {
        let object = object.as_ptr();
        if ffi::PyUnicode_Check(object) == 0 || ffi::PyUnicode_IS_COMPACT_ASCII(object) == 0 {
            return None;
        }
        let header = object.cast::<ffi::PyASCIIObject>();
        let bytes = std::slice::from_raw_parts(header.add(1).cast(), (*header).length as usize);
        Some(std::str::from_utf8_unchecked(bytes))
    }
}

/// `pyo3-ffi` does not tell the layout of a `str` under the limited API, nor from 3.14 on.
#[cfg(any(Py_LIMITED_API, Py_3_14))]
#[inline]
fn ascii_in_place<'a>(_object: Borrowed<'a, '_, PyAny>) -> Option<&'a str> {
    None
}

/// The text of any `str`, in the UTF-8 that the object keeps from the first time on.
#[inline(never)]
fn utf8<'a, 'py: 'a>(object: Borrowed<'a, 'py, PyAny>) -> PyResult<&'a str> {
    object.cast::<PyString>()?.to_str()
}

/// Borrows the UTF-8 that the `str` keeps. A `str` with lone surrogates raises UnicodeEncodeError.
impl<'a, 'py: 'a> FromPyObject<'a, 'py> for &'a str {
    type Error = PyErr;

    const INPUT_HINT: Hint = Hint::STR;
    const IN_PLACE: bool = cfg!(not(any(Py_LIMITED_API, Py_3_14)));

    #[inline]
    fn extract(object: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
        match ascii_in_place(object) {
            Some(text) => Ok(text),
            None => utf8(object),
        }
    }

    #[inline]
    fn extract_in_place(object: Borrowed<'a, 'py, PyAny>, _: InPlace) -> Option<Self> {
        ascii_in_place(object)
    }
}

impl<'a, 'py> FromPyObject<'a, 'py> for String {
    type Error = PyErr;

    const INPUT_HINT: Hint = Hint::STR;

    #[inline]
    fn extract(object: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
        object.extract::<&str>().map(str::to_owned)
    }

    #[inline]
    fn extract_in_place(object: Borrowed<'a, 'py, PyAny>, _: InPlace) -> Option<Self> {
        ascii_in_place(object).map(str::to_owned)
    }
}

impl<'a, 'py: 'a> FromPyObject<'a, 'py> for Cow<'a, str> {
    type Error = PyErr;

    const INPUT_HINT: Hint = Hint::STR;

    #[inline]
    fn extract(object: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
        object.extract().map(Cow::Borrowed)
    }
}

/// A `str` of one code point.
impl<'a, 'py> FromPyObject<'a, 'py> for char {
    type Error = PyErr;

    const INPUT_HINT: Hint = Hint::STR;

    #[inline]
    fn extract(object: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
        let mut chars = object.extract::<&str>()?.chars();
        match (chars.next(), chars.next()) {
            (Some(char), None) => Ok(char),
            _ => Err(PyValueError::new_err("expected a string of length 1")),
        }
    }
}

impl<'py> IntoPyObject<'py> for &str {
    type Target = PyString;
    type Output = Bound<'py, PyString>;
    type Error = PyErr;

    const OUTPUT_HINT: Hint = Hint::STR;

    #[inline]
    fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
        PyString::try_new(py, self)
    }
}

/// The other kinds of text, through `&str`.
macro_rules! text {
    ($($text:ty, |$value:ident| $str:expr;)*) => {$(
        impl<'py> IntoPyObject<'py> for $text {
            type Target = PyString;
            type Output = Bound<'py, PyString>;
            type Error = PyErr;

            const OUTPUT_HINT: Hint = Hint::STR;

            #[inline]
            fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
                let $value = self;
                let text: &str = $str;
                text.into_pyobject(py)
            }
        }
    )*};
}

text! {
    String, |text| &text;
    &String, |text| text;
    Cow<'_, str>, |text| &text;
    &Cow<'_, str>, |text| text;
}

impl<'py> IntoPyObject<'py> for char {
    type Target = PyString;
    type Output = Bound<'py, PyString>;
    type Error = PyErr;

    const OUTPUT_HINT: Hint = Hint::STR;

    #[inline]
    fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
        let mut room = [0; 4];
        let text: &str = self.encode_utf8(&mut room);
        text.into_pyobject(py)
    }
}

impl<'py> IntoPyObject<'py> for &char {
    type Target = PyString;
    type Output = Bound<'py, PyString>;
    type Error = PyErr;

    const OUTPUT_HINT: Hint = Hint::STR;

    #[inline]
    fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
        (*self).into_pyobject(py)
    }
}
