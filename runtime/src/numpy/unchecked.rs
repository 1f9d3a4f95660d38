//! An array's own memory, for whoever knows that nobody else writes to it.

use std::slice;

use ndarray::{ArrayView, ArrayViewMut, Axis, Dimension, RawArrayViewMut, ShapeBuilder};

use super::{NotContiguousError, PyArray, dimension};
use crate::buffer::Element;
use crate::exceptions::PyBufferError;
use crate::object::Bound;
use crate::panic::unwind;

impl<T: Element, D: Dimension> Bound<'_, PyArray<T, D>> {
    /// The items as they lie in memory, not copied.
    ///
    /// # Errors
    /// [`NotContiguousError`] when there are gaps between them.
    ///
    /// # Safety
    /// As long as the slice is used, nobody writes to the items, resizes the array, or lets go of it.
    pub unsafe fn as_slice(&self) -> Result<&[T], NotContiguousError> {
        let (items, count) = self.items()?;
        // SAFETY: as many items, aligned and without gaps; the caller's promise.
        Ok(unsafe { slice::from_raw_parts(items, count) })
    }

    /// The items as they lie in memory, not copied.
    ///
    /// # Errors
    /// [`NotContiguousError`] when there are gaps between them.
    ///
    /// # Safety
    /// As long as the slice is used, nobody else reads or writes the items, resizes the array, or lets go of it; and the array may be
    /// written to.
    #[allow(clippy::mut_from_ref, reason = "the caller's promise")]
    pub unsafe fn as_slice_mut(&self) -> Result<&mut [T], NotContiguousError> {
        let (items, count) = self.items()?;
        // SAFETY: as many items, aligned and without gaps; the caller's promise.
        Ok(unsafe { slice::from_raw_parts_mut(items, count) })
    }

    /// The array as [`ndarray`] has it, not copied.
    ///
    /// # Safety
    /// As [`as_slice`](Self::as_slice).
    pub unsafe fn as_array(&self) -> ArrayView<'_, T, D> {
        // SAFETY: the caller's promise.
        unsafe { self.view().deref_into_view() }
    }

    /// The array as [`ndarray`] has it, not copied.
    ///
    /// # Safety
    /// As [`as_slice_mut`](Self::as_slice_mut), and no item is there twice, as in broadcast arrays.
    pub unsafe fn as_array_mut(&self) -> ArrayViewMut<'_, T, D> {
        // SAFETY: the caller's promise.
        unsafe { self.view().deref_into_view_mut() }
    }

    /// Where the items are, and how many.
    fn items(&self) -> Result<(*mut T, usize), NotContiguousError> {
        let buffer = self.buffer();
        match buffer.is_c_contiguous() || buffer.is_fortran_contiguous() {
            false => Err(NotContiguousError),
            // Nothing need be aligned.
            true if buffer.item_count() == 0 => Ok((std::ptr::dangling_mut(), 0)),
            true => Ok((buffer.buf_ptr().cast(), buffer.item_count())),
        }
    }

    /// The items wherever they are.
    fn view(&self) -> RawArrayViewMut<T, D> {
        let buffer = self.buffer();
        let mut first: *mut T = buffer.buf_ptr().cast();
        let shape: D = dimension(&buffer);
        if buffer.item_count() == 0 {
            // SAFETY: there is no item.
            return unsafe { RawArrayViewMut::from_shape_ptr(shape, std::ptr::dangling_mut()) };
        }
        // ndarray counts in items, and forward: what goes backward is turned afterwards.
        let mut strides = D::zeros(shape.ndim());
        let mut backward = Vec::new();
        for (axis, (&length, &stride)) in buffer.shape().iter().zip(buffer.strides()).enumerate() {
            let is_whole = stride.unsigned_abs() % size_of::<T>() == 0;
            if length > 1 && !is_whole {
                unwind(PyBufferError::new_err(
                    "the items lie at distances that are no multiples of their size",
                ));
            }
            strides[axis] = stride.unsigned_abs() / size_of::<T>();
            if stride < 0 {
                backward.push(Axis(axis));
                first = first.wrapping_byte_offset(stride * (length as isize - 1));
            }
        }
        // SAFETY: the array's own items.
        let mut view = unsafe { RawArrayViewMut::from_shape_ptr(shape.strides(strides), first) };
        for axis in backward {
            view.invert_axis(axis);
        }
        view
    }
}
