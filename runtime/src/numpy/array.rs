//! What an array is asked that is of a known type.

use ndarray::{Array, Dimension, IntoDimension, IxDyn};

use super::{
    NotContiguousError, PyArray, PyReadonlyArray, PyReadwriteArray, PyUntypedArray, buffer_of,
    dimension,
};
use crate::buffer::{Buffer, Element};
use crate::error::PyResult;
use crate::exceptions::PyValueError;
use crate::object::Bound;
use crate::panic::unwind;
use crate::types::PyDict;

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

    /// The one item of an array that has one.
    ///
    /// # Panics
    /// With a ValueError, when there are more or fewer.
    pub fn item(&self) -> T {
        let buffer = self.buffer();
        let first = vec![0; buffer.dimensions()];
        match buffer.item_count() {
            1 => buffer.item(&first).expect("there is one"),
            count => unwind(PyValueError::new_err(format!(
                "an array of {count} items has not the one that was asked for"
            ))),
        }
    }

    /// The same items with the axes in another order, in the reverse one for `None`; of the same memory.
    ///
    /// # Errors
    /// ValueError when these are not the axes.
    pub fn permute<I: IntoDimension>(
        &self,
        axes: Option<I>,
    ) -> PyResult<Bound<'py, PyArray<T, D>>> {
        let axes = axes.map(|axes| axes.into_dimension().slice().to_vec());
        let array = self.call_method1("transpose", (axes,))?;
        // SAFETY: an array of the same type, of as many dimensions.
        Ok(unsafe { array.cast_into_unchecked() })
    }

    /// The same items with the axes in the reverse order; of the same memory.
    ///
    /// # Errors
    /// MemoryError.
    pub fn transpose(&self) -> PyResult<Bound<'py, PyArray<T, D>>> {
        self.permute(None::<D>)
    }

    /// A copy with items of another type, converted as `ndarray.astype` does it; column by column if so wanted.
    ///
    /// # Errors
    /// What the conversion raises.
    pub fn cast_array<U: Element>(&self, is_fortran: bool) -> PyResult<Bound<'py, PyArray<U, D>>> {
        let order = if is_fortran { "F" } else { "C" };
        let array = self.call_method1("astype", (U::TYPE.name(), order))?;
        // SAFETY: an array of this type, of as many dimensions.
        Ok(unsafe { array.cast_into_unchecked() })
    }

    /// Writes the items, converted if need be, to another array of this shape, or one that it can be broadcast to.
    ///
    /// # Errors
    /// ValueError when the shapes do not fit, or the other may not be written to.
    pub fn copy_to<U: Element>(&self, other: &Bound<'py, PyArray<U, D>>) -> PyResult<()> {
        let keywords = PyDict::new(self.py());
        keywords.set_item("casting", "unsafe")?;
        let numpy = super::get_array_module(self.py())?;
        numpy.call_method("copyto", (other, self), Some(&keywords))?;
        Ok(())
    }

    pub(super) fn buffer(&self) -> Buffer<'py, T> {
        buffer_of::<T, D>(self).unwrap_or_else(|error| unwind(error))
    }
}
