mod access;

use std::fmt;
use std::marker::PhantomData;
use std::mem::ManuallyDrop;
use std::ptr::NonNull;

use super::{AnyReference, Borrowed, Bound, DerefToPyAny};
use crate::convert::FromPyObject;
use crate::error::{CastError, PyResult};
use crate::ffi;
use crate::interpreter::{Interpreter, InterpreterEnded, Session, WrongInterpreter};
use crate::python::Python;
use crate::type_object::PyTypeCheck;
use crate::types::PyAny;

/// An owned reference to a Python object that is not tied to an attached thread: it can be stored, sent to other
/// threads, and put into a `static`.
///
/// [`bind`](Self::bind) makes it usable where there is a [`Python`] token. An object belongs to one interpreter: on a
/// thread that is attached to another one, `bind` and whatever rests on it panic, naming both. [`attach`](Self::attach)
/// reaches the object's own interpreter from any thread.
///
/// Dropped on a thread that is attached to the object's interpreter, the reference is given up at once (`Py_DECREF`);
/// dropped anywhere else, it waits until a thread attaches to that interpreter, ends a `detach` there or, in the main
/// interpreter, until Python next looks for pending calls. After the interpreter's end it is leaked.
///
/// Two pointers in size: the object and the record of its interpreter.
#[repr(C)]
pub struct Py<T> {
    object: NonNull<ffi::PyObject>,
    interpreter: &'static Interpreter,
    of: PhantomData<T>,
}

// SAFETY: a `Py` is a counted reference that can be used only with the token of its interpreter; counting it down is
// left to an attached thread. `T` says what the object is, no value of it is there.
unsafe impl<T> Send for Py<T> {}
// SAFETY: as above.
unsafe impl<T> Sync for Py<T> {}

impl<T> Py<T> {
    #[inline]
    pub(super) fn from_bound(object: Bound<'_, T>) -> Self {
        let interpreter = Interpreter::current(object.py());
        let object = ManuallyDrop::new(object);
        // SAFETY: a `Bound` is never null.
        let object = unsafe { NonNull::new_unchecked(object.as_ptr()) };
        Py {
            object,
            interpreter,
            of: PhantomData,
        }
    }

    /// Takes an owned reference from the C API.
    ///
    /// # Panics
    /// When `object` is null: as [`Bound::from_owned_ptr`].
    ///
    /// # Safety
    /// `object` is null, or an owned reference to an object of type `T`, which the `Py` takes over.
    #[inline]
    #[track_caller]
    pub unsafe fn from_owned_ptr(py: Python<'_>, object: *mut ffi::PyObject) -> Self {
        // SAFETY: the caller's promise is the same.
        unsafe { Bound::from_owned(py, object) }.unbind()
    }

    /// Takes an owned reference from the C API, `None` when it is null.
    ///
    /// # Safety
    /// As [`from_owned_ptr`](Self::from_owned_ptr).
    #[inline]
    pub unsafe fn from_owned_ptr_or_opt(
        py: Python<'_>,
        object: *mut ffi::PyObject,
    ) -> Option<Self> {
        // SAFETY: the caller's promise is the same.
        unsafe { Bound::from_owned_or_opt(py, object) }.map(Bound::unbind)
    }

    /// Takes an owned reference from the C API, or the exception that was raised when it is null.
    ///
    /// # Errors
    /// The exception that the C API raised.
    ///
    /// # Safety
    /// As [`from_owned_ptr`](Self::from_owned_ptr).
    #[inline]
    pub unsafe fn from_owned_ptr_or_err(
        py: Python<'_>,
        object: *mut ffi::PyObject,
    ) -> PyResult<Self> {
        // SAFETY: the caller's promise is the same.
        unsafe { Bound::from_owned_or_err(py, object) }.map(Bound::unbind)
    }

    /// Takes a borrowed reference from the C API and owns it from now on (`Py_INCREF`).
    ///
    /// # Panics
    /// When `object` is null: as [`Bound::from_owned_ptr`].
    ///
    /// # Safety
    /// `object` is null, or points to a live object of type `T`.
    #[inline]
    #[track_caller]
    pub unsafe fn from_borrowed_ptr(py: Python<'_>, object: *mut ffi::PyObject) -> Self {
        // SAFETY: the caller's promise is the same.
        unsafe { Bound::from_borrowed(py, object) }.unbind()
    }

    /// Takes a borrowed reference from the C API and owns it from now on, `None` when it is null.
    ///
    /// # Safety
    /// As [`from_borrowed_ptr`](Self::from_borrowed_ptr).
    #[inline]
    pub unsafe fn from_borrowed_ptr_or_opt(
        py: Python<'_>,
        object: *mut ffi::PyObject,
    ) -> Option<Self> {
        // SAFETY: the caller's promise is the same.
        unsafe { Bound::from_borrowed_or_opt(py, object) }.map(Bound::unbind)
    }

