use std::fmt;
use std::marker::PhantomData;
use std::mem::ManuallyDrop;
use std::ops::Deref;
use std::ptr::NonNull;

use super::{Borrowed, Py};
use crate::convert::FromPyObject;
use crate::error::{CastError, CastIntoError, PyErr, PyResult};
use crate::ffi;
use crate::panic::no_object;
use crate::python::Python;
use crate::type_object::{PyTypeCheck, PyTypeInfo};
use crate::types::PyAny;

/// An owned reference to a Python object, on a thread that is attached to the object's interpreter.
///
/// `T` says what is known of the object: [`PyAny`] nothing, [`PyList`](crate::types::PyList) that it is a
/// `list` or a subclass of it. Cloning increments the reference count, dropping decrements it: plain
/// `Py_INCREF` and `Py_DECREF`, since the lifetime `'py` proves that the thread is attached.
///
/// One pointer in size, never null.
#[repr(transparent)]
pub struct Bound<'py, T>(NonNull<ffi::PyObject>, PhantomData<(Python<'py>, T)>);

impl<'py, T> Bound<'py, T> {
    /// The token of the interpreter that the object belongs to.
    #[inline]
    pub fn py(&self) -> Python<'py> {
        // SAFETY: a `Bound<'py, _>` exists only while the thread is attached for `'py`.
        unsafe { Python::assume_attached() }
    }

    /// The object's address, as a borrowed reference: valid as long as `self`.
    #[inline]
    pub fn as_ptr(&self) -> *mut ffi::PyObject {
        self.0.as_ptr()
    }

    /// The object's address, as an owned reference: the caller must see to its `Py_DECREF`.
    #[inline]
    pub fn into_ptr(self) -> *mut ffi::PyObject {
        ManuallyDrop::new(self).0.as_ptr()
    }

    /// The same reference, with nothing said of the object's type.
    #[inline]
    pub fn as_any(&self) -> &Bound<'py, PyAny> {
        // SAFETY: every object is an `object`.
        unsafe { self.cast_unchecked() }
    }

    /// The same reference, with nothing said of the object's type.
    #[inline]
    pub fn into_any(self) -> Bound<'py, PyAny> {
        // SAFETY: every object is an `object`.
        unsafe { self.cast_into_unchecked() }
    }

    /// This reference, borrowed.
    #[inline]
    pub fn as_borrowed<'a>(&'a self) -> Borrowed<'a, 'py, T> {
        // SAFETY: `self` keeps the object alive for `'a`.
        unsafe { Borrowed::from_non_null(self.0) }
    }

    /// Detaches the reference from the interpreter's lifetime, so that it can be stored and sent to other threads.
    #[inline]
    pub fn unbind(self) -> Py<T> {
        Py::from_bound(self)
    }

    /// The same reference under another type, unchecked.
    ///
    /// # Safety
    /// The object is of type `U`.
    #[inline]
    pub unsafe fn cast_unchecked<U>(&self) -> &Bound<'py, U> {
        // SAFETY: `Bound` is one pointer whatever its type parameter; the type is the caller's promise.
        unsafe { &*(&raw const *self).cast() }
    }

    /// The same reference under another type, unchecked.
    ///
    /// # Safety
    /// The object is of type `U`.
    #[inline]
    pub unsafe fn cast_into_unchecked<U>(self) -> Bound<'py, U> {
        Bound(ManuallyDrop::new(self).0, PhantomData)
    }
}

/// References from the C API to objects whose type is known. What users have is [`Bound::from_owned_ptr`] and its like, which leave no
/// type open.
impl<'py, T> Bound<'py, T> {
    /// Takes an owned reference from the C API.
    ///
    /// # Panics
    /// When `object` is null: with the exception that the C API raised, which whatever Python called then raises.
    ///
    /// # Safety
    /// `object` is null, or an owned reference ("new reference" in the C API's documentation) to an object
    /// of type `T`, which the `Bound` takes over.
    #[inline]
    #[track_caller]
    pub(crate) unsafe fn from_owned(py: Python<'py>, object: *mut ffi::PyObject) -> Self {
        // SAFETY: the caller's promise is the same.
        unsafe { Self::from_owned_or_opt(py, object) }.unwrap_or_else(|| no_object(py))
    }

    /// Takes an owned reference from the C API, `None` when it is null. Leaves Python's error indicator alone.
    ///
    /// # Safety
    /// As [`from_owned`](Self::from_owned).
    #[inline]
    pub(crate) unsafe fn from_owned_or_opt(
        _py: Python<'py>,
        object: *mut ffi::PyObject,
    ) -> Option<Self> {
        NonNull::new(object).map(|object| Bound(object, PhantomData))
    }

