use super::{PyAny, PyList, PyModule, PyTuple, list, to_length, to_ssize};
use crate::convert::{IntoPyObject, IntoPyObjectExt};
use crate::error::{PyErr, PyResult, check_status};
use crate::ffi;
use crate::hint::Hint;
use crate::object::{Bound, BoundObject, DerefToPyAny, Py};
use crate::python::Python;
use crate::sync::PyOnceLock;
use crate::type_object::{PyTypeCheck, PyTypeInfo};
use crate::types::PyType;

/// A `collections.abc.Sequence`: list, tuple, str, range, and classes that derive from it or are registered.
pub struct PySequence(());

impl DerefToPyAny for PySequence {}

// SAFETY: all methods go through protocols that any object may be asked for.
unsafe impl PyTypeCheck for PySequence {
    const NAME: &'static str = "Sequence";
    const TYPE_HINT: Hint = Hint::Subscript(&Hint::SEQUENCE, &[Hint::ANY]);

    /// What `__class__` or a class's hooks raise is reported as unraisable, and means no.
    #[inline]
    fn type_check(object: &Bound<'_, PyAny>) -> bool {
        or_report(object, Self::try_type_check(object))
    }

    #[inline]
    fn try_type_check(object: &Bound<'_, PyAny>) -> PyResult<bool> {
        static CLASS: PyOnceLock<Py<PyType>> = PyOnceLock::new();
        if PyList::is_type_of(object) || PyTuple::is_type_of(object) {
            return Ok(true);
        }
        is_instance_of_abc(object, &CLASS, "Sequence")
    }
}

/// `isinstance(object, collections.abc.name)`.
///
/// # Errors
/// What `__class__` or a class's hooks raise.
#[inline]
pub(super) fn is_instance_of_abc(
    object: &Bound<'_, PyAny>,
    class: &'static PyOnceLock<Py<PyType>>,
    name: &str,
) -> PyResult<bool> {
    let py = object.py();
    let load = || Ok::<_, PyErr>(abc(py, name)?.unbind());
    object.is_instance(class.get_or_try_init(py, load)?.bind(py))
}

/// The answer of a check that has no way to fail: an error is reported as unraisable, and means no.
#[inline]
pub(super) fn or_report(object: &Bound<'_, PyAny>, answer: PyResult<bool>) -> bool {
    answer.unwrap_or_else(|error| {
        error.write_unraisable(object.py(), Some(object));
        false
    })
}

#[inline]
fn abc<'py>(py: Python<'py>, name: &str) -> PyResult<Bound<'py, PyType>> {
    Ok(super::PyModule::import(py, "collections.abc")?
        .getattr(name)?
        .cast_into()?)
}

impl PySequence {
    /// `collections.abc.Sequence.register(T)`: says that `T` is one.
    ///
    /// # Errors
    /// What `register` raises.
    #[inline]
    pub fn register<T: PyTypeInfo>(py: Python<'_>) -> PyResult<()> {
        let class = PyModule::import(py, "collections.abc")?.getattr("Sequence")?;
        class.call_method1("register", (T::type_object(py),))?;
        Ok(())
    }
}

impl<'py> Bound<'py, PySequence> {
    /// `len(self)`.
    ///
    /// # Errors
    /// What `__len__` raises.
    #[inline]
    pub fn len(&self) -> PyResult<usize> {
        // SAFETY: a live object.
        to_length(self.py(), unsafe { ffi::PySequence_Size(self.as_ptr()) })
    }

    /// `len(self) == 0`.
    ///
    /// # Errors
    /// What `__len__` raises.
    #[inline]
    pub fn is_empty(&self) -> PyResult<bool> {
        self.len().map(|length| length == 0)
    }

    /// `self + other`.
    ///
    /// # Errors
    /// TypeError, and what their methods raise.
    #[inline]
    pub fn concat(&self, other: &Bound<'_, PySequence>) -> PyResult<Bound<'py, PySequence>> {
        // SAFETY: two live objects; the result is a new reference, or null.
        let result = unsafe {
            Bound::<PyAny>::from_owned_or_err(
                self.py(),
                ffi::PySequence_Concat(self.as_ptr(), other.as_ptr()),
            )
        };
        Ok(result?.cast_into()?)
    }

    /// `self * count`.
    ///
    /// # Errors
    /// TypeError, MemoryError, and what `__mul__` raises.
    #[inline]
    pub fn repeat(&self, count: usize) -> PyResult<Bound<'py, PySequence>> {
        // SAFETY: a live object; the result is a new reference, or null.
        let result = unsafe {
            Bound::<PyAny>::from_owned_or_err(
                self.py(),
                ffi::PySequence_Repeat(self.as_ptr(), to_ssize(count)),
            )
        };
        Ok(result?.cast_into()?)
    }

