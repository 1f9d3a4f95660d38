//! Python exceptions as Rust errors.

mod arguments;
mod attributes;
mod cast;
mod context;
mod dynamic;
mod objects;
mod operating_system;
#[cfg(any(feature = "anyhow", feature = "eyre"))]
mod reports;
mod shown;
mod standard;
mod state;
mod warnings;

use std::borrow::Cow;
use std::ffi::CStr;
use std::mem::ManuallyDrop;

use crate::convert::IntoPyObject;
use crate::exceptions::{PyBaseException, PySystemError};
use crate::ffi;
use crate::object::{Bound, BoundObject, Py};
use crate::python::Python;
use crate::type_object::PyTypeInfo;
use crate::types::{PyAny, PyDict, PyType};
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
        match arguments::same_type(args) {
            Ok(text) => PyErr::with_text(T::NAME, T::type_object_raw, text),
            Err(args) => PyErr::lazy(Class::of::<T>(), arguments::argument(args)),
        }
    }

    /// What [`new`](Self::new) gives of a text, which most are: compiled once for all classes.
    #[inline(never)]
    fn with_text(
        name: &'static str,
        object: fn(Python<'_>) -> *mut ffi::PyTypeObject,
        text: &'static str,
    ) -> PyErr {
        let text = Argument::Text(Cow::Borrowed(text));
        PyErr::from_state(ErrorState::lazy(LazyError::new(
            Class::Known(name, object),
            text,
        )))
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

    #[inline(never)]
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

    /// A new exception class. `name` is `module.Name`; without a `base` it derives from `Exception`; `dict` is its
    /// namespace.
    ///
    /// # Errors
    /// SystemError when `name` has no dot; TypeError when nothing can derive from `base`, or its metaclass makes something else than a class.
    #[inline]
    pub fn new_type<'py>(
        py: Python<'py>,
        name: &CStr,
        doc: Option<&CStr>,
        base: Option<&Bound<'py, PyType>>,
        dict: Option<&Bound<'py, PyDict>>,
    ) -> PyResult<Py<PyType>> {
        // SAFETY: C strings and live objects of the right types, null where there is none; the result is a new
        // reference, or null.
        let class = unsafe {
            Bound::<PyAny>::from_owned_or_err(
                py,
                ffi::PyErr_NewExceptionWithDoc(
                    name.as_ptr(),
                    doc.map_or(std::ptr::null(), CStr::as_ptr),
                    base.map_or(std::ptr::null_mut(), Bound::as_ptr),
                    dict.map_or(std::ptr::null_mut(), Bound::as_ptr),
                ),
            )?
        };
        Ok(class.cast_into()?.unbind())
    }

    /// Calls `f` with the exception object, if it can be reached: Python runs, and the thread is not attached to
    /// another interpreter.
    #[inline]
    fn with_value<R>(&self, f: impl FnOnce(&Bound<'_, PyBaseException>) -> R) -> Option<R> {
        Python::try_attach(|py| self.0.exception(py).try_bind(py).ok().map(f)).flatten()
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
