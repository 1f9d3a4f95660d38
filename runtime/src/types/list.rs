use std::ptr;

use super::{PyAny, PySequence, PyTuple, builtin_type, to_ssize};
use crate::convert::{IntoPyObject, IntoPyObjectExt};
use crate::error::{PyResult, check_status};
use crate::ffi;
use crate::hint::Hint;
use crate::object::{Bound, BoundObject};
use crate::python::Python;
use crate::sync::critical_section::with_critical_section;

builtin_type! {
    /// `list`.
    PyList, "list", Hint::Subscript(&Hint::LIST, &[Hint::ANY]), PyList_Type, check: PyList_Check
}

impl PyList {
    /// A list of these values.
    ///
    /// # Errors
    /// MemoryError, and those of the values' conversions.
    #[inline]
    pub fn new<'py, T, I>(py: Python<'py>, values: I) -> PyResult<Bound<'py, PyList>>
    where
        T: IntoPyObject<'py>,
        I: IntoIterator<Item = T>,
    {
        let mut values = values.into_iter();
        let expected = values.size_hint().0;
        // SAFETY: the result is a new reference, or null.
        let list =
            unsafe { Bound::<PyList>::from_owned_or_err(py, ffi::PyList_New(to_ssize(expected)))? };
        // SAFETY: a new list. While it has holes, Python code that runs meanwhile must not find it, which it could
        // through the garbage collector alone.
        unsafe { ffi::PyObject_GC_UnTrack(list.as_ptr().cast()) };
        let mut filled = 0;
        for value in values.by_ref().take(expected) {
            let value = value.into_pyobject_or_pyerr(py)?.into_ptr();
            // SAFETY: the list has room for that many values, and nothing here yet; it takes over the reference.
            unsafe {
                #[cfg(not(Py_LIMITED_API))]
                ffi::PyList_SET_ITEM(list.as_ptr(), filled, value);
                #[cfg(Py_LIMITED_API)]
                ffi::PyList_SetItem(list.as_ptr(), filled, value);
            }
            filled += 1;
        }
        let (first, last) = (filled, to_ssize(expected));
        if first < last {
            // SAFETY: a list; removing the holes is what its own code does with null items, too.
            let status =
                unsafe { ffi::PyList_SetSlice(list.as_ptr(), first, last, ptr::null_mut()) };
            check_status(py, status)?;
        }
        // SAFETY: a list that is not tracked, without holes now.
        unsafe { ffi::PyObject_GC_Track(list.as_ptr().cast()) };
        for value in values {
            list.append(value)?;
        }
        Ok(list)
    }

    /// `[]`.
    ///
    /// # Panics
    /// When memory runs out.
    #[inline]
    pub fn empty(py: Python<'_>) -> Bound<'_, PyList> {
        // SAFETY: the result is a new reference, or null.
        unsafe { Bound::from_owned(py, ffi::PyList_New(0)) }
    }
}

/// `list(iterable)`.
#[inline]
pub(super) fn from_iterable<'py>(iterable: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyList>> {
    // SAFETY: a live object; the result is a new reference to a list, or null.
    unsafe { Bound::from_owned_or_err(iterable.py(), ffi::PySequence_List(iterable.as_ptr())) }
}

impl<'py> Bound<'py, PyList> {
    /// `len(self)`.
    #[inline]
    pub fn len(&self) -> usize {
        // SAFETY: a list, whose size cannot fail.
        unsafe { ffi::PyList_Size(self.as_ptr()) as usize }
    }

