//! Where the arguments of a variadic function go that no named parameter takes.

use std::ptr;

use super::Slot;
use crate::call::Shape;
use crate::ffi;
use crate::object::{Borrowed, Bound};
use crate::python::Python;
use crate::types::{PyAny, PyDict, PyTuple};

/// `*args` and `**kwargs` of one call.
pub(crate) struct Rest<'py> {
    pub(super) takes_positional: bool,
    pub(super) takes_keywords: bool,
    /// `*args`, once the call is bound.
    pub(super) positional: Option<Bound<'py, PyTuple>>,
    /// `**kwargs`, from the first keyword that belongs there.
    pub(super) keywords: Option<Bound<'py, PyDict>>,
}

impl<'py> Rest<'py> {
    #[inline(always)]
    pub(crate) fn of(shape: Shape) -> Self {
        Rest {
            takes_positional: shape.varargs,
            takes_keywords: shape.kwargs,
            positional: None,
            keywords: None,
        }
    }

    /// Puts them into the slots after those of the named parameters, and says whether that succeeded: when it did not, the error
    /// indicator is set to MemoryError.
    ///
    /// # Safety
    /// The call is bound, `slots` has room for each that the function has, and they are used no longer than `self` lives.
    #[inline(always)]
    pub(super) unsafe fn fill(
        &mut self,
        shape: Shape,
        py: Python<'py>,
        slots: *mut Slot<'_, 'py>,
    ) -> bool {
        // SAFETY: the caller's promise; the objects are alive, or null.
        unsafe {
            let mut slots = slots.add(shape.named());
            if shape.varargs {
                let tuple = self
                    .positional
                    .as_ref()
                    .map_or_else(ptr::null_mut, Bound::as_ptr);
                slots.write(Borrowed::from_borrowed_or_opt(py, tuple));
                slots = slots.add(1);
            }
            if shape.kwargs {
                if self.keywords.is_none() && !shape.kwargs_or_none {
                    self.keywords = Bound::from_owned_or_opt(py, ffi::PyDict_New());
                    if self.keywords.is_none() {
                        return false;
                    }
                }
                let dict = self
                    .keywords
                    .as_ref()
                    .map_or_else(|| ffi::Py_None(), Bound::as_ptr);
                slots.write(Borrowed::from_borrowed_or_opt(py, dict));
            }
        }
        true
    }
}

/// A new tuple of so many objects. Without memory, `None`, and the error indicator is set.
///
/// # Safety
/// `items` points to `count` objects, none of them null.
#[allow(improper_ctypes_definitions)] // no C code calls it
#[inline(never)]
pub(super) unsafe extern "C" fn new_tuple<'py>(
    items: *const Slot<'_, 'py>,
    count: usize,
    py: Python<'py>,
) -> Option<Bound<'py, PyTuple>> {
    // SAFETY: each slot of the new tuple, which nobody else has seen, is filled once with a reference that it takes over.
    unsafe {
        let tuple = ffi::PyTuple_New(count as ffi::Py_ssize_t);
        let tuple = Bound::from_owned_or_opt(py, tuple)?;
        for index in 0..count {
            let item = items
                .add(index)
                .read()
                .map(|item| Borrowed::to_owned(item).into_ptr());
            let (index, item) = (index as ffi::Py_ssize_t, item.unwrap_or(ptr::null_mut()));
            #[cfg(not(Py_LIMITED_API))]
            ffi::PyTuple_SET_ITEM(tuple.as_ptr(), index, item);
            #[cfg(Py_LIMITED_API)]
            ffi::PyTuple_SetItem(tuple.as_ptr(), index, item);
        }
        Some(tuple)
    }
}

/// Puts a keyword into `**kwargs`, and says whether that succeeded. It raises no error, and runs no Python code: an instance of a subclass
/// of `str`, which may have some to be hashed by, is not taken.
#[inline(always)]
pub(super) fn add_stray<'py>(
    keywords: &mut Option<Bound<'py, PyDict>>,
    name: Borrowed<'_, 'py, PyAny>,
    value: Slot<'_, 'py>,
) -> bool {
    let Some(value) = value else { return false };
    // SAFETY: live objects, and a dict that nobody else has seen.
    unsafe {
        if ffi::PyUnicode_CheckExact(name.as_ptr()) == 0 {
            return false;
        }
        let dict = match keywords {
            Some(dict) => dict.as_ptr(),
            None => match Bound::from_owned_or_opt(name.py(), ffi::PyDict_New()) {
                Some(dict) => keywords.insert(dict).as_ptr(),
                None => {
                    ffi::PyErr_Clear();
                    return false;
                }
            },
        };
        if ffi::PyDict_SetItem(dict, name.as_ptr(), value.as_ptr()) < 0 {
            ffi::PyErr_Clear();
            return false;
        }
    }
    true
}
