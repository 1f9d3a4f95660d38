//! `Box`, `Rc` and `Arc`, `Cell`, and references to references: what they hold is converted.

use std::cell::Cell;
use std::rc::Rc;
use std::sync::Arc;

use crate::convert::{FromPyObject, FromPyObjectOwned, IntoPyObject, IntoPyObjectExt};
use crate::error::{PyErr, PyResult};
use crate::hint::Hint;
use crate::object::{Borrowed, Bound};
use crate::python::Python;
use crate::types::{PyAny, PyString};

impl<'a, 'py, T: ?Sized> IntoPyObject<'py> for &&'a T
where
    &'a T: IntoPyObject<'py>,
{
    type Target = <&'a T as IntoPyObject<'py>>::Target;
    type Output = <&'a T as IntoPyObject<'py>>::Output;
    type Error = <&'a T as IntoPyObject<'py>>::Error;

    const OUTPUT_HINT: Hint = <&'a T as IntoPyObject<'py>>::OUTPUT_HINT;

    #[inline]
    fn into_pyobject(self, py: Python<'py>) -> Result<Self::Output, Self::Error> {
        (*self).into_pyobject(py)
    }
}

macro_rules! pointer {
    ($($pointer:ident)*) => {$(
        impl<'a, 'py, T: FromPyObject<'a, 'py>> FromPyObject<'a, 'py> for $pointer<T> {
            type Error = T::Error;

            const INPUT_HINT: Hint = T::INPUT_HINT;

            #[inline]
            fn extract(object: Borrowed<'a, 'py, PyAny>) -> Result<Self, T::Error> {
                T::extract(object).map($pointer::new)
            }
        }

        impl<'a, 'py> FromPyObject<'a, 'py> for $pointer<str> {
            type Error = PyErr;

            const INPUT_HINT: Hint = Hint::STR;

            #[inline]
            fn extract(object: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
                object.extract::<&str>().map(Into::into)
            }
        }

        impl<'a, 'py, T: FromPyObjectOwned<'py>> FromPyObject<'a, 'py> for $pointer<[T]> {
            type Error = PyErr;

            const INPUT_HINT: Hint = <Vec<T> as FromPyObject<'a, 'py>>::INPUT_HINT;

            #[inline]
            fn extract(object: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
                object.extract::<Vec<T>>().map(Into::into)
            }
        }

        impl<'a, 'py, T: ?Sized> IntoPyObject<'py> for &'a $pointer<T>
        where
            &'a T: IntoPyObject<'py>,
        {
            type Target = <&'a T as IntoPyObject<'py>>::Target;
            type Output = <&'a T as IntoPyObject<'py>>::Output;
            type Error = <&'a T as IntoPyObject<'py>>::Error;

            const OUTPUT_HINT: Hint = <&'a T as IntoPyObject<'py>>::OUTPUT_HINT;

            #[inline]
            fn into_pyobject(self, py: Python<'py>) -> Result<Self::Output, Self::Error> {
                (**self).into_pyobject(py)
            }
        }
    )*};
}

pointer! { Box Rc Arc }

impl<'py, T: IntoPyObject<'py>> IntoPyObject<'py> for Box<T> {
    type Target = T::Target;
    type Output = T::Output;
    type Error = T::Error;

    const OUTPUT_HINT: Hint = T::OUTPUT_HINT;

    #[inline]
    fn into_pyobject(self, py: Python<'py>) -> Result<Self::Output, Self::Error> {
        (*self).into_pyobject(py)
    }
}

impl<'py> IntoPyObject<'py> for Box<str> {
    type Target = PyString;
    type Output = Bound<'py, PyString>;
    type Error = PyErr;

    const OUTPUT_HINT: Hint = Hint::STR;

    #[inline]
    fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
        (*self).into_pyobject(py)
    }
}

/// As `Vec<T>`.
impl<'py, T: IntoPyObject<'py>> IntoPyObject<'py> for Box<[T]> {
    type Target = PyAny;
    type Output = Bound<'py, PyAny>;
    type Error = PyErr;

    const OUTPUT_HINT: Hint = <Vec<T>>::OUTPUT_HINT;

    #[inline]
    fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
        self.into_vec().into_pyobject(py)
    }
}

macro_rules! shared_pointer {
    ($($pointer:ident)*) => {$(
        /// Others may share what it holds, so that a reference to that has to be convertible.
        impl<'py, T: ?Sized + 'py> IntoPyObject<'py> for $pointer<T>
        where
            for<'a> &'a T: IntoPyObject<'py>,
        {
            type Target = PyAny;
            type Output = Bound<'py, PyAny>;
            type Error = PyErr;

            const OUTPUT_HINT: Hint = <&'py T as IntoPyObject<'py>>::OUTPUT_HINT;

            #[inline]
            fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
                (*self).into_bound_py_any(py)
            }
        }
    )*};
}

shared_pointer! { Rc Arc }

impl<'a, 'py, T: FromPyObject<'a, 'py>> FromPyObject<'a, 'py> for Cell<T> {
    type Error = T::Error;

    const INPUT_HINT: Hint = T::INPUT_HINT;

    #[inline]
    fn extract(object: Borrowed<'a, 'py, PyAny>) -> Result<Self, T::Error> {
        T::extract(object).map(Cell::new)
    }
}

impl<'py, T: IntoPyObject<'py>> IntoPyObject<'py> for Cell<T> {
    type Target = T::Target;
    type Output = T::Output;
    type Error = T::Error;

    const OUTPUT_HINT: Hint = T::OUTPUT_HINT;

    #[inline]
    fn into_pyobject(self, py: Python<'py>) -> Result<Self::Output, Self::Error> {
        self.into_inner().into_pyobject(py)
    }
}

impl<'py, T: IntoPyObject<'py> + Copy> IntoPyObject<'py> for &Cell<T> {
    type Target = T::Target;
    type Output = T::Output;
    type Error = T::Error;

    const OUTPUT_HINT: Hint = T::OUTPUT_HINT;

    #[inline]
    fn into_pyobject(self, py: Python<'py>) -> Result<Self::Output, Self::Error> {
        self.get().into_pyobject(py)
    }
}
