//! What an array is asked that is of a known type.

use ndarray::{Array, Dimension, IntoDimension, IxDyn};

use super::{
    NotContiguousError, PyArray, PyReadonlyArray, PyReadwriteArray, PyUntypedArray, buffer_of,
    dimension,
};
use crate::buffer::{Buffer, Element};
use crate::error::PyResult;
use crate::object::Bound;
use crate::panic::unwind;

/// What an array is asked. It may have been given another type or shape since it was cast: then these panic, with a TypeError.
impl<'py, T: Element, D: Dimension> Bound<'py, PyArray<T, D>> {
    /// The shape, as [`ndarray`] has it.
    pub fn dims(&self) -> D {
        dimension(&self.buffer())
    }

    /// The same array, whose type is not stated.
    #[inline]
    pub fn as_untyped(&self) -> &Bound<'py, PyUntypedArray> {
        // SAFETY: an array.
        unsafe { self.cast_unchecked() }
    }

    /// The array, to be read.
    pub fn readonly(&self) -> PyReadonlyArray<'py, T, D> {
        self.try_readonly().unwrap_or_else(|error| unwind(error))
    }

    /// The array, to be read.
    ///
    /// # Errors
    /// TypeError when it has been given another type or shape.
    pub fn try_readonly(&self) -> PyResult<PyReadonlyArray<'py, T, D>> {
        PyReadonlyArray::of(self)
    }

    /// The array, to be changed.
    ///
    /// # Panics
    /// When it may not be written to, with a TypeError.
    pub fn readwrite(&self) -> PyReadwriteArray<'py, T, D> {
        self.try_readwrite().unwrap_or_else(|error| unwind(error))
    }

    /// The array, to be changed.
    ///
    /// # Errors
    /// TypeError when it may not be written to, or has been given another type or shape.
    pub fn try_readwrite(&self) -> PyResult<PyReadwriteArray<'py, T, D>> {
        PyReadwriteArray::of(self)
    }

    /// A copy of the items as they lie in memory.
    ///
    /// # Errors
    /// [`NotContiguousError`] when there are gaps between them.
    pub fn to_vec(&self) -> Result<Vec<T>, NotContiguousError> {
        let array = self.readonly();
        array.as_slice().map(<[T]>::to_vec)
    }

    /// A copy of the array, as [`ndarray`] has it.
    pub fn to_owned_array(&self) -> Array<T, D> {
        self.readonly().as_array().to_owned()
    }

    /// A copy of the item there, if there is one.
    pub fn get_owned<I: IntoDimension<Dim = D>>(&self, index: I) -> Option<T> {
        self.buffer().item(index.into_dimension().slice())
    }

    /// The same items in another shape, row by row; of the same memory where that can be.
    ///
    /// # Errors
    /// ValueError when there are not as many items.
    pub fn reshape<I: IntoDimension>(&self, shape: I) -> PyResult<Bound<'py, PyArray<T, I::Dim>>> {
        let shape = shape.into_dimension().slice().to_vec();
        let array = self.call_method1("reshape", (shape,))?;
        // SAFETY: an array of the same type, of this shape.
        Ok(unsafe { array.cast_into_unchecked() })
    }

    /// The same array, whose number of dimensions is not stated.
    pub fn to_dyn(&self) -> &Bound<'py, PyArray<T, IxDyn>> {
        // SAFETY: an array of the same type.
        unsafe { self.cast_unchecked() }
    }

    pub(super) fn buffer(&self) -> Buffer<'py, T> {
        buffer_of::<T, D>(self).unwrap_or_else(|error| unwind(error))
    }
}
