use super::{Borrowed, Bound, Py};
use crate::ffi;

/// A reference to a Python object of whatever kind and type, as [`is`](Py::is) compares them: a [`Bound`], a [`Borrowed`], a
/// [`Py`], or a Rust reference to one.
pub trait AnyReference: sealed::Sealed {
    /// Where the object is.
    #[doc(hidden)]
    fn address(&self) -> *mut ffi::PyObject;
}

mod sealed {
    pub trait Sealed {}
}

impl<T> sealed::Sealed for Bound<'_, T> {}
impl<T> sealed::Sealed for Borrowed<'_, '_, T> {}
impl<T> sealed::Sealed for Py<T> {}
impl<T: sealed::Sealed> sealed::Sealed for &T {}

impl<T> AnyReference for Bound<'_, T> {
    #[inline]
    fn address(&self) -> *mut ffi::PyObject {
        self.as_ptr()
    }
}

impl<T> AnyReference for Borrowed<'_, '_, T> {
    #[inline]
    fn address(&self) -> *mut ffi::PyObject {
        self.as_ptr()
    }
}

impl<T> AnyReference for Py<T> {
    #[inline]
    fn address(&self) -> *mut ffi::PyObject {
        self.as_ptr()
    }
}

impl<T: AnyReference> AnyReference for &T {
    #[inline]
    fn address(&self) -> *mut ffi::PyObject {
        T::address(self)
    }
}
