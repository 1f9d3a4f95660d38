use std::marker::PhantomData;
use std::ops::Deref;

use super::view::View;
use super::{BUFFER_HINT, Buffer, BufferLayout, Element, ReadOnlyCell, ReadWriteCell};
use crate::class::Class;
use crate::convert::FromPyObject;
use crate::error::{PyErr, PyResult};
use crate::hint::Hint;
use crate::object::{Borrowed, Bound, Py};
use crate::python::Python;
use crate::types::PyAny;

/// What holds a buffer while Rust code keeps it: a Python object, so that the buffer is released as references are.
static HOLDER: Class<View> = Class::new(
    c"mybind.BufferHolder",
    c"A buffer that Rust code holds.",
    &[],
);

/// A [`Buffer`] that is not tied to an attached thread: it can be stored and sent to other threads, as [`Py`] can.
///
/// How the items lie is known everywhere, by [`BufferLayout`]. The items themselves need a [`Python`] token of the
/// interpreter that the memory belongs to: [`bind`](Self::bind) gives the [`Buffer`], and what that has is here
/// as well, with the token in front. The methods that take one panic when it is another interpreter's.
///
/// Dropped, it releases the buffer as a `Py` drops its reference: at once on a thread that is attached to the interpreter,
/// else as soon as one is.
pub struct PyBuffer<T> {
    /// A [`HOLDER`].
    holder: Py<PyAny>,
    layout: Box<OwnLayout>,
    of: PhantomData<fn() -> T>,
}

/// A layout that outlives the interpreter, where the exporter's does not. The layout points into the vectors, which may be moved: they
/// claim nothing of who else points there, as a `Box` does.
struct OwnLayout {
    layout: BufferLayout,
    _shape: Vec<usize>,
    _strides: Vec<isize>,
    _format: Vec<u8>,
}

impl OwnLayout {
    #[inline]
    fn of(layout: &BufferLayout) -> Box<Self> {
        let mut shape = layout.shape().to_vec();
        let mut strides = layout.strides().to_vec();
        let mut format = layout.format().to_bytes_with_nul().to_vec();
        // SAFETY: the description of a buffer, all integers and pointers, which is not to be released.
        let mut buffer = unsafe { *layout.as_ptr() };
        buffer.obj = std::ptr::null_mut();
        buffer.internal = std::ptr::null_mut();
        buffer.suboffsets = std::ptr::null_mut();
        buffer.shape = shape.as_mut_ptr().cast();
        buffer.strides = strides.as_mut_ptr();
        buffer.format = format.as_mut_ptr().cast();
        Box::new(OwnLayout {
            // SAFETY: what it points to lives as long.
            layout: unsafe { BufferLayout::new(buffer) },
            _shape: shape,
            _strides: strides,
            _format: format,
        })
    }
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
        let layout = OwnLayout::of(&buffer);
        let py = buffer.py();
        Ok(PyBuffer {
            holder: HOLDER.instantiate(py, buffer.view)?.unbind(),
            layout,
            of: PhantomData,
        })
    }

    /// The buffer, usable as long as the thread is attached.
    ///
    /// # Panics
    /// When the thread is attached to another interpreter than the one that the memory belongs to.
    #[inline]
    #[track_caller]
    pub fn bind<'py>(&self, py: Python<'py>) -> &Buffer<'py, T> {
        let holder = self.holder.bind(py);
        // SAFETY: a holder, alive as long as `self`. Its view is of items of type `T`, and is all that a `Buffer` is; the thread
        // is attached to the interpreter.
        unsafe {
            let view: &View = Class::value(holder.as_ptr());
            &*(&raw const *view).cast()
        }
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
        self.holder.drop_ref(py);
    }
}

impl<T> Deref for PyBuffer<T> {
    type Target = BufferLayout;

    #[inline]
    fn deref(&self) -> &BufferLayout {
        &self.layout.layout
    }
}

impl<T> std::fmt::Debug for PyBuffer<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.layout.layout.fmt(f)
    }
}

impl<'a, 'py, T: Element> FromPyObject<'a, 'py> for PyBuffer<T> {
    type Error = PyErr;

    const INPUT_HINT: Hint = BUFFER_HINT;

    fn extract(object: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
        Buffer::of(object)?.unbind()
    }
}