    /// Takes a borrowed reference from the C API and owns it from now on, or the exception that was raised when it is
    /// null.
    ///
    /// # Errors
    /// The exception that the C API raised.
    ///
    /// # Safety
    /// As [`from_borrowed_ptr`](Self::from_borrowed_ptr).
    #[inline]
    pub unsafe fn from_borrowed_ptr_or_err(
        py: Python<'_>,
        object: *mut ffi::PyObject,
    ) -> PyResult<Self> {
        // SAFETY: the caller's promise is the same.
        unsafe { Bound::from_borrowed_or_err(py, object) }.map(Bound::unbind)
    }

    /// The object's address, as a borrowed reference: valid as long as `self`.
    #[inline]
    pub fn as_ptr(&self) -> *mut ffi::PyObject {
        self.object.as_ptr()
    }

    /// The object's address, as an owned reference: the caller must see to its `Py_DECREF`.
    #[inline]
    pub fn into_ptr(self) -> *mut ffi::PyObject {
        ManuallyDrop::new(self).as_ptr()
    }

    /// The same reference, with nothing said of the object's type.
    #[inline]
    pub fn as_any(&self) -> &Py<PyAny> {
        // SAFETY: the layout is the same whatever the type parameter, and every object is an `object`.
        unsafe { &*(&raw const *self).cast() }
    }

    /// The same reference, with nothing said of the object's type.
    #[inline]
    pub fn into_any(self) -> Py<PyAny> {
        let this = ManuallyDrop::new(self);
        Py {
            object: this.object,
            interpreter: this.interpreter,
            of: PhantomData,
        }
    }

    /// The reference, usable as long as the thread is attached.
    ///
    /// # Panics
    /// When the thread is attached to another interpreter than the object's.
    #[inline]
    #[track_caller]
    pub fn bind<'py>(&self, py: Python<'py>) -> &Bound<'py, T> {
        self.interpreter.assert_current(py);
        // SAFETY: just checked.
        unsafe { self.bind_unchecked(py) }
    }

    /// The reference, usable as long as the thread is attached, if it is to the object's interpreter.
    ///
    /// # Errors
    /// [`WrongInterpreter`], which becomes a `RuntimeError`.
    #[inline]
    pub fn try_bind<'py>(&self, py: Python<'py>) -> Result<&Bound<'py, T>, WrongInterpreter> {
        self.interpreter.check_current(py)?;
        // SAFETY: just checked.
        Ok(unsafe { self.bind_unchecked(py) })
    }

    /// # Safety
    /// The token is of the object's interpreter.
    #[inline]
    unsafe fn bind_unchecked<'py>(&self, _py: Python<'py>) -> &Bound<'py, T> {
        // SAFETY: a `Bound` is one non-null pointer, which is what a `Py` begins with (`repr(C)`).
        unsafe { &*(&raw const *self).cast() }
    }

    /// The reference, usable as long as the thread is attached.
    ///
    /// # Panics
    /// When the thread is attached to another interpreter than the object's.
    #[inline]
    #[track_caller]
    pub fn bind_borrowed<'a, 'py>(&'a self, py: Python<'py>) -> Borrowed<'a, 'py, T> {
        self.interpreter.assert_current(py);
        // SAFETY: the object lives as long as `self`, and the thread is attached to its interpreter, as just checked.
        unsafe { Borrowed::from_non_null(self.object) }
    }

    /// The reference, usable as long as the thread is attached; no count changes.
    ///
    /// # Panics
    /// When the thread is attached to another interpreter than the object's.
    #[inline]
    #[track_caller]
    pub fn into_bound(self, py: Python<'_>) -> Bound<'_, T> {
        self.interpreter.assert_current(py);
        // SAFETY: an owned reference to an object of type `T`, of the token's interpreter.
        unsafe { Bound::from_owned(py, self.into_ptr()) }
    }

    /// Attaches this thread to the object's own interpreter, whatever it is attached to now, and calls `f`.
    ///
    /// `Send` keeps handles and tokens of the interpreter that the thread is attached to now out of `f`. Where the
    /// thread has no state in the other interpreter it gets one for the call. The interpreter does not end before
    /// `f` returns: its shutdown waits.
    ///
    /// # Errors
    /// [`InterpreterEnded`] when that interpreter shuts down or has ended.
    #[inline]
    pub fn attach<R>(
        &self,
        f: impl for<'py> FnOnce(&Bound<'py, T>) -> R + Send,
    ) -> Result<R, InterpreterEnded> {
        // SAFETY: `Send` keeps other interpreters' handles and tokens out of `f`; a session's token is of the
        // interpreter that was asked for, the object's.
        unsafe { Session::run(self.interpreter, |py| f(self.bind_unchecked(py))) }
    }

    /// Another reference to the same object (`Py_INCREF`).
    ///
    /// # Panics
    /// When the thread is attached to another interpreter than the object's.
    #[inline]
    #[track_caller]
    pub fn clone_ref(&self, py: Python<'_>) -> Py<T> {
        self.interpreter.assert_current(py);
        // SAFETY: the object lives, and the thread is attached to its interpreter.
        unsafe { ffi::Py_INCREF(self.as_ptr()) };
        Py {
            object: self.object,
            interpreter: self.interpreter,
            of: PhantomData,
        }
    }

    /// Drops the reference here and now, without looking whether the thread is attached: the token says so.
    ///
    /// # Panics
    /// When the thread is attached to another interpreter than the object's.
    #[inline]
    #[track_caller]
    pub fn drop_ref(self, py: Python<'_>) {
        drop(self.into_bound(py));
    }

    /// Whether both are the same object.
    #[inline]
    pub fn is<U: AnyReference>(&self, other: U) -> bool {
        self.as_ptr() == other.address()
    }

    /// Whether the object is `None`.
    #[inline]
    pub fn is_none(&self, py: Python<'_>) -> bool {
        // SAFETY: the thread is attached.
        self.bind(py).as_ptr() == unsafe { ffi::Py_None() }
    }

    /// Converts to a Rust value.
    ///
    /// # Errors
    /// Those of the conversion to `D`, as [`FromPyObject::extract`] says.
    #[inline]
    #[track_caller]
    pub fn extract<'a, 'py, D: FromPyObject<'a, 'py>>(
        &'a self,
        py: Python<'py>,
    ) -> Result<D, D::Error>
    where
        'py: 'a,
    {
        D::extract(self.as_any().bind_borrowed(py))
    }
}

