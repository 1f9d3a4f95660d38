//! `bool` and Python's `bool`.

use std::convert::Infallible;

use super::InPlace;
use crate::convert::{FromPyObject, IntoPyObject};
use crate::error::{CastError, PyErr, PyResult};
use crate::ffi;
use crate::hint::Hint;
use crate::object::Borrowed;
use crate::python::Python;
use crate::types::{PyAny, PyBool};

/// `True`, `False` or a `numpy.bool`; no other object, however true.
impl<'a, 'py> FromPyObject<'a, 'py> for bool {
    type Error = PyErr;

    const INPUT_HINT: Hint = Hint::BOOL;
    const IN_PLACE: bool = true;

    #[inline]
    fn extract(object: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
        match Self::extract_in_place(object, InPlace) {
            Some(value) => Ok(value),
            None => extract_numpy_bool(object),
        }
    }

    #[inline]
    fn extract_in_place(object: Borrowed<'a, 'py, PyAny>, _: InPlace) -> Option<Self> {
        // SAFETY: an attached thread; there are no instances of `bool` but these two.
        let (yes, no) = unsafe { (ffi::Py_True(), ffi::Py_False()) };
        if object.as_ptr() == yes {
            Some(true)
        } else if object.as_ptr() == no {
            Some(false)
        } else {
            None
        }
    }
}

#[cold]
#[inline(never)]
fn extract_numpy_bool(object: Borrowed<'_, '_, PyAny>) -> PyResult<bool> {
    let class = object.get_type();
    let is_text = |text: PyResult<_>, expected: &[&str]| -> bool {
        text.is_ok_and(|text: crate::object::Bound<'_, PyAny>| {
            text.extract::<&str>()
                .is_ok_and(|text| expected.contains(&text))
        })
    };
    // `bool_` before NumPy 2.
    if is_text(class.getattr("__name__"), &["bool", "bool_"])
        && is_text(class.getattr("__module__"), &["numpy"])
    {
        object.is_truthy()
    } else {
        Err(CastError::new::<PyBool>(object).into())
    }
}

impl<'py> IntoPyObject<'py> for bool {
    type Target = PyBool;
    type Output = Borrowed<'py, 'py, PyBool>;
    type Error = Infallible;

    const OUTPUT_HINT: Hint = Hint::BOOL;

    #[inline]
    fn into_pyobject(self, py: Python<'py>) -> Result<Self::Output, Infallible> {
        // SAFETY: `True` and `False` live as long as the interpreter and are never null.
        Ok(unsafe {
            Borrowed::from_borrowed(
                py,
                if self {
                    ffi::Py_True()
                } else {
                    ffi::Py_False()
                },
            )
        })
    }

    #[cfg(Py_3_12)]
    #[inline]
    fn into_returned(self, _py: Python<'py>, _: InPlace) -> Result<*mut ffi::PyObject, Infallible> {
        // SAFETY: `True` and `False` are immortal.
        Ok(unsafe {
            if self {
                ffi::Py_True()
            } else {
                ffi::Py_False()
            }
        })
    }
}

impl<'py> IntoPyObject<'py> for &bool {
    type Target = PyBool;
    type Output = Borrowed<'py, 'py, PyBool>;
    type Error = Infallible;

    const OUTPUT_HINT: Hint = Hint::BOOL;

    #[inline]
    fn into_pyobject(self, py: Python<'py>) -> Result<Self::Output, Infallible> {
        (*self).into_pyobject(py)
    }
}
