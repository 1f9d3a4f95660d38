use std::iter::FusedIterator;

use super::{PyAny, PyList, PySequence, builtin_type, list, to_ssize};
use crate::convert::{IntoPyObject, IntoPyObjectExt};
use crate::error::PyResult;
use crate::exceptions::PyIndexError;
use crate::ffi;
use crate::hint::Hint;
use crate::object::{Borrowed, Bound};
use crate::panic::unwind;
use crate::python::Python;

builtin_type! {
    /// `tuple`.
    PyTuple, "tuple", Hint::Subscript(&Hint::TUPLE, &[Hint::ANY, Hint::Ellipsis]), PyTuple_Type, check: PyTuple_Check
}

impl PyTuple {
    /// A tuple of these values.
    ///
    /// # Errors
    /// MemoryError, and those of the values' conversions.
    #[inline]
    pub fn new<'py, T, I>(py: Python<'py>, values: I) -> PyResult<Bound<'py, PyTuple>>
    where
        T: IntoPyObject<'py>,
        I: IntoIterator<Item = T>,
    {
        // A tuple that is not full yet is no safe thing to have around while Python code runs: the values
        // are made first.
        let values = values
            .into_iter()
            .map(|value| value.into_bound_py_any(py))
            .collect::<PyResult<Vec<_>>>()?;
        // SAFETY: the result is a new reference, or null.
        let tuple = unsafe {
            Bound::<PyTuple>::from_owned_or_err(py, ffi::PyTuple_New(to_ssize(values.len())))?
        };
        for (index, value) in values.into_iter().enumerate() {
            // SAFETY: the tuple is new, nobody else has it, and it has room for all values; it takes over the reference.
            unsafe {
                #[cfg(not(Py_LIMITED_API))]
                ffi::PyTuple_SET_ITEM(tuple.as_ptr(), to_ssize(index), value.into_ptr());
                #[cfg(Py_LIMITED_API)]
                ffi::PyTuple_SetItem(tuple.as_ptr(), to_ssize(index), value.into_ptr());
            }
        }
        Ok(tuple)
    }

    /// `()`.
    ///
    /// # Panics
    /// When memory runs out.
    #[inline]
    pub fn empty(py: Python<'_>) -> Bound<'_, PyTuple> {
        // SAFETY: the result is a new reference, or null.
        unsafe { Bound::from_owned(py, ffi::PyTuple_New(0)) }
    }
}

impl<'py> Bound<'py, PyTuple> {
    /// `len(self)`.
    #[inline]
    pub fn len(&self) -> usize {
        // SAFETY: a tuple, whose size cannot fail.
        let length = unsafe {
            #[cfg(not(Py_LIMITED_API))]
            let length = ffi::PyTuple_GET_SIZE(self.as_ptr());
            #[cfg(Py_LIMITED_API)]
            let length = ffi::PyTuple_Size(self.as_ptr());
            length
        };
        length as usize
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
        self.get_borrowed_item(index).map(Borrowed::to_owned)
    }

    /// `self[index]`, borrowed: a tuple keeps its items as long as it lives.
    ///
    /// # Errors
    /// IndexError.
    #[inline]
    pub fn get_borrowed_item<'a>(&'a self, index: usize) -> PyResult<Borrowed<'a, 'py, PyAny>> {
        self.as_borrowed().get_borrowed_item(index)
    }

    /// `self[index]`.
    ///
    /// # Safety
    /// The tuple has an item there.
    #[cfg(not(Py_LIMITED_API))]
    #[inline]
    pub unsafe fn get_item_unchecked(&self, index: usize) -> Bound<'py, PyAny> {
        // SAFETY: the caller's promise.
        unsafe { self.get_borrowed_item_unchecked(index) }.to_owned()
    }

    /// `self[index]`, borrowed: a tuple keeps its items as long as it lives.
    ///
    /// # Safety
    /// The tuple has an item there.
    #[cfg(not(Py_LIMITED_API))]
    #[inline]
    pub unsafe fn get_borrowed_item_unchecked<'a>(
        &'a self,
        index: usize,
    ) -> Borrowed<'a, 'py, PyAny> {
        // SAFETY: the caller's promise; items live as long as the tuple, which is at least `'a`.
        unsafe {
            let item = ffi::PyTuple_GET_ITEM(self.as_ptr(), to_ssize(index));
            Borrowed::from_borrowed(self.py(), item)
        }
    }

    /// The items in place.
    ///
    /// # Panics
    /// When the tuple is not filled yet: the garbage collector shows C code's unfinished tuples.
    #[cfg(not(Py_LIMITED_API))]
    #[inline]
    pub fn as_slice(&self) -> &[Bound<'py, PyAny>] {
        let tuple: *mut ffi::PyTupleObject = self.as_ptr().cast();
        // SAFETY: a tuple, whose items lie in a row, as many as its length, and live as long as it. A `Bound` is one pointer,
        // and an `Option` of it one that may be null.
        let items: &[Option<Bound<'py, PyAny>>] = unsafe {
            let first = (&raw const (*tuple).ob_item).cast();
            std::slice::from_raw_parts(first, self.len())
        };
        assert!(
            items.iter().all(Option::is_some),
            "a tuple that is not filled yet"
        );
        // SAFETY: none of them is null, and both types have this one layout.
        unsafe { &*(std::ptr::from_ref(items) as *const [Bound<'py, PyAny>]) }
    }

    /// `self[low:high]`.
    ///
    /// # Panics
    /// When memory runs out.
    #[inline]
    pub fn get_slice(&self, low: usize, high: usize) -> Bound<'py, PyTuple> {
        // SAFETY: a tuple; bounds outside it are brought inside. The result is a new reference, or null.
        unsafe {
            let slice = ffi::PyTuple_GetSlice(self.as_ptr(), to_ssize(low), to_ssize(high));
            Bound::from_owned(self.py(), slice)
        }
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
    #[inline]
    pub fn iter(&self) -> TupleIterator<'py> {
        TupleIterator {
            tuple: self.clone(),
            next: 0,
            end: self.len(),
        }
    }

    /// The items, in order, borrowed.
    #[inline]
    pub fn iter_borrowed<'a>(&'a self) -> BorrowedTupleIterator<'a, 'py> {
        self.as_borrowed().iter_borrowed()
    }

    /// `list(self)`.
    ///
    /// # Panics
    /// When memory runs out.
    #[inline]
    pub fn to_list(&self) -> Bound<'py, PyList> {
        list::from_iterable(self).unwrap_or_else(|error| unwind(error))
    }

    /// This tuple as a sequence.
    #[inline]
    pub fn as_sequence(&self) -> &Bound<'py, PySequence> {
        // SAFETY: a tuple is a sequence.
        unsafe { self.cast_unchecked() }
    }

    /// This tuple as a sequence.
    #[inline]
    pub fn into_sequence(self) -> Bound<'py, PySequence> {
        // SAFETY: a tuple is a sequence.
        unsafe { self.cast_into_unchecked() }
    }
}

