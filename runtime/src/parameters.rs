//! From the arguments of a call to the parameters of a function, by the rules and in the words of a Python `def`.
//!
//! A call by position that fits is bound in place, in a few inlined instructions. Every other call is bound
//! by [`binding`], and one that does not fit is refused by [`errors`].

mod binding;
mod errors;

use std::array;
use std::ptr;

use crate::error::PyResult;
use crate::ffi;
use crate::object::{Borrowed, Bound};
use crate::python::Python;
use crate::types::{PyAny, PyDict, PyTuple};

/// The Python-side parameters of one function: a constant that generated code holds.
pub struct Parameters {
    /// As error messages call the function: `add` in `add() missing 1 required positional argument: 'a'`.
    pub function: &'static str,
    /// All named parameters: those that can be given by position first, then the keyword-only ones.
    pub names: &'static [&'static str],
    /// How many names, from the first, are positional-only.
    pub positional_only: usize,
    /// How many names, from the first, can be given by position.
    pub positional: usize,
    /// How many names, from the first, must be given: those by position that have no default.
    pub required: usize,
    /// For each keyword-only name, whether it must be given.
    pub required_keywords: &'static [bool],
}

/// What was given for one parameter; `None` leaves it to its default.
///
/// A parameter without default is always given once a call is bound.
pub(crate) type Slot<'a, 'py> = Option<Borrowed<'a, 'py, PyAny>>;

/// Which parameters without a fixed count a function has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Variadic {
    /// `*args` only.
    Positional,
    /// `**kwargs` only.
    Keyword,
    /// `*args` and `**kwargs`.
    Both,
}

/// Every parameter's slot, `*args` (`None` if the function has none), and `**kwargs` (`None` also if no keyword is left for it).
pub(crate) type Variadics<'a, 'py, const N: usize> = (
    [Slot<'a, 'py>; N],
    Option<Bound<'py, PyTuple>>,
    Option<Bound<'py, PyDict>>,
);

impl Parameters {
    /// Binds the arguments of one call, as the interpreter passes them to a `METH_FASTCALL | METH_KEYWORDS` function.
    ///
    /// For a function without `*args` and `**kwargs`. On a constant, the test for the fast path folds into one or two
    /// comparisons.
    ///
    /// # Errors
    /// The `TypeError` that a `def` with these parameters raises, on the version of Python that is running.
    ///
    /// # Safety
    /// `N` is the number of [`names`](Self::names). `args`, `nargs` and `kwnames` are what the interpreter passed: `nargs`
    /// values by position, then one for each name in the tuple `kwnames`, which is null when there is none. They
    /// stay alive for `'a`, that is, during the call.
    #[inline(always)]
    pub unsafe fn bind<'a, 'py, const N: usize>(
        &'static self,
        py: Python<'py>,
        args: *const *mut ffi::PyObject,
        nargs: ffi::Py_ssize_t,
        kwnames: *mut ffi::PyObject,
    ) -> PyResult<[Slot<'a, 'py>; N]> {
        let given = nargs as usize;
        if kwnames.is_null() & self.fits(given) {
            return Ok(array::from_fn(|index| {
                // SAFETY: `args` begins with `given` values by position; a slot is a pointer to a live object.
                (index < given)
                    .then(|| unsafe { *args.cast::<Borrowed<'a, 'py, PyAny>>().add(index) })
            }));
        }
        let mut slots = [None; N];
        // Without parameters, nothing needs a place on the stack.
        let place = if N == 0 {
            ptr::dangling_mut()
        } else {
            slots.as_mut_ptr()
        };
        // SAFETY: the caller's promise is the same.
        unsafe { self.bind_any(py, args, nargs, kwnames, place, None)? };
        Ok(slots)
    }

    /// Binds the arguments of one call to a function that has `*args`, `**kwargs` or both.
    ///
    /// # Errors
    /// As [`bind`](Self::bind); and `MemoryError`, or what a subclass of `str` raises as a key of `**kwargs`.
    ///
    /// # Safety
    /// As [`bind`](Self::bind).
    #[inline]
    pub unsafe fn bind_variadic<'a, 'py, const N: usize>(
        &'static self,
        py: Python<'py>,
        args: *const *mut ffi::PyObject,
        nargs: ffi::Py_ssize_t,
        kwnames: *mut ffi::PyObject,
        variadic: Variadic,
    ) -> PyResult<Variadics<'a, 'py, N>> {
        let mut slots = [None; N];
        let mut rest = binding::Rest::new(variadic);
        // SAFETY: the caller's promise is the same.
        unsafe {
            self.bind_any(
                py,
                args,
                nargs,
                kwnames,
                slots.as_mut_ptr(),
                Some(&mut rest),
            )?
        };
        Ok((slots, rest.positional, rest.keywords))
    }

    /// Whether a call with `given` arguments by position and none by keyword has all that it needs and no more.
    #[inline(always)]
    const fn fits(&self, given: usize) -> bool {
        let mut index = 0;
        while index < self.required_keywords.len() {
            if self.required_keywords[index] {
                return false;
            }
            index += 1;
        }
        self.required <= given && given <= self.positional
    }
}
