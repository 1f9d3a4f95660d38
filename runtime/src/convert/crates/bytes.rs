//! bytes' `Bytes`: a copy, since an object of an interpreter may not outlive it, as `Bytes` may.

use std::borrow::Cow;

use bytes::Bytes;

use crate::convert::{FromPyObject, IntoPyObject};
use crate::error::{PyErr, PyResult};
use crate::hint::Hint;
use crate::object::{Borrowed, Bound};
use crate::python::Python;
use crate::types::PyAny;

/// `bytes` and `bytearray`.
impl<'a, 'py> FromPyObject<'a, 'py> for Bytes {
    type Error = PyErr;

    const INPUT_HINT: Hint = <Cow<'_, [u8]> as FromPyObject>::INPUT_HINT;

    #[inline]
    fn extract(object: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
        let bytes: Cow<'_, [u8]> = object.extract()?;
        Ok(bytes.into_owned().into())
    }
}

macro_rules! into_bytes {
    ($($bytes:ty),*) => {$(
        impl<'py> IntoPyObject<'py> for $bytes {
            type Target = PyAny;
            type Output = Bound<'py, PyAny>;
            type Error = PyErr;

            const OUTPUT_HINT: Hint = Hint::BYTES;

            #[inline]
            fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
                self.as_ref().into_pyobject(py)
            }
        }
    )*};
}

into_bytes!(Bytes, &Bytes);
