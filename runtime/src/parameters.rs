//! From the arguments of a call to the parameters of a function, by the rules and in the words of a Python `def`.
//!
//! A call by position that fits is bound in place, in a few inlined instructions. Every other call is bound
//! by [`binding`], and one that does not fit is refused by [`errors`].

mod binding;
mod errors;

use std::hint;
use std::mem::MaybeUninit;
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

/// What was given for a parameter that a call may leave out; `None` leaves it to its default.
pub(crate) type Slot<'a, 'py> = Option<Borrowed<'a, 'py, PyAny>>;

/// The arguments of one call, once they are bound: one for each parameter that can be given by position and has no
/// default, and what was given for each of the others, which are those with a default and the keyword-only ones.
pub(crate) type Arguments<'a, 'py, const REQUIRED: usize, const OTHERS: usize> = (
    &'a [Borrowed<'a, 'py, PyAny>; REQUIRED],
    &'a [Slot<'a, 'py>; OTHERS],
);

/// As [`Arguments`], of a function with `*args` or `**kwargs`: and these two, `None` if the function has none, and
/// `**kwargs` also if no keyword is left for it.
pub(crate) type VariadicArguments<'a, 'py, const REQUIRED: usize, const OTHERS: usize> = (
    &'a [Borrowed<'a, 'py, PyAny>; REQUIRED],
    &'a [Slot<'a, 'py>; OTHERS],
    Option<Bound<'py, PyTuple>>,
    Option<Bound<'py, PyDict>>,
);

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

/// Room for the arguments of one call, for when they do not lie ready in the caller's array.
#[repr(C)]
pub struct Slots<const REQUIRED: usize, const OTHERS: usize> {
    required: [MaybeUninit<*mut ffi::PyObject>; REQUIRED],
    others: [MaybeUninit<*mut ffi::PyObject>; OTHERS],
}

impl<const REQUIRED: usize, const OTHERS: usize> Slots<REQUIRED, OTHERS> {
    /// Nothing bound yet.
    #[inline(always)]
    #[allow(clippy::new_without_default)] // the expansion's alone
    pub const fn new() -> Self {
        Slots {
            required: [MaybeUninit::uninit(); REQUIRED],
            others: [MaybeUninit::uninit(); OTHERS],
        }
    }

    /// All of them, one after the other.
    #[inline(always)]
    fn as_mut_ptr(&mut self) -> *mut *mut ffi::PyObject {
        (&raw mut *self).cast()
    }

    /// Takes the arguments of a call by position that fits.
    ///
    /// # Safety
    /// `args` points to `given` objects, at least as many as are required, and at most as many as there is room for.
    #[inline(always)]
    unsafe fn fill(&mut self, args: *const *mut ffi::PyObject, given: usize) {
        // SAFETY: only what is there is read, by the caller's promise.
        let argument = |index: usize| unsafe { *args.add(index) };
        for (index, slot) in self.required.iter_mut().enumerate() {
            slot.write(argument(index));
        }
        for (index, slot) in self.others.iter_mut().enumerate() {
            let index = REQUIRED + index;
            slot.write(if index < given {
                argument(index)
            } else {
                ptr::null_mut()
            });
        }
    }

    /// What is bound.
    ///
    /// # Safety
    /// All of it is: the required ones are objects that live for `'a`, the others such or null.
    #[inline(always)]
    unsafe fn arguments<'a, 'py>(&'a self) -> Arguments<'a, 'py, REQUIRED, OTHERS> {
        // SAFETY: a slot is a pointer to a live object, or null, by the caller's promise.
        unsafe {
            (
                &*self.required.as_ptr().cast(),
                &*self.others.as_ptr().cast(),
            )
        }
    }
}

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
    /// `REQUIRED` is [`required`](Self::required), and together with `OTHERS` the number of [`names`](Self::names).
    /// `args`, `nargs` and `kwnames` are what the interpreter passed: `nargs` values by position, then one for each name in
    /// the tuple `kwnames`, which is null when there is none. They stay alive for `'a`, that is, during the call.
    #[inline(always)]
    pub unsafe fn bind<'a, 'py, const REQUIRED: usize, const OTHERS: usize>(
        &'static self,
        py: Python<'py>,
        args: *const *mut ffi::PyObject,
        nargs: ffi::Py_ssize_t,
        kwnames: *mut ffi::PyObject,
        slots: &'a mut Slots<REQUIRED, OTHERS>,
    ) -> PyResult<Arguments<'a, 'py, REQUIRED, OTHERS>> {
        let given = nargs as usize;
        let fits = kwnames.is_null() & self.fits(given);
        // SAFETY: `args` begins with `given` values by position, which fit; otherwise `bind_any` has bound all.
        unsafe {
            if !fits {
                self.bind_any(py, args, nargs, kwnames, slots.as_mut_ptr().cast(), None)?;
            } else if REQUIRED > 0 && OTHERS == 0 {
                // The arguments lie there as they are wanted.
                hint::assert_unchecked(!args.is_null());
                return Ok((&*args.cast(), slots.arguments().1));
            } else {
                slots.fill(args, given);
            }
            Ok(slots.arguments())
        }
    }

    /// Binds the arguments of one call to a function that has `*args`, `**kwargs` or both.
    ///
    /// # Errors
    /// As [`bind`](Self::bind); and `MemoryError`, or what a subclass of `str` raises as a key of `**kwargs`.
    ///
    /// # Safety
    /// As [`bind`](Self::bind).
    #[inline]
    pub unsafe fn bind_variadic<'a, 'py, const REQUIRED: usize, const OTHERS: usize>(
        &'static self,
        py: Python<'py>,
        args: *const *mut ffi::PyObject,
        nargs: ffi::Py_ssize_t,
        kwnames: *mut ffi::PyObject,
        slots: &'a mut Slots<REQUIRED, OTHERS>,
        variadic: Variadic,
    ) -> PyResult<VariadicArguments<'a, 'py, REQUIRED, OTHERS>> {
        let mut rest = binding::Rest::new(variadic);
        let place = slots.as_mut_ptr().cast();
        // SAFETY: the caller's promise is the same; once all is bound, so are the slots.
        unsafe {
            self.bind_any(py, args, nargs, kwnames, place, Some(&mut rest))?;
            let (required, others) = slots.arguments();
            Ok((required, others, rest.positional, rest.keywords))
        }
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
