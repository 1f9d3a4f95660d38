//! Memory shared with Python by the buffer protocol (<https://docs.python.org/3/c-api/buffer.html>): `array.array`,
//! `memoryview`, NumPy's arrays, `bytes`, `bytearray` and their like.
//!
//! * [`Buffer`], what a function takes: the numbers in such an object, where they are. [`PyBuffer`] is the same, free to
//!   be stored, [`PyUntypedBuffer`] one whose items are not known yet.
//! * [`Array`], what a function returns: a `Vec` that Python sees as a `memoryview`, without a copy.
//!
//! ```
//! use mybind::buffer::{Array, Buffer};
//! use mybind::prelude::*;
//! use mybind::exceptions::PyValueError;
//!
//! /// The sum of the squares, with other Python threads running meanwhile.
//! #[mybind]
//! fn energy(py: Python<'_>, signal: Buffer<'_, f64>) -> PyResult<f64> {
//!     let samples = signal
//!         .as_slice()
//!         .ok_or_else(|| PyValueError::new_err("the signal is not contiguous"))?;
//!     Ok(py.detach(|| samples.iter().map(|sample| sample.get().powi(2)).sum()))
//! }
//!
//! /// `numpy.asarray(zeros(2, 3))` does not copy.
//! #[mybind]
//! fn zeros(rows: usize, columns: usize) -> PyResult<Array<f64>> {
//!     Array::with_shape(vec![0.0; rows * columns], [rows, columns])
//! }
//! ```
//!
//! # When others write meanwhile
//! Who exports a buffer keeps the memory where it is until the buffer is released, but anybody may write to it: Python code
//! that runs on this thread, other threads where there is no GIL, and with a GIL too, since NumPy lets go of it when it
//! computes. So there is no `&[T]` of it. [`as_slice`](Buffer::as_slice) gives cells instead, which are read and written
//! one item at a time, by relaxed atomic operations: the same machine instructions as any others, but that the compiler
//! does not put several of them into one. Nobody ever sees half an item; whether a new one is seen is up to the threads.
//! Since that holds on every thread, cells may be used in [`Python::detach`] and on other threads.
//!
//! [`to_vec`](Buffer::to_vec) makes a copy, at the speed of `memcpy` where the memory is contiguous. What it sees of
//! items that are written at the same time is as with NumPy: anything.
//!
//! # Under the limited API
//! The stable ABI has buffers from 3.11 on: with the feature `abi3-py310` this module does not exist.

mod array;
mod bits;
mod cells;
mod element;
mod format;
mod layout;
mod owned;
mod untyped;
mod view;

pub use array::Array;
pub use cells::{ReadOnlyCell, ReadWriteCell};
pub use element::Element;
pub use layout::BufferLayout;
pub use owned::PyBuffer;
pub use untyped::PyUntypedBuffer;
pub(crate) use view::View;

use std::ffi::{CStr, c_char};
use std::marker::PhantomData;
use std::ops::Deref;
use std::slice;

use crate::convert::{FromPyObject, type_name, with_capacity};
use crate::error::{PyErr, PyResult, check_status};
use crate::exceptions::{PyBufferError, PyTypeError, PyValueError};
use crate::ffi;
use crate::hint::Hint;
use crate::object::{Borrowed, Bound};
use crate::python::Python;
use crate::types::PyAny;
use format::ElementType;

/// The numbers in a Python object's memory: of type `T`, in one or more dimensions, not copied.
///
/// As a parameter it takes whatever has a buffer of `T`s in native byte order: TypeError for an object without buffer and
/// for one of other items, BufferError where they are behind pointers or not aligned. The object cannot free or resize
/// the memory before the `Buffer` is dropped.
///
/// How the items lie is told by [`BufferLayout`], which it dereferences to. The [module](self) says what holds when
/// others write to the memory.
///
/// On this thread alone; [`unbind`](Self::unbind) makes a [`PyBuffer`], which can be stored and sent.
#[repr(transparent)]
pub struct Buffer<'py, T> {
    view: View,
    of: PhantomData<(Python<'py>, T)>,
}

/// Row by row (C), or column by column (Fortran).
#[derive(Clone, Copy)]
enum Order {
    C = b'C' as isize,
    Fortran = b'F' as isize,
}

impl<'py, T: Element> Buffer<'py, T> {
    /// The buffer of an object.
    ///
    /// # Errors
    /// TypeError when it has none or one of another item type, BufferError when the items are behind pointers or not
    /// aligned; and what the object raises that does not want to share its memory.
    pub fn get(object: &Bound<'py, PyAny>) -> PyResult<Self> {
        Self::of(object.as_borrowed())
    }

    fn of(object: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        let view = View::of_numbers(object)?;
        let view = view.ok_or_else(|| no_buffer(&format!("a buffer of {}", T::TYPE), object))?;
        check::<T>(&view)?;
        Ok(Buffer {
            view,
            of: PhantomData,
        })
    }

