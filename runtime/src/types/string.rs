use std::borrow::Cow;
use std::ffi::CStr;
use std::fmt;

use super::{PyAny, PyBytes, builtin_type, equal_to, to_length, to_ssize};
use crate::error::{PyErr, PyResult};
use crate::exceptions::PyValueError;
use crate::ffi;
use crate::hint::Hint;
use crate::object::{Borrowed, Bound, Py};
use crate::panic::unwind;
use crate::python::Python;

builtin_type! {
    /// `str`.
    PyString, "str", Hint::STR, PyUnicode_Type, check: PyUnicode_Check
}

impl PyString {
    /// A new str.
    ///
    /// # Panics
    /// When memory runs out.
    #[inline]
    pub fn new<'py>(py: Python<'py>, text: &str) -> Bound<'py, PyString> {
        Self::try_new(py, text).unwrap_or_else(|error| unwind(error))
    }

    /// A new str.
    ///
    /// # Errors
    /// MemoryError.
    #[inline(never)]
    pub(crate) fn try_new<'py>(py: Python<'py>, text: &str) -> PyResult<Bound<'py, PyString>> {
        // The interpreter keeps one str of each text that is shorter.
        #[cfg(not(any(Py_LIMITED_API, Py_3_14)))]
        if text.len() > 1 && text.is_ascii() {
            return Self::new_ascii(py, text);
        }
        // SAFETY: pointer and length of UTF-8 text, which is copied; the result is a new reference, or null.
        unsafe {
            let text = ffi::PyUnicode_FromStringAndSize(text.as_ptr().cast(), to_ssize(text.len()));
            Bound::from_owned_or_err(py, text)
        }
    }

    /// A new str of ASCII text, which most is: its bytes are copied, with no need to decode them.
    #[cfg(not(any(Py_LIMITED_API, Py_3_14)))]
    #[inline]
    fn new_ascii<'py>(py: Python<'py>, text: &str) -> PyResult<Bound<'py, PyString>> {
        const MAX: ffi::Py_UCS4 = 127;
        // SAFETY: the result is a new reference, or null. For this maximum, the str has its header (`PyASCIIObject`) and room
        // for as many bytes and a null, which is there already; nobody else has seen it.
        unsafe {
            let object = ffi::PyUnicode_New(to_ssize(text.len()), MAX);
            let object = Bound::<PyString>::from_owned_or_err(py, object)?;
            let bytes = object
                .as_ptr()
                .cast::<ffi::PyASCIIObject>()
                .add(1)
                .cast::<u8>();
            bytes.copy_from_nonoverlapping(text.as_ptr(), text.len());
            Ok(object)
        }
    }

    /// `bytes.decode()`: a new str of UTF-8.
    ///
    /// # Errors
    /// UnicodeDecodeError, MemoryError.
    #[inline]
    pub fn from_bytes<'py>(py: Python<'py>, bytes: &[u8]) -> PyResult<Bound<'py, PyString>> {
        // SAFETY: pointer and length of bytes, which are copied; the result is a new reference, or null.
        unsafe {
            let (start, length) = (bytes.as_ptr().cast(), to_ssize(bytes.len()));
            Bound::from_owned_or_err(py, ffi::PyUnicode_FromStringAndSize(start, length))
        }
    }

    /// A new str of `format_args!(...)`. [`py_format!`](crate::py_format) writes that for you.
    ///
    /// # Errors
    /// MemoryError, and ValueError when formatting a value fails.
    #[inline]
    pub fn from_fmt<'py>(
        py: Python<'py>,
        arguments: fmt::Arguments<'_>,
    ) -> PyResult<Bound<'py, PyString>> {
        if let Some(text) = arguments.as_str() {
            return Self::try_new(py, text);
        }
        let mut text = String::new();
        match fmt::write(&mut text, arguments) {
            Ok(()) => Self::try_new(py, &text),
            Err(fmt::Error) => Err(PyValueError::new_err("a value could not be formatted")),
        }
    }

    /// The interpreter's one str of this text, for attribute names and dict keys. [`intern!`](crate::intern) also keeps it.
    ///
    /// # Panics
    /// When memory runs out.
    #[inline]
    pub fn intern<'py>(py: Python<'py>, text: &str) -> Bound<'py, PyString> {
        let mut string = Self::new(py, text).into_ptr();
        // SAFETY: the function trades our reference to a str for one to the interned one.
        unsafe {
            ffi::PyUnicode_InternInPlace(&mut string);
            Bound::from_owned(py, string)
        }
    }

    /// `bytes.decode(encoding, errors)`; any object with the buffer protocol will do.
    ///
    /// # Errors
    /// UnicodeDecodeError, LookupError for an unknown encoding, TypeError when there are no bytes.
    #[inline]
    pub fn from_encoded_object<'py>(
        bytes: &Bound<'py, PyAny>,
        encoding: Option<&CStr>,
        errors: Option<&CStr>,
    ) -> PyResult<Bound<'py, PyString>> {
        // SAFETY: a live object, C strings or null; the result is a new reference, or null.
        unsafe {
            let text = ffi::PyUnicode_FromEncodedObject(
                bytes.as_ptr(),
                encoding.map_or(std::ptr::null(), CStr::as_ptr),
                errors.map_or(std::ptr::null(), CStr::as_ptr),
            );
            Bound::from_owned_or_err(bytes.py(), text)
        }
    }

    /// `str(object)`.
    ///
    /// # Errors
    /// What `__str__` raises.
    #[inline]
    pub fn from_object<'py>(object: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyString>> {
        object.str()
    }
}

