//! Iterating over a dict.

use super::PyDict;
use crate::ffi;
use crate::object::Bound;
use crate::sync::critical_section::with_critical_section;
use crate::types::PyAny;

/// The pairs of key and value of a dict.
///
/// Panics when keys came or went since it was made.
pub struct DictIterator<'py> {
    dict: Bound<'py, PyDict>,
    /// Where `PyDict_Next` is to go on.
    position: ffi::Py_ssize_t,
    /// How many pairs the dict had at first.
    length: usize,
    /// How many of them are still to come.
    left: usize,
}

impl<'py> DictIterator<'py> {
    #[inline]
    pub(super) fn of(dict: &Bound<'py, PyDict>) -> Self {
        let length = dict.len();
        DictIterator {
            dict: dict.clone(),
            position: 0,
            length,
            left: length,
        }
    }
}

type Pair<'py> = (Bound<'py, PyAny>, Bound<'py, PyAny>);

/// The pair at `position`, where the last call went on to, and how many the dict has now.
#[inline]
pub(crate) fn next_pair<'py>(
    dict: &Bound<'py, PyDict>,
    position: &mut ffi::Py_ssize_t,
) -> (Option<Pair<'py>>, usize) {
    let py = dict.py();
    let (mut key, mut value) = (std::ptr::null_mut(), std::ptr::null_mut());
    with_critical_section(dict, || {
        // SAFETY: a dict; `PyDict_Next` checks the position and lends key and value, which are owned before anything can
        // change the dict: no other thread within the GIL, or within the critical section where there is none.
        let pair = unsafe {
            let found = ffi::PyDict_Next(dict.as_ptr(), position, &raw mut key, &raw mut value);
            (found != 0).then(|| {
                (
                    Bound::from_borrowed(py, key),
                    Bound::from_borrowed(py, value),
                )
            })
        };
        (pair, dict.len())
    })
}

impl<'py> Iterator for DictIterator<'py> {
    type Item = Pair<'py>;

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        if self.left == 0 {
            return None;
        }
        let (pair, length) = next_pair(&self.dict, &mut self.position);
        assert!(
            length == self.length,
            "dictionary changed size during iteration"
        );
        assert!(pair.is_some(), "dictionary keys changed during iteration");
        self.left -= 1;
        pair
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.left, Some(self.left))
    }
}

impl ExactSizeIterator for DictIterator<'_> {}
impl std::iter::FusedIterator for DictIterator<'_> {}

impl<'py> IntoIterator for Bound<'py, PyDict> {
    type Item = Pair<'py>;
    type IntoIter = DictIterator<'py>;

    #[inline]
    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<'py> IntoIterator for &Bound<'py, PyDict> {
    type Item = Pair<'py>;
    type IntoIter = DictIterator<'py>;

    #[inline]
    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
