//! NumPy's arrays, by the names that the crate `numpy` ("rust-numpy") has for them, over [`buffer`](crate::buffer). With the feature `numpy`.
//!
//! * [`PyReadonlyArray1`] and its kin, what a function takes; [`PyReadwriteArray1`] for one that it changes, [`PyArrayLike1`] for whatever
//!   `numpy.asarray` takes.
//! * [`PyArray1`] and its kin, handles, as `Bound<'py, PyArray1<f64>>`: what a function returns. [`IntoPyArray`] and [`ToPyArray`] make
//!   them of vectors, slices and [`ndarray`]'s arrays; the first without a copy.
//!
//! ```
//! use mybind::numpy::{IntoPyArray, PyArray1, PyReadonlyArray1, ndarray};
//! use mybind::prelude::*;
//!
//! /// The running sum of a one-dimensional array of float64.
//! #[mybind]
//! fn running_sum<'py>(
//!     py: Python<'py>,
//!     xs: PyReadonlyArray1<'py, f64>,
//! ) -> PyResult<Bound<'py, PyArray1<f64>>> {
//!     let mut sum = 0.0;
//!     let sums: Vec<f64> = xs.as_slice()?.iter().map(|x| { sum += x; sum }).collect();
//!     Ok(sums.into_pyarray(py))
//! }
//!
//! /// The same by `ndarray`.
//! #[mybind]
//! fn accumulated<'py>(
//!     py: Python<'py>,
//!     xs: PyReadonlyArray1<'py, f64>,
//! ) -> Bound<'py, PyArray1<f64>> {
//!     let mut sums = xs.as_array().to_owned();
//!     sums.accumulate_axis_inplace(ndarray::Axis(0), |previous, sum| *sum += previous);
//!     sums.into_pyarray(py)
//! }
//! ```
//!
//! # What is not as in rust-numpy
//! Anybody may write to an array at any time: Python code that Rust calls, and other threads even where there is a GIL, since NumPy lets
//! go of it. So a `&[T]` of an array's own memory is undefined behaviour waiting to happen. Here
//! [`as_slice`](PyReadonlyArray::as_slice) and [`as_array`](PyReadonlyArray::as_array) lend a copy, made at the first of them, by `memcpy` where
//! the array is contiguous; a [`PyReadwriteArray`] writes it back when it is dropped. So nothing need keep account of who borrows
//! what, and two of the same array are no error. Without a copy there is [`Buffer`], and the `unsafe`
//! methods of the handles.
//!
//! `ndarray.resize(refcheck=False)`, `ndarray.__setstate__` and, as long as NumPy had that, setting `ndarray.data` alone free memory that a
//! buffer still shows, a `memoryview` as well as these types: who does so promises NumPy that there is none.

mod arguments;
mod array;
mod array_like;
mod conversions;
mod creation;
mod dtype;
mod products;
mod unchecked;
mod untyped;

pub use arguments::{PyReadonlyArray, PyReadwriteArray};
pub use array_like::{AllowTypeChange, Coerce, PyArrayLike, TypeMustMatch};
pub use conversions::{IntoPyArray, ToPyArray};
pub use dtype::{PyArrayDescr, dtype};
pub use ndarray;
#[cfg(feature = "num-complex")]
pub use num_complex::{Complex32, Complex64};
pub use products::{dot, inner};
pub use untyped::PyUntypedArray;

/// [`PyReadonlyArray`], [`PyReadwriteArray`] and their kin, where rust-numpy has them.
pub mod borrow {
    pub use super::arguments::*;
    pub use super::shorthands::readonly::*;
    pub use super::shorthands::readwrite::*;
}

/// What rust-numpy's prelude has, but for its traits of methods: those are the handles' own here.
pub mod prelude {
    pub use super::{IntoPyArray, ToPyArray};
}

use std::fmt;
use std::marker::PhantomData;

use ndarray::Dimension;
pub use ndarray::{Ix0, Ix1, Ix2, Ix3, Ix4, Ix5, Ix6, IxDyn, array};

pub use crate::buffer::Element;
use crate::buffer::{Buffer, BufferLayout};
use crate::error::{PyErr, PyResult};
use crate::exceptions::{PyMemoryError, PyTypeError};
use crate::ffi;
use crate::hint::Hint;
use crate::object::{Bound, DerefToPyAny};
use crate::python::Python;
use crate::type_object::PyTypeCheck;
use crate::types::{PyAny, PyModule, PyType};
pub use shorthands::{array_like::*, handle::*, readonly::*, readwrite::*};

/// A `numpy.ndarray` of items of type `T`, of as many dimensions as `D` says; with [`IxDyn`](type@IxDyn) of any number.
///
/// A check of it looks at the array's buffer, and imports NumPy.
pub struct PyArray<T, D>(PhantomData<(T, D)>);

impl<T, D> DerefToPyAny for PyArray<T, D> {}

// SAFETY: nothing is taken for granted of the array, which may be given another type and shape at any time.
unsafe impl<T: Element, D: Dimension> PyTypeCheck for PyArray<T, D> {
    const NAME: &'static str = "ndarray of this dtype and number of dimensions";
    const TYPE_HINT: Hint = Hint::Subscript(
        &Hint::Import("numpy.typing", "NDArray"),
        &[dtype_hint::<T>()],
    );

    /// Where NumPy cannot be imported nothing is an array.
    fn type_check(object: &Bound<'_, PyAny>) -> bool {
        Self::try_type_check(object).unwrap_or(false)
    }