impl<T> Py<T> {
    /// This object as a `U`, when it is an instance of it (or of a subclass).
    ///
    /// # Errors
    /// [`CastError`], which becomes a `TypeError`.
    #[inline]
    #[track_caller]
    pub fn cast_bound<'py, U: PyTypeCheck>(
        &self,
        py: Python<'py>,
    ) -> Result<&Bound<'py, U>, CastError<'_, 'py>> {
        self.bind(py).cast()
    }

    /// This object as a `U`.
    ///
    /// # Panics
    /// As [`bind`](Self::bind).
    ///
    /// # Safety
    /// The object is a `U`.
    #[inline]
    #[track_caller]
    pub unsafe fn cast_bound_unchecked<'py, U>(&self, py: Python<'py>) -> &Bound<'py, U> {
        // SAFETY: the caller's promise.
        unsafe { self.bind(py).cast_unchecked() }
    }
}

impl<T> Drop for Py<T> {
    #[inline]
    fn drop(&mut self) {
        // SAFETY: an owned reference, to an object of that interpreter.
        unsafe { self.interpreter.release(self.object) }
    }
}

impl<T> AsRef<Py<PyAny>> for Py<T> {
    #[inline]
    fn as_ref(&self) -> &Py<PyAny> {
        self.as_any()
    }
}

impl<T> From<Bound<'_, T>> for Py<T> {
    #[inline]
    fn from(object: Bound<'_, T>) -> Self {
        object.unbind()
    }
}

impl<T> From<&Bound<'_, T>> for Py<T> {
    #[inline]
    fn from(object: &Bound<'_, T>) -> Self {
        object.clone().unbind()
    }
}

impl<T: DerefToPyAny> From<Bound<'_, T>> for Py<PyAny> {
    #[inline]
    fn from(object: Bound<'_, T>) -> Self {
        object.into_any().unbind()
    }
}

impl<T: DerefToPyAny> From<Py<T>> for Py<PyAny> {
    #[inline]
    fn from(object: Py<T>) -> Self {
        object.into_any()
    }
}

/// `str(self)`, for which the thread is attached to the object's interpreter; when that has ended, the address.
impl<T> fmt::Display for Py<T> {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.attach(|object| object.to_string()) {
            Ok(text) => f.write_str(&text),
            Err(_) => write!(f, "{self:?}"),
        }
    }
}

/// The address: what else there is to see needs an attached thread, see [`bind`](Py::bind).
impl<T> fmt::Debug for Py<T> {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Py").field(&self.as_ptr()).finish()
    }
}
