use super::{PyAny, PyDict, PyList, PyModule, PyType, sequence, to_length};
use crate::error::PyResult;
use crate::ffi;
use crate::hint::Hint;
use crate::object::{Bound, DerefToPyAny, Py};
use crate::python::Python;
use crate::sync::PyOnceLock;
use crate::type_object::{PyTypeCheck, PyTypeInfo};

/// A `collections.abc.Mapping`: dict, and classes that derive from it or are registered.
pub struct PyMapping(());

impl DerefToPyAny for PyMapping {}

// SAFETY: all methods go through protocols that any object may be asked for.
unsafe impl PyTypeCheck for PyMapping {
    const NAME: &'static str = "Mapping";
    const TYPE_HINT: Hint = Hint::Subscript(
        &Hint::Import("collections.abc", "Mapping"),
        &[Hint::ANY, Hint::ANY],
    );

    /// What `__class__` or a class's hooks raise is reported as unraisable, and means no.
    #[inline]
    fn type_check(object: &Bound<'_, PyAny>) -> bool {
        sequence::or_report(object, Self::try_type_check(object))
    }

    #[inline]
    fn try_type_check(object: &Bound<'_, PyAny>) -> PyResult<bool> {
        static CLASS: PyOnceLock<Py<PyType>> = PyOnceLock::new();
        if PyDict::is_type_of(object) {
            return Ok(true);
        }
        sequence::is_instance_of_abc(object, &CLASS, "Mapping")
    }
}

impl PyMapping {
    /// `collections.abc.Mapping.register(T)`: says that `T` is one.
    ///
    /// # Errors
    /// What `register` raises.
    #[inline]
    pub fn register<T: PyTypeInfo>(py: Python<'_>) -> PyResult<()> {
        let class = PyModule::import(py, "collections.abc")?.getattr("Mapping")?;
        class.call_method1("register", (T::type_object(py),))?;
        Ok(())
    }
}

impl<'py> Bound<'py, PyMapping> {
    /// `len(self)`.
    ///
    /// # Errors
    /// What `__len__` raises.
    #[inline]
    pub fn len(&self) -> PyResult<usize> {
        // SAFETY: a live object.
        to_length(self.py(), unsafe { ffi::PyMapping_Size(self.as_ptr()) })
    }

    /// `len(self) == 0`.
    ///
    /// # Errors
    /// What `__len__` raises.
    #[inline]
    pub fn is_empty(&self) -> PyResult<bool> {
        self.len().map(|length| length == 0)
    }

    /// `list(self.keys())`.
    ///
    /// # Errors
    /// What `keys` raises.
    #[inline]
    pub fn keys(&self) -> PyResult<Bound<'py, PyList>> {
        // SAFETY: a live object; the result is a new reference to a list, or null.
        unsafe { Bound::from_owned_or_err(self.py(), ffi::PyMapping_Keys(self.as_ptr())) }
    }

    /// `list(self.values())`.
    ///
    /// # Errors
    /// What `values` raises.
    #[inline]
    pub fn values(&self) -> PyResult<Bound<'py, PyList>> {
        // SAFETY: a live object; the result is a new reference to a list, or null.
        unsafe { Bound::from_owned_or_err(self.py(), ffi::PyMapping_Values(self.as_ptr())) }
    }

    /// `list(self.items())`: pairs of key and value.
    ///
    /// # Errors
    /// What `items` raises.
    #[inline]
    pub fn items(&self) -> PyResult<Bound<'py, PyList>> {
        // SAFETY: a live object; the result is a new reference to a list, or null.
        unsafe { Bound::from_owned_or_err(self.py(), ffi::PyMapping_Items(self.as_ptr())) }
    }
}