    /// `len(self) == 0`.
    #[inline]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// `self[index]`.
    ///
    /// # Errors
    /// IndexError.
    #[inline]
    pub fn get_item(&self, index: usize) -> PyResult<Bound<'py, PyAny>> {
        // SAFETY: a list; the result is a new reference, or null.
        unsafe {
            let item = ffi::compat::PyList_GetItemRef(self.as_ptr(), to_ssize(index));
            Bound::from_owned_or_err(self.py(), item)
        }
    }

    /// `self[index]`.
    ///
    /// # Safety
    /// The list has an item there, and no other thread changes the list meanwhile.
    #[cfg(not(Py_LIMITED_API))]
    #[inline]
    pub unsafe fn get_item_unchecked(&self, index: usize) -> Bound<'py, PyAny> {
        // SAFETY: the caller's promise; the list lends the item.
        unsafe {
            let item = ffi::PyList_GET_ITEM(self.as_ptr(), to_ssize(index));
            Bound::from_borrowed(self.py(), item)
        }
    }

    /// `self[index] = value`.
    ///
    /// # Errors
    /// IndexError, and those of the value's conversion.
    #[inline]
    pub fn set_item<V: IntoPyObject<'py>>(&self, index: usize, value: V) -> PyResult<()> {
        let value = value.into_bound_py_any(self.py())?.into_ptr();
        // SAFETY: a list; the function takes over the reference, also when it fails.
        let status = unsafe { ffi::PyList_SetItem(self.as_ptr(), to_ssize(index), value) };
        check_status(self.py(), status)
    }

    /// `del self[index]`.
    ///
    /// # Errors
    /// IndexError.
    #[inline]
    pub fn del_item(&self, index: usize) -> PyResult<()> {
        self.as_sequence().del_item(index)
    }

    /// `self[low:high]`.
    ///
    /// # Panics
    /// When memory runs out.
    #[inline]
    pub fn get_slice(&self, low: usize, high: usize) -> Bound<'py, PyList> {
        // SAFETY: a list; bounds outside it are brought inside. The result is a new reference, or null.
        unsafe {
            let slice = ffi::PyList_GetSlice(self.as_ptr(), to_ssize(low), to_ssize(high));
            Bound::from_owned(self.py(), slice)
        }
    }

    /// `self[low:high] = values`.
    ///
    /// # Errors
    /// TypeError when `values` is not iterable, and what iterating raises.
    #[inline]
    pub fn set_slice(&self, low: usize, high: usize, values: &Bound<'_, PyAny>) -> PyResult<()> {
        // SAFETY: a list and a live object.
        let status = unsafe {
            ffi::PyList_SetSlice(
                self.as_ptr(),
                to_ssize(low),
                to_ssize(high),
                values.as_ptr(),
            )
        };
        check_status(self.py(), status)
    }

    /// `del self[low:high]`.
    ///
    /// # Errors
    /// MemoryError.
    #[inline]
    pub fn del_slice(&self, low: usize, high: usize) -> PyResult<()> {
        // SAFETY: a list; null deletes the slice.
        let status = unsafe {
            ffi::PyList_SetSlice(
                self.as_ptr(),
                to_ssize(low),
                to_ssize(high),
                std::ptr::null_mut(),
            )
        };
        check_status(self.py(), status)
    }

    /// `self.append(value)`.
    ///
    /// # Errors
    /// MemoryError, and those of the value's conversion.
    #[inline]
    pub fn append<V: IntoPyObject<'py>>(&self, value: V) -> PyResult<()> {
        let value = value.into_pyobject_or_pyerr(self.py())?;
        // SAFETY: a list and a live object, which the list takes its own reference to.
        let status = unsafe { ffi::PyList_Append(self.as_ptr(), value.as_borrowed().as_ptr()) };
        check_status(self.py(), status)
    }

    /// `self.insert(index, value)`; an index past the end means the end.
    ///
    /// # Errors
    /// MemoryError, and those of the value's conversion.
    #[inline]
    pub fn insert<V: IntoPyObject<'py>>(&self, index: usize, value: V) -> PyResult<()> {
        let value = value.into_pyobject_or_pyerr(self.py())?;
        // SAFETY: a list and a live object, which the list takes its own reference to.
        let status = unsafe {
            ffi::PyList_Insert(self.as_ptr(), to_ssize(index), value.as_borrowed().as_ptr())
        };
        check_status(self.py(), status)
    }

    /// `value in self`.
    ///
    /// # Errors
    /// What `__eq__` raises.
    #[inline]
    pub fn contains<V: IntoPyObject<'py>>(&self, value: V) -> PyResult<bool> {
        self.as_any().contains(value)
    }

    /// The index of the first item that equals `value`.
    ///
    /// # Errors
    /// ValueError when there is none, and what `__eq__` raises.
    #[inline]
    pub fn index<V: IntoPyObject<'py>>(&self, value: V) -> PyResult<usize> {
        self.as_sequence().index(value)
    }

    /// The items, in order.
    ///
    /// The list may change meanwhile: items are looked up one by one, the iteration ends where the list then ends, and
    /// items appended after its start are left out.
    #[inline]
    pub fn iter(&self) -> ListIterator<'py> {
        ListIterator {
            list: self.clone(),
            next: 0,
            end: self.len(),
        }
    }

    /// Calls `f` with each item, within a critical section of the list: on free-threaded Python no other thread changes it
    /// meanwhile, unless `f` runs Python code that lets one in.
    ///
    /// # Errors
    /// The first one of `f`, which ends the loop.
    #[inline]
    pub fn locked_for_each<F>(&self, f: F) -> PyResult<()>
    where
        F: FnMut(Bound<'py, PyAny>) -> PyResult<()>,
    {
        with_critical_section(self, || self.iter().try_for_each(f))
    }

    /// `self.sort()`.
    ///
    /// # Errors
    /// TypeError when items cannot be compared, and what `__lt__` raises.
    #[inline]
    pub fn sort(&self) -> PyResult<()> {
        // SAFETY: a list.
        check_status(self.py(), unsafe { ffi::PyList_Sort(self.as_ptr()) })
    }

    /// `self.reverse()`.
    ///
    /// # Errors
    /// None that a list is known to raise.
    #[inline]
    pub fn reverse(&self) -> PyResult<()> {
        // SAFETY: a list.
        check_status(self.py(), unsafe { ffi::PyList_Reverse(self.as_ptr()) })
    }

    /// `tuple(self)`.
    ///
    /// # Panics
    /// When memory runs out.
    #[inline]
    pub fn to_tuple(&self) -> Bound<'py, PyTuple> {
        // SAFETY: a list; the result is a new reference to a tuple, or null.
        unsafe { Bound::from_owned(self.py(), ffi::PyList_AsTuple(self.as_ptr())) }
    }

    /// This list as a sequence.
    #[inline]
    pub fn as_sequence(&self) -> &Bound<'py, PySequence> {
        // SAFETY: a list is a sequence.
        unsafe { self.cast_unchecked() }
    }

    /// This list as a sequence.
    #[inline]
    pub fn into_sequence(self) -> Bound<'py, PySequence> {
        // SAFETY: a list is a sequence.
        unsafe { self.cast_into_unchecked() }
    }
}