    /// The token of the interpreter that the memory belongs to.
    #[inline]
    pub fn py(&self) -> Python<'py> {
        // SAFETY: a `Buffer<'py, _>` exists only while the thread is attached for `'py`.
        unsafe { Python::assume_attached() }
    }

    /// The object that shares its memory: not always the one that was asked for it. `None` where nobody owns it.
    pub fn obj(&self) -> Option<&Bound<'py, PyAny>> {
        // SAFETY: the view has a reference to the object.
        unsafe { self.view.owner() }
    }

    /// Detaches the buffer from the interpreter's lifetime, so that it can be stored and sent to other threads.
    ///
    /// # Errors
    /// MemoryError.
    pub fn unbind(self) -> PyResult<PyBuffer<T>> {
        PyBuffer::of(self)
    }

    /// The item at these indices, one for each dimension; `None` when one of them is out of range. The memory need not be
    /// contiguous.
    ///
    /// # Panics
    /// When there are more or fewer indices than dimensions.
    #[inline]
    #[track_caller]
    pub fn item(&self, indices: &[usize]) -> Option<T> {
        let place = self.place_of(indices)?;
        // SAFETY: an item, which is aligned; it is there until the buffer is released.
        Some(unsafe { T::load(place.cast()) })
    }

    /// The items row by row, to be read; `None` when they do not lie so, without gaps ([`is_c_contiguous`](BufferLayout::is_c_contiguous)).
    #[inline]
    pub fn as_slice(&self) -> Option<&[ReadOnlyCell<T>]> {
        self.cells(self.is_c_contiguous())
    }

    /// The items row by row, to be read and written; `None` when they do not lie so, or must not be written to.
    #[inline]
    pub fn as_mut_slice(&self) -> Option<&[ReadWriteCell<T>]> {
        self.cells(self.is_c_contiguous() && !self.readonly())
    }

    /// The items column by column, to be read; `None` when they do not lie so, without gaps
    /// ([`is_fortran_contiguous`](BufferLayout::is_fortran_contiguous)).
    #[inline]
    pub fn as_fortran_slice(&self) -> Option<&[ReadOnlyCell<T>]> {
        self.cells(self.is_fortran_contiguous())
    }

    /// The items column by column, to be read and written; `None` when they do not lie so, or must not be written to.
    #[inline]
    pub fn as_fortran_mut_slice(&self) -> Option<&[ReadWriteCell<T>]> {
        self.cells(self.is_fortran_contiguous() && !self.readonly())
    }

    /// The items as cells of a kind, if `possible`.
    #[inline]
    fn cells<C: cells::CellOf<T>>(&self, possible: bool) -> Option<&[C]> {
        let count = self.item_count();
        match (possible, count) {
            (false, _) => None,
            // Nothing need be aligned.
            (true, 0) => Some(&[]),
            // SAFETY: as many items, without gaps, aligned, there until the buffer is released. A cell is laid out as its
            // item, may have any content, and may be shared with whoever writes to it.
            (true, _) => Some(unsafe { slice::from_raw_parts(self.buf_ptr().cast(), count) }),
        }
    }

    /// A copy of the items, row by row, however they lie.
    ///
    /// # Errors
    /// MemoryError.
    pub fn to_vec(&self) -> PyResult<Vec<T>> {
        self.copy_to_vec(Order::C)
    }

    /// A copy of the items, column by column, however they lie.
    ///
    /// # Errors
    /// MemoryError.
    pub fn to_fortran_vec(&self) -> PyResult<Vec<T>> {
        self.copy_to_vec(Order::Fortran)
    }

    /// Copies the items, row by row, however they lie.
    ///
    /// # Errors
    /// ValueError when `target` has another length than [`item_count`](BufferLayout::item_count), MemoryError.
    pub fn copy_to_slice(&self, target: &mut [T]) -> PyResult<()> {
        self.copy_to(target, Order::C)
    }

    /// Copies the items, column by column, however they lie.
    ///
    /// # Errors
    /// As [`copy_to_slice`](Self::copy_to_slice).
    pub fn copy_to_fortran_slice(&self, target: &mut [T]) -> PyResult<()> {
        self.copy_to(target, Order::Fortran)
    }

    /// Overwrites the items, row by row, however they lie.
    ///
    /// # Errors
    /// BufferError when they must not be written to, ValueError when `source` has another length than
    /// [`item_count`](BufferLayout::item_count), MemoryError.
    pub fn copy_from_slice(&self, source: &[T]) -> PyResult<()> {
        self.copy_from(source, Order::C)
    }

    /// Overwrites the items, column by column, however they lie.
    ///
    /// # Errors
    /// As [`copy_from_slice`](Self::copy_from_slice).
    pub fn copy_from_fortran_slice(&self, source: &[T]) -> PyResult<()> {
        self.copy_from(source, Order::Fortran)
    }

    fn copy_to_vec(&self, order: Order) -> PyResult<Vec<T>> {
        let count = self.item_count();
        let mut items = with_capacity(count)?;
        // SAFETY: there is room for as many items, which are values of the type once they are made valid.
        unsafe {
            self.copy_bytes_to(items.as_mut_ptr(), order)?;
            T::make_valid(items.as_mut_ptr(), count);
            items.set_len(count);
        }
        Ok(items)
    }

    fn copy_to(&self, target: &mut [T], order: Order) -> PyResult<()> {
        self.check_length(target.len())?;
        if T::ANY_BYTES {
            // SAFETY: room for as many items, whose bytes are a value whatever they are.
            unsafe { self.copy_bytes_to(target.as_mut_ptr(), order) }
        } else {
            target.copy_from_slice(&self.copy_to_vec(order)?);
            Ok(())
        }
    }

    /// `PyBuffer_ToContiguous`.
    ///
    /// # Safety
    /// At `target` is room for all items.
    unsafe fn copy_bytes_to(&self, target: *mut T, order: Order) -> PyResult<()> {
        let view = self.view.as_ptr();
        // SAFETY: the caller's promise; a buffer that has not been released.
        unsafe {
            let status = ffi::PyBuffer_ToContiguous(
                target.cast(),
                view,
                (*view).len,
                order as isize as c_char,
            );
            check_status(self.py(), status)
        }
    }

    /// `PyBuffer_FromContiguous`.
    fn copy_from(&self, source: &[T], order: Order) -> PyResult<()> {
        if self.readonly() {
            return Err(PyBufferError::new_err("the buffer is read-only"));
        }
        self.check_length(source.len())?;
        let view = self.view.as_ptr();
        // SAFETY: as many items as the buffer has, which is writable and has not been released.
        unsafe {
            let status = ffi::PyBuffer_FromContiguous(
                view,
                source.as_ptr().cast_mut().cast(),
                (*view).len,
                order as isize as c_char,
            );
            check_status(self.py(), status)
        }
    }

    fn check_length(&self, length: usize) -> PyResult<()> {
        let count = self.item_count();
        if length == count {
            return Ok(());
        }
        Err(PyValueError::new_err(format!(
            "a slice of length {length} does not fit a buffer of {count} items"
        )))
    }
}

