//! `f32` and `f64`, and Python's `float`.

use super::InPlace;
use crate::convert::{FromPyObject, IntoPyObject};
use crate::error::{PyErr, PyResult};
use crate::exceptions::PyTypeError;
use crate::ffi;
use crate::hint::Hint;
use crate::object::{Borrowed, Bound};
use crate::python::Python;
use crate::types::{PyAny, PyFloat};

/// The value of an exact `float`: read where its layout is known, else by a call that runs no Python code.
#[inline]
fn float_in_place(object: Borrowed<'_, '_, PyAny>) -> Option<f64> {
    // SAFETY: a live object, whose type says that it is a float; floats never change, and have a value.
    unsafe {
        if ffi::PyFloat_CheckExact(object.as_ptr()) == 0 {
            return None;
        }
        #[cfg(not(Py_LIMITED_API))]
        return Some(ffi::PyFloat_AS_DOUBLE(object.as_ptr()));
        #[cfg(Py_LIMITED_API)]
        return Some(ffi::PyFloat_AsDouble(object.as_ptr()));
    }
}

/// The value of anything with `__float__` or `__index__`.
#[cold]
#[inline(never)]
fn extract_float(object: Borrowed<'_, '_, PyAny>) -> PyResult<f64> {
    // SAFETY: a live object, an attached thread; -1 with an exception set says that Python raised it.
    unsafe {
        let value = ffi::PyFloat_AsDouble(object.as_ptr());
        if value != -1.0 || ffi::PyErr_Occurred().is_null() {
            return Ok(value);
        }
        let class = ffi::Py_TYPE(object.as_ptr());
        let is_number = !ffi::PyType_GetSlot(class, ffi::Py_nb_float).is_null()
            || ffi::PyIndex_Check(object.as_ptr()) != 0;
        if is_number {
            return Err(PyErr::fetch(object.py()));
        }
        // The interpreter's own error, in a form that the argument's name can be put in front of.
        ffi::PyErr_Clear();
        Err(PyTypeError::new_err(format!(
            "must be real number, not {}",
            super::type_name(object)
        )))
    }
}

/// Anything with `__float__` or `__index__`.
impl<'a, 'py> FromPyObject<'a, 'py> for f64 {
    type Error = PyErr;

    const INPUT_HINT: Hint = Hint::FLOAT;
    const IN_PLACE: bool = true;

    #[inline]
    fn extract(object: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
        match float_in_place(object) {
            Some(value) => Ok(value),
            None => extract_float(object),
        }
    }

    #[inline]
    fn extract_in_place(object: Borrowed<'a, 'py, PyAny>, _: InPlace) -> Option<Self> {
        float_in_place(object)
    }
}

/// As `f64`, rounded: what is too large becomes infinite.
impl<'a, 'py> FromPyObject<'a, 'py> for f32 {
    type Error = PyErr;

    const INPUT_HINT: Hint = Hint::FLOAT;
    const IN_PLACE: bool = true;

    #[inline]
    fn extract(object: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
        f64::extract(object).map(|value| value as f32)
    }

    #[inline]
    fn extract_in_place(object: Borrowed<'a, 'py, PyAny>, _: InPlace) -> Option<Self> {
        float_in_place(object).map(|value| value as f32)
    }
}

macro_rules! into_float {
    ($($float:ty, |$value:ident| $f64:expr;)*) => {$(
        impl<'py> IntoPyObject<'py> for $float {
            type Target = PyFloat;
            type Output = Bound<'py, PyFloat>;
            type Error = PyErr;

            const OUTPUT_HINT: Hint = Hint::FLOAT;

            #[inline]
            fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
                let $value = self;
                // SAFETY: the thread is attached; a new reference to a float, or null with the exception set.
                unsafe { Bound::from_owned_or_err(py, ffi::PyFloat_FromDouble($f64)) }
            }

            #[inline]
            fn into_returned(self, _py: Python<'py>, _: InPlace) -> PyResult<*mut ffi::PyObject> {
                let $value = self;
                // SAFETY: the thread is attached.
                Ok(unsafe { ffi::PyFloat_FromDouble($f64) })
            }
        }
    )*};
}

into_float! {
    f64, |value| value;
    &f64, |value| *value;
    f32, |value| value.into();
    &f32, |value| (*value).into();
}