/// The items of a list, in order.
pub struct ListIterator<'py> {
    list: Bound<'py, PyList>,
    next: usize,
    end: usize,
}

impl ListIterator<'_> {
    /// Where the iteration ends as of now.
    #[inline]
    fn end(&self) -> usize {
        self.end.min(self.list.len())
    }
}

impl<'py> Iterator for ListIterator<'py> {
    type Item = Bound<'py, PyAny>;

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        if self.next >= self.end() {
            return None;
        }
        // Another thread may have shortened the list since: then this was the end.
        let item = self.list.get_item(self.next).ok()?;
        self.next += 1;
        Some(item)
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = self.end().saturating_sub(self.next);
        (left, Some(left))
    }
}

impl DoubleEndedIterator for ListIterator<'_> {
    #[inline]
    fn next_back(&mut self) -> Option<Self::Item> {
        self.end = self.end();
        if self.next >= self.end {
            return None;
        }
        let item = self.list.get_item(self.end - 1).ok()?;
        self.end -= 1;
        Some(item)
    }
}

impl ExactSizeIterator for ListIterator<'_> {}

impl<'py> IntoIterator for Bound<'py, PyList> {
    type Item = Bound<'py, PyAny>;
    type IntoIter = ListIterator<'py>;

    #[inline]
    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<'py> IntoIterator for &Bound<'py, PyList> {
    type Item = Bound<'py, PyAny>;
    type IntoIter = ListIterator<'py>;

    #[inline]
    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
