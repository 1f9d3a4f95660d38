//! What a `#[mybind]` function may return.

use std::marker::PhantomData;

use super::InPlace;
use crate::call::Returned;
use crate::convert::IntoPyObject;
use crate::error::{PyErr, PyResult};
use crate::ffi;
use crate::hint::Hint;
use crate::object::Bound;
use crate::python::Python;
use crate::stub::{Annotation, Piece};
use crate::types::{PyAny, PyModule};

/// The type of a function's result or of a constant: every [`IntoPyObject`], or a `Result` of one with an error that can be raised.
///
/// Generated code names it in one form only, as it does [`Argument`](super::Argument).
///
/// # Safety
/// [`into_result`](Self::into_result) gives an owned reference to an object of the token's interpreter, or null where the error indicator is
/// set.
#[diagnostic::on_unimplemented(
    message = "a `{Self}` cannot be given to Python",
    label = "this type has no conversion to Python",
    note = "the types that have one are listed in the documentation of `mybind::IntoPyObject`",
    note = "for a type of your own, write `impl<'py> IntoPyObject<'py> for Type`",
    note = "a `Result` needs one for its value, and for its error `impl From<Error> for PyErr`"
)]
pub unsafe trait ReturnValue<'py>: Sized {
    /// What the stub says is returned.
    const HINT: Hint;
    /// The same, written for the stub's records.
    const ANNOTATION: Piece = const { &Annotation::of(Self::HINT) }.piece(Self::HINT);

    /// Gives a result of this type to Python.
    const TO_PYTHON: ToPython<Self> = ToPython(PhantomData);

    /// The returned object, as an owned reference. When making it has failed in the C API, it may be null, and the error indicator set: what
    /// is returned to Python as it is need not be looked at.
    ///
    /// # Errors
    /// The function's own, or the conversion's.
    fn into_result(self, py: Python<'py>) -> PyResult<*mut ffi::PyObject>;

    /// Adds the value of a `#[mybind] const` to its module.
    ///
    /// # Errors
    /// The conversion's.
    fn add_to(self, module: &Bound<'py, PyModule>, name: &str) -> PyResult<()> {
        let object = self.into_result(module.py())?;
        // SAFETY: an owned reference, or null with the exception set.
        let object: Bound<'py, PyAny> = unsafe { Bound::from_owned_or_err(module.py(), object)? };
        module.add_declared(name, object)
    }
}

// SAFETY: `into_returned` gives such a reference; nobody else can override it.
unsafe impl<'py, T: IntoPyObject<'py>> ReturnValue<'py> for T {
    const HINT: Hint = T::OUTPUT_HINT;

    #[inline]
    fn into_result(self, py: Python<'py>) -> PyResult<*mut ffi::PyObject> {
        self.into_returned(py, InPlace).map_err(Into::into)
    }
}

// SAFETY: it leaves it to the impl above.
#[diagnostic::do_not_recommend]
unsafe impl<'py, T: IntoPyObject<'py>, E: ReturnError> ReturnValue<'py> for Result<T, E> {
    const HINT: Hint = T::OUTPUT_HINT;

    #[inline]
    fn into_result(self, py: Python<'py>) -> PyResult<*mut ffi::PyObject> {
        match self {
            Ok(value) => value.into_result(py),
            Err(error) => Err(error.into_pyerr()),
        }
    }
}

/// Gives to Python a result of type `R`, if that is a [`ReturnValue`].
pub struct ToPython<R>(PhantomData<R>);

impl<'py, R: ReturnValue<'py>> Returned<'py, R> for ToPython<R> {
    #[inline(always)]
    fn give(returned: R, py: Python<'py>) -> PyResult<*mut ffi::PyObject> {
        returned.into_result(py)
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
