//! What a trampoline does around the call: it keeps errors and panics in, names the argument that cannot be converted,
//! detaches. Arguments are bound by [`Parameters`](crate::parameters::Parameters), converted by
//! [`Argument`](crate::convert::Argument), and results given by [`ReturnValue`](crate::convert::ReturnValue).

use std::ffi::CStr;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::ptr;

use crate::error::{PyErr, PyResult};
use crate::exceptions::PyRuntimeError;
use crate::ffi;
use crate::module::Function;
use crate::object::{Borrowed, Bound};
use crate::panic;
use crate::parameters::Slot;
use crate::python::Python;
use crate::type_object::PyTypeInfo;
use crate::types::{PyAny, PyDict, PyTuple};

/// The C function that the interpreter calls, for a function that the macro has written as `F`.
///
/// Of its own it has next to nothing: what lets no panic pass is compiled once, in [`guard`].
///
/// # Safety
/// The interpreter calls it, by the convention `METH_FASTCALL | METH_KEYWORDS`
/// (<https://docs.python.org/3/c-api/structures.html#c.METH_FASTCALL>).
pub(crate) unsafe extern "C" fn trampoline<F: Function>(
    module: *mut ffi::PyObject,
    args: *const *mut ffi::PyObject,
    nargs: ffi::Py_ssize_t,
    kwnames: *mut ffi::PyObject,
) -> *mut ffi::PyObject {
    // SAFETY: the caller's promise is the same.
    unsafe { guard(module, args, nargs, kwnames, body::<F>) }
}

/// What [`trampoline`] runs under guard: an error becomes the raised exception.
///
/// # Safety
/// As [`trampoline`].
unsafe extern "C-unwind" fn body<F: Function>(
    module: *mut ffi::PyObject,
    args: *const *mut ffi::PyObject,
    nargs: ffi::Py_ssize_t,
    kwnames: *mut ffi::PyObject,
) -> *mut ffi::PyObject {
    // SAFETY: the interpreter calls C functions on attached threads only, with what `call` is to be given. The token's
    // lifetime ends with the call.
    unsafe {
        let py = Python::assume_attached();
        match F::call(py, module, args, nargs, kwnames) {
            Ok(object) => object,
            Err(error) => {
                error.restore(py);
                ptr::null_mut()
            }
        }
    }
}

type Body = unsafe extern "C-unwind" fn(
    *mut ffi::PyObject,
    *const *mut ffi::PyObject,
    ffi::Py_ssize_t,
    *mut ffi::PyObject,
) -> *mut ffi::PyObject;

/// Calls `body`; a panic becomes a `PanicException`, and does not cross into C.
///
/// It takes the arguments of the C function as they come, so that they stay in their registers; and as a C function itself it
/// cannot unwind, so that it is called last thing, by a jump.
///
/// # Safety
/// As `body`; the thread is attached.
unsafe extern "C" fn guard(
    module: *mut ffi::PyObject,
    args: *const *mut ffi::PyObject,
    nargs: ffi::Py_ssize_t,
    kwnames: *mut ffi::PyObject,
    body: Body,
) -> *mut ffi::PyObject {
    // SAFETY: the caller's promise is the same.
    let call = AssertUnwindSafe(|| unsafe { body(module, args, nargs, kwnames) });
    match catch_unwind(call) {
        Ok(object) => object,
        Err(payload) => {
            // SAFETY: the caller's promise.
            panic::raise(unsafe { Python::assume_attached() }, payload);
            ptr::null_mut()
        }
    }
}

/// Runs the body of any other function that C code calls: an error becomes the raised exception, a panic a `PanicException`, and neither
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
fn guarded<T: Copy>(
    py: Python<'_>,
    body: impl for<'py> FnOnce(Python<'py>) -> PyResult<T>,
    failure: T,
) -> T {
    let result = catch_unwind(AssertUnwindSafe(|| match body(py) {
        Ok(value) => value,
        Err(error) => {
            error.restore(py);
            failure
        }
    }));
    match result {
        Ok(value) => value,
        Err(payload) => {
            panic::raise(py, payload);
            failure
        }
    }
}

