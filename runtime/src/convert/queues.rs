//! `VecDeque` and `BinaryHeap`, by way of `Vec`.

use std::collections::{BinaryHeap, VecDeque};

use super::sequences::into_sequence;
use crate::convert::{FromPyObject, FromPyObjectOwned, IntoPyObject};
use crate::error::{PyErr, PyResult};
use crate::hint::Hint;
use crate::object::{Borrowed, Bound};
use crate::python::Python;
use crate::types::PyAny;

macro_rules! queue {
    ($($(#[$attribute:meta])* $queue:ident<T $(: $order:ident)?>;)*) => {$(
        /// As `Vec<T>`.
        impl<'a, 'py, T: FromPyObjectOwned<'py> $(+ $order)?> FromPyObject<'a, 'py> for $queue<T> {
            type Error = PyErr;

            const INPUT_HINT: Hint = <Vec<T> as FromPyObject<'a, 'py>>::INPUT_HINT;

            #[inline]
            fn extract(object: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
                Vec::extract(object).map($queue::from)
            }
        }

        $(#[$attribute])*
        impl<'py, T: IntoPyObject<'py>> IntoPyObject<'py> for $queue<T> {
            type Target = PyAny;
            type Output = Bound<'py, PyAny>;
            type Error = PyErr;

            const OUTPUT_HINT: Hint = <Vec<T>>::OUTPUT_HINT;

            #[inline]
            fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
                into_sequence(py, self)
            }
        }

        $(#[$attribute])*
        impl<'a, 'py, T> IntoPyObject<'py> for &'a $queue<T>
        where
            &'a T: IntoPyObject<'py>,
        {
            type Target = PyAny;
            type Output = Bound<'py, PyAny>;
            type Error = PyErr;

            const OUTPUT_HINT: Hint = <Vec<&'a T>>::OUTPUT_HINT;

            #[inline]
            fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
                into_sequence(py, self)
            }
        }
    )*};
}

queue! {
    /// As `Vec<T>`.
    VecDeque<T>;
    /// As `Vec<T>`, in no order.
    BinaryHeap<T: Ord>;
}