    /// Takes an owned reference from the C API, or the exception that was raised when it is null.
    ///
    /// # Errors
    /// The exception that the C API raised.
    ///
    /// # Safety
    /// As [`from_owned`](Self::from_owned).
    #[inline]
    pub(crate) unsafe fn from_owned_or_err(
        py: Python<'py>,
        object: *mut ffi::PyObject,
    ) -> PyResult<Self> {
        // SAFETY: the caller's promise is the same.
        unsafe { Self::from_owned_or_opt(py, object) }.ok_or_else(|| PyErr::fetch(py))
    }

    /// Takes a borrowed reference from the C API and owns it from now on (`Py_INCREF`).
    ///
    /// # Panics
    /// When `object` is null: with the exception that the C API raised, which whatever Python called then raises.
    ///
    /// # Safety
    /// `object` is null, or points to a live object of type `T`.
    #[inline]
    #[track_caller]
    pub(crate) unsafe fn from_borrowed(py: Python<'py>, object: *mut ffi::PyObject) -> Self {
        // SAFETY: the caller's promise is the same.
        unsafe { Self::from_borrowed_or_opt(py, object) }.unwrap_or_else(|| no_object(py))
    }

    /// Takes a borrowed reference from the C API and owns it from now on, `None` when it is null.
    ///
    /// # Safety
    /// As [`from_borrowed`](Self::from_borrowed).
    #[inline]
    pub(crate) unsafe fn from_borrowed_or_opt(
        _py: Python<'py>,
        object: *mut ffi::PyObject,
    ) -> Option<Self> {
        // SAFETY: the object is alive, by the caller's promise, and the thread attached, by the token.
        NonNull::new(object).map(|object| unsafe { Borrowed::from_non_null(object) }.to_owned())
    }

    /// Takes a borrowed reference from the C API and owns it from now on, or the exception that was raised when it is null.
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

impl<'py, T> Bound<'py, T> {
    /// This object as a `U`, when it is an instance of it (or of a subclass).
    ///
    /// # Errors
    /// [`CastError`], which becomes a `TypeError`.
    #[inline]
    pub fn cast<U: PyTypeCheck>(&self) -> Result<&Bound<'py, U>, CastError<'_, 'py>> {
        if U::type_check(self.as_any()) {
            // SAFETY: just checked.
            Ok(unsafe { self.cast_unchecked() })
        } else {
            Err(CastError::new::<U>(self.as_borrowed().to_any()))
        }
    }

    /// This object as a `U`, when it is an instance of it (or of a subclass).
    ///
    /// # Errors
    /// [`CastIntoError`], which has the object and becomes a `TypeError`.
    #[inline]
    pub fn cast_into<U: PyTypeCheck>(self) -> Result<Bound<'py, U>, CastIntoError<'py>> {
        if U::type_check(self.as_any()) {
            // SAFETY: just checked.
            Ok(unsafe { self.cast_into_unchecked() })
        } else {
            Err(CastIntoError::new::<U>(self.into_any()))
        }
    }

    /// This object as a `U`, when its type is exactly that, no subclass.
    ///
    /// # Errors
    /// [`CastError`], which becomes a `TypeError`.
    #[inline]
    pub fn cast_exact<U: PyTypeInfo>(&self) -> Result<&Bound<'py, U>, CastError<'_, 'py>> {
        if U::is_exact_type_of(self.as_any()) {
            // SAFETY: just checked.
            Ok(unsafe { self.cast_unchecked() })
        } else {
            Err(CastError::new::<U>(self.as_borrowed().to_any()))
        }
    }

    /// This object as a `U`, when its type is exactly that, no subclass.
    ///
    /// # Errors
    /// [`CastIntoError`], which has the object and becomes a `TypeError`.
    #[inline]
    pub fn cast_into_exact<U: PyTypeInfo>(self) -> Result<Bound<'py, U>, CastIntoError<'py>> {
        if U::is_exact_type_of(self.as_any()) {
            // SAFETY: just checked.
            Ok(unsafe { self.cast_into_unchecked() })
        } else {
            Err(CastIntoError::new::<U>(self.into_any()))
        }
    }
}

