//! What stands between Rust and the C code that calls it: errors and panics are kept in. And what generated code calls besides
//! [`Call::run`](crate::call::Call::run).

use std::borrow::Cow;
use std::ffi::CStr;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::ptr;

use crate::error::{PyErr, PyResult};
use crate::ffi;
use crate::interpreter::unless_ended;
use crate::panic;
use crate::python::Python;
use crate::type_object::PyTypeInfo;

/// Runs the body of a function that C code calls: an error becomes the raised exception, a panic a `PanicException`, and neither
/// crosses into C.
///
/// Gives what the interpreter expects of a C function: an owned reference, or null with the error indicator set
/// (<https://docs.python.org/3/c-api/intro.html#exceptions>). The body gets a token of its own, whose lifetime ends with
/// the call.
#[inline(always)]
pub(crate) fn boundary(
    attached: Python<'_>,
    body: impl for<'py> FnOnce(Python<'py>) -> PyResult<*mut ffi::PyObject>,
) -> *mut ffi::PyObject {
    guarded(attached, body, ptr::null_mut())
}

/// As [`boundary`], for a C function that says by a number whether it succeeded: 0, or -1 with the error indicator set.
pub(crate) fn status_boundary(
    attached: Python<'_>,
    body: impl for<'py> FnOnce(Python<'py>) -> PyResult<()>,
) -> std::ffi::c_int {
    guarded(attached, |py| body(py).map(|()| 0), -1)
}

/// `failure` when the error indicator is set.
#[inline(always)]
pub(crate) fn guarded<T>(
    py: Python<'_>,
    body: impl for<'py> FnOnce(Python<'py>) -> PyResult<T>,
    failure: T,
) -> T {
    match catch_unwind(AssertUnwindSafe(|| unless_ended(|| body(py)))) {
        Ok(Ok(value)) => return value,
        Ok(Err(error)) => raise(py, error),
        Err(payload) => panic::raise(py, payload),
    }
    failure
}

/// Sets the error indicator to this exception, or to what becomes of a panic in making it.
///
/// A C function, so that whoever calls it has nothing to do in case it unwinds.
#[allow(improper_ctypes_definitions)] // no C code calls it
#[cold]
#[inline(never)]
extern "C" fn raise(py: Python<'_>, error: PyErr) {
    let restored = catch_unwind(AssertUnwindSafe(|| unless_ended(|| error.restore(py))));
    if let Err(payload) = restored {
        panic::raise(py, payload);
    }
}

/// Runs a function while other threads run Python.
#[inline(always)]
pub fn detached<T: Detachable>(py: Python<'_>, function: impl FnOnce() -> T + Detachable) -> T {
    py.detach(function)
}

/// What may be used while the thread is detached: whatever is `Send`.
#[diagnostic::on_unimplemented(
    message = "a detached function must not touch Python, so its arguments and its result must be `Send`",
    label = "an argument or the result is not `Send`: a handle such as `Bound`, or something that contains one",
    note = "take and return Rust values, or `Py<T>`; or say `detach = false`, and detach for a part of the body with `py.detach(|| ...)`"
)]
pub trait Detachable: Send {}

#[diagnostic::do_not_recommend]
impl<T: Send> Detachable for T {}

/// Gives a warning of class `W` to the caller of a function.
///
/// # Errors
/// The warning itself, where warnings are errors; TypeError when `W` is no class of warnings.
#[inline]
pub fn warn<W: PyTypeInfo>(py: Python<'_>, text: &CStr) -> PyResult<()> {
    PyErr::warn(py, &W::type_object(py), text, 1)
}

/// A value that may be written as the default of a parameter of type `T`: a `T`, and besides a string literal for a
/// `String` or a path, a byte string for bytes, and for an `Option` what may be written for its inside.
#[diagnostic::on_unimplemented(
    message = "a `{Self}` cannot be the default of a parameter of type `{T}`",
    label = "this default has the wrong type",
    note = "a default has its parameter's own type; a string literal will do for a `String` or a path, and a bare value for an `Option`"
)]
pub trait DefaultFor<T> {
    /// The default.
    fn into_default(self) -> T;
}

#[diagnostic::do_not_recommend]
impl<T> DefaultFor<T> for T {
    #[inline(always)]
    fn into_default(self) -> T {
        self
    }
}

#[diagnostic::do_not_recommend]
impl<T> DefaultFor<Option<T>> for T {
    #[inline(always)]
    fn into_default(self) -> Option<T> {
        Some(self)
    }
}

/// A literal that is no value of the parameter's type, and becomes one.
macro_rules! literals {
    ($([$($generics:tt)*] $literal:ty => $ty:ty, by $function:expr;)*) => {$(
        #[diagnostic::do_not_recommend]
        impl<$($generics)*> DefaultFor<$ty> for $literal {
            #[inline(always)]
            fn into_default(self) -> $ty {
                $function(self)
            }
        }

        #[diagnostic::do_not_recommend]
        impl<$($generics)*> DefaultFor<Option<$ty>> for $literal {
            #[inline(always)]
            fn into_default(self) -> Option<$ty> {
                Some($function(self))
            }
        }
    )*};
}

literals! {
    [] &str => String, by str::to_owned;
    ['a] &'a str => Cow<'a, str>, by Cow::Borrowed;
    [] &str => PathBuf, by PathBuf::from;
    ['a] &'a str => &'a Path, by Path::new;
    ['a, const N: usize] &'a [u8; N] => &'a [u8], by <[u8; N]>::as_slice;
    ['a, const N: usize] &'a [u8; N] => Vec<u8>, by <[u8]>::to_vec;
}
