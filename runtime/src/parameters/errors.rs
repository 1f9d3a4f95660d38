//! The words for a call that does not fit: CPython's own for a `def`, letter by letter.
//!
//! CPython's functions are in `ceval.c`: `missing_arguments`, `too_many_positional`,
//! `positional_only_passed_as_keyword`.

use std::ffi::CStr;

use super::in_order::KeywordNames;
use super::{Parameters, Slot};
use crate::error::{PyErr, PyResult, joined};
use crate::exceptions::PyTypeError;
use crate::ffi;
use crate::object::{Borrowed, Bound};
use crate::python::runs_since;
use crate::types::{PyAny, PyList, PyModule, PyString};

impl Parameters {
    /// `f() keywords must be strings`
    #[cold]
    pub(super) fn keyword_not_str(self) -> PyErr {
        PyTypeError::new_err(format!("{}() keywords must be strings", self.function()))
    }

    /// `f() got multiple values for argument 'a'`
    #[cold]
    pub(super) fn multiple_values(self, keyword: Borrowed<'_, '_, PyAny>) -> PyErr {
        self.about_keyword(c"%U() got multiple values for argument '%U'", keyword, None)
    }

    /// `f() got some positional-only arguments passed as keyword arguments: 'a, b'`, or else
    /// `f() got an unexpected keyword argument 'x'` with what may have been meant, from Python 3.13 on.
    #[cold]
    pub(super) fn unexpected_keyword(
        self,
        all: KeywordNames<'_, '_>,
        keyword: Borrowed<'_, '_, PyAny>,
    ) -> PyErr {
        let misplaced = self.positional_only_among(all);
        if !misplaced.is_empty() {
            return PyTypeError::new_err(format!(
                "{}() got some positional-only arguments passed as keyword arguments: '{misplaced}'",
                self.function()
            ));
        }
        let names = self.names();
        let candidates = &names[self.positional_only()..];
        let suggested = suggestion(candidates, keyword).ok().flatten();
        let format = match suggested {
            Some(_) => c"%U() got an unexpected keyword argument '%U'. Did you mean '%U'?",
            None => c"%U() got an unexpected keyword argument '%U'",
        };
        self.about_keyword(format, keyword, suggested)
    }

    /// `f() takes from 1 to 2 positional arguments but 3 positional arguments (and 1 keyword-only argument) were given`
    #[cold]
    pub(super) fn too_many_positional(self, given: usize, slots: &[Slot<'_, '_>]) -> PyErr {
        let (function, required, positional) =
            (self.function(), self.required(), self.positional());
        let (takes, of_them) = if required < positional {
            (format!("from {required} to {positional}"), "s")
        } else {
            (positional.to_string(), plural(positional))
        };
        let keyword_only = slots[positional..].iter().flatten().count();
        let kinds = if keyword_only == 0 {
            String::new()
        } else {
            let (args, kwargs) = (plural(given), plural(keyword_only));
            format!(" positional argument{args} (and {keyword_only} keyword-only argument{kwargs})")
        };
        let were = if given == 1 && keyword_only == 0 {
            "was"
        } else {
            "were"
        };
        PyTypeError::new_err(format!(
            "{function}() takes {takes} positional argument{of_them} but {given}{kinds} {were} given"
        ))
    }

    /// `f() missing 2 required positional arguments: 'a' and 'b'`
    #[cold]
    pub(super) fn missing_positional(self, slots: &[Slot<'_, '_>]) -> PyErr {
        self.missing("positional", slots, &|index| index < self.required())
    }

    /// `f() missing 1 required keyword-only argument: 'key'`
    #[cold]
    pub(super) fn missing_keyword_only(self, slots: &[Slot<'_, '_>]) -> PyErr {
        self.missing("keyword-only", slots, &|index| {
            let keyword = index.checked_sub(self.positional());
            keyword.is_some_and(|keyword| self.must_be_given(keyword))
        })
    }

