//! Names of PyO3 0.21 and 0.22, when `Bound` was new.

use std::ffi::CString;

use crate::convert::{IntoPyObject, IntoPyObjectExt};
use crate::error::{PyErr, PyResult};
use crate::exceptions::PyBaseException;
use crate::object::{Borrowed, Bound, Py};
use crate::panic::unwind;
use crate::python::Python;
use crate::type_object::PyTypeInfo;
use crate::types::{
    PyAny, PyBool, PyByteArray, PyBytes, PyDict, PyFloat, PyFrozenSet, PyIterator, PyList,
    PyModule, PySet, PyString, PyTraceback, PyTuple, PyType,
};

/// The value, or the exception that whatever Python called then raises.
#[inline]
fn infallible<T>(result: PyResult<T>) -> T {
    result.unwrap_or_else(|error| unwind(error))
}

/// Functions with a token that are called otherwise now.
macro_rules! renamed {
    ($($marker:ident::$old:ident($($parameter:ident: $ty:ty),*) -> $returned:ty = $new:ident;)*) => {$(
        impl $marker {
            #[doc = concat!("[`", stringify!($marker), "::", stringify!($new), "`].")]
            ///
            /// # Errors
            /// As of that.
            ///
            /// # Panics
            /// As of that.
            #[deprecated(note = "its name has no `_bound` any more")]
            #[inline]
            pub fn $old<'py>(py: Python<'py> $(, $parameter: $ty)*) -> $returned {
                Self::$new(py $(, $parameter)*)
            }
        }
    )*};
}

renamed! {
    PyBool::new_bound(value: bool) -> Borrowed<'py, 'py, PyBool> = new;
    PyByteArray::new_bound(bytes: &[u8]) -> Bound<'py, PyByteArray> = new;
    PyBytes::new_bound(bytes: &[u8]) -> Bound<'py, PyBytes> = new;
    PyBytes::new_bound_with(length: usize, fill: impl FnOnce(&mut [u8]) -> PyResult<()>) -> PyResult<Bound<'py, PyBytes>> = new_with;
    PyDict::new_bound() -> Bound<'py, PyDict> = new;
    PyFloat::new_bound(value: f64) -> Bound<'py, PyFloat> = new;
    PyFrozenSet::new_bound(values: impl IntoIterator<Item = impl IntoPyObject<'py>>) -> PyResult<Bound<'py, PyFrozenSet>> = new;
    PyFrozenSet::empty_bound() -> PyResult<Bound<'py, PyFrozenSet>> = empty;
    PyList::empty_bound() -> Bound<'py, PyList> = empty;
    PyModule::new_bound(name: &str) -> PyResult<Bound<'py, PyModule>> = new;
    PyModule::import_bound(name: impl IntoPyObject<'py, Target = PyString>) -> PyResult<Bound<'py, PyModule>> = import;
    PySet::new_bound(values: impl IntoIterator<Item = impl IntoPyObject<'py>>) -> PyResult<Bound<'py, PySet>> = new;
    PySet::empty_bound() -> PyResult<Bound<'py, PySet>> = empty;
    PyString::new_bound(text: &str) -> Bound<'py, PyString> = new;
    PyString::intern_bound(text: &str) -> Bound<'py, PyString> = intern;
    PyTuple::empty_bound() -> Bound<'py, PyTuple> = empty;
}

/// Functions that give a `PyResult` now.
macro_rules! fallible_now {
    ($($marker:ident)*) => {$(
        impl $marker {
            #[doc = concat!("[`", stringify!($marker), "::new`], without a `PyResult`.")]
            ///
            /// # Panics
            /// When it fails: with the exception.
            #[deprecated(note = "it is called `new` now, and gives a `PyResult`")]
            #[inline]
            pub fn new_bound<'py, T, I>(py: Python<'py>, values: I) -> Bound<'py, $marker>
            where
                T: IntoPyObject<'py>,
                I: IntoIterator<Item = T>,
            {
                infallible(Self::new(py, values))
            }
        }
    )*};
}
fallible_now! { PyList PyTuple }

impl<'py> Python<'py> {
    /// [`import`](Self::import).
    ///
    /// # Errors
    /// As of [`import`](Self::import).
    #[deprecated(note = "it is called `import` now")]
    #[inline]
    pub fn import_bound<N>(self, name: N) -> PyResult<Bound<'py, PyModule>>
    where
        N: IntoPyObject<'py, Target = PyString>,
    {
        self.import(name)
    }

    /// [`get_type`](Self::get_type).
    #[deprecated(note = "it is called `get_type` now")]
    #[inline]
    pub fn get_type_bound<T: PyTypeInfo>(self) -> Bound<'py, PyType> {
        self.get_type::<T>()
    }

    /// [`eval`](Self::eval), of a `&str`.
    ///
    /// # Errors
    /// As of [`eval`](Self::eval), and ValueError for code with a NUL.
    #[deprecated(note = "it is called `eval` now, and takes a `&CStr`")]
    #[inline]
    pub fn eval_bound(
        self,
        code: &str,
        globals: Option<&Bound<'py, PyDict>>,
        locals: Option<&Bound<'py, PyDict>>,
    ) -> PyResult<Bound<'py, PyAny>> {
        self.eval(&CString::new(code)?, globals, locals)
    }

    /// [`run`](Self::run), of a `&str`.
    ///
    /// # Errors
    /// As of [`run`](Self::run), and ValueError for code with a NUL.
    #[deprecated(note = "it is called `run` now, and takes a `&CStr`")]
    #[inline]
    pub fn run_bound(
        self,
        code: &str,
        globals: Option<&Bound<'py, PyDict>>,
        locals: Option<&Bound<'py, PyDict>>,
    ) -> PyResult<()> {
        self.run(&CString::new(code)?, globals, locals)
    }
}

