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
        // SAFETY: nothing but `extract_in_place` happens while the items are in use. That neither runs Python code nor lets go of the
        // interpreter, so that a list stays as it is.
        let (count, item) = unsafe { items.in_place(values.len()) };
        extend_in_place(&mut values, count, item);
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

/// Adds the first of `count` items up to one that cannot be converted in place, or for which there is no room.
///
/// The loop is one of its own, so that all it needs stays in registers. It takes two items at a time, for half as many steps; not where
/// each is a call.
fn extend_in_place<'a, 'py: 'a, T: FromPyObjectOwned<'py>>(
    values: &mut Vec<T>,
    count: usize,
    item: impl Fn(usize) -> Borrowed<'a, 'py, PyAny>,
) {
    let convert = |index| T::extract_in_place(item(index), InPlace);
    let room = values.spare_capacity_mut();
    let count = count.min(room.len());
    let room = &mut room[..count];
    let mut added = 0;
    let pairs = match cfg!(Py_LIMITED_API) {
        true => 0,
        false => usize::MAX,
    };
    for places in room.chunks_exact_mut(2).take(pairs) {
        let (Some(first), Some(second)) = (convert(added), convert(added + 1)) else {
            break;
        };
        places[0].write(first);
        places[1].write(second);
        added += 2;
    }
    for place in &mut room[added..] {
        let Some(value) = convert(added) else {
            break;
        };
        place.write(value);
        added += 1;
    }
    // SAFETY: that many values were written behind the last one.
    unsafe { values.set_len(values.len() + added) }
}

impl<'a, 'py> Items<'a, 'py> {
    /// The number of items at this moment.
    #[inline]
    fn len(self) -> usize {
        // SAFETY: a list or a tuple.
        #[cfg(not(Py_LIMITED_API))]
        let length = unsafe {
            match self {
                Items::List(list) => ffi::PyList_GET_SIZE(list.as_ptr()),
                Items::Tuple(tuple) => ffi::PyTuple_GET_SIZE(tuple.as_ptr()),
            }
        };
        // SAFETY: as above.
        #[cfg(Py_LIMITED_API)]
        let length = unsafe {
            match self {
                Items::List(list) => ffi::PyList_Size(list.as_ptr()),
                Items::Tuple(tuple) => ffi::PyTuple_Size(tuple.as_ptr()),
            }
        };
        length as usize
    }

    /// How many items there are from `first` on, and what gives each of them. None for a list without the GIL, where any thread may change it
    /// at any time.
    ///
    /// # Safety
    /// No Python code runs, on any thread that shares a GIL with this one, while the function or an item is in use; it is asked for no more
    /// items than there are.
    #[cfg(not(Py_LIMITED_API))]
    #[inline]
    unsafe fn in_place(self, first: usize) -> (usize, impl Fn(usize) -> Borrowed<'a, 'py, PyAny>) {
        let items: *const std::ptr::NonNull<ffi::PyObject> = match self {
            Items::List(_) if cfg!(Py_GIL_DISABLED) => std::ptr::null(),
            // SAFETY: a list.
            Items::List(list) => unsafe {
                (*list.as_ptr().cast::<ffi::PyListObject>())
                    .ob_item
                    .cast_const()
                    .cast()
            },
            // SAFETY: a tuple.
            Items::Tuple(tuple) => unsafe {
                (&raw const (*tuple.as_ptr().cast::<ffi::PyTupleObject>()).ob_item).cast()
            },
        };
        let items = if items.is_null() {
            &[] // nor has an empty list memory for items
        } else {
            // SAFETY: as many items as it has. They are not null but in a list or tuple that C code is still filling, which is not to be
            // given away (<https://docs.python.org/3/c-api/list.html#c.PyList_New>).
            unsafe { std::slice::from_raw_parts(items, self.len()) }
        };
        let items = items.get(first..).unwrap_or_default();
        // SAFETY: the caller's promise; the objects are kept alive by the list as long as nobody changes it.
        let item = |index| unsafe { Borrowed::from_non_null(*items.get_unchecked(index)) };
        (items.len(), item)
    }

    /// The limited API does not tell where the items are: each is asked for.
    ///
    /// # Safety
    /// As for the other kind of build.
    #[cfg(Py_LIMITED_API)]
    #[inline]
    unsafe fn in_place(self, first: usize) -> (usize, impl Fn(usize) -> Borrowed<'a, 'py, PyAny>) {
        let length = match self {
            Items::List(_) if cfg!(Py_GIL_DISABLED) => 0,
            _ => self.len(),
        };
        let item = move |index| {
            let index = (first + index) as ffi::Py_ssize_t;
            // SAFETY: a list or a tuple with that item, which is lent.
            unsafe {
                match self {
                    Items::List(list) => Borrowed::from_borrowed(
                        list.py(),
                        ffi::PyList_GetItem(list.as_ptr(), index),
                    ),
                    Items::Tuple(tuple) => Borrowed::from_borrowed(
                        tuple.py(),
                        ffi::PyTuple_GetItem(tuple.as_ptr(), index),
                    ),
                }
            }
        };
        (length.saturating_sub(first), item)
    }

    /// The item at `index`, with a reference of our own. `None` behind the last one.
    #[inline]
    fn get(self, index: usize) -> Option<Bound<'py, PyAny>> {
        #[cfg(Py_GIL_DISABLED)]
        if let Items::List(list) = self {
            return locked_item(list, index);
        }
        // SAFETY: no Python code runs between looking at the size and having the reference.
        let (count, item) = unsafe { self.in_place(index) };
        (count > 0).then(|| Borrowed::to_owned(item(0)))
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
        Bound::from_owned_or_opt(list.py(), item)
    }
}
