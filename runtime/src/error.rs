//! Python exceptions as Rust errors.

mod arguments;
mod cast;
mod context;
mod dynamic;
mod objects;
mod operating_system;
#[cfg(any(feature = "anyhow", feature = "eyre"))]
mod reports;
mod standard;
mod state;

use std::ffi::CStr;
use std::fmt;
use std::mem::ManuallyDrop;

use crate::convert::IntoPyObject;
use crate::exceptions::{PyBaseException, PySystemError};
use crate::ffi;
use crate::object::{Bound, BoundObject, Py};
use crate::python::Python;
use crate::type_object::PyTypeInfo;
use crate::types::{PyAny, PyDict, PyString, PyTraceback, PyType};
use state::{Argument, Class, ErrorState, LazyError};

pub use arguments::PyErrArguments;
pub use cast::{CastError, CastIntoError};
pub(crate) use context::joined;
pub use objects::ToPyErr;

/// What a function that may raise returns.
pub type PyResult<T> = Result<T, PyErr>;

/// A Python exception: raised and caught, or yet to be made.
///
/// `PyValueError::new_err("...")` only notes the class and the arguments, so it needs no interpreter and costs
/// little. The exception object is made when Python sees it, or when it is first asked for, as by [`value`](Self::value).
///
/// One pointer in size; `Send` and `Sync`. An exception object belongs to its interpreter: methods that take a
/// `py` panic when the thread is attached to another one.
pub struct PyErr(ManuallyDrop<Box<ErrorState>>);

impl PyErr {
    /// An exception of class `T`, yet to be made, with these arguments: a tuple becomes several, anything else one.
    #[inline]
    pub fn new<T, A>(args: A) -> PyErr
    where
        T: PyTypeInfo,
        A: PyErrArguments + Send + Sync + 'static,
    {
        PyErr::lazy(Class::of::<T>(), arguments::argument(args))
    }