    /// `self += other`: the sequence itself where it can grow, else a new one.
    ///
    /// # Errors
    /// TypeError, and what their methods raise.
    #[inline]
    pub fn in_place_concat(
        &self,
        other: &Bound<'_, PySequence>,
    ) -> PyResult<Bound<'py, PySequence>> {
        // SAFETY: two live objects; the result is a new reference, or null.
        let result = unsafe {
            Bound::<PyAny>::from_owned_or_err(
                self.py(),
                ffi::PySequence_InPlaceConcat(self.as_ptr(), other.as_ptr()),
            )
        };
        Ok(result?.cast_into()?)
    }

    /// `self *= count`: the sequence itself where it can grow, else a new one.
    ///
    /// # Errors
    /// TypeError, MemoryError, and what its methods raise.
    #[inline]
    pub fn in_place_repeat(&self, count: usize) -> PyResult<Bound<'py, PySequence>> {
        // SAFETY: a live object; the result is a new reference, or null.
        let result = unsafe {
            Bound::<PyAny>::from_owned_or_err(
                self.py(),
                ffi::PySequence_InPlaceRepeat(self.as_ptr(), to_ssize(count)),
            )
        };
        Ok(result?.cast_into()?)
    }

    /// `self[index]`.
    ///
    /// # Errors
    /// IndexError, and what `__getitem__` raises.
    #[inline]
    pub fn get_item(&self, index: usize) -> PyResult<Bound<'py, PyAny>> {
        // SAFETY: a live object; the result is a new reference, or null.
        unsafe {
            Bound::from_owned_or_err(
                self.py(),
                ffi::PySequence_GetItem(self.as_ptr(), to_ssize(index)),
            )
        }
    }

    /// `self[begin:end]`.
    ///
    /// # Errors
    /// What `__getitem__` raises.
    #[inline]
    pub fn get_slice(&self, begin: usize, end: usize) -> PyResult<Bound<'py, PySequence>> {
        // SAFETY: a live object; the result is a new reference, or null.
        let result = unsafe {
            Bound::<PyAny>::from_owned_or_err(
                self.py(),
                ffi::PySequence_GetSlice(self.as_ptr(), to_ssize(begin), to_ssize(end)),
            )
        };
        Ok(result?.cast_into()?)
    }

    /// `self[index] = value`.
    ///
    /// # Errors
    /// TypeError when it cannot be changed, IndexError, and what `__setitem__` raises.
    #[inline]
    pub fn set_item<V: IntoPyObject<'py>>(&self, index: usize, value: V) -> PyResult<()> {
        let value = value.into_pyobject_or_pyerr(self.py())?;
        // SAFETY: two live objects.
        let status = unsafe {
            ffi::PySequence_SetItem(self.as_ptr(), to_ssize(index), value.as_borrowed().as_ptr())
        };
        check_status(self.py(), status)
    }

    /// `del self[index]`.
    ///
    /// # Errors
    /// TypeError when it cannot be changed, IndexError, and what `__delitem__` raises.
    #[inline]
    pub fn del_item(&self, index: usize) -> PyResult<()> {
        // SAFETY: a live object.
        let status = unsafe { ffi::PySequence_DelItem(self.as_ptr(), to_ssize(index)) };
        check_status(self.py(), status)
    }

    /// How many items equal `value`.
    ///
    /// # Errors
    /// What `__eq__` or iterating raises.
    #[inline]
    pub fn count<V: IntoPyObject<'py>>(&self, value: V) -> PyResult<usize> {
        let value = value.into_pyobject_or_pyerr(self.py())?;
        // SAFETY: two live objects.
        let count = unsafe { ffi::PySequence_Count(self.as_ptr(), value.as_borrowed().as_ptr()) };
        to_length(self.py(), count)
    }

    /// The index of the first item that equals `value`.
    ///
    /// # Errors
    /// ValueError when there is none, and what `__eq__` or iterating raises.
    #[inline]
    pub fn index<V: IntoPyObject<'py>>(&self, value: V) -> PyResult<usize> {
        let value = value.into_pyobject_or_pyerr(self.py())?;
        // SAFETY: two live objects.
        let index = unsafe { ffi::PySequence_Index(self.as_ptr(), value.as_borrowed().as_ptr()) };
        to_length(self.py(), index)
    }

    /// `list(self)`.
    ///
    /// # Errors
    /// What iterating raises.
    #[inline]
    pub fn to_list(&self) -> PyResult<Bound<'py, PyList>> {
        list::from_iterable(self)
    }

    /// `tuple(self)`.
    ///
    /// # Errors
    /// What iterating raises.
    #[inline]
    pub fn to_tuple(&self) -> PyResult<Bound<'py, PyTuple>> {
        // SAFETY: a live object; the result is a new reference to a tuple, or null.
        unsafe { Bound::from_owned_or_err(self.py(), ffi::PySequence_Tuple(self.as_ptr())) }
    }
}
