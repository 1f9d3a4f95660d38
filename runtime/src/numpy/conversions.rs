//! Arrays made of Rust's.

use ndarray::{Array, ArrayBase, Data, Dimension, Ix1, RawData};

use super::PyArray;
use crate::buffer::Element;
use crate::object::Bound;
use crate::python::Python;

/// What becomes an array without a copy.
pub trait IntoPyArray: Sized {
    /// The type of an item.
    type Item: Element;
    /// The dimensions.
    type Dim: Dimension;

    /// The array.
    ///
    /// # Panics
    /// With the exception, when NumPy cannot be imported or memory runs out.
    fn into_pyarray<'py>(self, py: Python<'py>) -> Bound<'py, PyArray<Self::Item, Self::Dim>>;
}

impl<T: Element> IntoPyArray for Vec<T> {
    type Item = T;
    type Dim = Ix1;

    fn into_pyarray<'py>(self, py: Python<'py>) -> Bound<'py, PyArray<T, Ix1>> {
        PyArray::from_vec(py, self)
    }
}

impl<T: Element> IntoPyArray for Box<[T]> {
    type Item = T;
    type Dim = Ix1;

    fn into_pyarray<'py>(self, py: Python<'py>) -> Bound<'py, PyArray<T, Ix1>> {
        PyArray::from_vec(py, self.into_vec())
    }
}

/// One whose items lie neither row by row nor column by column is copied.
impl<T: Element, D: Dimension> IntoPyArray for Array<T, D> {
    type Item = T;
    type Dim = D;

    fn into_pyarray<'py>(self, py: Python<'py>) -> Bound<'py, PyArray<T, D>> {
        PyArray::from_owned_array(py, self)
    }
}

/// What is copied into an array.
pub trait ToPyArray {
    /// The type of an item.
    type Item: Element;
    /// The dimensions.
    type Dim: Dimension;

    /// The array.
    ///
    /// # Panics
    /// With the exception, when NumPy cannot be imported or memory runs out.
    fn to_pyarray<'py>(&self, py: Python<'py>) -> Bound<'py, PyArray<Self::Item, Self::Dim>>;
}

impl<T: Element> ToPyArray for [T] {
    type Item = T;
    type Dim = Ix1;

    fn to_pyarray<'py>(&self, py: Python<'py>) -> Bound<'py, PyArray<T, Ix1>> {
        PyArray::from_slice(py, self)
    }
}

impl<S, T, D> ToPyArray for ArrayBase<S, D>
where
    S: Data + RawData<Elem = T>,
    T: Element,
    D: Dimension,
{
    type Item = T;
    type Dim = D;

    fn to_pyarray<'py>(&self, py: Python<'py>) -> Bound<'py, PyArray<T, D>> {
        PyArray::from_array(py, self)
    }
}
