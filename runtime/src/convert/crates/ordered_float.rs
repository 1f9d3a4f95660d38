//! ordered-float's `OrderedFloat` and `NotNan`, as the floats that they hold.

use ordered_float::{FloatCore, NotNan, OrderedFloat};

use crate::convert::{FromPyObject, IntoPyObject};
use crate::error::{PyErr, PyResult};
use crate::exceptions::PyValueError;
use crate::hint::Hint;
use crate::object::Borrowed;
use crate::python::Python;
use crate::types::PyAny;

impl<'a, 'py, T: FromPyObject<'a, 'py>> FromPyObject<'a, 'py> for OrderedFloat<T> {
    type Error = T::Error;

    const INPUT_HINT: Hint = T::INPUT_HINT;

    #[inline]
    fn extract(object: Borrowed<'a, 'py, PyAny>) -> Result<Self, T::Error> {
        T::extract(object).map(OrderedFloat)
    }
}

/// ValueError for nan.
impl<'a, 'py, T: FromPyObject<'a, 'py> + FloatCore> FromPyObject<'a, 'py> for NotNan<T> {
    type Error = PyErr;

    const INPUT_HINT: Hint = T::INPUT_HINT;

    #[inline]
    fn extract(object: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
        let float = T::extract(object).map_err(Into::into)?;
        NotNan::new(float).map_err(|_| PyValueError::new_err("expected a number, got nan"))
    }
}

macro_rules! into_float {
    ($($wrapper:ty, |$value:ident| $float:expr;)*) => {$(
        impl<'py, T: IntoPyObject<'py> + Copy> IntoPyObject<'py> for $wrapper {
            type Target = T::Target;
            type Output = T::Output;
            type Error = T::Error;

            const OUTPUT_HINT: Hint = T::OUTPUT_HINT;

            #[inline]
            fn into_pyobject(self, py: Python<'py>) -> Result<Self::Output, Self::Error> {
                let $value = self;
                $float.into_pyobject(py)
            }
        }
    )*};
}

into_float! {
    OrderedFloat<T>, |value| value.0;
    &OrderedFloat<T>, |value| value.0;
    NotNan<T>, |value| value.into_inner();
    &NotNan<T>, |value| (*value).into_inner();
}
