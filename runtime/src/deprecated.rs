//! Names that PyO3 has had until a few versions ago: code that was written for them moves here as it is, and the compiler says what
//! each is called today.

mod bound;

#[allow(deprecated)]
pub use bound::{IntoPy, ToPyObject};

use crate::error::{CastError, CastIntoError};
use crate::object::{Borrowed, Bound, Py};
use crate::python::Python;
use crate::sync::PyOnceLock;
use crate::type_object::{PyTypeCheck, PyTypeInfo};
use crate::types::PyAny;

/// `Py<PyAny>`.
#[deprecated(note = "write `Py<PyAny>`")]
pub type PyObject = Py<PyAny>;

/// [`CastError`].
#[deprecated(note = "it is called `CastError` now")]
pub type DowncastError<'a, 'py> = CastError<'a, 'py>;

/// [`CastIntoError`].
#[deprecated(note = "it is called `CastIntoError` now")]
pub type DowncastIntoError<'py> = CastIntoError<'py>;

/// [`PyOnceLock`].
#[deprecated(note = "it is called `PyOnceLock` now")]
pub type GILOnceCell<T> = PyOnceLock<T>;

/// [`Python::initialize`].
#[deprecated(note = "it is called `Python::initialize` now")]
#[inline]
pub fn prepare_freethreaded_python() {
    Python::initialize();
}

impl Python<'_> {
    /// [`attach`](Python::attach).
    #[deprecated(note = "it is called `attach` now")]
    #[track_caller]
    #[inline]
    pub fn with_gil<R>(f: impl for<'py> FnOnce(Python<'py>) -> R) -> R {
        Python::attach(f)
    }
}

impl<'py> Python<'py> {
    /// [`detach`](Python::detach).
    #[deprecated(note = "it is called `detach` now")]
    #[inline]
    pub fn allow_threads<T: Send, F: Send + FnOnce() -> T>(self, f: F) -> T {
        self.detach(f)
    }

    /// [`assume_attached`](Python::assume_attached).
    ///
    /// # Safety
    /// As of [`assume_attached`](Python::assume_attached).
    #[deprecated(note = "it is called `assume_attached` now")]
    #[inline]
    pub unsafe fn assume_gil_acquired() -> Python<'py> {
        // SAFETY: the caller's promise is the same.
        unsafe { Python::assume_attached() }
    }
}

impl<'py, T> Bound<'py, T> {
    /// [`cast`](Bound::cast).
    ///
    /// # Errors
    /// As of [`cast`](Bound::cast).
    #[deprecated(note = "it is called `cast` now")]
    #[inline]
    pub fn downcast<U: PyTypeCheck>(&self) -> Result<&Bound<'py, U>, CastError<'_, 'py>> {
        self.cast()
    }

    /// [`cast_into`](Bound::cast_into).
    ///
    /// # Errors
    /// As of [`cast_into`](Bound::cast_into).
    #[deprecated(note = "it is called `cast_into` now")]
    #[inline]
    pub fn downcast_into<U: PyTypeCheck>(self) -> Result<Bound<'py, U>, CastIntoError<'py>> {
        self.cast_into()
    }

    /// [`cast_exact`](Bound::cast_exact).
    ///
    /// # Errors
    /// As of [`cast_exact`](Bound::cast_exact).
    #[deprecated(note = "it is called `cast_exact` now")]
    #[inline]
    pub fn downcast_exact<U: PyTypeInfo>(&self) -> Result<&Bound<'py, U>, CastError<'_, 'py>> {
        self.cast_exact()
    }

    /// [`cast_into_exact`](Bound::cast_into_exact).
    ///
    /// # Errors
    /// As of [`cast_into_exact`](Bound::cast_into_exact).
    #[deprecated(note = "it is called `cast_into_exact` now")]
    #[inline]
    pub fn downcast_into_exact<U: PyTypeInfo>(self) -> Result<Bound<'py, U>, CastIntoError<'py>> {
        self.cast_into_exact()
    }

    /// [`cast_unchecked`](Bound::cast_unchecked).
    ///
    /// # Safety
    /// As of [`cast_unchecked`](Bound::cast_unchecked).
    #[deprecated(note = "it is called `cast_unchecked` now")]
    #[inline]
    pub unsafe fn downcast_unchecked<U>(&self) -> &Bound<'py, U> {
        // SAFETY: the caller's promise is the same.
        unsafe { self.cast_unchecked() }
    }

    /// [`cast_into_unchecked`](Bound::cast_into_unchecked).
    ///
    /// # Safety
    /// As of [`cast_into_unchecked`](Bound::cast_into_unchecked).
    #[deprecated(note = "it is called `cast_into_unchecked` now")]
    #[inline]
    pub unsafe fn downcast_into_unchecked<U>(self) -> Bound<'py, U> {
        // SAFETY: the caller's promise is the same.
        unsafe { self.cast_into_unchecked() }
    }
}

impl<'a, 'py, T> Borrowed<'a, 'py, T> {
    /// [`cast`](Borrowed::cast).
    ///
    /// # Errors
    /// As of [`cast`](Borrowed::cast).
    #[deprecated(note = "it is called `cast` now")]
    #[inline]
    pub fn downcast<U: PyTypeCheck>(self) -> Result<Borrowed<'a, 'py, U>, CastError<'a, 'py>> {
        self.cast()
    }
}

impl<T> Py<T> {
    /// [`cast_bound`](Py::cast_bound).
    ///
    /// # Errors
    /// As of [`cast_bound`](Py::cast_bound).
    #[deprecated(note = "it is called `cast_bound` now")]
    #[track_caller]
    #[inline]
    pub fn downcast_bound<'py, U: PyTypeCheck>(
        &self,
        py: Python<'py>,
    ) -> Result<&Bound<'py, U>, CastError<'_, 'py>> {
        self.cast_bound(py)
    }
}
