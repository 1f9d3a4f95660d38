//! Calls that are in order, as nearly all are: they are bound without a word. Of any other, [`binding`](super::binding) says what is wrong.

use std::ptr::NonNull;
use std::slice;

use super::rest::{Rest, add_stray, new_tuple};
use super::{Parameters, Slot};
use crate::call::Shape;
#[cfg(not(any(Py_LIMITED_API, Py_3_14)))]
use crate::convert::ascii_in_place;
use crate::ffi;
use crate::object::{Borrowed, Bound};
use crate::python::Python;
use crate::types::{PyAny, PyDict};

/// The names that a call gives, `kwnames` in the C API: a tuple that the interpreter keeps alive during the call.
#[derive(Clone, Copy)]
pub(super) struct KeywordNames<'a, 'py> {
    tuple: Borrowed<'a, 'py, PyAny>,
    len: usize,
}

impl<'a, 'py> KeywordNames<'a, 'py> {
    /// # Safety
    /// `tuple` is a tuple.
    #[inline]
    pub(super) unsafe fn new(tuple: Borrowed<'a, 'py, PyAny>) -> Self {
        // SAFETY: a tuple has a size, which is never negative.
        #[cfg(not(Py_LIMITED_API))]
        let len = unsafe { ffi::PyTuple_GET_SIZE(tuple.as_ptr()) };
        // SAFETY: as above.
        #[cfg(Py_LIMITED_API)]
        let len = unsafe { ffi::PyTuple_Size(tuple.as_ptr()) };
        KeywordNames {
            tuple,
            len: len as usize,
        }
    }

    /// The name at `index`.
    ///
    /// # Panics
    /// When there are not so many.
    #[inline]
    fn get(self, index: usize) -> Borrowed<'a, 'py, PyAny> {
        assert!(index < self.len);
        let (names, index) = (self.tuple.as_ptr(), index as ffi::Py_ssize_t);
        // SAFETY: the index is in range. The tuple lives for `'a` and never changes, so its items live as long.
        unsafe {
            #[cfg(not(Py_LIMITED_API))]
            let name = ffi::PyTuple_GET_ITEM(names, index);
            #[cfg(Py_LIMITED_API)]
            let name = ffi::PyTuple_GetItem(names, index);
            Borrowed::from_non_null(NonNull::new_unchecked(name))
        }
    }

    #[inline]
    pub(super) fn len(self) -> usize {
        self.len
    }

    #[inline]
    pub(super) fn iter(self) -> impl Iterator<Item = Borrowed<'a, 'py, PyAny>> {
        (0..self.len).map(move |index| self.get(index))
    }
}

impl Parameters {
    /// Binds a call that is in order, and says whether it was. It raises no error.
    ///
    /// # Safety
    /// As [`bind`](Parameters::bind).
    #[allow(clippy::too_many_arguments)] // inlined, and as the interpreter passes them
    #[inline(always)]
    pub(super) unsafe fn bind_in_order<'a, 'py>(
        self,
        shape: Shape,
        py: Python<'py>,
        module: *mut ffi::PyObject,
        args: *const Slot<'a, 'py>,
        nargs: ffi::Py_ssize_t,
        kwnames: *mut ffi::PyObject,
        slots: *mut Slot<'a, 'py>,
        rest: &mut Rest<'py>,
    ) -> bool {
        let given = nargs as usize;
        let fitting = match given > self.positional() {
            true if !shape.varargs => return false,
            true => self.positional(),
            false => given,
        };
        // SAFETY: `args` begins with `given` values by position, and `slots` has room for each; the rest is the caller's promise.
        unsafe {
            for index in 0..shape.named() {
                let value = (index < fitting).then(|| args.add(index).read());
                slots.add(index).write(value.flatten());
            }
            if shape.varargs {
                rest.positional = new_tuple(args.add(fitting), given - fitting, py);
                if rest.positional.is_none() {
                    ffi::PyErr_Clear();
                    return false;
                }
            }
            if let Some(names) = Borrowed::from_borrowed_or_opt(py, kwnames) {
                let is_in_order = match shape.kwargs {
                    false => Self::bind_keywords(module, args, nargs, names, self, slots),
                    true if shape.named() == 0 => {
                        add_strays(&mut rest.keywords, args, nargs, names)
                    }
                    true => {
                        let strays = &mut rest.keywords;
                        self.bind_keywords_or_strays(args, nargs, names, slots, strays)
                    }
                };
                if !is_in_order {
                    return false;
                }
            }
            let slots = slice::from_raw_parts(slots, shape.named());
            let mut required = slots.iter().take(shape.required);
            !required.any(Option::is_none)
                && (shape.keyword == 0 || !self.misses_keyword_only(slots))
        }
    }

    /// Whether a keyword-only parameter is missing that must be given.
    #[inline(always)]
    pub(super) fn misses_keyword_only(self, slots: &[Slot<'_, '_>]) -> bool {
        let mut keyword_only = slots[self.positional()..].iter().enumerate();
        keyword_only.any(|(index, slot)| self.must_be_given(index) && slot.is_none())
    }

    /// Binds the keywords of a call that is in order, of a function without `**kwargs`.
    ///
    /// A C function, so that whoever calls it has nothing to do in case it unwinds. The arguments stand as the interpreter passed them,
    /// with the module, which is of no use here: so no call has to move them from one register to the next.
    ///
    /// # Safety
    /// As [`bind`](Parameters::bind). The slots are filled with what is given by position.
    #[allow(improper_ctypes_definitions)] // no C code calls it
    #[inline(never)]
    unsafe extern "C" fn bind_keywords<'a, 'py>(
        _module: *mut ffi::PyObject,
        args: *const Slot<'a, 'py>,
        nargs: ffi::Py_ssize_t,
        kwnames: Borrowed<'a, 'py, PyAny>,
        parameters: Parameters,
        slots: *mut Slot<'a, 'py>,
    ) -> bool {
        // SAFETY: the caller's promise is the same.
        unsafe { parameters.bind_each(args, nargs, kwnames, slots, |_, _, _, _| false) }
    }

