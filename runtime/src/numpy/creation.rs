//! How arrays are made.

use ndarray::{Array, ArrayBase, Data, Dimension, IntoDimension, Ix1, Ix2, Ix3, RawData};

use super::{PyArray, PyUntypedArray};
use crate::buffer::{self, Element};
use crate::convert::IntoPyObject;
use crate::error::PyResult;
use crate::exceptions::PyValueError;
use crate::object::Bound;
use crate::panic::unwind;
use crate::python::Python;
use crate::types::{PyAny, PyTuple};

impl<T: Element, D: Dimension> PyArray<T, D> {
    /// An array of [`ndarray`]'s, without a copy but where its items lie neither row by row nor column by column.
    ///
    /// # Panics
    /// With the exception, when NumPy cannot be imported or memory runs out.
    pub fn from_owned_array(py: Python<'_>, array: Array<T, D>) -> Bound<'_, Self> {
        let is_transposed = !array.is_standard_layout() && array.t().is_standard_layout();
        let mut shape = array.shape().to_vec();
        if is_transposed {
            shape.reverse();
        }
        let items = match is_transposed || array.is_standard_layout() {
            // The vector may begin before the array's first item, where a slice was taken of it.
            true => cut(array),
            false => array.iter().copied().collect(),
        };
        let array = array_of(py, items, shape).and_then(|array| match is_transposed {
            true => array.getattr("T"),
            false => Ok(array),
        });
        made(array)
    }

    /// A copy of an array of [`ndarray`]'s.
    ///
    /// # Panics
    /// As [`from_owned_array`](Self::from_owned_array).
    pub fn from_array<'py, S>(py: Python<'py>, array: &ArrayBase<S, D>) -> Bound<'py, Self>
    where
        S: Data + RawData<Elem = T>,
    {
        Self::from_owned_array(py, array.to_owned())
    }

    /// An array of zeros, column by column if so wanted.
    ///
    /// # Panics
    /// As [`from_owned_array`](Self::from_owned_array).
    pub fn zeros<I>(py: Python<'_>, shape: I, is_fortran: bool) -> Bound<'_, Self>
    where
        I: IntoDimension<Dim = D>,
    {
        let shape = shape.into_dimension().slice().to_vec();
        let order = if is_fortran { "F" } else { "C" };
        made(
            super::get_array_module(py)
                .and_then(|numpy| numpy.call_method1("zeros", (shape, T::TYPE.name(), order))),
        )
    }
}

impl<T: Element> PyArray<T, Ix1> {
    /// The items of a vector, without a copy.
    ///
    /// # Panics
    /// With the exception, when NumPy cannot be imported or memory runs out.
    pub fn from_vec(py: Python<'_>, items: Vec<T>) -> Bound<'_, Self> {
        let shape = vec![items.len()];
        made(array_of(py, items, shape))
    }

    /// A copy of a slice.
    ///
    /// # Panics
    /// As [`from_vec`](Self::from_vec).
    pub fn from_slice<'py>(py: Python<'py>, items: &[T]) -> Bound<'py, Self> {
        Self::from_vec(py, items.to_vec())
    }

    /// `numpy.arange(start, stop, step)`, of this type.
    ///
    /// # Panics
    /// As [`from_vec`](Self::from_vec); with the exception where NumPy cannot do it, as for a step of zero.
    pub fn arange<'py>(py: Python<'py>, start: T, stop: T, step: T) -> Bound<'py, Self>
    where
        T: IntoPyObject<'py>,
    {
        let arange = || {
            let numpy = super::get_array_module(py)?;
            numpy.call_method1("arange", (start, stop, step, T::TYPE.name()))
        };
        made(arange())
    }

    /// The items of an iterator.
    ///
    /// # Panics
    /// As [`from_vec`](Self::from_vec).
    pub fn from_iter<I>(py: Python<'_>, items: I) -> Bound<'_, Self>
    where
        I: IntoIterator<Item = T>,
    {
        Self::from_vec(py, items.into_iter().collect())
    }
}

impl<T: Element> PyArray<T, Ix2> {
    /// A copy of vectors of the same length, as rows.
    ///
    /// # Errors
    /// ValueError when their lengths differ; what importing NumPy raises.
    pub fn from_vec2<'py>(py: Python<'py>, rows: &[Vec<T>]) -> PyResult<Bound<'py, Self>> {
        let width = rows.first().map_or(0, Vec::len);
        check_lengths(rows, width)?;
        let shape = vec![rows.len(), width];
        // SAFETY: an array of this type and shape.
        Ok(unsafe { array_of(py, rows.concat(), shape)?.cast_into_unchecked() })
    }
}

impl<T: Element> PyArray<T, Ix3> {
    /// A copy of vectors of vectors of the same lengths.
    ///
    /// # Errors
    /// As [`PyArray::from_vec2`].
    pub fn from_vec3<'py>(py: Python<'py>, planes: &[Vec<Vec<T>>]) -> PyResult<Bound<'py, Self>> {
        let height = planes.first().map_or(0, Vec::len);
        let width = planes
            .first()
            .and_then(|plane| plane.first())
            .map_or(0, Vec::len);
        check_lengths(planes, height)?;
        for plane in planes {
            check_lengths(plane, width)?;
        }
        let shape = vec![planes.len(), height, width];
        // SAFETY: an array of this type and shape.
        Ok(unsafe { array_of(py, planes.concat().concat(), shape)?.cast_into_unchecked() })
    }
}

fn check_lengths<T>(vectors: &[Vec<T>], wanted: usize) -> PyResult<()> {
    match vectors.iter().find(|vector| vector.len() != wanted) {
        None => Ok(()),
        Some(other) => Err(PyValueError::new_err(format!(
            "invalid length: {}, but expected {wanted}",
            other.len()
        ))),
    }
}

/// `numpy.ndarray(shape, type, memory)`. Of what `numpy.asarray` has no room to look into it would make an array of other items.
fn array_of<T: Element>(
    py: Python<'_>,
    items: Vec<T>,
    shape: Vec<usize>,
) -> PyResult<Bound<'_, PyAny>> {
    let dimensions = PyTuple::new(py, &shape)?;
    let memory = buffer::Array::with_shape(items, shape)?;
    PyUntypedArray::class(py)?.call1((dimensions, T::TYPE.name(), memory))
}

/// The array, or the panic that carries the exception.
fn made<T, D>(array: PyResult<Bound<'_, PyAny>>) -> Bound<'_, PyArray<T, D>> {
    match array {
        // SAFETY: an array of this type and shape.
        Ok(array) => unsafe { array.cast_into_unchecked() },
        Err(error) => unwind(error),
    }
}

/// The items of an array that lie in a row. The vector may begin before the first, where a slice was taken of it.
fn cut<T, D: Dimension>(array: Array<T, D>) -> Vec<T> {
    let (first, count) = (array.as_ptr().addr(), array.len());
    #[allow(deprecated, reason = "what replaces it is not in ndarray 0.15")]
    let mut items = array.into_raw_vec();
    if count > 0 {
        items.drain(..(first - items.as_ptr().addr()) / size_of::<T>());
    }
    items.truncate(count);
    items
}
