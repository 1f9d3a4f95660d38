//! An array's own memory, for whoever knows that nobody else writes to it.

use std::slice;

use ndarray::{
    ArrayBase, ArrayView, ArrayViewMut, Axis, Dimension, IntoDimension, RawArrayView,
    RawArrayViewMut, RawData, ShapeBuilder, StrideShape,
};

use super::{NotContiguousError, PyArray, dimension};
use crate::buffer::{Buffer, Element};
use crate::exceptions::{PyBufferError, PyTypeError};
use crate::object::Bound;
use crate::panic::unwind;

impl<T: Element, D: Dimension> Bound<'_, PyArray<T, D>> {
    /// The items as they lie in memory, not copied.
    ///
    /// # Errors
    /// [`NotContiguousError`] when there are gaps between them.
    ///
    /// # Safety
    /// As long as the slice is used, nobody writes to the items, resizes the array, or lets go of it. Items that are `bool` are bytes of 0 or
    /// 1, which those of a view of other bytes need not be.
    pub unsafe fn as_slice(&self) -> Result<&[T], NotContiguousError> {
        let (items, count) = self.contiguous()?;
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
    /// written to. Items that are `bool` are as for [`as_slice`](Self::as_slice).
    #[allow(clippy::mut_from_ref, reason = "the caller's promise")]
    pub unsafe fn as_slice_mut(&self) -> Result<&mut [T], NotContiguousError> {
        let (items, count) = self.contiguous()?;
        // SAFETY: as many items, aligned and without gaps; the caller's promise.
        Ok(unsafe { slice::from_raw_parts_mut(items, count) })
    }

    /// The array as [`ndarray`] has it, not copied.
    ///
    /// # Safety
    /// As [`as_slice`](Self::as_slice).
    pub unsafe fn as_array(&self) -> ArrayView<'_, T, D> {
        let place = self.place();
        // SAFETY: the array's own items, which nobody writes to, by the caller's promise.
        place.turned(unsafe {
            RawArrayView::from_shape_ptr(place.shape(), place.first).deref_into_view()
        })
    }

    /// The array as [`ndarray`] has it, not copied.
    ///
    /// # Safety
    /// As [`as_slice_mut`](Self::as_slice_mut), and no item is there twice, as in broadcast arrays.
    pub unsafe fn as_array_mut(&self) -> ArrayViewMut<'_, T, D> {
        let place = self.place();
        // SAFETY: the array's own items, each there once, which nobody else uses, by the caller's promise.
        place.turned(unsafe {
            RawArrayViewMut::from_shape_ptr(place.shape(), place.first).deref_into_view_mut()
        })
    }

    /// The item there, if there is one.
    ///
    /// # Safety
    /// As [`as_slice`](Self::as_slice).
    pub unsafe fn get<I: IntoDimension<Dim = D>>(&self, index: I) -> Option<&T> {
        let place = self.own_buffer().place_of(index.into_dimension().slice())?;
        // SAFETY: an item, which is aligned; the caller's promise.
        Some(unsafe { &*place.cast() })
    }

    /// The item there, if there is one.
    ///
    /// # Safety
    /// As [`as_slice_mut`](Self::as_slice_mut).
    #[allow(clippy::mut_from_ref, reason = "the caller's promise")]
    pub unsafe fn get_mut<I: IntoDimension<Dim = D>>(&self, index: I) -> Option<&mut T> {
        let place = self.own_buffer().place_of(index.into_dimension().slice())?;
        // SAFETY: an item, which is aligned; the caller's promise.
        Some(unsafe { &mut *place.cast() })
    }

    /// Where the first item is. It may be gone, or be another's, as soon as the array is changed.
    pub fn data(&self) -> *mut T {
        self.own_buffer().buf_ptr().cast()
    }

    /// The array's memory, which stays after the buffer is released as long as the array does.
    ///
    /// What says that it is an array, in `__class__`, or is of a class with a `__buffer__` of its own, may give that of another object, which
    /// nobody keeps: that is a TypeError.
    fn own_buffer(&self) -> Buffer<'_, T> {
        let buffer = self.buffer();
        if !buffer.obj().is_some_and(|owner| owner.is(self)) {
            unwind(PyTypeError::new_err(
                "expected a NumPy array whose memory is its own",
            ));
        }
        buffer
    }

    /// Where the items are that lie without gaps, and how many.
    fn contiguous(&self) -> Result<(*mut T, usize), NotContiguousError> {
        let buffer = self.own_buffer();
        match buffer.is_c_contiguous() || buffer.is_fortran_contiguous() {
            false => Err(NotContiguousError),
            // Nothing need be aligned.
            true if buffer.item_count() == 0 => Ok((std::ptr::dangling_mut(), 0)),
            true => Ok((buffer.buf_ptr().cast(), buffer.item_count())),
        }
    }

    /// Where the items are, however far from each other.
    fn place(&self) -> Place<T, D> {
        let buffer = self.own_buffer();
        let shape: D = dimension(&buffer);
        let mut place = Place {
            strides: D::zeros(shape.ndim()),
            shape,
            // Nothing need be aligned.
            first: std::ptr::dangling_mut(),
            backward: Vec::new(),
        };
        if buffer.item_count() == 0 {
            return place;
        }
        place.first = buffer.buf_ptr().cast();
        for (axis, (&length, &stride)) in buffer.shape().iter().zip(buffer.strides()).enumerate() {
            let is_whole = stride.unsigned_abs() % size_of::<T>() == 0;
            if length > 1 && !is_whole {
                unwind(PyBufferError::new_err(
                    "the items lie at distances that are no multiples of their size",
                ));
            }
            place.strides[axis] = stride.unsigned_abs() / size_of::<T>();
            if stride < 0 {
                place.backward.push(Axis(axis));
                place.first = place
                    .first
                    .wrapping_byte_offset(stride * (length as isize - 1));
            }
        }
        place
    }
}

/// Where an array's items are as [`ndarray`] wants to know it: in items, and forward. What goes backward is turned afterwards.
struct Place<T, D> {
    shape: D,
    strides: D,
    first: *mut T,
    backward: Vec<Axis>,
}

impl<T, D: Dimension> Place<T, D> {
    fn shape(&self) -> StrideShape<D> {
        self.shape.clone().strides(self.strides.clone())
    }

    fn turned<S: RawData>(&self, mut view: ArrayBase<S, D>) -> ArrayBase<S, D> {
        for &axis in &self.backward {
            view.invert_axis(axis);
        }
        view
    }
}
