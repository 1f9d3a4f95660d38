//! Whatever becomes an array.

use std::marker::PhantomData;
use std::ops::Deref;

use ndarray::Dimension;

use super::{PyArray, PyReadonlyArray, PyUntypedArray};
use crate::buffer::Element;
use crate::convert::FromPyObject;
use crate::error::{PyErr, PyResult};
use crate::hint::Hint;
use crate::object::{Borrowed, Py};
use crate::sync::PyOnceLock;
use crate::type_object::PyTypeCheck;
use crate::types::PyAny;

mod sealed {
    pub trait Sealed {}
}

/// Whether the items of an array are converted: [`TypeMustMatch`] or [`AllowTypeChange`].
pub trait Coerce: sealed::Sealed {
    #[doc(hidden)]
    const ALLOW_TYPE_CHANGE: bool;
}

/// An array has to have these very items already.
#[derive(Debug)]
pub struct TypeMustMatch;

impl sealed::Sealed for TypeMustMatch {}

impl Coerce for TypeMustMatch {
    const ALLOW_TYPE_CHANGE: bool = false;
}

/// An array of other items is converted as `numpy.asarray` does it: 1.7 becomes 1 where integers are wanted.
#[derive(Debug)]
pub struct AllowTypeChange;

impl sealed::Sealed for AllowTypeChange {}

impl Coerce for AllowTypeChange {
    const ALLOW_TYPE_CHANGE: bool = true;
}

/// An array that is read, or what `numpy.asarray` makes one of: numbers, and sequences of what becomes an array. It dereferences to
/// [`PyReadonlyArray`].
///
/// An array is taken as it is when its items and dimensions are these; with [`AllowTypeChange`] its items are converted if need be.
pub struct PyArrayLike<'py, T, D, C = TypeMustMatch>(PyReadonlyArray<'py, T, D>, PhantomData<C>)
where
    T: Element,
    D: Dimension,
    C: Coerce;

impl<'py, T: Element, D: Dimension, C: Coerce> Deref for PyArrayLike<'py, T, D, C> {
    type Target = PyReadonlyArray<'py, T, D>;

    #[inline]
    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl<'a, 'py, T: Element, D: Dimension, C: Coerce> FromPyObject<'a, 'py>
    for PyArrayLike<'py, T, D, C>
{
    type Error = PyErr;

    const INPUT_HINT: Hint = Hint::Import("numpy.typing", "ArrayLike");

    fn extract(object: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
        let is_array = PyUntypedArray::try_type_check(&object)?;
        let is_right = is_array && PyArray::<T, D>::try_type_check(&object)?;
        if is_right || (is_array && !C::ALLOW_TYPE_CHANGE) {
            return PyReadonlyArray::of(&object).map(|array| PyArrayLike(array, PhantomData));
        }
        static AS_ARRAY: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
        let as_array = AS_ARRAY.import(object.py(), "numpy", "asarray")?;
        let array = as_array.call1((&*object, T::TYPE.name()))?;
        Ok(PyArrayLike(PyReadonlyArray::of(&array)?, PhantomData))
    }
}