impl<'py> Bound<'py, PyString> {
    /// How many characters it has, whatever `__len__` says.
    ///
    /// # Errors
    /// None is known.
    #[inline]
    pub fn code_point_len(&self) -> PyResult<usize> {
        // SAFETY: a str.
        to_length(self.py(), unsafe {
            ffi::PyUnicode_GetLength(self.as_ptr())
        })
    }

    /// The text, borrowed from the object, which keeps it as UTF-8 from now on.
    ///
    /// # Errors
    /// UnicodeEncodeError when there are lone surrogates.
    #[inline]
    pub fn to_str(&self) -> PyResult<&str> {
        self.as_borrowed().to_str()
    }

    /// The text, borrowed from the object.
    ///
    /// # Errors
    /// As [`to_str`](Self::to_str).
    #[inline]
    pub fn to_cow(&self) -> PyResult<Cow<'_, str>> {
        self.to_str().map(Cow::Borrowed)
    }

    /// The text, with U+FFFD for each lone surrogate.
    ///
    /// # Panics
    /// When memory runs out.
    #[inline]
    pub fn to_string_lossy(&self) -> Cow<'_, str> {
        self.as_borrowed().to_string_lossy()
    }

    /// The text in UTF-8, as a bytes object.
    ///
    /// # Errors
    /// As [`to_str`](Self::to_str).
    #[inline]
    pub fn encode_utf8(&self) -> PyResult<Bound<'py, PyBytes>> {
        // SAFETY: a str; the result is a new reference to bytes, or null.
        unsafe { Bound::from_owned_or_err(self.py(), ffi::PyUnicode_AsUTF8String(self.as_ptr())) }
    }
}

impl<'a, 'py: 'a> Borrowed<'a, 'py, PyString> {
    /// The text, borrowed for as long as the object is.
    ///
    /// # Errors
    /// UnicodeEncodeError when there are lone surrogates.
    #[inline]
    pub fn to_str(self) -> PyResult<&'a str> {
        let mut length = 0;
        // SAFETY: a str; the result points to `length` bytes that live as long as the object, or is null.
        unsafe {
            let text = ffi::PyUnicode_AsUTF8AndSize(self.as_ptr(), &mut length);
            if text.is_null() {
                return Err(PyErr::fetch(self.py()));
            }
            let bytes = std::slice::from_raw_parts(text.cast(), length as usize);
            Ok(std::str::from_utf8_unchecked(bytes))
        }
    }

    /// The text, with U+FFFD for each lone surrogate.
    ///
    /// # Panics
    /// When memory runs out.
    #[inline]
    pub fn to_string_lossy(self) -> Cow<'a, str> {
        match self.to_str() {
            Ok(text) => Cow::Borrowed(text),
            Err(_) => Cow::Owned(lossy(&self)),
        }
    }
}

