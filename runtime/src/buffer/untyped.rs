//! A buffer whose items are not known yet.

use std::fmt;
use std::ops::Deref;

use super::view::View;
use super::{BUFFER_HINT, BufferLayout, Element, PyBuffer, check, no_buffer};
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

/// The buffer of an object, whatever its items are: what is known of it is [`BufferLayout`]. [`into_typed`](Self::into_typed) makes it a
/// [`PyBuffer`], which has the items.
///
/// It can be stored and sent to other threads. Dropped, it releases the buffer as a [`Py`] drops its reference: at once on a thread that
/// is attached to the interpreter, else as soon as one is.
pub struct PyUntypedBuffer {
    /// A [`HOLDER`].
    holder: Py<PyAny>,
    layout: Box<OwnLayout>,
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

impl PyUntypedBuffer {
    /// The buffer of an object.
    ///
    /// # Errors
    /// TypeError when it has none; what the object raises that does not want to share its memory, BufferError when the items are behind
    /// pointers.
    #[inline]
    pub fn get(object: &Bound<'_, PyAny>) -> PyResult<Self> {
        let view = View::of_numbers(object.as_borrowed())?;
        let view = view.ok_or_else(|| no_buffer("a buffer", object.as_borrowed()))?;
        Self::of(object.py(), view)
    }

    #[inline]
    pub(super) fn of(py: Python<'_>, view: View) -> PyResult<Self> {
        let layout = OwnLayout::of(&view);
        Ok(PyUntypedBuffer {
            holder: HOLDER.instantiate(py, view)?.unbind(),
            layout,
        })
    }

    /// The buffer with its items, which are `T`s.
    ///
    /// # Errors
    /// TypeError when they are others, BufferError when they are not aligned.
    pub fn into_typed<T: Element>(self) -> PyResult<PyBuffer<T>> {
        check::<T>(&self)?;
        Ok(PyBuffer::of_untyped(self))
    }

    /// As [`into_typed`](Self::into_typed), for as long as `self` is borrowed.
    ///
    /// # Errors
    /// As there.
    pub fn as_typed<T: Element>(&self) -> PyResult<&PyBuffer<T>> {
        check::<T>(self)?;
        // SAFETY: a `PyBuffer` is laid out as this, and its items are of this type.
        Ok(unsafe { &*(&raw const *self).cast() })
    }

    /// The view, usable as long as the thread is attached.
    ///
    /// # Panics
    /// When the thread is attached to another interpreter than the one that the memory belongs to.
    #[inline]
    #[track_caller]
    pub(super) fn view<'a>(&'a self, py: Python<'a>) -> &'a View {
        let holder = self.holder.bind(py);
        // SAFETY: a holder, alive as long as `self`.
        unsafe { Class::value(holder.as_ptr()) }
    }

    /// The object that shares its memory: not always the one that was asked for it. `None` where nobody owns it.
    ///
    /// # Panics
    /// When the thread is attached to another interpreter than the one that the memory belongs to.
    #[track_caller]
    #[inline]
    pub fn obj<'py>(&self, py: Python<'py>) -> Option<&Bound<'py, PyAny>> {
        let holder = self.holder.bind(py);
        // SAFETY: a holder, alive as long as `self`, whose view has a reference to the object; the thread is attached for `'py`.
        unsafe {
            let view: &View = Class::value(holder.as_ptr());
            view.owner()
        }
    }

    /// Releases the buffer here and now, without looking whether the thread is attached: the token says so.
    ///
    /// # Panics
    /// When the thread is attached to another interpreter than the one that the memory belongs to.
    #[track_caller]
    #[inline]
    pub fn release(self, py: Python<'_>) {
        self.holder.drop_ref(py);
    }
}

impl Deref for PyUntypedBuffer {
    type Target = BufferLayout;

    #[inline]
    fn deref(&self) -> &BufferLayout {
        &self.layout.layout
    }
}

impl fmt::Debug for PyUntypedBuffer {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.layout.layout.fmt(f)
    }
}

impl<'a, 'py> FromPyObject<'a, 'py> for PyUntypedBuffer {
    type Error = PyErr;

    const INPUT_HINT: Hint = BUFFER_HINT;

    #[inline]
    fn extract(object: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
        Self::get(&object)
    }
}
