//! Reading the items of exact lists and tuples in place.

use super::InPlace;
use crate::convert::FromPyObjectOwned;
use crate::error::PyResult;
use crate::ffi;
use crate::object::{Borrowed, Bound};
use crate::types::PyAny;

/// A list or tuple, no subclass: its items are where the C API's `PyListObject` and `PyTupleObject` say.
#[derive(Clone, Copy)]
enum Items<'a, 'py> {
    List(Borrowed<'a, 'py, PyAny>),
    Tuple(Borrowed<'a, 'py, PyAny>),
}

/// The items of an exact list or tuple, converted; `None` for other objects.
#[inline]
pub(super) fn extract<'py, T: FromPyObjectOwned<'py>>(
    object: Borrowed<'_, 'py, PyAny>,
) -> Option<PyResult<Vec<T>>> {
    // SAFETY: a live object.
    unsafe {
        if ffi::PyList_CheckExact(object.as_ptr()) != 0 {
            Some(extract_items(Items::List(object)))
        } else if ffi::PyTuple_CheckExact(object.as_ptr()) != 0 {
            Some(extract_items(Items::Tuple(object)))
        } else {
            None
        }
    }
}

fn extract_items<'py, T: FromPyObjectOwned<'py>>(items: Items<'_, 'py>) -> PyResult<Vec<T>> {
    let mut values = super::with_capacity(items.len())?;
    loop {
        // SAFETY: nothing but `extract_in_place` happens while the slice is in use. That neither runs Python code nor lets go of the
        // interpreter, so that a list stays as it is.
        let in_place = unsafe { items.in_place() };
        for item in in_place.get(values.len()..).unwrap_or_default() {
            match T::extract_in_place(*item, InPlace) {
                Some(value) => values.push(value),
                None => break,
            }
        }
        // The next item may run Python code. Afterwards everything is read anew: the list may have changed.
        let index = values.len();
        let Some(item) = items.get(index) else {
            return Ok(values);
        };
        match item.extract() {
            Ok(value) => values.push(value),
            Err(error) => return Err(super::in_item(item.py(), index, error)),
        }
    }
}

impl<'a, 'py> Items<'a, 'py> {
    /// The number of items at this moment.
    #[inline]
    fn len(self) -> usize {
        // SAFETY: a list or a tuple.
        let length = unsafe {
            match self {
                Items::List(list) => ffi::PyList_GET_SIZE(list.as_ptr()),
                Items::Tuple(tuple) => ffi::PyTuple_GET_SIZE(tuple.as_ptr()),
            }
        };
        length as usize
    }

    /// The items. None for a list without the GIL, where any thread may change it at any time.
    ///
    /// # Safety
    /// No Python code runs, on any thread that shares a GIL with this one, while the slice is in use.
    #[inline]
    unsafe fn in_place(self) -> &'a [Borrowed<'a, 'py, PyAny>] {
        let length = self.len();
        if length == 0 {
            return &[]; // an empty list has no memory for items
        }
        // SAFETY: a list or a tuple of that many items. They are pointers, as `Borrowed` is, never null, and the objects are
        // kept alive by the list as long as nobody changes it.
        unsafe {
            let first = match self {
                Items::List(_) if cfg!(Py_GIL_DISABLED) => return &[],
                Items::List(list) => (*list.as_ptr().cast::<ffi::PyListObject>()).ob_item.cast_const(),
                Items::Tuple(tuple) => {
                    (&raw const (*tuple.as_ptr().cast::<ffi::PyTupleObject>()).ob_item).cast()
                }
            };
            std::slice::from_raw_parts(first.cast(), length)
        }
    }

    /// The item at `index`, with a reference of our own. `None` behind the last one.
    #[inline]
    fn get(self, index: usize) -> Option<Bound<'py, PyAny>> {
        #[cfg(Py_GIL_DISABLED)]
        if let Items::List(list) = self {
            return locked_item(list, index);
        }
        // SAFETY: no Python code runs between looking at the size and having the reference.
        unsafe { self.in_place() }.get(index).map(|item| Borrowed::to_owned(*item))
    }
}

/// An item of a list that other threads may be changing.
#[cfg(Py_GIL_DISABLED)]
fn locked_item<'py>(list: Borrowed<'_, 'py, PyAny>, index: usize) -> Option<Bound<'py, PyAny>> {
    // SAFETY: a list, which the function locks; a new reference, or null with IndexError behind the last item.
    unsafe {
        let item = ffi::PyList_GetItemRef(list.as_ptr(), index as ffi::Py_ssize_t);
        if item.is_null() {
            ffi::PyErr_Clear();
        }
        Bound::from_owned_ptr_or_opt(list.py(), item)
    }
}