impl Py<PyString> {
    /// The text, borrowed from the object, which keeps it as UTF-8 from now on.
    ///
    /// # Errors
    /// UnicodeEncodeError when there are lone surrogates.
    ///
    /// # Panics
    /// As [`bind`](Py::bind).
    #[inline]
    #[track_caller]
    pub fn to_str<'a>(&'a self, py: Python<'a>) -> PyResult<&'a str> {
        self.bind_borrowed(py).to_str()
    }

    /// The text, borrowed from the object.
    ///
    /// # Errors
    /// As [`to_str`](Self::to_str).
    ///
    /// # Panics
    /// As [`bind`](Py::bind).
    #[inline]
    #[track_caller]
    pub fn to_cow<'a>(&'a self, py: Python<'a>) -> PyResult<Cow<'a, str>> {
        self.to_str(py).map(Cow::Borrowed)
    }

    /// The text, with U+FFFD for each lone surrogate.
    ///
    /// # Panics
    /// When memory runs out, and as [`bind`](Py::bind).
    #[inline]
    #[track_caller]
    pub fn to_string_lossy<'a>(&'a self, py: Python<'a>) -> Cow<'a, str> {
        self.bind_borrowed(py).to_string_lossy()
    }
}

/// Text with lone surrogates: encoded as if each were a character, which gives three bytes that are no UTF-8.
#[inline]
fn lossy(text: &Bound<'_, PyString>) -> String {
    // SAFETY: a str and C strings; the result is a new reference to bytes, or null.
    let bytes: PyResult<Bound<'_, PyBytes>> = unsafe {
        let bytes = ffi::PyUnicode_AsEncodedString(
            text.as_ptr(),
            c"utf-8".as_ptr(),
            c"surrogatepass".as_ptr(),
        );
        Bound::from_owned_or_err(text.py(), bytes)
    };
    let bytes = bytes.unwrap_or_else(|error| unwind(error));
    let mut lossy = String::with_capacity(bytes.as_bytes().len());
    for chunk in bytes.as_bytes().utf8_chunks() {
        lossy.push_str(chunk.valid());
        // `utf8_chunks` finds each of the three bytes invalid; the first stands for the surrogate.
        if chunk.invalid().first().is_some_and(|byte| *byte >= 0xE0) {
            lossy.push(char::REPLACEMENT_CHARACTER);
        }
    }
    lossy
}

equal_to! {
    /// A str with lone surrogates equals no text of Rust's.
    PyString: str = |string, text| string.to_str().is_ok_and(|string| string == text)
}

/// `format!`, to a str: `py_format!(py, "{} of {}", part, whole)?`. A text without values becomes one str, interned.
///
/// ```
/// use mybind::prelude::*;
/// use mybind::{py_format, types::PyString};
///
/// #[mybind]
/// fn share<'py>(py: Python<'py>, part: u32, whole: u32) -> PyResult<Bound<'py, PyString>> {
///     py_format!(py, "{part} of {whole}")
/// }
/// ```
#[macro_export]
macro_rules! py_format {
    ($py:expr, $($arguments:tt)*) => {
        match ::core::format_args!($($arguments)*) {
            arguments => match arguments.as_str() {
                ::core::option::Option::Some(text) => {
                    static INTERNED: $crate::sync::PyOnceLock<$crate::Py<$crate::types::PyString>> =
                        $crate::sync::PyOnceLock::new();
                    let py = $py;
                    let text = INTERNED
                        .get_or_init(py, || $crate::types::PyString::intern(py, text).unbind());
                    $crate::PyResult::Ok(text.bind(py).clone())
                }
                ::core::option::Option::None => {
                    $crate::types::PyString::from_fmt($py, arguments)
                }
            },
        }
    };
}