/// Converts an argument, by the conversion of the parameter's type or by a function of the user's (`from_py_with`), and
/// says which one it was when it cannot be converted.
///
/// # Errors
/// The conversion's, with the parameter's name.
#[inline]
pub fn argument<'a, 'py, T, E: Into<PyErr>>(
    object: &'a Bound<'py, PyAny>,
    name: &'static str,
    converter: impl FnOnce(&'a Bound<'py, PyAny>) -> Result<T, E>,
) -> PyResult<T> {
    match converter(object) {
        Ok(value) => Ok(value),
        Err(error) => Err(named(object.py(), error.into(), name)),
    }
}

/// Converts the argument of a parameter that has a default, or evaluates the default.
///
/// # Errors
/// The conversion's, with the parameter's name.
#[inline]
pub fn argument_or<'a, 'py, T, E: Into<PyErr>>(
    slot: &'a Slot<'a, 'py>,
    name: &'static str,
    converter: impl FnOnce(&'a Bound<'py, PyAny>) -> Result<T, E>,
    otherwise: impl FnOnce() -> T,
) -> PyResult<T> {
    match slot {
        Some(object) => argument(object, name, converter),
        None => Ok(otherwise()),
    }
}

/// The argument of a keyword-only parameter that has no default.
///
/// # Panics
/// When there is none: binding has made sure that there is.
#[inline]
pub fn keyword<'a, 'py>(slot: &'a Slot<'a, 'py>) -> &'a Bound<'py, PyAny> {
    slot.as_deref()
        .expect("an argument for every parameter without default")
}

/// The tuple that `*args` is: empty when nothing is left for it.
pub fn varargs<'py>(py: Python<'py>, given: Option<Bound<'py, PyTuple>>) -> Bound<'py, PyAny> {
    given.unwrap_or_else(|| PyTuple::empty(py)).into_any()
}

/// The object that `**kwargs` is: when no keyword is left for it, `None` for a parameter that is an `Option` and an empty
/// dict for any other.
pub fn kwargs<'py>(
    py: Python<'py>,
    given: Option<Bound<'py, PyDict>>,
    is_optional: bool,
) -> Bound<'py, PyAny> {
    match given {
        Some(dict) => dict.into_any(),
        None if is_optional => py.None().into_bound(py),
        None => PyDict::new(py).into_any(),
    }
}

/// The module that a function is in, for `pass_module`.
///
/// # Errors
/// RuntimeError when the function was made without a module.
///
/// # Safety
/// `module` is the first argument that the interpreter passes to a function of a module: null or alive for the call.
pub unsafe fn module_argument<'a, 'py>(
    py: Python<'py>,
    module: *mut ffi::PyObject,
) -> PyResult<Borrowed<'a, 'py, PyAny>> {
    // SAFETY: the caller's promise is the same.
    match unsafe { Borrowed::from_ptr_or_opt(py, module) } {
        Some(module) => Ok(module),
        None => Err(PyRuntimeError::new_err(
            "this function was made without its module",
        )),
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

/// Says which argument it was that could not be converted.
#[cold]
#[inline(never)]
fn named(py: Python<'_>, error: PyErr, name: &'static str) -> PyErr {
    error.with_context(py, &["argument '", name, "': "].concat())
}

/// A value that may be written as the default of a parameter of type `T`: a `T`, and besides a string literal for a
/// `String`, a byte string for `&[u8]`, and for an `Option` what may be written for its inside.
#[diagnostic::on_unimplemented(
    message = "a `{Self}` cannot be the default of a parameter of type `{T}`",
    label = "this default has the wrong type",
    note = "a default has its parameter's own type; a string literal will do for a `String`, and a bare value for an `Option`"
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

#[diagnostic::do_not_recommend]
impl DefaultFor<String> for &str {
    #[inline(always)]
    fn into_default(self) -> String {
        self.to_owned()
    }
}

#[diagnostic::do_not_recommend]
impl DefaultFor<Option<String>> for &str {
    #[inline(always)]
    fn into_default(self) -> Option<String> {
        Some(self.to_owned())
    }
}

#[diagnostic::do_not_recommend]
impl<'a, const N: usize> DefaultFor<&'a [u8]> for &'a [u8; N] {
    #[inline(always)]
    fn into_default(self) -> &'a [u8] {
        self
    }
}
