//! rust_decimal's `Decimal`, and `decimal.Decimal`.

use rust_decimal::Decimal;
use rust_decimal::prelude::FromPrimitive;

use super::decimal::{DECIMAL, NUMBER, Number, into_decimal};
use crate::convert::through::into_copied;
use crate::convert::{FromPyObject, IntoPyObject};
use crate::error::{PyErr, PyResult};
use crate::exceptions::{PyOverflowError, PyValueError};
use crate::hint::Hint;
use crate::object::{Borrowed, Bound};
use crate::python::Python;
use crate::types::PyAny;

/// Rounded to 28 decimal places. OverflowError for an int that does not fit, ValueError for another number that does not,
/// which nan and the infinities are, too.
impl<'a, 'py> FromPyObject<'a, 'py> for Decimal {
    type Error = PyErr;

    const INPUT_HINT: Hint = NUMBER;

    #[inline]
    fn extract(object: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
        match Number::of(object)? {
            Number::Int(int) => Decimal::from_i128(int.extract()?).ok_or_else(|| {
                PyOverflowError::new_err("int out of range for Decimal (96 bits and a sign)")
            }),
            Number::Text(text) => {
                let text = text.to_str()?;
                let decimal = text.parse().or_else(|_| Decimal::from_scientific(text));
                decimal.map_err(|_| {
                    PyValueError::new_err(format!(
                        "expected a number of 96 bits and up to 28 decimal places, got '{text}'"
                    ))
                })
            }
        }
    }
}

impl<'py> IntoPyObject<'py> for Decimal {
    type Target = PyAny;
    type Output = Bound<'py, PyAny>;
    type Error = PyErr;

    const OUTPUT_HINT: Hint = DECIMAL;

    #[inline]
    fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
        into_decimal(py, &self.to_string())
    }
}

into_copied!(Decimal);
