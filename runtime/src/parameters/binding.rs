//! Calls that do not fit, and others that are out of the ordinary.
//!
//! The order of the checks is CPython's (`initialize_locals` in `ceval.c`), since it decides which error is raised.

use std::slice;

use super::in_order::KeywordNames;
use super::rest::{Rest, new_tuple};
use super::{Parameters, Slot};
use crate::error::{PyErr, PyResult};
use crate::exceptions::PyUnicodeEncodeError;
use crate::ffi;
use crate::object::Borrowed;
use crate::python::Python;
use crate::trampoline::guarded;
use crate::types::{PyAny, PyDict, PyString};

impl Parameters {
    /// Binds any call, and says whether that succeeded: when it did not, the error indicator is set. `rest` is there for a variadic
    /// function.
    ///
    /// A C function, so that whoever calls it has nothing to do in case it unwinds.
    ///
    /// # Safety
    /// As [`bind`](Parameters::bind).
    #[allow(improper_ctypes_definitions)] // no C code calls it
    #[cold]
    #[inline(never)]
    pub(super) unsafe extern "C" fn bind_any<'a, 'py>(
        self,
        args: *const Slot<'a, 'py>,
        nargs: ffi::Py_ssize_t,
        kwnames: *mut ffi::PyObject,
        slots: *mut Slot<'a, 'py>,
        mut rest: Option<&mut Rest<'py>>,
        py: Python<'py>,
    ) -> bool {
        let bind = |_: Python<'_>| {
            // SAFETY: `args` begins with `nargs` values by position.
            let by_position: &[Slot<'a, 'py>] = unsafe { values(args, nargs as usize) };
            let fitting = by_position.len().min(self.positional());
            // SAFETY: the caller's promise: there is room for this many, which are written here.
            let named = unsafe {
                for index in 0..self.named() {
                    let value = by_position[..fitting].get(index).copied().flatten();
                    slots.add(index).write(value);
                }
                slice::from_raw_parts_mut(slots, self.named())
            };
            if let Some(rest) = rest.as_deref_mut() {
                rest.keywords = None;
            }
            // SAFETY: null, or a tuple that the interpreter keeps alive during the call.
            if let Some(names) = unsafe { Borrowed::from_borrowed_or_opt(py, kwnames) } {
                // SAFETY: just said. One value for each name follows those by position.
                let (names, by_name) = unsafe {
                    let names = KeywordNames::new(names);
                    (names, values(args.add(by_position.len()), names.len()))
                };
                self.bind_by_name(names, by_name, fitting, named, rest.as_deref_mut())?;
            }
            if let Some(rest) = rest.filter(|rest| rest.takes_positional) {
                let items = &by_position[fitting..];
                // SAFETY: so many values.
                rest.positional = unsafe { new_tuple(items.as_ptr(), items.len(), py) };
                if rest.positional.is_none() {
                    return Err(PyErr::fetch(py));
                }
            } else if by_position.len() > fitting {
                return Err(self.too_many_positional(by_position.len(), named));
            }
            self.check_complete(fitting, named).map(|()| true)
        };
        guarded(py, bind, false)
    }

    /// Binds what is given by name. So many parameters as are `fitting` have been given by position.
    fn bind_by_name<'a, 'py>(
        self,
        names: KeywordNames<'a, 'py>,
        values: &[Slot<'a, 'py>],
        fitting: usize,
        slots: &mut [Slot<'a, 'py>],
        mut rest: Option<&mut Rest<'py>>,
    ) -> PyResult<()> {
        let open = fitting.max(self.positional_only());
        for (name, &value) in names.iter().zip(values) {
            match self.parameter_of(name, open)? {
                Some(index) if slots[index].is_none() => slots[index] = value,
                Some(_) => return Err(self.multiple_values(name)),
                None => self.bind_stray(names, name, value, open, rest.as_deref_mut())?,
            }
        }
        Ok(())
    }

    /// That every parameter is given that must be.
    fn check_complete(self, fitting: usize, slots: &[Slot<'_, '_>]) -> PyResult<()> {
        if slots
            .get(fitting..self.required())
            .is_some_and(|slots| slots.iter().any(Option::is_none))
        {
            return Err(self.missing_positional(slots));
        }
        if self.misses_keyword_only(slots) {
            return Err(self.missing_keyword_only(slots));
        }
        Ok(())
    }

    /// Which parameter `keyword` names, if any, from the one at `first` on.
    ///
    /// They are compared as text: equal names need not be the same object, as each interpreter interns its own. That
    /// goes for a subclass of `str` too, whose own `__eq__` a `def` would call.
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
unsafe fn values<'call, 'a, 'py>(
    args: *const Slot<'a, 'py>,
    count: usize,
) -> &'call [Slot<'a, 'py>] {
    if count == 0 {
        return &[];
    }
    // SAFETY: the caller's promise.
    unsafe { slice::from_raw_parts(args, count) }
}