    /// An exception of a class that is known at run time only, yet to be made.
    ///
    /// When `class` is no exception class, the exception turns out to be a TypeError, as for Python's `raise`.
    #[cold]
    pub fn from_type<A>(class: Bound<'_, PyType>, args: A) -> PyErr
    where
        A: PyErrArguments + Send + Sync + 'static,
    {
        PyErr::lazy(
            Class::Object(class.into_any().unbind()),
            arguments::argument(args),
        )
    }

    /// The exception `object`; or a new one of the class `object`, made without arguments. As Python's `raise object`.
    ///
    /// When it is neither, the exception turns out to be a TypeError, as for `raise`.
    #[inline]
    pub fn from_value(object: Bound<'_, PyAny>) -> PyErr {
        match object.cast_into::<PyBaseException>() {
            Ok(exception) => PyErr::raised(exception),
            Err(other) => PyErr::lazy(Class::Object(other.into_inner().unbind()), Argument::None),
        }
    }

    #[inline]
    fn lazy(class: Class, argument: Argument) -> PyErr {
        PyErr::from_state(ErrorState::lazy(LazyError::new(class, argument)))
    }

    #[inline]
    fn raised(exception: Bound<'_, PyBaseException>) -> PyErr {
        PyErr::from_state(ErrorState::raised(exception.unbind()))
    }

    #[inline]
    fn from_state(state: ErrorState) -> PyErr {
        PyErr(ManuallyDrop::new(Box::new(state)))
    }

    /// The exception's class.
    #[inline]
    pub fn get_type<'py>(&self, py: Python<'py>) -> Bound<'py, PyType> {
        self.value(py).get_type()
    }

    /// The exception object, which is made now if it was not yet.
    ///
    /// # Panics
    /// When making it leads back to this very error, or panicked before.
    #[inline]
    pub fn value<'py>(&self, py: Python<'py>) -> &Bound<'py, PyBaseException> {
        self.0.exception(py).bind(py)
    }

    /// The exception object.
    ///
    /// # Panics
    /// As [`value`](Self::value).
    #[inline]
    pub fn into_value(self, py: Python<'_>) -> Py<PyBaseException> {
        self.0.exception(py).clone_ref(py)
    }

    /// `__traceback__`: where the exception was raised and passed through.
    #[inline]
    pub fn traceback<'py>(&self, py: Python<'py>) -> Option<Bound<'py, PyTraceback>> {
        // SAFETY: `PyException_GetTraceback` gives a new reference to a traceback, or null without an exception.
        unsafe {
            Bound::from_owned_or_opt(py, ffi::PyException_GetTraceback(self.value(py).as_ptr()))
        }
    }

    /// Sets `__traceback__`.
    #[inline]
    pub fn set_traceback<'py>(&self, py: Python<'py>, traceback: Option<Bound<'py, PyTraceback>>) {
        // SAFETY: `None` is always alive; the traceback lives till the end of the call, which takes its own reference.
        // It cannot fail: the argument is a traceback or None.
        unsafe {
            let traceback_or_none = traceback
                .as_ref()
                .map_or_else(|| ffi::Py_None(), Bound::as_ptr);
            ffi::PyException_SetTraceback(self.value(py).as_ptr(), traceback_or_none);
        }
    }

    /// Whether the error indicator is set: whether an exception is on its way up that nobody took.
    #[inline]
    pub fn occurred(_py: Python<'_>) -> bool {
        // SAFETY: the thread is attached, by the token.
        unsafe { !ffi::PyErr_Occurred().is_null() }
    }

    /// Takes the exception off the error indicator, if there is one.
    #[inline]
    pub fn take(py: Python<'_>) -> Option<PyErr> {
        state::take(py).map(PyErr::raised)
    }

    /// Takes the exception off the error indicator: what to call when a C function has said that it raised one.
    ///
    /// When it did not, as a faulty extension may, a SystemError says so. A panic of Rust code called by
    /// Python comes as a `PanicException` like any other exception.
    #[cold]
    pub fn fetch(py: Python<'_>) -> PyErr {
        PyErr::take(py)
            .unwrap_or_else(|| PySystemError::new_err("a call reported an exception but set none"))
    }

    /// Sets the error indicator to this exception: what to do before returning null to the C API.
    ///
    /// Nothing else of Python may be called while it is set: the call might take the exception for its own, and a debug build
    /// of Python aborts.
    #[inline(never)]
    pub fn restore(mut self, py: Python<'_>) {
        self.0.restore(py);
    }

    /// Prints the exception and its traceback to `sys.stderr`, through `sys.excepthook`. A SystemExit ends the program.
    #[inline]
    pub fn print(&self, py: Python<'_>) {
        self.clone_ref(py).restore(py);
        // SAFETY: the error indicator is set.
        unsafe { ffi::PyErr_PrintEx(0) }
    }

    /// As [`print`](Self::print), and keeps the exception in `sys.last_value` and its kin for debuggers.
    #[inline]
    pub fn print_and_set_sys_last_vars(&self, py: Python<'_>) {
        self.clone_ref(py).restore(py);
        // SAFETY: the error indicator is set.
        unsafe { ffi::PyErr_PrintEx(1) }
    }

    /// Prints the exception and its traceback to `sys.stderr`, whatever it is.
    #[inline]
    pub fn display(&self, py: Python<'_>) {
        let value = self.value(py);
        #[cfg(Py_3_12)]
        // SAFETY: an exception object.
        unsafe {
            ffi::PyErr_DisplayException(value.as_ptr());
        }
        #[cfg(not(Py_3_12))]
        {
            let class = value.get_type();
            let traceback = self.traceback(py);
            let traceback = traceback
                .as_ref()
                .map_or(std::ptr::null_mut(), Bound::as_ptr);
            // SAFETY: an exception with its class and its traceback, which may be null.
            unsafe { ffi::PyErr_Display(class.as_ptr(), value.as_ptr(), traceback) }
        }
    }

    /// Reports the exception through `sys.unraisablehook`: for one that nobody can catch, as in a destructor.
    /// `object` says where it happened.
    #[inline]
    pub fn write_unraisable(self, py: Python<'_>, object: Option<&Bound<'_, PyAny>>) {
        self.restore(py);
        // SAFETY: the error indicator is set; the object is alive or null.
        unsafe { ffi::PyErr_WriteUnraisable(object.map_or(std::ptr::null_mut(), Bound::as_ptr)) }
    }

    /// Whether `except class:` would catch this; `class` may be a tuple of classes.
    ///
    /// # Errors
    /// Those of the conversion of `class`.
    #[inline]
    pub fn matches<'py, T: IntoPyObject<'py>>(
        &self,
        py: Python<'py>,
        class: T,
    ) -> Result<bool, T::Error> {
        let class = class.into_pyobject(py)?.into_any();
        Ok(self.is_instance(py, &class.as_borrowed()))
    }

    /// Whether `except class:` would catch this.
    #[inline]
    pub fn is_instance(&self, py: Python<'_>, class: &Bound<'_, PyAny>) -> bool {
        let own = self.get_type(py);
        // SAFETY: two live objects; anything may be asked for, and what is no exception class never matches.
        unsafe { ffi::PyErr_GivenExceptionMatches(own.as_ptr(), class.as_ptr()) != 0 }
    }

    /// Whether `except T:` would catch this.
    #[inline]
    pub fn is_instance_of<T: PyTypeInfo>(&self, py: Python<'_>) -> bool {
        self.is_instance(py, &T::type_object(py))
    }

    /// Another reference to the same exception object.
    #[inline]
    pub fn clone_ref(&self, py: Python<'_>) -> PyErr {
        PyErr::raised(self.value(py).clone())
    }

    /// `__cause__`: what `raise ... from` gave.
    #[inline]
    pub fn cause(&self, py: Python<'_>) -> Option<PyErr> {
        // SAFETY: a new reference to an exception, or null when there is none.
        let cause = unsafe {
            Bound::from_owned_or_opt(py, ffi::PyException_GetCause(self.value(py).as_ptr()))
        };
        cause.map(PyErr::from_value)
    }

    /// Sets `__cause__`, as `raise ... from cause` does.
    pub fn set_cause(&self, py: Python<'_>, cause: Option<PyErr>) {
        let value = self.value(py);
        let cause = cause.map_or(std::ptr::null_mut(), |cause| {
            cause.value(py).clone().into_ptr()
        });
        // SAFETY: `PyException_SetCause` takes over the reference; null clears the cause.
        unsafe { ffi::PyException_SetCause(value.as_ptr(), cause) }
    }

    /// `__context__`: what was being handled when this was raised.
    #[inline]
    pub fn context(&self, py: Python<'_>) -> Option<PyErr> {
        // SAFETY: a new reference to an exception, or null when there is none.
        let context = unsafe {
            Bound::from_owned_or_opt(py, ffi::PyException_GetContext(self.value(py).as_ptr()))
        };
        context.map(PyErr::from_value)
    }

    /// Sets `__context__`.
    #[inline]
    pub fn set_context(&self, py: Python<'_>, context: Option<PyErr>) {
        let value = self.value(py);
        let context = context.map_or(std::ptr::null_mut(), |context| {
            context.value(py).clone().into_ptr()
        });
        // SAFETY: `PyException_SetContext` takes over the reference; null clears the context.
        unsafe { ffi::PyException_SetContext(value.as_ptr(), context) }
    }

    /// Adds a line that tracebacks show below the message (`add_note`).
    ///
    /// # Errors
    /// AttributeError before Python 3.11, which has no notes.
    #[inline]
    pub fn add_note<N>(&self, py: Python<'_>, note: N) -> PyResult<()>
    where
        N: for<'py> IntoPyObject<'py, Target = PyString>,
    {
        self.value(py).call_method1("add_note", (note,)).map(drop)
    }

    /// Issues a warning of class `category`, `stacklevel` calls up.
    ///
    /// # Errors
    /// The warning itself, where the warning filter turns it into an exception.
    #[inline]
    pub fn warn<'py>(
        py: Python<'py>,
        category: &Bound<'py, PyAny>,
        message: &CStr,
        stacklevel: i32,
    ) -> PyResult<()> {
        let stacklevel = stacklevel as ffi::Py_ssize_t; // never narrower than 32 bits
        // SAFETY: a live object and a C string.
        let status = unsafe { ffi::PyErr_WarnEx(category.as_ptr(), message.as_ptr(), stacklevel) };
        check_status(py, status)
    }

    /// Issues a warning as if from line `line` of the file `filename`.
    ///
    /// `registry` is a module's `__warningregistry__`.
    ///
    /// # Errors
    /// The warning itself, where the warning filter turns it into an exception.
    #[inline]
    pub fn warn_explicit<'py>(
        py: Python<'py>,
        category: &Bound<'py, PyAny>,
        message: &CStr,
        filename: &CStr,
        line: i32,
        module: Option<&CStr>,
        registry: Option<&Bound<'py, PyAny>>,
    ) -> PyResult<()> {
        // SAFETY: a live object and C strings; module and registry may be null.
        let status = unsafe {
            ffi::PyErr_WarnExplicit(
                category.as_ptr(),
                message.as_ptr(),
                filename.as_ptr(),
                line,
                module.map_or(std::ptr::null(), CStr::as_ptr),
                registry.map_or(std::ptr::null_mut(), Bound::as_ptr),
            )
        };
        check_status(py, status)
    }

    /// A new exception class. `name` is `module.Name`; without a `base` it derives from `Exception`; `dict` is its
    /// namespace.
    ///
    /// # Errors
    /// SystemError when `name` has no dot; TypeError when nothing can derive from `base`.
    #[inline]
    pub fn new_type<'py>(
        py: Python<'py>,
        name: &CStr,
        doc: Option<&CStr>,
        base: Option<&Bound<'py, PyType>>,
        dict: Option<&Bound<'py, PyDict>>,
    ) -> PyResult<Py<PyType>> {
        // SAFETY: C strings and live objects of the right types, null where there is none; the result is a new
        // reference to a type, or null.
        let class = unsafe {
            Bound::from_owned_or_err(
                py,
                ffi::PyErr_NewExceptionWithDoc(
                    name.as_ptr(),
                    doc.map_or(std::ptr::null(), CStr::as_ptr),
                    base.map_or(std::ptr::null_mut(), Bound::as_ptr),
                    dict.map_or(std::ptr::null_mut(), Bound::as_ptr),
                ),
            )?
        };
        Ok(class.unbind())
    }
}