    fn try_type_check(object: &Bound<'_, PyAny>) -> PyResult<bool> {
        match buffer_of::<T, D>(object) {
            Ok(_) => Ok(true),
            Err(error) if error.is_instance_of::<PyMemoryError>(object.py()) => Err(error),
            Err(_) => Ok(false),
        }
    }
}

/// `numpy.float64` and the like.
const fn dtype_hint<T: Element>() -> Hint {
    let name = T::TYPE.name();
    match name.as_bytes() {
        // `numpy.bool` is not in NumPy 1.
        b"bool" => Hint::Import("numpy", "bool_"),
        _ => Hint::Import("numpy", name),
    }
}

/// `isinstance(object, class)`, which needs no memory where it is one by its type.
fn is_instance(object: &Bound<'_, PyAny>, class: &Bound<'_, PyType>) -> PyResult<bool> {
    // SAFETY: a live object and a class.
    let is_one = unsafe { ffi::PyObject_TypeCheck(object.as_ptr(), class.as_ptr().cast()) };
    Ok(is_one != 0 || object.is_instance(class)?)
}

/// The memory of an array of items of type `T`.
///
/// # Errors
/// TypeError when it is no array, or one of other items or dimensions; as [`Buffer::get`].
fn buffer_of<'py, T: Element, D: Dimension>(
    object: &Bound<'py, PyAny>,
) -> PyResult<Buffer<'py, T>> {
    let buffer = Buffer::<T>::get(object)?;
    // After the buffer: what has none is none of NumPy's, which then need not be imported.
    if !PyUntypedArray::try_type_check(object)? {
        return Err(PyTypeError::new_err(format!(
            "expected a NumPy array of {}, got '{}' object",
            T::TYPE.name(),
            crate::convert::type_name(object.as_borrowed())
        )));
    }
    match D::NDIM {
        Some(wanted) if wanted != buffer.dimensions() => Err(PyTypeError::new_err(format!(
            "expected an array of {wanted} dimensions, got one of {}",
            buffer.dimensions()
        ))),
        _ => Ok(buffer),
    }
}

crate::types::method_traits! {
    PyArrayMethods of PyArray;
    PyArray0Methods of PyArray0;
    PyArrayDescrMethods of PyArrayDescr;
    PyUntypedArrayMethods of PyUntypedArray;
}

/// The module `numpy`.
///
/// # Errors
/// What importing it raises.
pub fn get_array_module<'py>(py: Python<'py>) -> PyResult<Bound<'py, PyModule>> {
    py.import("numpy")
}

/// A shape as [`ndarray`] has it. It has as many dimensions as `D`, which was checked.
fn dimension<D: Dimension>(layout: &BufferLayout) -> D {
    D::from_dimension(&IxDyn(layout.shape())).expect("as many dimensions as were asked for")
}

/// [`NotContiguousError`] by the name that it has in rust-numpy from 0.30 on.
pub type AsSliceError = NotContiguousError;

/// The array's items do not lie in memory without gaps. As an exception, a TypeError.
#[derive(Debug, Clone, Copy)]
pub struct NotContiguousError;

impl fmt::Display for NotContiguousError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("The given array is not contiguous")
    }
}

impl std::error::Error for NotContiguousError {}

impl From<NotContiguousError> for PyErr {
    fn from(error: NotContiguousError) -> PyErr {
        PyTypeError::new_err(error.to_string())
    }
}

/// The types by their number of dimensions.
mod shorthands {
    macro_rules! shorthands {
        ($($dimensions:literal $ix:ident $handle:ident $readonly:ident $readwrite:ident $array_like:ident;)*) => {
            pub(super) mod handle {
                $(
                    #[doc = concat!("An array of ", $dimensions, " dimensions.")]
                    pub type $handle<T> = super::super::PyArray<T, ndarray::$ix>;
                )*
            }
            pub(super) mod readonly {
                $(
                    #[doc = concat!("An array of ", $dimensions, " dimensions that is read.")]
                    pub type $readonly<'py, T> = super::super::PyReadonlyArray<'py, T, ndarray::$ix>;
                )*
            }
            pub(super) mod array_like {
                use super::super::{PyArrayLike, TypeMustMatch};
                $(
                    #[doc = concat!("What becomes an array of ", $dimensions, " dimensions.")]
                    pub type $array_like<'py, T, C = TypeMustMatch> = PyArrayLike<'py, T, ndarray::$ix, C>;
                )*
            }
            pub(super) mod readwrite {
                $(
                    #[doc = concat!("An array of ", $dimensions, " dimensions that is changed.")]
                    pub type $readwrite<'py, T> = super::super::PyReadwriteArray<'py, T, ndarray::$ix>;
                )*
            }
        };
    }

    shorthands! {
        "no" Ix0 PyArray0 PyReadonlyArray0 PyReadwriteArray0 PyArrayLike0;
        "1" Ix1 PyArray1 PyReadonlyArray1 PyReadwriteArray1 PyArrayLike1;
        "2" Ix2 PyArray2 PyReadonlyArray2 PyReadwriteArray2 PyArrayLike2;
        "3" Ix3 PyArray3 PyReadonlyArray3 PyReadwriteArray3 PyArrayLike3;
        "4" Ix4 PyArray4 PyReadonlyArray4 PyReadwriteArray4 PyArrayLike4;
        "5" Ix5 PyArray5 PyReadonlyArray5 PyReadwriteArray5 PyArrayLike5;
        "6" Ix6 PyArray6 PyReadonlyArray6 PyReadwriteArray6 PyArrayLike6;
        "any number of" IxDyn PyArrayDyn PyReadonlyArrayDyn PyReadwriteArrayDyn PyArrayLikeDyn;
    }
}
