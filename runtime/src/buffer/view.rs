use std::ffi::c_int;
use std::ops::Deref;
use std::ptr::NonNull;

use super::layout::BufferLayout;
use crate::error::{PyErr, PyResult};
use crate::ffi;
use crate::object::{Borrowed, Bound};
use crate::types::{PyAny, PyMemoryView};

/// What `PyObject_GetBuffer` has filled in; released when dropped, which must be where the thread is attached to the object's
/// interpreter.
///
/// It may point into itself (`PyBuffer_FillInfo` has the shape of a one-dimensional buffer in `len`), so it stays in its
/// place, a box.
pub(crate) struct View(NonNull<BufferLayout>);

// SAFETY: it is shared to be read only, and whoever sends it has to see where it is dropped.
unsafe impl Send for View {}
// SAFETY: as above.
unsafe impl Sync for View {}

impl View {
    /// The buffer of an object; `None` when it has none.
    ///
    /// # Errors
    /// What the object raises that does not give it away as `flags` want it, mostly BufferError.
    #[inline]
    pub(crate) fn get(object: Borrowed<'_, '_, PyAny>, flags: c_int) -> PyResult<Option<View>> {
        // SAFETY: a live object.
        if unsafe { ffi::PyObject_CheckBuffer(object.as_ptr()) } == 0 {
            return Ok(None);
        }
        // SAFETY: there is nothing in it to be read.
        let place = Box::into_raw(Box::new(unsafe {
            BufferLayout::new(ffi::Py_buffer::new())
        }));
        // SAFETY: a live object, and room for a buffer, which is one when the status is 0; else the box is ours alone.
        unsafe {
            if ffi::PyObject_GetBuffer(object.as_ptr(), place.cast(), flags) == 0 {
                return Ok(Some(View(NonNull::new_unchecked(place))));
            }
            drop(Box::from_raw(place));
        }
        Err(PyErr::fetch(object.py()))
    }

    /// The buffer of an object, with the format, shape and strides of its items; `None` when it has none.
    ///
    /// # Errors
    /// As [`get`](Self::get); BufferError where the items are behind pointers.
    #[inline]
    pub(super) fn of_numbers(object: Borrowed<'_, '_, PyAny>) -> PyResult<Option<View>> {
        // Without suboffsets: pointers to items are for image libraries of old.
        let Some(view) = View::get(object, ffi::PyBUF_RECORDS_RO)? else {
            return Ok(None);
        };
        if !view.has_strides() {
            // They are left out by `ctypes`, though asked for. A memoryview adds them.
            return Self::of_numbers(PyMemoryView::from(&object)?.as_any().as_borrowed());
        }
        Ok(Some(view))
    }

    /// For the C API, which writes to it in the release only.
    #[inline]
    pub(crate) fn as_ptr(&self) -> *mut ffi::Py_buffer {
        self.0.as_ptr().cast()
    }

    /// The object that owns the memory.
    ///
    /// # Safety
    /// The thread is attached to its interpreter for `'py`.
    #[inline]
    pub(super) unsafe fn owner<'py>(&self) -> Option<&Bound<'py, PyAny>> {
        // SAFETY: the field is null or a reference, which is what a `Bound` is; nobody changes it before the release.
        unsafe { (*(&raw const (*self.as_ptr()).obj).cast::<Option<Bound<'py, PyAny>>>()).as_ref() }
    }
}

impl Deref for View {
    type Target = BufferLayout;

    #[inline]
    fn deref(&self) -> &BufferLayout {
        // SAFETY: a box that lives as long as `self`, not written to before it is dropped.
        unsafe { self.0.as_ref() }
    }
}

impl Drop for View {
    #[inline]
    fn drop(&mut self) {
        // SAFETY: filled by `PyObject_GetBuffer`, and released once, on an attached thread. The box was made by `get`.
        unsafe {
            ffi::PyBuffer_Release(self.0.as_ptr().cast());
            drop(Box::from_raw(self.0.as_ptr()));
        }
    }
}
