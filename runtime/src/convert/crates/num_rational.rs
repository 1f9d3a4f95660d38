//! num-rational's `Ratio`, and `fractions.Fraction`.

#[cfg(feature = "num-bigint")]
use num_bigint::BigInt;
use num_rational::Ratio;

use crate::convert::{FromPyObject, FromPyObjectOwned, IntoPyObject};
use crate::error::{PyErr, PyResult};
use crate::exceptions::{PyTypeError, PyValueError};
use crate::hint::Hint;
use crate::intern;
use crate::object::{Borrowed, Bound, Py};
use crate::python::Python;
use crate::sync::PyOnceLock;
use crate::types::{PyAny, PyType};

const FRACTION: Hint = Hint::Import("fractions", "Fraction");

#[inline]
fn fraction_class<'py>(py: Python<'py>) -> PyResult<&'py Bound<'py, PyType>> {
    static CLASS: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    CLASS.import(py, "fractions", "Fraction")
}

/// The abstract class of `int`, `Fraction`, and the like of other libraries: they have a numerator and a denominator.
#[inline]
fn rational_class<'py>(py: Python<'py>) -> PyResult<&'py Bound<'py, PyType>> {
    static CLASS: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    CLASS.import(py, "numbers", "Rational")
}

/// The numerator and the denominator, which is positive.
#[inline]
fn parts<'py, T>(object: Borrowed<'_, 'py, PyAny>) -> PyResult<(T, T)>
where
    T: FromPyObjectOwned<'py> + Default + PartialOrd,
{
    let py = object.py();
    if !object.is_instance(rational_class(py)?)? {
        let name = crate::convert::type_name(object);
        let message = format!("expected Fraction or int, not {name}");
        return Err(PyTypeError::new_err(message));
    }
    let numerator = object.getattr(intern!(py, "numerator"))?;
    let denominator = object.getattr(intern!(py, "denominator"))?;
    let numerator = convert(&numerator, "numerator: ")?;
    let denominator = convert(&denominator, "denominator: ")?;
    if denominator <= T::default() {
        return Err(PyValueError::new_err(
            "expected a fraction whose denominator is positive",
        ));
    }
    Ok((numerator, denominator))
}

#[inline]
fn convert<'py, T: FromPyObjectOwned<'py>>(part: &Bound<'py, PyAny>, name: &str) -> PyResult<T> {
    part.extract::<T>()
        .map_err(|error| error.into().with_context(part.py(), name))
}

macro_rules! ratio {
    ($($int:ty),*) => {$(
        /// Whatever is a `numbers.Rational`, as `int` is.
        impl<'a, 'py> FromPyObject<'a, 'py> for Ratio<$int> {
            type Error = PyErr;

            const INPUT_HINT: Hint = Hint::Union(&[FRACTION, Hint::INT]);

            #[inline]
            fn extract(object: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
                let (numerator, denominator) = parts(object)?;
                Ok(Ratio::new(numerator, denominator))
            }
        }

        impl<'py> IntoPyObject<'py> for &Ratio<$int> {
            type Target = PyAny;
            type Output = Bound<'py, PyAny>;
            type Error = PyErr;

            const OUTPUT_HINT: Hint = FRACTION;

            #[inline]
            fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
                fraction_class(py)?.call1((self.numer(), self.denom()))
            }
        }

        impl<'py> IntoPyObject<'py> for Ratio<$int> {
            type Target = PyAny;
            type Output = Bound<'py, PyAny>;
            type Error = PyErr;

            const OUTPUT_HINT: Hint = FRACTION;

            #[inline]
            fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
                (&self).into_pyobject(py)
            }
        }
    )*};
}

ratio!(i8, i16, i32, i64, i128, isize);

#[cfg(feature = "num-bigint")]
ratio!(BigInt);