impl<T> Deref for Buffer<'_, T> {
    type Target = BufferLayout;

    #[inline]
    fn deref(&self) -> &BufferLayout {
        &self.view
    }
}

impl<T> std::fmt::Debug for Buffer<'_, T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        std::fmt::Debug::fmt(&*self.view, f)
    }
}

/// Whatever has the buffer protocol.
const BUFFER_HINT: Hint = Hint::Import("typing_extensions", "Buffer");

impl<'a, 'py, T: Element> FromPyObject<'a, 'py> for Buffer<'py, T> {
    type Error = PyErr;

    const INPUT_HINT: Hint = BUFFER_HINT;

    fn extract(object: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
        Buffer::of(object)
    }
}

/// Whether the items are `T`s, at places where such can be.
fn check<T: Element>(layout: &BufferLayout) -> PyResult<()> {
    if ElementType::of_format(layout.format()) != Some(T::TYPE) {
        return Err(wrong_format(T::TYPE, layout.format()));
    }
    if layout.item_size() != size_of::<T>() {
        return Err(PyBufferError::new_err(format!(
            "the buffer contradicts itself: items of format '{}', but {} bytes",
            layout.format().to_string_lossy(),
            layout.item_size()
        )));
    }
    if !layout.is_aligned(align_of::<T>()) {
        return Err(PyBufferError::new_err(format!(
            "the {} items of the buffer are not aligned in memory: pass a copy",
            T::TYPE.name()
        )));
    }
    Ok(())
}

/// What was wanted of an object without a buffer.
#[cold]
fn no_buffer(wanted: &str, object: Borrowed<'_, '_, PyAny>) -> PyErr {
    PyTypeError::new_err(format!(
        "expected {wanted}, got '{}' object",
        type_name(object)
    ))
}

/// What was wanted and what came.
#[cold]
#[inline]
fn wrong_format(wanted: ElementType, format: &CStr) -> PyErr {
    let text = format.to_string_lossy();
    let found = match ElementType::of_format(format) {
        Some(found) => format!("{} ('{text}')", found.name()),
        None => match ElementType::of_swapped_format(format) {
            Some(found) => format!("{} in the other byte order ('{text}')", found.name()),
            None => format!("format '{text}'"),
        },
    };
    PyTypeError::new_err(format!("expected a buffer of {wanted}, got one of {found}"))
}
