use std::ffi::c_double;
use std::ops::{Add, Div, Mul, Neg, Sub};

use crate::ffi;
use crate::hint::Hint;
use crate::object::{Borrowed, Bound};
use crate::panic::unwind;
use crate::python::Python;
use crate::types::{PyAny, builtin_type};

builtin_type! {
    /// `complex`.
    ///
    /// Handles of it can be added, subtracted, multiplied, divided and negated as numbers are. What Python raises then, such as
    /// ZeroDivisionError, unwinds as that exception.
    PyComplex, "complex", Hint::Name("complex"), PyComplex_Type, check: PyComplex_Check
}

impl PyComplex {
    /// A new complex.
    ///
    /// # Panics
    /// When memory runs out.
    #[inline]
    pub fn from_doubles(
        py: Python<'_>,
        real: c_double,
        imaginary: c_double,
    ) -> Bound<'_, PyComplex> {
        // SAFETY: the result is a new reference, or null.
        unsafe { Bound::from_owned(py, ffi::PyComplex_FromDoubles(real, imaginary)) }
    }
}

impl<'py> Bound<'py, PyComplex> {
    /// The real part.
    #[inline]
    pub fn real(&self) -> c_double {
        // SAFETY: a complex, or an instance of a subclass, whose own part is read.
        unsafe { ffi::PyComplex_RealAsDouble(self.as_ptr()) }
    }

    /// The imaginary part.
    #[inline]
    pub fn imag(&self) -> c_double {
        // SAFETY: a complex, or an instance of a subclass, whose own part is read.
        unsafe { ffi::PyComplex_ImagAsDouble(self.as_ptr()) }
    }

    /// `abs(self)`.
    ///
    /// # Panics
    /// With OverflowError when it is greater than a float can be; and with what a subclass raises.
    #[inline]
    pub fn abs(&self) -> c_double {
        let length = self.as_any().abs().and_then(|length| length.extract());
        length.unwrap_or_else(|error| unwind(error))
    }

    /// `self ** exponent`.
    ///
    /// # Panics
    /// With ZeroDivisionError for 0 to a negative or complex power, OverflowError; and with what a subclass raises.
    #[inline]
    pub fn pow(&self, exponent: &Bound<'py, PyComplex>) -> Bound<'py, PyComplex> {
        complex(self.as_any().pow(exponent, self.py().None()))
    }
}

/// The result of an operation of complex numbers.
#[inline]
fn complex<'py>(result: crate::PyResult<Bound<'py, PyAny>>) -> Bound<'py, PyComplex> {
    result
        .and_then(|result| Ok(result.cast_into()?))
        .unwrap_or_else(|error| unwind(error))
}

macro_rules! operators {
    ($($trait:ident $method:ident)*) => {$(
        impl<'py> $trait for Borrowed<'_, 'py, PyComplex> {
            type Output = Bound<'py, PyComplex>;

            #[inline]
            fn $method(self, other: Self) -> Self::Output {
                complex(self.as_any().$method(other))
            }
        }

        operators! { @ $trait $method, [Bound<'py, PyComplex>] [&Bound<'py, PyComplex>] }
    )*};
    (@ $trait:ident $method:ident, $([$left:ty])*) => {$(
        impl<'py> $trait<Bound<'py, PyComplex>> for $left {
            type Output = Bound<'py, PyComplex>;

            #[inline]
            fn $method(self, other: Bound<'py, PyComplex>) -> Self::Output {
                complex(self.as_any().$method(other))
            }
        }

        impl<'py> $trait<&Bound<'py, PyComplex>> for $left {
            type Output = Bound<'py, PyComplex>;

            #[inline]
            fn $method(self, other: &Bound<'py, PyComplex>) -> Self::Output {
                complex(self.as_any().$method(other))
            }
        }
    )*};
}

operators! {
    Add add
    Sub sub
    Mul mul
    Div div
}

macro_rules! negation {
    ($($operand:ty)*) => {$(
        impl<'py> Neg for $operand {
            type Output = Bound<'py, PyComplex>;

            #[inline]
            fn neg(self) -> Self::Output {
                complex(self.as_any().neg())
            }
        }
    )*};
}

negation! { Bound<'py, PyComplex> &Bound<'py, PyComplex> Borrowed<'_, 'py, PyComplex> }