impl PyErr {
    /// [`get_type`](Self::get_type).
    #[deprecated(note = "it is called `get_type` now")]
    #[inline]
    pub fn get_type_bound<'py>(&self, py: Python<'py>) -> Bound<'py, PyType> {
        self.get_type(py)
    }

    /// [`value`](Self::value).
    #[deprecated(note = "it is called `value` now")]
    #[inline]
    pub fn value_bound<'py>(&self, py: Python<'py>) -> &Bound<'py, PyBaseException> {
        self.value(py)
    }

    /// [`traceback`](Self::traceback).
    #[deprecated(note = "it is called `traceback` now")]
    #[inline]
    pub fn traceback_bound<'py>(&self, py: Python<'py>) -> Option<Bound<'py, PyTraceback>> {
        self.traceback(py)
    }
}

impl<'py> Bound<'py, PyAny> {
    /// [`try_iter`](Self::try_iter).
    ///
    /// # Errors
    /// As of [`try_iter`](Self::try_iter).
    #[deprecated(note = "it is called `try_iter` now")]
    #[inline]
    pub fn iter(&self) -> PyResult<Bound<'py, PyIterator>> {
        self.try_iter()
    }
}

/// `value.into_py(py)`: [`into_py_any`](IntoPyObjectExt::into_py_any) without a `PyResult`. What has an own implementation of
/// this needs one of [`IntoPyObject`] now.
#[deprecated(note = "write `value.into_py_any(py)?`")]
pub trait IntoPy<'py>: IntoPyObject<'py> {
    /// The object.
    ///
    /// # Panics
    /// When it cannot be made: with the exception.
    #[inline]
    fn into_py(self, py: Python<'py>) -> Py<PyAny> {
        infallible(self.into_py_any(py))
    }
}

#[allow(deprecated)]
impl<'py, T: IntoPyObject<'py>> IntoPy<'py> for T {}

/// `value.to_object(py)`: [`into_py_any`](IntoPyObjectExt::into_py_any) of a reference, without a `PyResult`.
#[deprecated(note = "write `(&value).into_py_any(py)?`")]
pub trait ToPyObject<'py> {
    /// The object.
    ///
    /// # Panics
    /// When it cannot be made: with the exception.
    fn to_object(&self, py: Python<'py>) -> Py<PyAny>;
}

#[allow(deprecated)]
impl<'py, T: ?Sized> ToPyObject<'py> for T
where
    for<'a> &'a T: IntoPyObject<'py>,
{
    #[inline]
    fn to_object(&self, py: Python<'py>) -> Py<PyAny> {
        infallible(self.into_py_any(py))
    }
}