    /// The same, of a function with `**kwargs`, where it puts the others.
    ///
    /// # Safety
    /// As [`bind_keywords`](Self::bind_keywords).
    #[allow(improper_ctypes_definitions)] // no C code calls it
    #[inline(never)]
    unsafe extern "C" fn bind_keywords_or_strays<'a, 'py>(
        self,
        args: *const Slot<'a, 'py>,
        nargs: ffi::Py_ssize_t,
        kwnames: Borrowed<'a, 'py, PyAny>,
        slots: *mut Slot<'a, 'py>,
        strays: &mut Option<Bound<'py, PyDict>>,
    ) -> bool {
        let otherwise = |open: usize, keyword, text: &str, value: Slot<'a, 'py>| {
            let closed = self.index_of(text, self.positional_only());
            let is_given = closed.is_some_and(|index| index < open);
            !is_given && add_stray(strays, keyword, value)
        };
        // SAFETY: the caller's promise is the same.
        unsafe { self.bind_each(args, nargs, kwnames, slots, otherwise) }
    }

    /// Binds each keyword to the parameter of that name, or does something else with it.
    ///
    /// # Safety
    /// As [`bind_keywords`](Self::bind_keywords).
    #[inline(always)]
    unsafe fn bind_each<'a, 'py>(
        self,
        args: *const Slot<'a, 'py>,
        nargs: ffi::Py_ssize_t,
        kwnames: Borrowed<'a, 'py, PyAny>,
        slots: *mut Slot<'a, 'py>,
        mut otherwise: impl FnMut(usize, Borrowed<'a, 'py, PyAny>, &str, Slot<'a, 'py>) -> bool,
    ) -> bool {
        let given = nargs as usize;
        let open = given.min(self.positional()).max(self.positional_only());
        // SAFETY: the caller's promise: there is a slot for each name.
        let (slots, keywords) = unsafe {
            let slots = slice::from_raw_parts_mut(slots, self.named());
            (slots, given_by_name(args, nargs, kwnames))
        };
        for (keyword, value) in keywords {
            let Some(text) = text(keyword) else {
                return false;
            };
            let found = self.index_of(text, open);
            let slot = found.and_then(|index| slots.get_mut(index));
            match slot {
                Some(slot @ None) => *slot = value,
                None if otherwise(open, keyword, text, value) => {}
                _ => return false,
            }
        }
        true
    }
}

/// Puts all keywords into `**kwargs`, where no parameter has a name.
///
/// # Safety
/// As [`given_by_name`].
#[allow(improper_ctypes_definitions)] // no C code calls it
#[inline(never)]
unsafe extern "C" fn add_strays<'a, 'py>(
    strays: &mut Option<Bound<'py, PyDict>>,
    args: *const Slot<'a, 'py>,
    nargs: ffi::Py_ssize_t,
    kwnames: Borrowed<'a, 'py, PyAny>,
) -> bool {
    // SAFETY: the caller's promise is the same.
    for (keyword, value) in unsafe { given_by_name(args, nargs, kwnames) } {
        if !add_stray(strays, keyword, value) {
            return false;
        }
    }
    true
}

/// What a call gives by name: each name, with its value.
///
/// # Safety
/// `args`, `nargs` and `kwnames` are what the interpreter passed, as for [`bind`](Parameters::bind).
#[inline(always)]
unsafe fn given_by_name<'a, 'py>(
    args: *const Slot<'a, 'py>,
    nargs: ffi::Py_ssize_t,
    kwnames: Borrowed<'a, 'py, PyAny>,
) -> impl Iterator<Item = (Borrowed<'a, 'py, PyAny>, Slot<'a, 'py>)> {
    // SAFETY: the caller's promise: a tuple, and a value for each of its names after those by position.
    let (names, mut values) = unsafe { (KeywordNames::new(kwnames), args.offset(nargs)) };
    names.iter().map(move |name| {
        // SAFETY: as above.
        let value = unsafe { values.read() };
        values = values.wrapping_add(1);
        (name, value)
    })
}

/// The text of a keyword: of nearly all, and without an error.
///
/// Keywords are compared as text: equal names need not be the same object, as each interpreter interns its own. That goes for a
/// subclass of `str` too, whose own `__eq__` a `def` would call.
#[cfg(not(any(Py_LIMITED_API, Py_3_14)))]
#[inline(always)]
fn text<'a>(keyword: Borrowed<'a, '_, PyAny>) -> Option<&'a str> {
    ascii_in_place(keyword)
}

/// As above, where it takes a call.
#[cfg(any(Py_LIMITED_API, Py_3_14))]
#[inline(always)]
fn text<'a>(keyword: Borrowed<'a, '_, PyAny>) -> Option<&'a str> {
    let mut length = 0;
    // SAFETY: a live object; when it is no str, the function raises. The UTF-8 that it points to is kept by the str.
    unsafe {
        let start = ffi::PyUnicode_AsUTF8AndSize(keyword.as_ptr(), &mut length);
        if start.is_null() {
            ffi::PyErr_Clear();
            return None;
        }
        let bytes = slice::from_raw_parts(start.cast(), length as usize);
        Some(std::str::from_utf8_unchecked(bytes))
    }
}
