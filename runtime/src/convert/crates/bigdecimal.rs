//! bigdecimal's `BigDecimal`, and `decimal.Decimal`.

use bigdecimal::BigDecimal;
use bigdecimal::num_bigint::BigInt;

use super::decimal::{DECIMAL, NUMBER, Number, into_decimal};
use crate::convert::{FromPyObject, IntoPyObject};
use crate::error::{PyErr, PyResult};
use crate::exceptions::PyValueError;
use crate::hint::Hint;
use crate::object::{Borrowed, Bound};
use crate::python::Python;
use crate::types::PyAny;

/// ValueError for nan and the infinities.
impl<'a, 'py> FromPyObject<'a, 'py> for BigDecimal {
    type Error = PyErr;

    const INPUT_HINT: Hint = NUMBER;

    #[inline]
    fn extract(object: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
        match Number::of(object)? {
            Number::Int(int) => int.extract::<BigInt>().map(BigDecimal::from),
            Number::Text(text) => {
                let text = text.to_str()?;
                text.parse().map_err(|_| {
                    PyValueError::new_err(format!("expected a finite number, got '{text}'"))
                })
            }
        }
    }
}

/// `decimal.InvalidOperation` for an exponent that `Decimal` does not have: about 10**18 either way.
impl<'py> IntoPyObject<'py> for &BigDecimal {
    type Target = PyAny;
    type Output = Bound<'py, PyAny>;
    type Error = PyErr;

    const OUTPUT_HINT: Hint = DECIMAL;

    #[inline]
    fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
        let (digits, scale) = self.as_bigint_and_exponent();
        into_decimal(py, &format!("{digits}E{}", -i128::from(scale)))
    }
}

/// As `&BigDecimal`.
impl<'py> IntoPyObject<'py> for BigDecimal {
    type Target = PyAny;
    type Output = Bound<'py, PyAny>;
    type Error = PyErr;

    const OUTPUT_HINT: Hint = DECIMAL;

    #[inline]
    fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
        (&self).into_pyobject(py)
    }
}
