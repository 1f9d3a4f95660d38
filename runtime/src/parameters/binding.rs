//! Calls with keywords, variadic functions, and calls that do not fit.
//!
//! The order of the checks is CPython's (`initialize_locals` in `ceval.c`), since it decides which error is raised.

use std::ptr::NonNull;
use std::slice;

use super::{Parameters, Slot};
use crate::call::Shape;
use crate::error::PyResult;
use crate::exceptions::PyUnicodeEncodeError;
use crate::ffi;
use crate::object::{Borrowed, Bound};
use crate::python::Python;
use crate::types::{PyAny, PyDict, PyString, PyTuple};

/// Where a variadic function's arguments go that no named parameter takes.
pub(crate) struct Rest<'py> {
    takes_positional: bool,
    takes_keywords: bool,
    /// `*args`, once the call is bound.
    pub(super) positional: Option<Bound<'py, PyTuple>>,
    /// `**kwargs`, from the first keyword that belongs there.
    pub(super) keywords: Option<Bound<'py, PyDict>>,
}

impl Rest<'_> {
    #[inline(always)]
    pub(crate) fn of(shape: Shape) -> Self {
        Rest {
            takes_positional: shape.varargs,
            takes_keywords: shape.kwargs,
            positional: None,
            keywords: None,
        }
    }
}

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
    unsafe fn new(tuple: Borrowed<'a, 'py, PyAny>) -> Self {
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

    pub(super) fn iter(self) -> impl Iterator<Item = Borrowed<'a, 'py, PyAny>> {
        (0..self.len).map(move |index| self.get(index))
    }
}

impl Parameters {
    /// Binds any call to the named parameters. `rest` is there for a function that may take more.
    ///
    /// Marked as cold so that the callers lay out their fast path first. The arguments stand as the interpreter passed them, with the module,
    /// which is of no use here: so no call has to move them from one register to the next.
    ///
    /// # Safety
    /// As [`bind`](Parameters::bind); `slots` points to room for one slot for every name. All of them are written before
    /// this returns without an error, and those of required parameters are not `None` then.
    #[allow(clippy::too_many_arguments)] // as they lie in the registers
    #[cold]
    #[inline(never)]
    pub(super) unsafe fn bind_any<'a, 'py>(
        _module: *mut ffi::PyObject,
        args: *const *mut ffi::PyObject,
        nargs: ffi::Py_ssize_t,
        kwnames: *mut ffi::PyObject,
        parameters: Parameters,
        slots: *mut Slot<'a, 'py>,
        mut rest: Option<&mut Rest<'py>>,
        py: Python<'py>,
    ) -> PyResult<()> {
        // SAFETY: `args` begins with `nargs` values by position.
        let by_position: &[Slot<'a, 'py>] = unsafe { values(args, nargs as usize) };
        let (positional, named) = (parameters.positional(), parameters.named());
        let fitting = by_position.len().min(positional);
        // SAFETY: the caller's promise: there is room for this many, which are written here.
        let slots = unsafe {
            for index in 0..named {
                let value = by_position[..fitting].get(index).copied().flatten();
                slots.add(index).write(value);
            }
            slice::from_raw_parts_mut(slots, named)
        };

        // SAFETY: null, or a tuple that the interpreter keeps alive during the call.
        if let Some(names) = unsafe { Borrowed::from_borrowed_or_opt(py, kwnames) } {
            // SAFETY: just said. One value for each name follows those by position.
            let (names, by_keyword) = unsafe {
                let names = KeywordNames::new(names);
                (names, values(args.add(by_position.len()), names.len))
            };
            let open = fitting.max(parameters.positional_only());
            for (name, &value) in names.iter().zip(by_keyword) {
                match parameters.parameter_of(name, open)? {
                    Some(index) if slots[index].is_none() => slots[index] = value,
                    Some(_) => return Err(parameters.multiple_values(name)),
                    None => parameters.bind_stray(names, name, value, open, rest.as_deref_mut())?,
                }
            }
        }
        match rest {
            Some(rest) if rest.takes_positional => {
                rest.positional = Some(tuple(py, &by_position[fitting..])?);
            }
            _ if by_position.len() > fitting => {
                return Err(parameters.too_many_positional(by_position.len(), slots));
            }
            _ => {}
        }
        if slots
            .get(fitting..parameters.required())
            .is_some_and(|slots| slots.iter().any(Option::is_none))
        {
            return Err(parameters.missing_positional(slots));
        }
        let mut required = parameters.required_keywords();
        for slot in &slots[positional..] {
            if required & 1 != 0 && slot.is_none() {
                return Err(parameters.missing_keyword_only(slots));
            }
            required >>= 1;
        }
        Ok(())
    }

