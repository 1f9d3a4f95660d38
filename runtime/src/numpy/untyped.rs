//! What any array is asked.

use ndarray::Dimension;

use super::{PyArray, PyArrayDescr, is_instance};
use crate::buffer::Element;
use crate::convert::FromPyObjectOwned;
use crate::hint::Hint;
use crate::object::{Bound, DerefToPyAny, Py};
use crate::panic::unwind;
use crate::sync::PyOnceLock;
use crate::type_object::PyTypeCheck;
use crate::types::{PyAny, PyType};
use crate::{Python, error::PyResult};

/// A `numpy.ndarray`, of whatever items and dimensions.
pub struct PyUntypedArray(());

impl DerefToPyAny for PyUntypedArray {}

impl PyUntypedArray {
    pub(super) fn class<'py>(py: Python<'py>) -> PyResult<&'py Bound<'py, PyType>> {
        static CLASS: PyOnceLock<Py<PyType>> = PyOnceLock::new();
        CLASS.import(py, "numpy", "ndarray")
    }
}

// SAFETY: nothing is taken for granted of the array.
unsafe impl PyTypeCheck for PyUntypedArray {
    const NAME: &'static str = "ndarray";
    const TYPE_HINT: Hint = Hint::Subscript(&Hint::Import("numpy.typing", "NDArray"), &[Hint::ANY]);

    /// Where NumPy cannot be imported nothing is an array.
    fn type_check(object: &Bound<'_, PyAny>) -> bool {
        Self::try_type_check(object).unwrap_or(false)
    }

    fn try_type_check(object: &Bound<'_, PyAny>) -> PyResult<bool> {
        is_instance(object, Self::class(object.py())?)
    }
}

/// Questions that are Python's attributes: those of a typed array are the same.
macro_rules! questions {
    ($handle:ty $(, $parameter:ident: $bound:ident)*) => {
        impl<'py, $($parameter: $bound),*> Bound<'py, $handle> {
            /// The length of each dimension.
            pub fn shape(&self) -> Vec<usize> {
                ask(self, "shape")
            }

            /// The number of dimensions.
            pub fn ndim(&self) -> usize {
                ask(self, "ndim")
            }

            /// The number of items, of all dimensions together.
            pub fn len(&self) -> usize {
                ask(self, "size")
            }

            /// Whether there is no item.
            pub fn is_empty(&self) -> bool {
                self.len() == 0
            }

            /// How many bytes further the next item of each dimension is.
            pub fn strides(&self) -> Vec<isize> {
                ask(self, "strides")
            }

            /// The type of its items.
            pub fn dtype(&self) -> Bound<'py, PyArrayDescr> {
                ask(self, "dtype")
            }

            /// Whether the items lie row by row, without gaps.
            pub fn is_c_contiguous(&self) -> bool {
                self.has_flag("c_contiguous")
            }

            /// Whether the items lie column by column, without gaps.
            pub fn is_fortran_contiguous(&self) -> bool {
                self.has_flag("f_contiguous")
            }

            /// Whether the items lie in memory without gaps.
            pub fn is_contiguous(&self) -> bool {
                self.has_flag("forc")
            }

            fn has_flag(&self, name: &str) -> bool {
                ask(&ask::<Bound<'py, PyAny>>(self, "flags"), name)
            }
        }
    };
}

questions!(PyUntypedArray);
questions!(PyArray<T, D>, T: Element, D: Dimension);

/// An attribute that every array, or every type of items, has.
pub(super) fn ask<'py, R: FromPyObjectOwned<'py>>(object: &Bound<'py, PyAny>, name: &str) -> R {
    object
        .getattr(name)
        .and_then(|answer| answer.extract().map_err(Into::into))
        .unwrap_or_else(|error| unwind(error))
}
