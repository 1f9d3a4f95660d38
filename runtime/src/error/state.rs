use std::borrow::Cow;
use std::sync::{Condvar, Mutex, MutexGuard, OnceLock, PoisonError};

use super::{PyErr, PyResult};
use crate::exceptions::{PyBaseException, PyRuntimeError, PyTypeError};
use crate::ffi;
use crate::interpreter::this_thread;
use crate::object::{Bound, Py};
use crate::python::Python;
use crate::type_object::PyTypeInfo;
use crate::types::{PyAny, PyString};

/// What a [`PyErr`] points to: an exception object, or what it is to be made of.
///
/// Making it runs Python code, which may let other threads run or come back here, so no lock is held meanwhile:
/// whoever takes the [`LazyError`] out makes the exception, and others wait until it is there.
pub(super) struct ErrorState {
    origin: Mutex<Origin>,
    made: Condvar,
    exception: OnceLock<Py<PyBaseException>>,
}

enum Origin {
    /// Nobody has asked for the exception object.
    Lazy(LazyError),
    /// This thread is making it.
    Making(usize),
    /// It was made, unless making it panicked.
    Spent,
}

/// An exception yet to be made.
pub(super) struct LazyError {
    pub(super) class: Class,
    pub(super) argument: Argument,
    /// What becomes `__cause__`.
    pub(super) cause: Option<PyErr>,
}

/// The class of an exception yet to be made.
pub(super) enum Class {
    /// A type that Rust knows, by its name and what gives the type object.
    Known(&'static str, fn(Python<'_>) -> *mut ffi::PyTypeObject),
    /// Any object, which ought to be an exception class.
    Object(Py<PyAny>),
}

/// The argument of an exception yet to be made.
pub(super) enum Argument {
    /// None: the class is called without arguments.
    None,
    /// A message.
    Text(Cow<'static, str>),
    /// An object; a tuple stands for several arguments.
    Object(Py<PyAny>),
    /// What makes the object.
    Deferred(MakeArgument),
}

type MakeArgument = Box<dyn FnOnce(Python<'_>) -> PyResult<Py<PyAny>> + Send + Sync>;

impl Class {
    #[inline]
    pub(super) fn of<T: PyTypeInfo>() -> Class {
        Class::Known(T::NAME, T::type_object_raw)
    }

    /// A borrowed reference, alive as long as `self`.
    #[inline]
    fn as_ptr(&self, py: Python<'_>) -> PyResult<*mut ffi::PyObject> {
        match self {
            Class::Known(_, object) => Ok(object(py).cast()),
            Class::Object(class) => Ok(class.try_bind(py)?.as_ptr()),
        }
    }
}

impl Argument {
    /// The argument as an object, if there is one. Afterwards it may be gone.
    #[inline]
    pub(super) fn take_object<'py>(
        &mut self,
        py: Python<'py>,
    ) -> PyResult<Option<Bound<'py, PyAny>>> {
        let object = match std::mem::replace(self, Argument::None) {
            Argument::None => return Ok(None),
            Argument::Text(text) => PyString::try_new(py, &text)?.into_any(),
            Argument::Object(object) => object.try_bind(py)?.clone(),
            Argument::Deferred(make) => make(py)?.try_bind(py)?.clone(),
        };
        Ok(Some(object))
    }
}

impl LazyError {
    #[inline]
    pub(super) fn new(class: Class, argument: Argument) -> Self {
        LazyError {
            class,
            argument,
            cause: None,
        }
    }

    /// Sets the error indicator to this exception, or to the one that was raised in making it.
    #[inline]
    fn raise(&mut self, py: Python<'_>) {
        if let Err(error) = self.set(py) {
            return error.restore(py);
        }
        if let cause @ Some(_) = self.cause.take() {
            let error = PyErr::fetch(py);
            error.set_cause(py, cause);
            error.restore(py);
        }
    }

    /// Sets the error indicator to a new `class(argument)`, with what is being handled as its context.
    #[inline]
    fn set(&mut self, py: Python<'_>) -> PyResult<()> {
        let class = self.class.as_ptr(py)?;
        // SAFETY: a live object, by the contract of `PyTypeInfo` or because `self` owns it.
        if unsafe { ffi::PyExceptionClass_Check(class) } == 0 {
            return Err(PyTypeError::new_err(
                "exceptions must derive from BaseException",
            ));
        }
        let argument = self.argument.take_object(py)?;
        // SAFETY: an exception class, and an object or nothing; both functions take their own references.
        unsafe {
            match argument {
                Some(argument) => ffi::PyErr_SetObject(class, argument.as_ptr()),
                None => ffi::PyErr_SetNone(class),
            }
        }
        Ok(())
    }
}

