//! [`PanicException`]: what a Rust panic becomes in Python. And `unwind`: an exception that travels like a panic.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::ptr;

use crate::error::{PyErr, PyErrArguments, PyResult, ToPyErr};
use crate::exceptions::exception_class;
use crate::ffi;
use crate::hint::Hint;
use crate::interpreter::set_default;
use crate::object::{Bound, DerefToPyAny, Py};
use crate::python::Python;
use crate::sync::PyOnceLock;
use crate::type_object::PyTypeInfo;
use crate::types::{PyAny, PyString, PyType};

/// Where the class lies in the interpreter's dict: all extension modules that are made with this crate share it. A
/// change to the class needs another number.
const KEY: &str = "mybind.PanicException.1";

/// `mybind.PanicException`: raised in Python when Rust code panics. It derives from `BaseException`, so that
/// `except Exception` does not hide it.
///
/// A `PanicException` that comes back to Rust, from a call of Python code, is a [`PyErr`] like any other: the panic
/// does not go on.
pub struct PanicException(());

impl DerefToPyAny for PanicException {}

impl ToPyErr for PanicException {}

impl PanicException {
    /// An exception of this class, to be made when Python sees it.
    #[cold]
    pub fn new_err<A: PyErrArguments + Send + Sync + 'static>(args: A) -> PyErr {
        PyErr::new::<Self, A>(args)
    }
}

// SAFETY: the class is kept by the interpreter's dict and by `CLASS` while the interpreter lives.
unsafe impl PyTypeInfo for PanicException {
    const NAME: &'static str = "PanicException";
    const TYPE_HINT: Hint = Hint::Name("BaseException");

    fn type_object_raw(py: Python<'_>) -> *mut ffi::PyTypeObject {
        class(py)
            .unwrap_or_else(|error| unwind(error))
            .as_ptr()
            .cast()
    }
}

/// This interpreter's class.
///
/// # Errors
/// MemoryError; TypeError when Python code has put something else in the place of the class.
pub(crate) fn class(py: Python<'_>) -> PyResult<Bound<'_, PyType>> {
    static CLASS: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    CLASS
        .get_or_try_init(py, || shared_class(py))
        .map(|class| class.bind(py).clone())
}

/// The class that the interpreter's dict has; a new one where it has none yet.
#[cold]
fn shared_class(py: Python<'_>) -> PyResult<Py<PyType>> {
    let name = c"mybind.PanicException";
    let doc = c"Raised when Rust code panics.\n\nA panic is a bug in the Rust code. The class derives from \
        BaseException, so that `except Exception` does not hide it.";
    // SAFETY: the thread is attached; the dict is borrowed from the interpreter, the class a new reference.
    unsafe {
        let dict = ffi::PyInterpreterState_GetDict(ffi::PyInterpreterState_Get());
        let dict = Bound::<PyAny>::from_borrowed_or_err(py, dict)?;
        let base = ffi::PyExc_BaseException;
        let class =
            ffi::PyErr_NewExceptionWithDoc(name.as_ptr(), doc.as_ptr(), base, ptr::null_mut());
        let class = Bound::<PyAny>::from_owned_or_err(py, class)?;
        let kept = set_default(&dict, KEY, &class).ok_or_else(|| PyErr::fetch(py))?;
        // The key is ours; but Python code that goes through all objects finds the dict, too.
        exception_class(kept.cast_into()?)
    }
}

/// Unwinds with an exception, most often MemoryError, out of a function that has no `Result` to give it in. Whatever Python
/// called raises it, as if it had been returned all the way up. It is no bug of the Rust code, so no message is printed.
#[cold]
#[inline(never)]
#[track_caller]
pub(crate) fn unwind(error: PyErr) -> ! {
    if cfg!(panic = "abort") {
        panic!("{error}");
    }
    resume_unwind(Box::new(error))
}

/// `unwind`s with the exception that the C API has raised in place of an object.
///
/// # Panics
/// When it has raised none.
#[cold]
#[inline(never)]
#[track_caller]
pub(crate) fn no_object(py: Python<'_>) -> ! {
    match PyErr::take(py) {
        Some(error) => unwind(error),
        None => panic!("the C API returned NULL"),
    }
}

/// Sets Python's error indicator to what a panic carried: an exception that `unwind` was given, else a `PanicException`
/// with the panic's message. An exception that was pending becomes its `__context__`.
#[cold]
#[inline(never)]
pub(crate) fn raise(py: Python<'_>, payload: Box<dyn Any + Send>) {
    if let Err(payload) = catch_unwind(AssertUnwindSafe(|| raise_payload(py, payload))) {
        // What is needed to keep an exception object could not be made.
        drop_payload(payload);
        // SAFETY: the thread is attached; the exception that this sets is there already.
        unsafe { ffi::PyErr_NoMemory() };
    }
}

fn raise_payload(py: Python<'_>, payload: Box<dyn Any + Send>) {
    let pending = PyErr::take(py);
    match payload.downcast::<PyErr>() {
        Ok(error) => {
            // Making the exception may panic, where its arguments are the user's to make.
            if let Err(another) = catch_unwind(AssertUnwindSafe(|| error.restore(py))) {
                raise_panic(py, another);
            }
        }
        Err(payload) => raise_panic(py, payload),
    }
    if let Some(pending) = pending {
        let raised = PyErr::fetch(py);
        raised.set_context(py, Some(pending));
        raised.restore(py);
    }
}

fn raise_panic(py: Python<'_>, payload: Box<dyn Any + Send>) {
    let message = if let Some(text) = payload.downcast_ref::<&str>() {
        PyString::try_new(py, text)
    } else if let Some(text) = payload.downcast_ref::<String>() {
        PyString::try_new(py, text)
    } else {
        PyString::try_new(py, "a Rust panic with no message")
    };
    drop_payload(payload);
    match (class(py), message) {
        // SAFETY: live objects; `PyErr_SetObject` takes its own references.
        (Ok(class), Ok(message)) => unsafe {
            ffi::PyErr_SetObject(class.as_ptr(), message.as_ptr())
        },
        (Err(error), _) | (_, Err(error)) => error.restore(py),
    }
}

/// Drops what a panic carried. That may panic in turn; what that one carries is forgotten if it is no message: it might go on so.
fn drop_payload(payload: Box<dyn Any + Send>) {
    if let Err(another) = catch_unwind(AssertUnwindSafe(|| drop(payload))) {
        let is_message = another.is::<&str>() || another.is::<String>();
        if !is_message {
            std::mem::forget(another);
        }
    }
}
