mod from_pairs;
mod iterator;

use super::{PyAny, PyList, PyMapping, builtin_type};
use crate::convert::{IntoPyObject, IntoPyObjectExt};
use crate::error::{PyResult, check_status};
use crate::ffi;
use crate::hint::Hint;
use crate::object::{Bound, BoundObject};
use crate::python::Python;
use crate::sync::critical_section::with_critical_section;

pub use from_pairs::IntoPyDict;
pub use iterator::DictIterator;
pub(crate) use iterator::next_pair;

builtin_type! {
    /// `dict`.
    PyDict, "dict", Hint::Subscript(&Hint::DICT, &[Hint::ANY, Hint::ANY]), PyDict_Type, check: PyDict_Check
}

impl PyDict {
    /// `{}`.
    ///
    /// # Panics
    /// When memory runs out.
    #[inline]
    pub fn new(py: Python<'_>) -> Bound<'_, PyDict> {
        // SAFETY: the result is a new reference, or null.
        unsafe { Bound::from_owned(py, ffi::PyDict_New()) }
    }

    /// `dict(pairs)`: of an iterable of pairs, the last of each key.
    ///
    /// # Errors
    /// TypeError and ValueError when `pairs` is no such thing, TypeError for an unhashable key, and what iterating raises.
    #[inline]
    pub fn from_sequence<'py>(pairs: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyDict>> {
        let dict = Self::new(pairs.py());
        // SAFETY: a dict and a live object; 1 says that later pairs win.
        let status = unsafe { ffi::PyDict_MergeFromSeq2(dict.as_ptr(), pairs.as_ptr(), 1) };
        check_status(pairs.py(), status)?;
        Ok(dict)
    }
}

impl<'py> Bound<'py, PyDict> {
    /// `len(self)`.
    #[inline]
    pub fn len(&self) -> usize {
        // SAFETY: a dict, whose size cannot fail.
        unsafe { ffi::PyDict_Size(self.as_ptr()) as usize }
    }

