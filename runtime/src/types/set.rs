use super::{PyAny, PyIterator, builtin_type};
use crate::convert::{IntoPyObject, IntoPyObjectExt};
use crate::error::{PyResult, check_status};
use crate::ffi;
use crate::hint::Hint;
use crate::object::{Bound, BoundObject};
use crate::panic::unwind;
use crate::python::Python;

builtin_type! {
    /// `set`.
    PySet, "set", Hint::Subscript(&Hint::SET, &[Hint::ANY]), PySet_Type, check: PySet_Check
}

builtin_type! {
    /// `frozenset`.
    PyFrozenSet, "frozenset", Hint::Subscript(&Hint::FROZENSET, &[Hint::ANY]), PyFrozenSet_Type, check: PyFrozenSet_Check
}

impl PySet {
    /// A set of these values.
    ///
    /// # Errors
    /// TypeError for an unhashable value, what `__hash__` and `__eq__` raise, MemoryError, and those of the conversions.
    #[inline]
    pub fn new<'py, T, I>(py: Python<'py>, values: I) -> PyResult<Bound<'py, PySet>>
    where
        T: IntoPyObject<'py>,
        I: IntoIterator<Item = T>,
    {
        let set = Self::empty(py)?;
        for value in values {
            set.add(value)?;
        }
        Ok(set)
    }

    /// `set()`.
    ///
    /// # Errors
    /// MemoryError.
    #[inline]
    pub fn empty(py: Python<'_>) -> PyResult<Bound<'_, PySet>> {
        // SAFETY: the result is a new reference, or null.
        unsafe { Bound::from_owned_or_err(py, ffi::PySet_New(std::ptr::null_mut())) }
    }
}

/// Makes a frozenset value by value.
pub struct PyFrozenSetBuilder<'py> {
    values: Bound<'py, PySet>,
}

impl<'py> PyFrozenSetBuilder<'py> {
    /// Without values yet.
    ///
    /// # Errors
    /// MemoryError.
    #[inline]
    pub fn new(py: Python<'py>) -> PyResult<PyFrozenSetBuilder<'py>> {
        let values = PySet::empty(py)?;
        Ok(PyFrozenSetBuilder { values })
    }

    /// Adds a value.
    ///
    /// # Errors
    /// As [`PySet::new`].
    #[inline]
    pub fn add<T: IntoPyObject<'py>>(&mut self, value: T) -> PyResult<()> {
        self.values.add(value)
    }

    /// The frozenset.
    ///
    /// # Panics
    /// When memory runs out.
    #[inline]
    pub fn finalize(self) -> Bound<'py, PyFrozenSet> {
        // SAFETY: a set to copy; the result is a new reference, or null.
        unsafe {
            let set = ffi::PyFrozenSet_New(self.values.as_ptr());
            Bound::from_owned(self.values.py(), set)
        }
    }
}

impl PyFrozenSet {
    /// A frozenset of these values.
    ///
    /// # Errors
    /// As [`PySet::new`].
    #[inline]
    pub fn new<'py, T, I>(py: Python<'py>, values: I) -> PyResult<Bound<'py, PyFrozenSet>>
    where
        T: IntoPyObject<'py>,
        I: IntoIterator<Item = T>,
    {
        let values = PySet::new(py, values)?;
        // SAFETY: a set to copy; the result is a new reference, or null.
        unsafe { Bound::from_owned_or_err(py, ffi::PyFrozenSet_New(values.as_ptr())) }
    }

    /// `frozenset()`.
    ///
    /// # Errors
    /// MemoryError.
    #[inline]
    pub fn empty(py: Python<'_>) -> PyResult<Bound<'_, PyFrozenSet>> {
        // SAFETY: the result is a new reference, or null.
        unsafe { Bound::from_owned_or_err(py, ffi::PyFrozenSet_New(std::ptr::null_mut())) }
    }
}