impl<'a, 'py> Borrowed<'a, 'py, PyTuple> {
    /// `self[index]`, for as long as the tuple is borrowed.
    ///
    /// # Errors
    /// IndexError.
    #[inline]
    pub fn get_borrowed_item(self, index: usize) -> PyResult<Borrowed<'a, 'py, PyAny>> {
        if index >= self.len() {
            return Err(PyIndexError::new_err("tuple index out of range"));
        }
        // SAFETY: the index is within the tuple, whose items live as long as it, which is at least `'a`.
        unsafe {
            #[cfg(not(Py_LIMITED_API))]
            let item = ffi::PyTuple_GET_ITEM(self.as_ptr(), to_ssize(index));
            #[cfg(Py_LIMITED_API)]
            let item = ffi::PyTuple_GetItem(self.as_ptr(), to_ssize(index));
            Borrowed::from_borrowed_or_err(self.py(), item)
        }
    }

    /// The items, in order, for as long as the tuple is borrowed.
    #[inline]
    pub fn iter_borrowed(self) -> BorrowedTupleIterator<'a, 'py> {
        BorrowedTupleIterator {
            tuple: self,
            left: 0..self.len(),
        }
    }
}

/// The items of a tuple, in order, borrowed. See [`Bound::<PyTuple>::iter_borrowed`](Bound::iter_borrowed).
#[derive(Clone)]
pub struct BorrowedTupleIterator<'a, 'py> {
    tuple: Borrowed<'a, 'py, PyTuple>,
    left: std::ops::Range<usize>,
}

impl<'a, 'py> BorrowedTupleIterator<'a, 'py> {
    #[inline]
    fn item(&self, index: usize) -> Borrowed<'a, 'py, PyAny> {
        self.tuple
            .get_borrowed_item(index)
            .unwrap_or_else(|error| unwind(error))
    }
}

impl<'a, 'py> Iterator for BorrowedTupleIterator<'a, 'py> {
    type Item = Borrowed<'a, 'py, PyAny>;

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        self.left.next().map(|index| self.item(index))
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        self.left.size_hint()
    }
}

impl DoubleEndedIterator for BorrowedTupleIterator<'_, '_> {
    #[inline]
    fn next_back(&mut self) -> Option<Self::Item> {
        self.left.next_back().map(|index| self.item(index))
    }
}

impl ExactSizeIterator for BorrowedTupleIterator<'_, '_> {}
impl FusedIterator for BorrowedTupleIterator<'_, '_> {}

/// The items of a tuple, in order. See [`Bound::<PyTuple>::iter`](Bound::iter).
pub struct TupleIterator<'py> {
    tuple: Bound<'py, PyTuple>,
    next: usize,
    end: usize,
}

impl<'py> TupleIterator<'py> {
    #[inline]
    fn item(&self, index: usize) -> Bound<'py, PyAny> {
        self.tuple
            .get_item(index)
            .unwrap_or_else(|error| unwind(error))
    }
}

impl<'py> Iterator for TupleIterator<'py> {
    type Item = Bound<'py, PyAny>;

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        (self.next < self.end).then(|| {
            self.next += 1;
            self.item(self.next - 1)
        })
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.end - self.next, Some(self.end - self.next))
    }
}

impl DoubleEndedIterator for TupleIterator<'_> {
    #[inline]
    fn next_back(&mut self) -> Option<Self::Item> {
        (self.next < self.end).then(|| {
            self.end -= 1;
            self.item(self.end)
        })
    }
}

impl ExactSizeIterator for TupleIterator<'_> {}
impl FusedIterator for TupleIterator<'_> {}

impl<'py> IntoIterator for Bound<'py, PyTuple> {
    type Item = Bound<'py, PyAny>;
    type IntoIter = TupleIterator<'py>;

    #[inline]
    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<'py> IntoIterator for &Bound<'py, PyTuple> {
    type Item = Bound<'py, PyAny>;
    type IntoIter = TupleIterator<'py>;

    #[inline]
    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
