use super::PyAny;
use crate::error::{PyErr, PyResult};
use crate::exceptions::PyTypeError;
use crate::ffi;
use crate::hint::Hint;
use crate::object::{Bound, DerefToPyAny};
use crate::type_object::PyTypeCheck;

/// An iterator: an object with `__next__`.
///
/// `Bound<'py, PyIterator>` is a Rust iterator over what it gives, as `PyResult`s. Get one from [`try_iter`](Bound::try_iter).
pub struct PyIterator(());

impl DerefToPyAny for PyIterator {}

// SAFETY: `PyIter_Check` says whether the type has `__next__`, all that is asked of it.
unsafe impl PyTypeCheck for PyIterator {
    const NAME: &'static str = "Iterator";
    const TYPE_HINT: Hint =
        Hint::Subscript(&Hint::Import("collections.abc", "Iterator"), &[Hint::ANY]);

    #[inline]
    fn type_check(object: &Bound<'_, PyAny>) -> bool {
        // SAFETY: a live object.
        unsafe { ffi::PyIter_Check(object.as_ptr()) != 0 }
    }
}

impl PyIterator {
    /// `iter(object)`.
    ///
    /// # Errors
    /// TypeError when it is not iterable, and what `__iter__` raises.
    #[inline]
    pub fn from_object<'py>(object: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyIterator>> {
        object.try_iter()
    }
}

/// What [`send`](Bound::send) comes back with.
#[derive(Debug)]
pub enum PySendResult<'py> {
    /// What the generator yields.
    Next(Bound<'py, PyAny>),
    /// What it returns, at its end.
    Return(Bound<'py, PyAny>),
}

impl<'py> Bound<'py, PyIterator> {
    /// `generator.send(value)`. Other iterators take `None` alone.
    ///
    /// # Errors
    /// TypeError for a value where a generator has not begun, AttributeError for one to an iterator without `send`, and what it raises.
    #[inline]
    pub fn send(&self, value: &Bound<'py, PyAny>) -> PyResult<PySendResult<'py>> {
        if !PyIterator::type_check(self) {
            return Err(lost());
        }
        let py = self.py();
        let mut result = std::ptr::null_mut();
        // SAFETY: an iterator, which is looked at each time, and a live object; what is written is a new reference unless it fails.
        unsafe {
            match ffi::PyIter_Send(self.as_ptr(), value.as_ptr(), &mut result) {
                ffi::PySendResult::PYGEN_ERROR => Err(PyErr::fetch(py)),
                ffi::PySendResult::PYGEN_RETURN => {
                    Ok(PySendResult::Return(Bound::from_owned(py, result)))
                }
                ffi::PySendResult::PYGEN_NEXT => {
                    Ok(PySendResult::Next(Bound::from_owned(py, result)))
                }
            }
        }
    }
}

#[cold]
fn lost() -> PyErr {
    PyTypeError::new_err("the iterator has lost its `__next__` method")
}

impl<'py> Iterator for Bound<'py, PyIterator> {
    type Item = PyResult<Bound<'py, PyAny>>;

    /// `next(self)`; `None` at its end, an error when it raised.
    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        if !PyIterator::type_check(self) {
            return Some(Err(lost()));
        }
        let mut item = std::ptr::null_mut();
        // SAFETY: an iterator, which is looked at each time, since `__class__` can be set; what is written is a new reference, or null at the end and on errors.
        unsafe {
            let status = ffi::compat::PyIter_NextItem(self.as_ptr(), &mut item);
            match status {
                0 => None,
                1.. => Some(Ok(Bound::from_owned(self.py(), item))),
                _ => Some(Err(PyErr::fetch(self.py()))),
            }
        }
    }
}

impl<'py> IntoIterator for &Bound<'py, PyIterator> {
    type Item = PyResult<Bound<'py, PyAny>>;
    type IntoIter = Bound<'py, PyIterator>;

    #[inline]
    fn into_iter(self) -> Self::IntoIter {
        self.clone()
    }
}
