//! What a `#[mybind]` function may return.

use crate::convert::IntoPyObject;
use crate::error::{PyErr, PyResult};
use crate::ffi;
use crate::hint::Hint;
use crate::object::BoundObject;
use crate::python::Python;

/// A function's return type: every [`IntoPyObject`], or a `Result` of one with an error that can be raised.
#[diagnostic::on_unimplemented(
    message = "a `{Self}` cannot be made into a Python object",
    label = "this type has no conversion to Python",
    note = "the types that have one are listed in the documentation of `mybind::IntoPyObject`",
    note = "for a type of your own, write `impl<'py> IntoPyObject<'py> for {Self}`"
)]
pub trait ReturnValue<'py>: Sized {
    /// What the stub says is returned.
    const HINT: Hint;

    /// The returned object, as an owned reference.
    ///
    /// # Errors
    /// The function's own, or the conversion's.
    fn into_result(self, py: Python<'py>) -> PyResult<*mut ffi::PyObject>;
}

#[diagnostic::do_not_recommend]
impl<'py, T: IntoPyObject<'py>> ReturnValue<'py> for T {
    const HINT: Hint = T::OUTPUT_HINT;

    #[inline]
    fn into_result(self, py: Python<'py>) -> PyResult<*mut ffi::PyObject> {
        match self.into_pyobject(py) {
            Ok(object) => Ok(object.into_ptr()),
            Err(error) => Err(error.into()),
        }
    }
}

#[diagnostic::do_not_recommend]
impl<'py, T: IntoPyObject<'py>, E: ReturnError> ReturnValue<'py> for Result<T, E> {
    const HINT: Hint = T::OUTPUT_HINT;

    #[inline]
    fn into_result(self, py: Python<'py>) -> PyResult<*mut ffi::PyObject> {
        match self {
            Ok(value) => value.into_result(py),
            Err(error) => Err(error.into_pyerr()),
        }
    }
}

/// An error that a function may return: whatever `PyErr` is `From`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot become a Python exception",
    label = "this error has no conversion to a Python exception",
    note = "write `impl From<{Self}> for PyErr`"
)]
pub trait ReturnError {
    /// The exception to be raised.
    fn into_pyerr(self) -> PyErr;
}

#[diagnostic::do_not_recommend]
impl<E: Into<PyErr>> ReturnError for E {
    #[inline]
    fn into_pyerr(self) -> PyErr {
        self.into()
    }
}
