//! Text and bytes together with the Python object that they came from.
//!
//! Both can be read anywhere, without a [`Python`] token: on detached threads, and when the interpreter of the object has
//! ended. The object's memory may not live so long, so the content is copied once, when the value is made. What only a call needs
//! is better borrowed, as `&str` or `&[u8]`.

use std::borrow::Borrow;
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::Deref;
use std::sync::Arc;

use crate::convert::{FromPyObject, IntoPyObject};
use crate::error::{PyErr, PyResult};
use crate::hint::Hint;
use crate::object::{Borrowed, Bound, Py};
use crate::python::Python;
use crate::types::{PyAny, PyByteArray, PyBytes, PyString};

/// The text of a `str`, and the object.
///
/// Going back to Python it is that object again.
pub struct PyBackedStr {
    object: Py<PyString>,
    text: Arc<str>,
}

impl PyBackedStr {
    /// Another reference to the same object and text.
    ///
    /// # Panics
    /// As [`Py::bind`].
    #[inline]
    #[track_caller]
    pub fn clone_ref(&self, py: Python<'_>) -> Self {
        PyBackedStr {
            object: self.object.clone_ref(py),
            text: self.text.clone(),
        }
    }

    /// The text.
    #[inline]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The object.
    #[inline]
    pub fn as_py_str(&self) -> &Py<PyString> {
        &self.object
    }
}

/// UnicodeEncodeError when there are lone surrogates.
impl TryFrom<Bound<'_, PyString>> for PyBackedStr {
    type Error = PyErr;

    #[inline]
    fn try_from(object: Bound<'_, PyString>) -> PyResult<Self> {
        let text = object.to_str()?.into();
        Ok(PyBackedStr {
            text,
            object: object.unbind(),
        })
    }
}

impl<'py> FromPyObject<'_, 'py> for PyBackedStr {
    type Error = PyErr;

    const INPUT_HINT: Hint = Hint::STR;

    #[inline]
    fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        object.cast::<PyString>()?.to_owned().try_into()
    }
}

/// RuntimeError when the object belongs to another interpreter than the one that the thread is attached to.
impl<'py> IntoPyObject<'py> for PyBackedStr {
    type Target = PyString;
    type Output = Bound<'py, PyString>;
    type Error = PyErr;

    const OUTPUT_HINT: Hint = Hint::STR;

    #[inline]
    fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
        self.object.into_pyobject(py)
    }
}

/// RuntimeError when the object belongs to another interpreter than the one that the thread is attached to.
impl<'py> IntoPyObject<'py> for &PyBackedStr {
    type Target = PyString;
    type Output = Bound<'py, PyString>;
    type Error = PyErr;

    const OUTPUT_HINT: Hint = Hint::STR;

    #[inline]
    fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
        (&self.object).into_pyobject(py)
    }
}

impl AsRef<[u8]> for PyBackedStr {
    #[inline]
    fn as_ref(&self) -> &[u8] {
        self.as_bytes()
    }
}

impl fmt::Display for PyBackedStr {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.text.fmt(f)
    }
}

/// The content of a `bytes`, and the object; or the content that a `bytearray` had, which may have another one by now.
///
/// Going back to Python it is that `bytes` again, or a new one.
pub struct PyBackedBytes {
    object: Option<Py<PyBytes>>,
    bytes: Arc<[u8]>,
}

impl PyBackedBytes {
    /// Another reference to the same object and bytes.
    ///
    /// # Panics
    /// As [`Py::bind`].
    #[inline]
    #[track_caller]
    pub fn clone_ref(&self, py: Python<'_>) -> Self {
        PyBackedBytes {
            object: self.object.as_ref().map(|object| object.clone_ref(py)),
            bytes: self.bytes.clone(),
        }
    }
}

impl From<Bound<'_, PyBytes>> for PyBackedBytes {
    #[inline]
    fn from(object: Bound<'_, PyBytes>) -> Self {
        PyBackedBytes {
            bytes: object.as_bytes().into(),
            object: Some(object.unbind()),
        }
    }
}

impl From<Bound<'_, PyByteArray>> for PyBackedBytes {
    #[inline]
    fn from(object: Bound<'_, PyByteArray>) -> Self {
        PyBackedBytes {
            bytes: object.to_vec().into(),
            object: None,
        }
    }
}

