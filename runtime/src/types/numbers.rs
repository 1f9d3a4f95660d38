mod complex;
mod equality;

pub use complex::PyComplex;

use std::ffi::c_double;

use super::builtin_type;
use crate::convert::IntoPyObject;
use crate::ffi;
use crate::hint::Hint;
use crate::object::{Bound, BoundObject};
use crate::panic::unwind;
use crate::python::Python;

builtin_type! {
    /// `int`.
    PyInt, "int", Hint::INT, PyLong_Type, check: PyLong_Check
}

builtin_type! {
    /// `float`.
    PyFloat, "float", Hint::FLOAT, PyFloat_Type, check: PyFloat_Check
}

impl PyInt {
    /// A new int.
    ///
    /// # Panics
    /// When memory runs out.
    #[inline]
    pub fn new<'py, T>(py: Python<'py>, value: T) -> Bound<'py, PyInt>
    where
        T: IntoPyObject<'py, Target = PyInt>,
    {
        match value.into_pyobject(py) {
            Ok(int) => int.into_bound(),
            Err(error) => unwind(error.into()),
        }
    }
}

impl PyFloat {
    /// A new float.
    ///
    /// # Panics
    /// When memory runs out.
    #[inline]
    pub fn new(py: Python<'_>, value: c_double) -> Bound<'_, PyFloat> {
        // SAFETY: the result is a new reference, or null.
        unsafe { Bound::from_owned(py, ffi::PyFloat_FromDouble(value)) }
    }
}

impl Bound<'_, PyFloat> {
    /// The number.
    #[inline]
    pub fn value(&self) -> c_double {
        // SAFETY: a float, or an instance of a subclass, so that reading it cannot fail.
        #[cfg(not(Py_LIMITED_API))]
        unsafe {
            ffi::PyFloat_AS_DOUBLE(self.as_ptr())
        }
        // SAFETY: as above.
        #[cfg(Py_LIMITED_API)]
        unsafe {
            ffi::PyFloat_AsDouble(self.as_ptr())
        }
    }
}
