//! `NonZero` integers and `int`: as the integers, and ValueError for 0.

use std::num::NonZero;

use super::through::into_copied;
use crate::convert::{FromPyObject, IntoPyObject};
use crate::error::{PyErr, PyResult};
use crate::exceptions::PyValueError;
use crate::hint::Hint;
use crate::object::{Borrowed, Bound};
use crate::python::Python;
use crate::types::{PyAny, PyInt};

macro_rules! non_zero {
    ($($int:ident)*) => {$(
        impl<'a, 'py> FromPyObject<'a, 'py> for NonZero<$int> {
            type Error = PyErr;

            const INPUT_HINT: Hint = Hint::INT;

            #[inline]
            fn extract(object: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
                NonZero::new(object.extract()?).ok_or_else(zero)
            }
        }

        impl<'py> IntoPyObject<'py> for NonZero<$int> {
            type Target = PyInt;
            type Output = Bound<'py, PyInt>;
            type Error = PyErr;

            const OUTPUT_HINT: Hint = Hint::INT;

            #[inline]
            fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
                self.get().into_pyobject(py)
            }
        }

        into_copied!(NonZero<$int>);
    )*};
}

non_zero! { i8 u8 i16 u16 i32 u32 i64 u64 i128 u128 isize usize }

#[cold]
fn zero() -> PyErr {
    PyValueError::new_err("expected a nonzero integer, got 0")
}
