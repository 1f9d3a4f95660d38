//! num-complex's `Complex`, and `complex`.

use num_complex::Complex;

use crate::convert::through::into_copied;
use crate::convert::{FromPyObject, IntoPyObject};
use crate::error::{PyErr, PyResult};
use crate::exceptions::PyTypeError;
use crate::ffi;
use crate::hint::Hint;
use crate::intern;
use crate::object::{Borrowed, Bound};
use crate::python::Python;
use crate::type_object::{PyTypeCheck, PyTypeInfo};
use crate::types::{PyAny, PyComplex, PyFloat};

/// Whether `complex(object)` takes it for a number: a `str` is none.
#[inline]
fn is_number(object: Borrowed<'_, '_, PyAny>) -> PyResult<bool> {
    let class = object.get_type();
    // SAFETY: a live object and its type; the slot is only looked at.
    let is_real = unsafe {
        !ffi::PyType_GetSlot(class.as_type_ptr(), ffi::Py_nb_float).is_null()
            || ffi::PyIndex_Check(object.as_ptr()) != 0
    };
    Ok(is_real || class.hasattr(intern!(object.py(), "__complex__"))?)
}

/// Anything with `__complex__`, `__float__` or `__index__`.
impl<'a, 'py> FromPyObject<'a, 'py> for Complex<f64> {
    type Error = PyErr;

    const INPUT_HINT: Hint = <PyComplex as PyTypeCheck>::TYPE_HINT;

    #[inline]
    fn extract(object: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
        if let Ok(complex) = object.cast::<PyComplex>() {
            return Ok(Complex::new(complex.real(), complex.imag()));
        }
        if let Ok(float) = object.cast::<PyFloat>() {
            return Ok(Complex::new(float.value(), 0.0));
        }
        if !is_number(object)? {
            let name = crate::convert::type_name(object);
            let message = format!("must be complex number, not {name}");
            return Err(PyTypeError::new_err(message));
        }
        let complex = PyComplex::type_object(object.py()).call1((object,))?;
        Complex::extract(complex.as_borrowed())
    }
}

/// As `Complex<f64>`, rounded: what is too large becomes infinite.
impl<'a, 'py> FromPyObject<'a, 'py> for Complex<f32> {
    type Error = PyErr;

    const INPUT_HINT: Hint = <PyComplex as PyTypeCheck>::TYPE_HINT;

    #[inline]
    fn extract(object: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
        let complex = Complex::<f64>::extract(object)?;
        Ok(Complex::new(complex.re as f32, complex.im as f32))
    }
}

macro_rules! into_complex {
    ($($float:ident)*) => {$(
        impl<'py> IntoPyObject<'py> for Complex<$float> {
            type Target = PyComplex;
            type Output = Bound<'py, PyComplex>;
            type Error = PyErr;

            const OUTPUT_HINT: Hint = <PyComplex as PyTypeCheck>::TYPE_HINT;

            #[inline]
            fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
                Ok(PyComplex::from_doubles(py, self.re.into(), self.im.into()))
            }
        }

        into_copied!(Complex<$float>);
    )*};
}

into_complex! { f32 f64 }
