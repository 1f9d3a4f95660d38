use std::borrow::Cow;

use super::state::{Argument, Class, LazyError};
use super::{PyErr, PyResult};
use crate::exceptions::PyUnicodeError;
use crate::ffi;
use crate::object::Bound;
use crate::python::Python;
use crate::type_object::PyTypeInfo;
use crate::types::{PyAny, PyString};

impl PyErr {
    /// Says where the error happened: `prefix` is `argument 'xs': ` or `item 3: `.
    ///
    /// An exception with a message that Rust gave and Python has not seen yet gets the prefix before its message. Others
    /// stay as they are, with the prefix as a note where there are notes (3.11): Python code raised them, or, as for
    /// UnicodeError, the arguments are no message.
    #[cold]
    pub(crate) fn with_context(mut self, py: Python<'_>, prefix: &str) -> PyErr {
        if let Some(lazy) = self.0.lazy_mut() {
            match lazy.prefix_message(py, prefix) {
                Ok(true) => return self,
                Ok(false) => {}
                // Making the argument failed: this is the exception that would have been raised.
                Err(error) => return error,
            }
        }
        let note = prefix.strip_suffix(": ").unwrap_or(prefix);
        // A note that cannot be added must not hide the error.
        let _ = self.add_note_if_possible(py, note);
        self
    }

    fn add_note_if_possible(&self, py: Python<'_>, note: &str) -> PyResult<()> {
        if let Some(add_note) = self.value(py).getattr_opt("add_note")? {
            add_note.call1((PyString::try_new(py, note)?,))?;
        }
        Ok(())
    }
}

impl LazyError {
    /// Puts `prefix` before the message, if the only argument is one.
    fn prefix_message(&mut self, py: Python<'_>, prefix: &str) -> PyResult<bool> {
        if self.is_unicode_error(py) {
            return Ok(false);
        }
        if let Argument::Deferred(_) = self.argument {
            self.argument = match self.argument.take_object(py)? {
                Some(object) => Argument::Object(object.unbind()),
                None => Argument::None,
            };
        }
        let longer = match &self.argument {
            Argument::Text(text) => Argument::Text(Cow::Owned(joined(&[prefix, text]))),
            Argument::Object(object) => match object.try_bind(py)?.cast::<PyString>() {
                Ok(text) => match concatenate(py, prefix, text) {
                    Ok(longer) => Argument::Object(longer.unbind()),
                    // No memory for more: the error itself matters more than where it was.
                    Err(_) => return Ok(true),
                },
                Err(_) => return Ok(false),
            },
            Argument::None | Argument::Deferred(_) => return Ok(false),
        };
        self.argument = longer;
        Ok(true)
    }

    fn is_unicode_error(&self, py: Python<'_>) -> bool {
        let class = match &self.class {
            Class::Known(_, object) => object(py),
            Class::Object(class) => match class.try_bind(py) {
                // SAFETY: a live object.
                Ok(class) if unsafe { ffi::PyType_Check(class.as_ptr()) } != 0 => {
                    class.as_ptr().cast()
                }
                _ => return false,
            },
        };
        // SAFETY: two live type objects.
        unsafe { ffi::PyType_IsSubtype(class, PyUnicodeError::type_object_raw(py)) != 0 }
    }
}

/// `prefix + text`, which may have lone surrogates.
fn concatenate<'py>(
    py: Python<'py>,
    prefix: &str,
    text: &Bound<'py, PyString>,
) -> PyResult<Bound<'py, PyAny>> {
    let prefix = PyString::try_new(py, prefix)?;
    // SAFETY: two str objects; the result is a new reference, or null.
    unsafe { Bound::from_owned_or_err(py, ffi::PyUnicode_Concat(prefix.as_ptr(), text.as_ptr())) }
}

/// The texts, one behind the other. It is compiled once, as `concat` of a list is not.
#[inline(never)]
pub(crate) fn joined(texts: &[&str]) -> String {
    let mut joined = String::with_capacity(texts.iter().map(|text| text.len()).sum());
    for text in texts {
        joined.push_str(text);
    }
    joined
}