impl<'py> Bound<'py, PyAny> {
    /// Converts to a Rust value.
    ///
    /// # Errors
    /// Those of the conversion to `D`, as [`FromPyObject::extract`] says.
    #[inline]
    pub fn extract<'a, D: FromPyObject<'a, 'py>>(&'a self) -> Result<D, D::Error> {
        D::extract(self.as_borrowed())
    }
}

/// Marks what can be told of an object beyond its being one: every type parameter of [`Bound`] but [`PyAny`].
///
/// It gives `Bound<'py, T>` the methods of `Bound<'py, PyAny>`.
#[doc(hidden)]
pub trait DerefToPyAny {}

impl<'py, T: DerefToPyAny> Deref for Bound<'py, T> {
    type Target = Bound<'py, PyAny>;

    #[inline]
    fn deref(&self) -> &Self::Target {
        self.as_any()
    }
}

impl<'py, T> AsRef<Bound<'py, PyAny>> for Bound<'py, T> {
    #[inline]
    fn as_ref(&self) -> &Bound<'py, PyAny> {
        self.as_any()
    }
}

impl<'py, T> From<&Bound<'py, T>> for Bound<'py, T> {
    #[inline]
    fn from(object: &Bound<'py, T>) -> Self {
        object.clone()
    }
}

impl<T> Clone for Bound<'_, T> {
    #[inline]
    fn clone(&self) -> Self {
        // SAFETY: the object is alive and the thread attached.
        unsafe { ffi::Py_INCREF(self.as_ptr()) };
        Bound(self.0, PhantomData)
    }
}

impl<T> Drop for Bound<'_, T> {
    #[inline]
    fn drop(&mut self) {
        // SAFETY: the reference is owned, and the thread attached.
        unsafe { ffi::Py_DECREF(self.as_ptr()) }
    }
}

/// `repr(object)`, as Python prints it.
impl<T> fmt::Debug for Bound<'_, T> {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let any = self.as_any();
        crate::types::any::format(any, any.repr(), f)
    }
}

/// `str(object)`, as Python prints it.
impl<T> fmt::Display for Bound<'_, T> {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let any = self.as_any();
        crate::types::any::format(any, any.str(), f)
    }
}

/// What [`IntoPyObject`](crate::IntoPyObject) may give: an owned reference or a borrowed one.
pub trait BoundObject<'py, T>: bound_object::Sealed {
    /// The same reference, with nothing said of the object's type.
    type Any: BoundObject<'py, PyAny>;

    /// A borrowed reference to the same object.
    fn as_borrowed(&self) -> Borrowed<'_, 'py, T>;
    /// An owned reference to the same object.
    fn into_bound(self) -> Bound<'py, T>;
    /// The same reference, with nothing said of the object's type.
    fn into_any(self) -> Self::Any;
    /// The address, as an owned reference.
    fn into_ptr(self) -> *mut ffi::PyObject;
    /// An owned reference to the same object, free to be stored.
    fn unbind(self) -> Py<T>;
}

mod bound_object {
    pub trait Sealed {}
    impl<T> Sealed for super::Bound<'_, T> {}
    impl<T> Sealed for super::Borrowed<'_, '_, T> {}
}

impl<'py, T> BoundObject<'py, T> for Bound<'py, T> {
    type Any = Bound<'py, PyAny>;

    #[inline]
    fn as_borrowed(&self) -> Borrowed<'_, 'py, T> {
        Bound::as_borrowed(self)
    }
    #[inline]
    fn into_bound(self) -> Bound<'py, T> {
        self
    }
    #[inline]
    fn into_any(self) -> Self::Any {
        Bound::into_any(self)
    }
    #[inline]
    fn into_ptr(self) -> *mut ffi::PyObject {
        Bound::into_ptr(self)
    }
    #[inline]
    fn unbind(self) -> Py<T> {
        Bound::unbind(self)
    }
}

impl<'a, 'py, T> BoundObject<'py, T> for Borrowed<'a, 'py, T> {
    type Any = Borrowed<'a, 'py, PyAny>;

    #[inline]
    fn as_borrowed(&self) -> Borrowed<'_, 'py, T> {
        *self
    }
    #[inline]
    fn into_bound(self) -> Bound<'py, T> {
        self.to_owned()
    }
    #[inline]
    fn into_any(self) -> Self::Any {
        self.to_any()
    }
    #[inline]
    fn into_ptr(self) -> *mut ffi::PyObject {
        self.to_owned().into_ptr()
    }
    #[inline]
    fn unbind(self) -> Py<T> {
        self.to_owned().unbind()
    }
}