/// Written out so that it is compiled once: dropping a `Box` would be compiled into every function that may drop an error.
impl Drop for PyErr {
    #[cold]
    #[inline(never)]
    fn drop(&mut self) {
        // SAFETY: nothing uses the state after this.
        unsafe { ManuallyDrop::drop(&mut self.0) }
    }
}

/// The exception that was raised when a C function returned a negative `status`.
///
/// # Errors
/// That exception.
#[inline]
pub(crate) fn check_status(py: Python<'_>, status: std::ffi::c_int) -> PyResult<()> {
    if status < 0 {
        Err(PyErr::fetch(py))
    } else {
        Ok(())
    }
}

impl PyErr {
    /// Calls `f` with the exception object, if it can be reached: Python runs, and the thread is not attached to
    /// another interpreter.
    #[inline]
    fn with_value<R>(&self, f: impl FnOnce(&Bound<'_, PyBaseException>) -> R) -> Option<R> {
        Python::try_attach(|py| self.0.exception(py).try_bind(py).ok().map(f)).flatten()
    }
}

/// The exception's class, value and traceback; without a running Python, what is known of them.
impl fmt::Debug for PyErr {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let written = self.with_value(|value| {
            let traceback = self.traceback(value.py());
            f.debug_struct("PyErr")
                .field("type", &value.get_type())
                .field("value", value)
                .field(
                    "traceback",
                    &traceback.map(|traceback| traceback.format().unwrap_or_default()),
                )
                .finish()
        });
        written.unwrap_or_else(|| f.debug_tuple("PyErr").field(&self.0.summary()).finish())
    }
}

/// As the last line of a traceback: `ValueError: bad value`.
impl fmt::Display for PyErr {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let written = self.with_value(|value| {
            match value.get_type().qualname() {
                Ok(class) => f.write_str(&class.to_string_lossy())?,
                Err(_) => f.write_str("exception")?,
            }
            let Ok(message) = value.str() else {
                return f.write_str(": <exception str() failed>");
            };
            match &*message.to_string_lossy() {
                "" => Ok(()),
                message => write!(f, ": {message}"),
            }
        });
        written.unwrap_or_else(|| f.write_str(&self.0.summary()))
    }
}

impl std::error::Error for PyErr {}