/// Takes the exception object off the error indicator.
pub(super) fn take(py: Python<'_>) -> Option<Bound<'_, PyBaseException>> {
    #[cfg(Py_3_12)]
    // SAFETY: the result is a new reference to an exception, or null.
    unsafe {
        Bound::from_owned_or_opt(py, ffi::PyErr_GetRaisedException())
    }
    #[cfg(not(Py_3_12))]
    // SAFETY: `PyErr_Fetch` gives up to three new references; `PyErr_NormalizeException` replaces them by an
    // exception object with its class, never null when the class was not, and its traceback, if it has one.
    unsafe {
        use std::ptr::null_mut;
        let (mut class, mut value, mut traceback) = (null_mut(), null_mut(), null_mut());
        ffi::PyErr_Fetch(&mut class, &mut value, &mut traceback);
        if class.is_null() {
            return None;
        }
        ffi::PyErr_NormalizeException(&mut class, &mut value, &mut traceback);
        let _class = Bound::<PyAny>::from_owned_or_opt(py, class);
        let traceback = Bound::<PyAny>::from_owned_or_opt(py, traceback);
        if let Some(traceback) = traceback {
            ffi::PyException_SetTraceback(value, traceback.as_ptr());
        }
        Bound::from_owned_or_opt(py, value)
    }
}

/// Sets the error indicator to `exception` as it is, traceback and all.
fn set_raised(exception: Bound<'_, PyBaseException>) {
    #[cfg(Py_3_12)]
    // SAFETY: the function takes over the reference to an exception.
    unsafe {
        ffi::PyErr_SetRaisedException(exception.into_ptr());
    }
    #[cfg(not(Py_3_12))]
    // SAFETY: the function takes over references to a class, an instance of it, and a traceback or null.
    unsafe {
        let class = exception.get_type().into_ptr();
        let traceback = ffi::PyException_GetTraceback(exception.as_ptr());
        ffi::PyErr_Restore(class, exception.into_ptr(), traceback);
    }
}

impl ErrorState {
    #[inline]
    pub(super) fn lazy(error: LazyError) -> Self {
        ErrorState {
            origin: Mutex::new(Origin::Lazy(error)),
            made: Condvar::new(),
            exception: OnceLock::new(),
        }
    }

    pub(super) fn raised(exception: Py<PyBaseException>) -> Self {
        ErrorState {
            origin: Mutex::new(Origin::Spent),
            made: Condvar::new(),
            exception: OnceLock::from(exception),
        }
    }

    /// What the exception is to be made of, when it was not yet.
    pub(super) fn lazy_mut(&mut self) -> Option<&mut LazyError> {
        match self
            .origin
            .get_mut()
            .unwrap_or_else(PoisonError::into_inner)
        {
            Origin::Lazy(error) => Some(error),
            Origin::Making(_) | Origin::Spent => None,
        }
    }

    /// The exception object, made if it was not yet.
    pub(super) fn exception(&self, py: Python<'_>) -> &Py<PyBaseException> {
        self.exception
            .get()
            .unwrap_or_else(|| self.make_or_wait(py))
    }

    #[cold]
    fn make_or_wait(&self, py: Python<'_>) -> &Py<PyBaseException> {
        let me = this_thread();
        let mut origin = self.origin();
        match &*origin {
            Origin::Lazy(_) => {
                let lazy = std::mem::replace(&mut *origin, Origin::Making(me));
                drop(origin);
                let _done = Done(self);
                if let Origin::Lazy(mut error) = lazy {
                    error.raise(py);
                }
                // After `raise` an exception is set, of this class or saying why there is none.
                self.exception
                    .get_or_init(|| PyErr::fetch(py).into_value(py))
            }
            Origin::Making(thread) => {
                assert!(
                    *thread != me,
                    "making a Python exception led back to the same `PyErr`"
                );
                drop(origin);
                // Detached, since the other thread needs the interpreter.
                py.detach(|| self.wait());
                self.made()
            }
            Origin::Spent => self.made(),
        }
    }

    fn wait(&self) {
        let making = |origin: &mut Origin| matches!(origin, Origin::Making(_));
        drop(
            self.made
                .wait_while(self.origin(), making)
                .unwrap_or_else(PoisonError::into_inner),
        );
    }

    fn made(&self) -> &Py<PyBaseException> {
        self.exception
            .get()
            .expect("a panic left this `PyErr` without its exception")
    }

    fn origin(&self) -> MutexGuard<'_, Origin> {
        // Only moves happen under the lock, so a poisoned one has a whole value too.
        self.origin.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Sets the error indicator; nothing is left here. An exception yet to be made is raised straight from its class and
    /// argument.
    #[inline]
    pub(super) fn restore(&mut self, py: Python<'_>) {
        if let Some(lazy) = self.lazy_mut() {
            return lazy.raise(py);
        }
        match self
            .exception
            .take()
            .map(|exception| exception.try_bind(py).cloned())
        {
            Some(Ok(exception)) => set_raised(exception),
            Some(Err(wrong_interpreter)) => PyErr::from(wrong_interpreter).restore(py),
            None => PyRuntimeError::new_err("a panic prevented the exception from being made")
                .restore(py),
        }
    }

    /// What can be said of the exception without Python.
    pub(super) fn summary(&self) -> String {
        match &*self.origin() {
            Origin::Lazy(LazyError {
                class: Class::Known(name, _),
                argument,
                ..
            }) => match argument {
                Argument::Text(text) => format!("{name}: {text}"),
                _ => (*name).to_owned(),
            },
            _ => "a Python exception out of reach".to_owned(),
        }
    }
}

/// Ends [`Origin::Making`], also when making panicked, and wakes who waits.
struct Done<'a>(&'a ErrorState);

impl Drop for Done<'_> {
    fn drop(&mut self) {
        *self.0.origin() = Origin::Spent;
        self.0.made.notify_all();
    }
}
