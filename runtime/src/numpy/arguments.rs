//! Arrays as a function takes them.

use std::cell::OnceCell;
use std::ops::Deref;

use ndarray::{ArrayView, ArrayViewMut, Dimension, IndexLonger, NdIndex, ShapeBuilder};

use super::{NotContiguousError, PyArray, buffer_of, dimension};
use crate::buffer::{Buffer, Element};
use crate::convert::FromPyObject;
use crate::error::{PyErr, PyResult};
use crate::exceptions::PyTypeError;
use crate::hint::Hint;
use crate::object::{Borrowed, Bound};
use crate::type_object::PyTypeCheck;
use crate::types::PyAny;

/// An array that is read: a parameter that takes a `numpy.ndarray` of `T`s, of as many dimensions as `D` says.
///
/// Slices and views of it are of a copy, made when first asked for; the [module](super) says why. It dereferences to the handle.
pub struct PyReadonlyArray<'py, T, D> {
    array: Bound<'py, PyArray<T, D>>,
    buffer: Buffer<'py, T>,
    copy: OnceCell<Vec<T>>,
}

impl<'py, T: Element, D: Dimension> PyReadonlyArray<'py, T, D> {
    /// An array, when its items and dimensions are these.
    ///
    /// # Errors
    /// TypeError when it is no array, or one of other items or dimensions; as [`Buffer::get`].
    pub(super) fn of(array: &Bound<'py, PyAny>) -> PyResult<Self> {
        let buffer = buffer_of::<T, D>(array)?;
        Ok(PyReadonlyArray {
            // SAFETY: just checked.
            array: unsafe { array.clone().cast_into_unchecked() },
            buffer,
            copy: OnceCell::new(),
        })
    }

    /// The length of each dimension.
    #[inline]
    pub fn shape(&self) -> &[usize] {
        self.buffer.shape()
    }

    /// The shape, as [`ndarray`] has it.
    #[inline]
    pub fn dims(&self) -> D {
        dimension(&self.buffer)
    }

    /// The number of items.
    #[inline]
    pub fn len(&self) -> usize {
        self.buffer.item_count()
    }

    /// Whether there is no item.
    #[inline]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The items as they lie in memory.
    ///
    /// # Errors
    /// [`NotContiguousError`] when there are gaps between them.
    #[inline]
    pub fn as_slice(&self) -> Result<&[T], NotContiguousError> {
        match self.buffer.is_c_contiguous() || self.buffer.is_fortran_contiguous() {
            true => Ok(self.items()),
            false => Err(NotContiguousError),
        }
    }

    /// The array as [`ndarray`] has it.
    #[inline]
    pub fn as_array(&self) -> ArrayView<'_, T, D> {
        let shape = self.dims().set_f(self.is_column_major());
        ArrayView::from_shape(shape, self.items()).expect("a copy of the whole array")
    }

    /// The item there, if there is one.
    #[inline]
    pub fn get<I: NdIndex<D>>(&self, index: I) -> Option<&T> {
        IndexLonger::get(&self.as_array(), index)
    }

    /// The copy: row by row, or column by column where the array lies so.
    fn items(&self) -> &[T] {
        self.copy.get_or_init(|| {
            let items = match self.is_column_major() {
                true => self.buffer.to_fortran_vec(),
                false => self.buffer.to_vec(),
            };
            items.unwrap_or_else(|error| crate::panic::unwind(error))
        })
    }

    fn is_column_major(&self) -> bool {
        self.buffer.is_fortran_contiguous() && !self.buffer.is_c_contiguous()
    }
}

impl<'py, T, D> Deref for PyReadonlyArray<'py, T, D> {
    type Target = Bound<'py, PyArray<T, D>>;

    #[inline]
    fn deref(&self) -> &Self::Target {
        &self.array
    }
}

impl<'a, 'py, T: Element, D: Dimension> FromPyObject<'a, 'py> for PyReadonlyArray<'py, T, D> {
    type Error = PyErr;

    const INPUT_HINT: Hint = PyArray::<T, D>::TYPE_HINT;

    fn extract(object: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
        Self::of(&object)
    }
}

/// An array that is changed: a parameter as [`PyReadonlyArray`], which it dereferences to, of an array that may be written to.
///
/// What was written to its slices and views is in the array when this is dropped, and not before; the [module](super) says why.
pub struct PyReadwriteArray<'py, T: Element, D: Dimension> {
    readonly: PyReadonlyArray<'py, T, D>,
    /// Whether the copy may be another than the array.
    is_changed: bool,
}

impl<'py, T: Element, D: Dimension> PyReadwriteArray<'py, T, D> {
    /// An array, when its items and dimensions are these, and it may be written to.
    ///
    /// # Errors
    /// TypeError when it is no array, one of other items or dimensions, or not writeable; as [`Buffer::get`].
    pub(super) fn of(array: &Bound<'py, PyAny>) -> PyResult<Self> {
        let readonly = PyReadonlyArray::of(array)?;
        if readonly.buffer.readonly() {
            return Err(PyTypeError::new_err("The given array is not writeable"));
        }
        Ok(PyReadwriteArray {
            readonly,
            is_changed: false,
        })
    }

    /// The items as they lie in memory.
    ///
    /// # Errors
    /// [`NotContiguousError`] when there are gaps between them.
    #[inline]
    pub fn as_slice_mut(&mut self) -> Result<&mut [T], NotContiguousError> {
        self.as_slice()?;
        Ok(self.items_mut())
    }

    /// The array as [`ndarray`] has it.
    #[inline]
    pub fn as_array_mut(&mut self) -> ArrayViewMut<'_, T, D> {
        let shape = self.dims().set_f(self.is_column_major());
        ArrayViewMut::from_shape(shape, self.items_mut()).expect("a copy of the whole array")
    }

    /// The item there, if there is one.
    #[inline]
    pub fn get_mut<I: NdIndex<D>>(&mut self, index: I) -> Option<&mut T> {
        // SAFETY: an item of the copy, which `self` has and which is borrowed as long.
        self.as_array_mut()
            .get_mut_ptr(index)
            .map(|item| unsafe { &mut *item })
    }

    fn items_mut(&mut self) -> &mut [T] {
        self.items();
        self.is_changed = true;
        self.readonly.copy.get_mut().expect("just made")
    }

    /// Writes the copy back.
    fn write(&self) -> PyResult<()> {
        let items = self.items();
        match self.is_column_major() {
            true => self.readonly.buffer.copy_from_fortran_slice(items),
            false => self.readonly.buffer.copy_from_slice(items),
        }
    }
}

impl<T: Element, D: Dimension> Drop for PyReadwriteArray<'_, T, D> {
    /// An error is reported as unraisable.
    fn drop(&mut self) {
        if self.is_changed {
            if let Err(error) = self.write() {
                error.write_unraisable(self.py(), Some(&self.readonly.array));
            }
        }
    }
}

impl<'py, T: Element, D: Dimension> Deref for PyReadwriteArray<'py, T, D> {
    type Target = PyReadonlyArray<'py, T, D>;

    #[inline]
    fn deref(&self) -> &Self::Target {
        &self.readonly
    }
}

impl<'a, 'py, T: Element, D: Dimension> FromPyObject<'a, 'py> for PyReadwriteArray<'py, T, D> {
    type Error = PyErr;

    const INPUT_HINT: Hint = PyArray::<T, D>::TYPE_HINT;

    fn extract(object: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
        Self::of(&object)
    }
}