/// What sets and frozensets have in common.
macro_rules! set_methods {
    ($($marker:ident)*) => {$(
        impl<'py> Bound<'py, $marker> {
            /// `len(self)`.
            #[inline]
            pub fn len(&self) -> usize {
                // SAFETY: a set, whose size cannot fail.
                unsafe { ffi::PySet_Size(self.as_ptr()) as usize }
            }

            /// `len(self) == 0`.
            #[inline]
            pub fn is_empty(&self) -> bool {
                self.len() == 0
            }

            /// `value in self`.
            ///
            /// # Errors
            /// TypeError for an unhashable value, and what `__hash__` and `__eq__` raise.
            #[inline]
            pub fn contains<V: IntoPyObject<'py>>(&self, value: V) -> PyResult<bool> {
                let value = value.into_pyobject_or_pyerr(self.py())?;
                // SAFETY: a set and a live object.
                let answer = unsafe { ffi::PySet_Contains(self.as_ptr(), value.as_borrowed().as_ptr()) };
                check_status(self.py(), answer)?;
                Ok(answer != 0)
            }

            /// The items, in no particular order.
            ///
            /// # Panics
            /// The iterator panics when the set changed size since it was made, and when iterating raises, as a subclass may.
            #[inline]
            pub fn iter(&self) -> SetIterator<'py> {
                SetIterator(self.try_iter().unwrap_or_else(|error| unwind(error)))
            }
        }

        impl<'py> IntoIterator for &Bound<'py, $marker> {
            type Item = Bound<'py, PyAny>;
            type IntoIter = SetIterator<'py>;

            #[inline]
            fn into_iter(self) -> Self::IntoIter {
                self.iter()
            }
        }

        impl<'py> IntoIterator for Bound<'py, $marker> {
            type Item = Bound<'py, PyAny>;
            type IntoIter = SetIterator<'py>;

            #[inline]
            fn into_iter(self) -> Self::IntoIter {
                self.iter()
            }
        }
    )*};
}

set_methods! { PySet PyFrozenSet }

/// The items of a set or frozenset.
///
/// Panics when the set changed size since it was made, and when iterating raises, as a subclass may.
pub struct SetIterator<'py>(Bound<'py, PyIterator>);

impl<'py> Iterator for SetIterator<'py> {
    type Item = Bound<'py, PyAny>;

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        self.0
            .next()
            .map(|item| item.expect("a set that does not change while it is iterated over"))
    }
}

impl<'py> Bound<'py, PySet> {
    /// `self.add(value)`.
    ///
    /// # Errors
    /// TypeError for an unhashable value, what `__hash__` and `__eq__` raise, MemoryError, and those of the conversion.
    #[inline]
    pub fn add<V: IntoPyObject<'py>>(&self, value: V) -> PyResult<()> {
        let value = value.into_pyobject_or_pyerr(self.py())?;
        // SAFETY: a set and a live object, which it takes its own reference to.
        let status = unsafe { ffi::PySet_Add(self.as_ptr(), value.as_borrowed().as_ptr()) };
        check_status(self.py(), status)
    }

    /// `self.discard(value)`; says whether it was there.
    ///
    /// # Errors
    /// TypeError for an unhashable value, and what `__hash__` and `__eq__` raise.
    #[inline]
    pub fn discard<V: IntoPyObject<'py>>(&self, value: V) -> PyResult<bool> {
        let value = value.into_pyobject_or_pyerr(self.py())?;
        // SAFETY: a set and a live object.
        let answer = unsafe { ffi::PySet_Discard(self.as_ptr(), value.as_borrowed().as_ptr()) };
        check_status(self.py(), answer)?;
        Ok(answer != 0)
    }

    /// `self.clear()`.
    #[inline]
    pub fn clear(&self) {
        // SAFETY: a set, which is all that the function asks.
        unsafe { ffi::PySet_Clear(self.as_ptr()) };
    }

    /// `self.pop()`, or `None` when it is empty.
    #[inline]
    pub fn pop(&self) -> Option<Bound<'py, PyAny>> {
        // SAFETY: a set; the result is a new reference, or null with a KeyError.
        let item = unsafe { Bound::from_owned_or_err(self.py(), ffi::PySet_Pop(self.as_ptr())) };
        item.ok()
    }
}
