use std::fmt;
use std::marker::PhantomData;
use std::ops::Deref;
use std::ptr::NonNull;

use super::{Bound, Py};
use crate::convert::FromPyObject;
use crate::error::{CastError, PyErr, PyResult};
use crate::ffi;
use crate::panic::no_object;
use crate::python::Python;
use crate::type_object::{PyTypeCheck, PyTypeInfo};
use crate::types::PyAny;

/// A reference to a Python object that somebody else keeps alive for `'a`: an argument of the call, an item of a tuple.
///
/// The C API's "borrowed reference", with its lifetime written down. `Copy`, one pointer in size, never null;
/// it dereferences to [`Bound`], so that everything can be called on it.
#[repr(transparent)]
pub struct Borrowed<'a, 'py, T>(
    NonNull<ffi::PyObject>,
    // Not a reference to a `Bound`, which would ask for `'py: 'a` wherever this type is named.
    PhantomData<(&'a (), Bound<'py, T>)>,
);

impl<'a, 'py, T> Borrowed<'a, 'py, T> {
    /// # Safety
    /// The object is of type `T` and alive for `'a`; the thread is attached to its interpreter for `'py`.
    #[inline]
    pub(crate) const unsafe fn from_non_null(object: NonNull<ffi::PyObject>) -> Self {
        Borrowed(object, PhantomData)
    }

    /// The place where an owned reference is, as one where a borrowed reference is.
    #[inline]
    pub(crate) fn of(owned: &'a Bound<'py, T>) -> &'a Self {
        // SAFETY: both are one non-null pointer to an object that lives as long as `owned` is borrowed.
        unsafe { &*(&raw const *owned).cast() }
    }

    /// The token of the interpreter that the object belongs to.
    #[inline]
    pub fn py(self) -> Python<'py> {
        // SAFETY: a `Borrowed<'_, 'py, _>` exists only while the thread is attached for `'py`.
        unsafe { Python::assume_attached() }
    }

    /// The object's address, as a borrowed reference.
    #[inline]
    pub fn as_ptr(self) -> *mut ffi::PyObject {
        self.0.as_ptr()
    }

    /// An owned reference to the same object (`Py_INCREF`).
    #[inline]
    pub fn to_owned(self) -> Bound<'py, T> {
        (*self).clone()
    }

    /// The same reference, with nothing said of the object's type.
    #[inline]
    pub fn to_any(self) -> Borrowed<'a, 'py, PyAny> {
        Borrowed(self.0, PhantomData)
    }

    /// The same reference under another type, unchecked.
    ///
    /// # Safety
    /// The object is of type `U`.
    #[inline]
    pub unsafe fn cast_unchecked<U>(self) -> Borrowed<'a, 'py, U> {
        Borrowed(self.0, PhantomData)
    }
}

/// References from the C API to objects whose type is known.
impl<'py, T> Borrowed<'_, 'py, T> {
    /// Takes a borrowed reference from the C API.
    ///
    /// # Panics
    /// When `object` is null: as [`Bound::from_owned_ptr`].
    ///
    /// # Safety
    /// `object` is null, or points to an object of type `T` that stays alive as long.
    #[inline]
    #[track_caller]
    pub(crate) unsafe fn from_borrowed(py: Python<'py>, object: *mut ffi::PyObject) -> Self {
        // SAFETY: the caller's promise is the same.
        unsafe { Self::from_borrowed_or_opt(py, object) }.unwrap_or_else(|| no_object(py))
    }

    /// Takes a borrowed reference from the C API, `None` when it is null.
    ///
    /// # Safety
    /// As [`from_borrowed`](Self::from_borrowed).
    #[inline]
    pub(crate) unsafe fn from_borrowed_or_opt(
        _py: Python<'py>,
        object: *mut ffi::PyObject,
    ) -> Option<Self> {
        NonNull::new(object).map(|object| Borrowed(object, PhantomData))
    }

    /// Takes a borrowed reference from the C API, or the exception that was raised when it is null.
    ///
    /// # Errors
    /// The exception that the C API raised.
    ///
    /// # Safety
    /// As [`from_borrowed`](Self::from_borrowed).
    #[inline]
    pub(crate) unsafe fn from_borrowed_or_err(
        py: Python<'py>,
        object: *mut ffi::PyObject,
    ) -> PyResult<Self> {
        // SAFETY: the caller's promise is the same.
        unsafe { Self::from_borrowed_or_opt(py, object) }.ok_or_else(|| PyErr::fetch(py))
    }
}

impl<'a, 'py, T> Borrowed<'a, 'py, T> {
    /// This object as a `U`, when it is an instance of it (or of a subclass).
    ///
    /// # Errors
    /// [`CastError`], which becomes a `TypeError`.
    #[inline]
    pub fn cast<U: PyTypeCheck>(self) -> Result<Borrowed<'a, 'py, U>, CastError<'a, 'py>> {
        if U::type_check(self.as_any()) {
            Ok(Borrowed(self.0, PhantomData))
        } else {
            Err(CastError::new::<U>(self.to_any()))
        }
    }

    /// This object as a `U`, when its type is exactly that, no subclass.
    ///
    /// # Errors
    /// [`CastError`], which becomes a `TypeError`.
    #[inline]
    pub fn cast_exact<U: PyTypeInfo>(self) -> Result<Borrowed<'a, 'py, U>, CastError<'a, 'py>> {
        if U::is_exact_type_of(self.as_any()) {
            Ok(Borrowed(self.0, PhantomData))
        } else {
            Err(CastError::new::<U>(self.to_any()))
        }
    }
}

impl<'a, 'py> Borrowed<'a, 'py, PyAny> {
    /// Converts to a Rust value, which may borrow from the object for `'a`.
    ///
    /// # Errors
    /// Those of the conversion to `D`, as [`FromPyObject::extract`] says.
    #[inline]
    pub fn extract<D: FromPyObject<'a, 'py>>(self) -> Result<D, D::Error> {
        D::extract(self)
    }
}

impl<T> Clone for Borrowed<'_, '_, T> {
    #[inline]
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Borrowed<'_, '_, T> {}

impl<'py, T> Deref for Borrowed<'_, 'py, T> {
    type Target = Bound<'py, T>;

    #[inline]
    fn deref(&self) -> &Bound<'py, T> {
        // SAFETY: both are one non-null pointer to an object that lives as long as `self` is borrowed; a
        // shared reference to the `Bound` never drops it.
        unsafe { &*(&raw const self.0).cast() }
    }
}

impl<T> fmt::Debug for Borrowed<'_, '_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, f)
    }
}

impl<T> fmt::Display for Borrowed<'_, '_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&**self, f)
    }
}

impl<'a, 'py, T> From<&'a Bound<'py, T>> for Borrowed<'a, 'py, T> {
    #[inline]
    fn from(object: &'a Bound<'py, T>) -> Self {
        object.as_borrowed()
    }
}

impl<T> From<Borrowed<'_, '_, T>> for Py<T> {
    fn from(object: Borrowed<'_, '_, T>) -> Self {
        object.to_owned().unbind()
    }
}
