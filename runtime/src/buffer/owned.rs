use std::marker::PhantomData;
use std::ops::Deref;

use super::view::View;
use super::{BUFFER_HINT, Buffer, Element, PyUntypedBuffer, ReadOnlyCell, ReadWriteCell};
use crate::convert::FromPyObject;
use crate::error::{PyErr, PyResult};
use crate::hint::Hint;
use crate::object::{Borrowed, Bound};
use crate::python::Python;
use crate::types::PyAny;

/// A [`Buffer`] that is not tied to an attached thread: it can be stored and sent to other threads, as [`Py`](crate::Py) can.
///
/// How the items lie is known everywhere, by [`BufferLayout`](super::BufferLayout). The items themselves need a [`Python`] token of the
/// interpreter that the memory belongs to: [`bind`](Self::bind) gives the [`Buffer`], and what that has is here
/// as well, with the token in front. The methods that take one panic when it is another interpreter's.
///
/// Dropped, it releases the buffer as a `Py` drops its reference: at once on a thread that is attached to the interpreter,
/// else as soon as one is.
#[repr(transparent)]
pub struct PyBuffer<T> {
    /// Its items are of type `T`.
    untyped: PyUntypedBuffer,
    of: PhantomData<fn() -> T>,
}

impl<T: Element> PyBuffer<T> {
    /// The buffer of an object.
    ///
    /// # Errors
    /// As [`Buffer::get`].
    pub fn get(object: &Bound<'_, PyAny>) -> PyResult<Self> {
        Buffer::get(object)?.unbind()
    }

    #[inline]
    pub(super) fn of(buffer: Buffer<'_, T>) -> PyResult<Self> {
        PyUntypedBuffer::of(buffer.py(), buffer.view).map(Self::of_untyped)
    }

    /// A buffer whose items are of this type.
    #[inline]
    pub(super) fn of_untyped(untyped: PyUntypedBuffer) -> Self {
        PyBuffer {
            untyped,
            of: PhantomData,
        }
    }

    /// The buffer, usable as long as the thread is attached.
    ///
    /// # Panics
    /// When the thread is attached to another interpreter than the one that the memory belongs to.
    #[inline]
    #[track_caller]
    pub fn bind<'py>(&self, py: Python<'py>) -> &Buffer<'py, T> {
        let view: *const View = self.untyped.view(py);
        // SAFETY: the view is of items of type `T`, and is all that a `Buffer` is; it is there as long as `self`, and the thread is attached
        // to the interpreter.
        unsafe { &*view.cast() }
    }

    /// As [`Buffer::obj`].
    #[track_caller]
    pub fn obj<'py>(&self, py: Python<'py>) -> Option<&Bound<'py, PyAny>> {
        self.bind(py).obj()
    }

    /// As [`Buffer::as_slice`].
    #[inline]
    #[track_caller]
    pub fn as_slice<'a>(&'a self, py: Python<'a>) -> Option<&'a [ReadOnlyCell<T>]> {
        self.bind(py).as_slice()
    }

    /// As [`Buffer::as_mut_slice`].
    #[inline]
    #[track_caller]
    pub fn as_mut_slice<'a>(&'a self, py: Python<'a>) -> Option<&'a [ReadWriteCell<T>]> {
        self.bind(py).as_mut_slice()
    }

    /// As [`Buffer::as_fortran_slice`].
    #[inline]
    #[track_caller]
    pub fn as_fortran_slice<'a>(&'a self, py: Python<'a>) -> Option<&'a [ReadOnlyCell<T>]> {
        self.bind(py).as_fortran_slice()
    }

    /// As [`Buffer::as_fortran_mut_slice`].
    #[inline]
    #[track_caller]
    pub fn as_fortran_mut_slice<'a>(&'a self, py: Python<'a>) -> Option<&'a [ReadWriteCell<T>]> {
        self.bind(py).as_fortran_mut_slice()
    }

    /// As [`Buffer::to_vec`].
    ///
    /// # Errors
    /// MemoryError.
    #[track_caller]
    pub fn to_vec(&self, py: Python<'_>) -> PyResult<Vec<T>> {
        self.bind(py).to_vec()
    }

    /// As [`Buffer::to_fortran_vec`].
    ///
    /// # Errors
    /// MemoryError.
    #[track_caller]
    pub fn to_fortran_vec(&self, py: Python<'_>) -> PyResult<Vec<T>> {
        self.bind(py).to_fortran_vec()
    }

    /// As [`Buffer::copy_to_slice`].
    ///
    /// # Errors
    /// As there.
    #[track_caller]
    pub fn copy_to_slice(&self, py: Python<'_>, target: &mut [T]) -> PyResult<()> {
        self.bind(py).copy_to_slice(target)
    }

    /// As [`Buffer::copy_to_fortran_slice`].
    ///
    /// # Errors
    /// As there.
    #[track_caller]
    pub fn copy_to_fortran_slice(&self, py: Python<'_>, target: &mut [T]) -> PyResult<()> {
        self.bind(py).copy_to_fortran_slice(target)
    }

    /// As [`Buffer::copy_from_slice`].
    ///
    /// # Errors
    /// As there.
    #[track_caller]
    pub fn copy_from_slice(&self, py: Python<'_>, source: &[T]) -> PyResult<()> {
        self.bind(py).copy_from_slice(source)
    }

    /// As [`Buffer::copy_from_fortran_slice`].
    ///
    /// # Errors
    /// As there.
    #[track_caller]
    pub fn copy_from_fortran_slice(&self, py: Python<'_>, source: &[T]) -> PyResult<()> {
        self.bind(py).copy_from_fortran_slice(source)
    }

    /// Releases the buffer here and now, without looking whether the thread is attached: the token says so.
    ///
    /// # Panics
    /// When the thread is attached to another interpreter than the one that the memory belongs to.
    #[track_caller]
    pub fn release(self, py: Python<'_>) {
        self.untyped.release(py);
    }
}

impl<T> Deref for PyBuffer<T> {
    type Target = PyUntypedBuffer;

    #[inline]
    fn deref(&self) -> &PyUntypedBuffer {
        &self.untyped
    }
}

impl<T> std::fmt::Debug for PyBuffer<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.untyped.fmt(f)
    }
}

impl<'a, 'py, T: Element> FromPyObject<'a, 'py> for PyBuffer<T> {
    type Error = PyErr;

    const INPUT_HINT: Hint = BUFFER_HINT;

    fn extract(object: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
        Buffer::of(object)?.unbind()
    }
}