    /// Which parameter `keyword` names, if any, from the one at `first` on.
    ///
    /// They are compared as text: equal names need not be the same object, as each interpreter interns its own. That
    /// goes for a subclass of `str` too, whose own `__eq__` a `def` would call.
    #[inline(always)]
    fn parameter_of(
        self,
        keyword: Borrowed<'_, '_, PyAny>,
        first: usize,
    ) -> PyResult<Option<usize>> {
        if !keyword.is_instance_of::<PyString>() {
            return Err(self.keyword_not_str());
        }
        let keyword = match keyword.extract::<&str>() {
            Ok(keyword) => keyword,
            // A lone surrogate: it is no parameter's name.
            Err(error) if error.is_instance_of::<PyUnicodeEncodeError>(keyword.py()) => {
                return Ok(None);
            }
            Err(error) => return Err(error),
        };
        Ok(self.index_of(keyword, first))
    }

    /// A keyword that names no parameter still open, `open` being the first of these: it belongs to `**kwargs`, or is an error.
    #[cold]
    #[inline(never)]
    fn bind_stray<'py>(
        self,
        names: KeywordNames<'_, 'py>,
        name: Borrowed<'_, 'py, PyAny>,
        value: Slot<'_, 'py>,
        open: usize,
        rest: Option<&mut Rest<'py>>,
    ) -> PyResult<()> {
        if self
            .parameter_of(name, self.positional_only())?
            .is_some_and(|index| index < open)
        {
            return Err(self.multiple_values(name));
        }
        match (rest, value) {
            (Some(rest), Some(value)) if rest.takes_keywords => rest
                .keywords
                .get_or_insert_with(|| PyDict::new(name.py()))
                .set_item(name, value),
            _ => Err(self.unexpected_keyword(names, name)),
        }
    }
}

/// `count` arguments as the interpreter passes them.
///
/// # Safety
/// `args` points to `count` objects, none of them null, that live for `'a`, and so does the array; it may be null when there are none.
#[inline(always)]
unsafe fn values<'call, 'a, 'py>(
    args: *const *mut ffi::PyObject,
    count: usize,
) -> &'call [Slot<'a, 'py>] {
    if count == 0 {
        return &[];
    }
    // SAFETY: a slot is a pointer to a live object, or null.
    unsafe { slice::from_raw_parts(args.cast(), count) }
}

/// A new tuple of these objects.
fn tuple<'py>(py: Python<'py>, items: &[Slot<'_, 'py>]) -> PyResult<Bound<'py, PyTuple>> {
    // SAFETY: each slot of the new tuple, which nobody else has seen, is filled once with a reference that it takes over.
    unsafe {
        let tuple = ffi::PyTuple_New(items.len() as ffi::Py_ssize_t);
        let tuple = Bound::from_owned_or_err(py, tuple)?;
        for (index, item) in items.iter().flatten().enumerate() {
            let item = Borrowed::to_owned(*item).into_ptr();
            ffi::PyTuple_SetItem(tuple.as_ptr(), index as ffi::Py_ssize_t, item);
        }
        Ok(tuple)
    }
}