    fn missing(
        self,
        kind: &str,
        slots: &[Slot<'_, '_>],
        is_required: &dyn Fn(usize) -> bool,
    ) -> PyErr {
        let mut names = Vec::new();
        for (index, (name, slot)) in self.names().into_iter().zip(slots).enumerate() {
            if slot.is_none() && is_required(index) {
                names.push(name);
            }
        }
        let (function, count, s) = (self.function(), names.len(), plural(names.len()));
        let names = enumeration(&names);
        PyTypeError::new_err(format!(
            "{function}() missing {count} required {kind} argument{s}: {names}"
        ))
    }

    /// The positional-only names that were given as keywords, in the order of the parameters: `a, b`.
    fn positional_only_among(self, keywords: KeywordNames<'_, '_>) -> String {
        let mut found = String::new();
        for name in &self.names()[..self.positional_only()] {
            for keyword in keywords.iter() {
                if keyword.extract::<&str>().is_ok_and(|it| it == *name) {
                    found.push_str(if found.is_empty() { "" } else { ", " });
                    found.push_str(name);
                }
            }
        }
        found
    }

    /// A `TypeError` from a format that takes three `%U`: this function's name, the keyword, and the suggestion if there is one.
    ///
    /// Python formats it, since a keyword may hold what no Rust string can: lone surrogates. One of a subclass of `str` is asked for its text
    /// here, since a variadic function must not run Python code: see [`ffi`].
    fn about_keyword(
        self,
        format: &CStr,
        keyword: Borrowed<'_, '_, PyAny>,
        suggestion: Option<Bound<'_, PyString>>,
    ) -> PyErr {
        let py = keyword.py();
        let function = PyString::new(py, self.function());
        let keyword = match keyword.str() {
            Ok(text) => text,
            // As Python itself does it, whose format has nothing then.
            Err(_) if !runs_since!(Py_3_11, (3, 11)) => return PyTypeError::new_err(()),
            Err(error) => return error,
        };
        let suggestion = suggestion.as_ref().map_or(keyword.as_ptr(), Bound::as_ptr);
        // SAFETY: `%U` takes a str; one argument more than the format names is ignored. An exception is set in any case, if only
        // that the formatting failed.
        unsafe {
            let (function, keyword) = (function.as_ptr(), keyword.as_ptr());
            ffi::PyErr_Format(
                ffi::PyExc_TypeError,
                format.as_ptr(),
                function,
                keyword,
                suggestion,
            );
        }
        PyErr::fetch(py)
    }
}

/// `'a'`, `'a' and 'b'`, `'a', 'b', and 'c'`
fn enumeration(names: &[&str]) -> String {
    let mut parts = Vec::new();
    for (index, name) in names.iter().enumerate() {
        let separator = match names.len() - index {
            _ if index == 0 => "",
            1 if index == 1 => " and ",
            1 => ", and ",
            _ => ", ",
        };
        parts.extend_from_slice(&[separator, "'", name, "'"]);
    }
    joined(&parts)
}

fn plural(count: usize) -> &'static str {
    if count == 1 { "" } else { "s" }
}

/// The name that was probably meant, as the interpreter itself finds it. Before Python 3.13 it suggests none.
///
/// Python code can put something else in the place of what finds it: what is no str then is no suggestion.
fn suggestion<'py>(
    names: &[&str],
    keyword: Borrowed<'_, 'py, PyAny>,
) -> PyResult<Option<Bound<'py, PyString>>> {
    let py = keyword.py();
    if names.is_empty() || !runs_since!(Py_3_13, (3, 13)) {
        return Ok(None);
    }
    let candidates = PyList::new(py, names.iter().copied())?;
    let module = PyModule::import(py, "_suggestions")?;
    let name = module.call_method1("_generate_suggestions", (candidates, keyword))?;
    Ok(name.cast_into().ok())
}