impl<'py> FromPyObject<'_, 'py> for PyBackedBytes {
    type Error = PyErr;

    const INPUT_HINT: Hint = Hint::Union(&[Hint::BYTES, Hint::Name("bytearray")]);

    #[inline]
    fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        match object.cast::<PyByteArray>() {
            Ok(array) => Ok(array.to_owned().into()),
            Err(_) => Ok(object.cast::<PyBytes>()?.to_owned().into()),
        }
    }
}

/// RuntimeError when the object belongs to another interpreter than the one that the thread is attached to.
impl<'py> IntoPyObject<'py> for PyBackedBytes {
    type Target = PyBytes;
    type Output = Bound<'py, PyBytes>;
    type Error = PyErr;

    const OUTPUT_HINT: Hint = Hint::BYTES;

    #[inline]
    fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
        (&self).into_pyobject(py)
    }
}

/// RuntimeError when the object belongs to another interpreter than the one that the thread is attached to.
impl<'py> IntoPyObject<'py> for &PyBackedBytes {
    type Target = PyBytes;
    type Output = Bound<'py, PyBytes>;
    type Error = PyErr;

    const OUTPUT_HINT: Hint = Hint::BYTES;

    #[inline]
    fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
        match &self.object {
            Some(object) => object.into_pyobject(py),
            None => PyBytes::try_new(py, self),
        }
    }
}

impl<const N: usize> PartialEq<[u8; N]> for PyBackedBytes {
    #[inline]
    fn eq(&self, other: &[u8; N]) -> bool {
        **self == *other
    }
}

impl<const N: usize> PartialEq<&[u8; N]> for PyBackedBytes {
    #[inline]
    fn eq(&self, other: &&[u8; N]) -> bool {
        **self == **other
    }
}

/// What both have of their content.
macro_rules! as_content {
    ($backed:ident, $field:ident: $content:ty) => {
        impl Deref for $backed {
            type Target = $content;

            #[inline]
            fn deref(&self) -> &$content {
                &self.$field
            }
        }

        impl AsRef<$content> for $backed {
            #[inline]
            fn as_ref(&self) -> &$content {
                self
            }
        }

        impl Borrow<$content> for $backed {
            #[inline]
            fn borrow(&self) -> &$content {
                self
            }
        }

        impl fmt::Debug for $backed {
            #[inline]
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.$field.fmt(f)
            }
        }

        impl PartialEq for $backed {
            #[inline]
            fn eq(&self, other: &Self) -> bool {
                **self == **other
            }
        }

        impl PartialEq<$content> for $backed {
            #[inline]
            fn eq(&self, other: &$content) -> bool {
                **self == *other
            }
        }

        impl PartialEq<&$content> for $backed {
            #[inline]
            fn eq(&self, other: &&$content) -> bool {
                **self == **other
            }
        }

        impl PartialEq<$backed> for $content {
            #[inline]
            fn eq(&self, other: &$backed) -> bool {
                *self == **other
            }
        }

        impl PartialEq<$backed> for &$content {
            #[inline]
            fn eq(&self, other: &$backed) -> bool {
                **self == **other
            }
        }

        impl Eq for $backed {}

        impl PartialOrd for $backed {
            #[inline]
            fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
                Some(self.cmp(other))
            }
        }

        impl PartialOrd<$content> for $backed {
            #[inline]
            fn partial_cmp(&self, other: &$content) -> Option<Ordering> {
                (**self).partial_cmp(other)
            }
        }

        impl PartialOrd<$backed> for $content {
            #[inline]
            fn partial_cmp(&self, other: &$backed) -> Option<Ordering> {
                self.partial_cmp(&**other)
            }
        }

        impl Ord for $backed {
            #[inline]
            fn cmp(&self, other: &Self) -> Ordering {
                (**self).cmp(&**other)
            }
        }

        impl Hash for $backed {
            #[inline]
            fn hash<H: Hasher>(&self, state: &mut H) {
                (**self).hash(state);
            }
        }
    };
}

as_content!(PyBackedStr, text: str);
as_content!(PyBackedBytes, bytes: [u8]);
