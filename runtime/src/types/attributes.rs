//! Attributes of any object. Names are `&str`, or a `&Bound<PyString>` from [`intern!`](crate::intern), which is quicker.

use super::{PyAny, PyString};
use crate::convert::{IntoPyObject, IntoPyObjectExt};
use crate::error::{PyResult, check_status};
use crate::ffi;
use crate::object::{Borrowed, Bound, BoundObject};

impl<'py> Bound<'py, PyAny> {
    /// `self.name`.
    ///
    /// # Errors
    /// AttributeError when there is none, and what a descriptor raises.
    #[inline]
    pub fn getattr<N>(&self, name: N) -> PyResult<Bound<'py, PyAny>>
    where
        N: IntoPyObject<'py, Target = PyString>,
    {
        get(self, name.into_pyobject_or_pyerr(self.py())?.as_borrowed())
    }

    /// `self.name`, or `None` when there is no such attribute.
    ///
    /// # Errors
    /// What a descriptor raises, but for AttributeError.
    #[inline]
    pub fn getattr_opt<N>(&self, name: N) -> PyResult<Option<Bound<'py, PyAny>>>
    where
        N: IntoPyObject<'py, Target = PyString>,
    {
        get_optional(self, name.into_pyobject_or_pyerr(self.py())?.as_borrowed())
    }

    /// `hasattr(self, name)`.
    ///
    /// # Errors
    /// As [`getattr_opt`](Self::getattr_opt).
    #[inline]
    pub fn hasattr<N>(&self, name: N) -> PyResult<bool>
    where
        N: IntoPyObject<'py, Target = PyString>,
    {
        self.getattr_opt(name).map(|attribute| attribute.is_some())
    }

    /// `self.name = value`.
    ///
    /// # Errors
    /// AttributeError when it cannot be set, and what a descriptor raises.
    #[inline]
    pub fn setattr<N, V>(&self, name: N, value: V) -> PyResult<()>
    where
        N: IntoPyObject<'py, Target = PyString>,
        V: IntoPyObject<'py>,
    {
        let name = name.into_pyobject_or_pyerr(self.py())?;
        let value = value.into_pyobject_or_pyerr(self.py())?;
        let (name, value) = (name.as_borrowed(), value.as_borrowed());
        // SAFETY: three live objects; the attribute gets a reference of its own.
        let status = unsafe { ffi::PyObject_SetAttr(self.as_ptr(), name.as_ptr(), value.as_ptr()) };
        check_status(self.py(), status)
    }

    /// `del self.name`.
    ///
    /// # Errors
    /// AttributeError when there is none, and what a descriptor raises.
    #[inline]
    pub fn delattr<N>(&self, name: N) -> PyResult<()>
    where
        N: IntoPyObject<'py, Target = PyString>,
    {
        let name = name.into_pyobject_or_pyerr(self.py())?;
        // SAFETY: two live objects; setting an attribute to null deletes it.
        let status = unsafe {
            ffi::PyObject_SetAttr(
                self.as_ptr(),
                name.as_borrowed().as_ptr(),
                std::ptr::null_mut(),
            )
        };
        check_status(self.py(), status)
    }
}

#[inline]
fn get<'py>(
    object: &Bound<'py, PyAny>,
    name: Borrowed<'_, 'py, PyString>,
) -> PyResult<Bound<'py, PyAny>> {
    // SAFETY: a live object and a str; the result is a new reference, or null.
    unsafe {
        Bound::from_owned_or_err(
            object.py(),
            ffi::PyObject_GetAttr(object.as_ptr(), name.as_ptr()),
        )
    }
}

#[inline]
fn get_optional<'py>(
    object: &Bound<'py, PyAny>,
    name: Borrowed<'_, 'py, PyString>,
) -> PyResult<Option<Bound<'py, PyAny>>> {
    let mut attribute = std::ptr::null_mut();
    // SAFETY: a live object and a str; what is written is a new reference, or null.
    let (status, attribute) = unsafe {
        let status =
            ffi::compat::PyObject_GetOptionalAttr(object.as_ptr(), name.as_ptr(), &mut attribute);
        (status, Bound::from_owned_or_opt(object.py(), attribute))
    };
    check_status(object.py(), status)?;
    Ok(attribute)
}