    /// `len(self) == 0`.
    #[inline]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// `dict.copy(self)`.
    ///
    /// # Errors
    /// MemoryError.
    #[inline]
    pub fn copy(&self) -> PyResult<Bound<'py, PyDict>> {
        // SAFETY: a dict; the result is a new reference, or null.
        unsafe { Bound::from_owned_or_err(self.py(), ffi::PyDict_Copy(self.as_ptr())) }
    }

    /// `dict.clear(self)`.
    #[inline]
    pub fn clear(&self) {
        // SAFETY: a dict.
        unsafe { ffi::PyDict_Clear(self.as_ptr()) }
    }

    /// `key in self`.
    ///
    /// # Errors
    /// TypeError for an unhashable key, and what `__hash__` and `__eq__` raise.
    #[inline]
    pub fn contains<K: IntoPyObject<'py>>(&self, key: K) -> PyResult<bool> {
        let key = key.into_pyobject_or_pyerr(self.py())?;
        // SAFETY: a dict and a live object.
        let answer = unsafe { ffi::PyDict_Contains(self.as_ptr(), key.as_borrowed().as_ptr()) };
        check_status(self.py(), answer)?;
        Ok(answer != 0)
    }

    /// The value of `key`, if there is one. `__missing__` is not asked.
    ///
    /// # Errors
    /// TypeError for an unhashable key, and what `__hash__` and `__eq__` raise.
    #[inline]
    pub fn get_item<K: IntoPyObject<'py>>(&self, key: K) -> PyResult<Option<Bound<'py, PyAny>>> {
        let key = key.into_pyobject_or_pyerr(self.py())?;
        let mut value = std::ptr::null_mut();
        // SAFETY: a dict and a live object; what is written is a new reference, or null.
        let (status, value) = unsafe {
            let key = key.as_borrowed().as_ptr();
            let status = ffi::compat::PyDict_GetItemRef(self.as_ptr(), key, &mut value);
            (status, Bound::from_owned_or_opt(self.py(), value))
        };
        check_status(self.py(), status)?;
        Ok(value)
    }

    /// `dict.__setitem__(self, key, value)`.
    ///
    /// # Errors
    /// TypeError for an unhashable key, what `__hash__` and `__eq__` raise, MemoryError, and those of the conversions.
    #[inline]
    pub fn set_item<K, V>(&self, key: K, value: V) -> PyResult<()>
    where
        K: IntoPyObject<'py>,
        V: IntoPyObject<'py>,
    {
        let key = key.into_pyobject_or_pyerr(self.py())?;
        let value = value.into_pyobject_or_pyerr(self.py())?;
        let (key, value) = (key.as_borrowed(), value.as_borrowed());
        // SAFETY: a dict and two live objects, which it takes its own references to.
        let status = unsafe { ffi::PyDict_SetItem(self.as_ptr(), key.as_ptr(), value.as_ptr()) };
        check_status(self.py(), status)
    }

    /// `dict.setdefault(self, key, default_value)`; whether the key was missing.
    ///
    /// # Errors
    /// As [`set_item`](Self::set_item).
    #[inline]
    pub fn set_default<K, V>(&self, key: K, default_value: V) -> PyResult<bool>
    where
        K: IntoPyObject<'py>,
        V: IntoPyObject<'py>,
    {
        Ok(self.set_default_with_result(key, default_value)?.0)
    }

    /// As [`set_default`](Self::set_default), with the value that the key has now.
    ///
    /// # Errors
    /// As [`set_item`](Self::set_item).
    #[inline]
    pub fn set_default_with_result<K, V>(
        &self,
        key: K,
        default_value: V,
    ) -> PyResult<(bool, Bound<'py, PyAny>)>
    where
        K: IntoPyObject<'py>,
        V: IntoPyObject<'py>,
    {
        let key = key.into_pyobject_or_pyerr(self.py())?;
        let default = default_value.into_pyobject_or_pyerr(self.py())?;
        let (key, default) = (key.as_borrowed(), default.as_borrowed());
        let mut value = std::ptr::null_mut();
        // SAFETY: a dict and two live objects, which it takes its own references to; what is written is a new reference, or
        // null with an exception set.
        unsafe {
            let status = ffi::compat::PyDict_SetDefaultRef(
                self.as_ptr(),
                key.as_ptr(),
                default.as_ptr(),
                &mut value,
            );
            let value = Bound::from_owned_ptr_or_err(self.py(), value)?;
            Ok((status == 0, value))
        }
    }

    /// `dict.__delitem__(self, key)`.
    ///
    /// # Errors
    /// KeyError when there is none, TypeError for an unhashable key, and what `__hash__` and `__eq__` raise.
    #[inline]
    pub fn del_item<K: IntoPyObject<'py>>(&self, key: K) -> PyResult<()> {
        let key = key.into_pyobject_or_pyerr(self.py())?;
        // SAFETY: a dict and a live object.
        let status = unsafe { ffi::PyDict_DelItem(self.as_ptr(), key.as_borrowed().as_ptr()) };
        check_status(self.py(), status)
    }

    /// `list(self)`.
    ///
    /// # Panics
    /// When memory runs out.
    #[inline]
    pub fn keys(&self) -> Bound<'py, PyList> {
        // SAFETY: a dict; the result is a new reference to a list, or null.
        unsafe { Bound::from_owned(self.py(), ffi::PyDict_Keys(self.as_ptr())) }
    }

    /// `list(self.values())`.
    ///
    /// # Panics
    /// When memory runs out.
    #[inline]
    pub fn values(&self) -> Bound<'py, PyList> {
        // SAFETY: a dict; the result is a new reference to a list, or null.
        unsafe { Bound::from_owned(self.py(), ffi::PyDict_Values(self.as_ptr())) }
    }

    /// `list(self.items())`: pairs of key and value.
    ///
    /// # Panics
    /// When memory runs out.
    #[inline]
    pub fn items(&self) -> Bound<'py, PyList> {
        // SAFETY: a dict; the result is a new reference to a list, or null.
        unsafe { Bound::from_owned(self.py(), ffi::PyDict_Items(self.as_ptr())) }
    }

    /// The pairs of key and value, in order of insertion.
    ///
    /// # Panics
    /// The iterator panics when keys came or went since it was made; to change the dict meanwhile, iterate over
    /// [`items`](Self::items).
    #[inline]
    pub fn iter(&self) -> DictIterator<'py> {
        DictIterator::of(self)
    }

    /// Calls `f` for each pair of key and value, in a [critical section](crate::sync::critical_section::with_critical_section) of the dict.
    ///
    /// # Errors
    /// The first that `f` gives.
    ///
    /// # Panics
    /// As [`iter`](Self::iter).
    #[inline]
    pub fn locked_for_each<F>(&self, mut f: F) -> PyResult<()>
    where
        F: FnMut(Bound<'py, PyAny>, Bound<'py, PyAny>) -> PyResult<()>,
    {
        with_critical_section(self, || {
            self.iter().try_for_each(|(key, value)| f(key, value))
        })
    }

    /// `self.update(other)`.
    ///
    /// # Errors
    /// What the mapping's methods raise.
    #[inline]
    pub fn update(&self, other: &Bound<'_, PyMapping>) -> PyResult<()> {
        // SAFETY: a dict and a live object.
        check_status(self.py(), unsafe {
            ffi::PyDict_Update(self.as_ptr(), other.as_ptr())
        })
    }

    /// As [`update`](Self::update), but keeps the values of keys that are there.
    ///
    /// # Errors
    /// What the mapping's methods raise.
    #[inline]
    pub fn update_if_missing(&self, other: &Bound<'_, PyMapping>) -> PyResult<()> {
        // SAFETY: a dict and a live object; 0 says that earlier values win.
        check_status(self.py(), unsafe {
            ffi::PyDict_Merge(self.as_ptr(), other.as_ptr(), 0)
        })
    }

    /// This dict as a mapping.
    #[inline]
    pub fn as_mapping(&self) -> &Bound<'py, PyMapping> {
        // SAFETY: a dict is a mapping.
        unsafe { self.cast_unchecked() }
    }

    /// This dict as a mapping.
    #[inline]
    pub fn into_mapping(self) -> Bound<'py, PyMapping> {
        // SAFETY: a dict is a mapping.
        unsafe { self.cast_into_unchecked() }
    }
}
