//! `Option<T>` and `T | None`; the unit type and `None`.

use std::convert::Infallible;

use super::InPlace;
use crate::convert::{FromPyObject, IntoPyObject};
use crate::ffi;
use crate::hint::Hint;
use crate::object::{Borrowed, Bound, BoundObject};
use crate::python::Python;
use crate::types::{PyAny, PyNone};

/// Whether `object` is `None`.
#[inline]
pub(super) fn is_none(object: Borrowed<'_, '_, PyAny>) -> bool {
    // SAFETY: `None` lives as long as the interpreter.
    object.as_ptr() == unsafe { ffi::Py_None() }
}

/// `None`, lent for as long as the thread is attached.
#[inline]
fn none(py: Python<'_>) -> Borrowed<'_, '_, PyNone> {
    // SAFETY: `None` lives as long as the interpreter and is never null.
    unsafe { Borrowed::from_borrowed(py, ffi::Py_None()) }
}

/// `None` is `None`.
impl<'a, 'py, T: FromPyObject<'a, 'py>> FromPyObject<'a, 'py> for Option<T> {
    type Error = T::Error;

    const INPUT_HINT: Hint = Hint::Union(&[T::INPUT_HINT, Hint::None]);
    const OPTIONAL: bool = true;
    const IN_PLACE: bool = T::IN_PLACE;

    #[inline]
    fn extract(object: Borrowed<'a, 'py, PyAny>) -> Result<Self, T::Error> {
        if is_none(object) {
            Ok(None)
        } else {
            T::extract(object).map(Some)
        }
    }

    #[inline]
    fn extract_in_place(object: Borrowed<'a, 'py, PyAny>, token: InPlace) -> Option<Self> {
        if is_none(object) {
            Some(None)
        } else {
            T::extract_in_place(object, token).map(Some)
        }
    }
}

impl<'py, T: IntoPyObject<'py>> IntoPyObject<'py> for Option<T> {
    type Target = PyAny;
    type Output = Bound<'py, PyAny>;
    type Error = T::Error;

    const OUTPUT_HINT: Hint = Hint::Union(&[T::OUTPUT_HINT, Hint::None]);

    #[inline]
    fn into_pyobject(self, py: Python<'py>) -> Result<Self::Output, T::Error> {
        match self {
            Some(value) => Ok(value.into_pyobject(py)?.into_any().into_bound()),
            None => Ok(none(py).to_any().to_owned()),
        }
    }

    #[inline]
    fn into_returned(
        self,
        py: Python<'py>,
        token: InPlace,
    ) -> Result<*mut ffi::PyObject, T::Error> {
        match self {
            Some(value) => value.into_returned(py, token),
            None => ().into_returned(py, token).map_err(|never| match never {}),
        }
    }
}

impl<'a, 'py, T> IntoPyObject<'py> for &'a Option<T>
where
    &'a T: IntoPyObject<'py>,
{
    type Target = PyAny;
    type Output = Bound<'py, PyAny>;
    type Error = <&'a T as IntoPyObject<'py>>::Error;

    const OUTPUT_HINT: Hint = <Option<&'a T>>::OUTPUT_HINT;

    #[inline]
    fn into_pyobject(self, py: Python<'py>) -> Result<Self::Output, Self::Error> {
        self.as_ref().into_pyobject(py)
    }
}

/// `None`, as a function without a return value returns it: not the empty tuple.
impl<'py> IntoPyObject<'py> for () {
    type Target = PyNone;
    type Output = Borrowed<'py, 'py, PyNone>;
    type Error = Infallible;

    const OUTPUT_HINT: Hint = Hint::None;

    #[inline]
    fn into_pyobject(self, py: Python<'py>) -> Result<Self::Output, Infallible> {
        Ok(none(py))
    }

    #[cfg(Py_3_12)]
    #[inline]
    fn into_returned(self, _py: Python<'py>, _: InPlace) -> Result<*mut ffi::PyObject, Infallible> {
        // SAFETY: `None` is immortal.
        Ok(unsafe { ffi::Py_None() })
    }
}
