//! From the arguments of a call to the parameters of a function, by the rules and in the words of a Python `def`.
//!
//! A call by position that fits is bound in place, in a few inlined instructions. Every other call is bound
//! by [`binding`], and one that does not fit is refused by [`errors`].

mod binding;
mod errors;
mod signature;

pub(crate) use binding::Rest;
pub(crate) use signature::Parameters;
pub use signature::Signature;

use crate::call::Shape;
use crate::error::{PyErr, PyResult};
use crate::exceptions::PyRuntimeError;
use crate::ffi;
use crate::object::{Borrowed, Bound};
use crate::python::Python;
use crate::types::{PyAny, PyDict};

/// What was given for a parameter: `None` for one that is left to its default.
pub(crate) type Slot<'a, 'py> = Option<Borrowed<'a, 'py, PyAny>>;

impl Parameters {
    /// Binds the arguments of one call, as the interpreter passes them to a `METH_FASTCALL | METH_KEYWORDS` function, and gives the
    /// place where they then are: where the interpreter put them, if that is as they are wanted, else `slots`.
    ///
    /// `shape` is known where this is compiled, so that the test for the fast path folds into one or two comparisons.
    ///
    /// # Errors
    /// The `TypeError` that a `def` with these parameters raises, on the version of Python that is running. With `*args` or `**kwargs` also
    /// `MemoryError`, or what a subclass of `str` raises as a key. RuntimeError when the function was made without the module it takes.
    ///
    /// # Safety
    /// `shape` is that of these parameters. `module` is null, or alive for `'a`. `args`, `nargs` and `kwnames` are what the interpreter
    /// passed: `nargs` values by position, then one for each name in the tuple `kwnames`, which is null when there is none. They
    /// stay alive for `'a`, that is, during the call. `slots` is room for as many as `shape` has parameters, and is used no longer than `rest`
    /// lives.
    #[allow(clippy::too_many_arguments)] // inlined, and as the interpreter passes them
    #[inline(always)]
    pub(crate) unsafe fn bind<'a, 'py>(
        self,
        shape: Shape,
        py: Python<'py>,
        module: *mut ffi::PyObject,
        args: *const *mut ffi::PyObject,
        nargs: ffi::Py_ssize_t,
        kwnames: *mut ffi::PyObject,
        slots: *mut Slot<'a, 'py>,
        rest: &mut Rest<'py>,
    ) -> PyResult<*const Slot<'a, 'py>> {
        let given = nargs as usize;
        let by_position = args.cast::<Slot<'a, 'py>>();
        let fits = kwnames.is_null() & self.fits(shape, given);
        // SAFETY: `args` begins with `given` values by position, and a slot is a pointer to a live object, or null; `slots` has room.
        unsafe {
            if shape.varargs | shape.kwargs {
                self.bind_variadic(shape, py, module, args, nargs, kwnames, slots, rest)?;
            } else if !fits {
                Self::bind_any(module, args, nargs, kwnames, self, slots, None, py)?;
            } else if shape.optional == 0 && !shape.module {
                return Ok(by_position);
            } else {
                for index in 0..shape.named() {
                    let argument = (index < given).then(|| by_position.add(index).read());
                    slots.add(index).write(argument.flatten());
                }
            }
            if shape.module {
                let Some(module) = Borrowed::from_borrowed_or_opt(py, module) else {
                    return Err(without_module());
                };
                slots.add(shape.count() - 1).write(Some(module));
            }
        }
        Ok(slots)
    }

    /// Binds any call of a function with `*args` or `**kwargs`.
    ///
    /// # Errors
    /// As [`bind`](Self::bind).
    ///
    /// # Safety
    /// As [`bind`](Self::bind).
    #[allow(clippy::too_many_arguments)] // as `bind`
    #[inline(never)]
    unsafe fn bind_variadic<'a, 'py>(
        self,
        shape: Shape,
        py: Python<'py>,
        module: *mut ffi::PyObject,
        args: *const *mut ffi::PyObject,
        nargs: ffi::Py_ssize_t,
        kwnames: *mut ffi::PyObject,
        slots: *mut Slot<'a, 'py>,
        rest: &mut Rest<'py>,
    ) -> PyResult<()> {
        // SAFETY: the caller's promise is the same.
        unsafe { Self::bind_any(module, args, nargs, kwnames, self, slots, Some(rest), py)? };
        let keywords = match &mut rest.keywords {
            // SAFETY: `None` outlives every call.
            None if shape.kwargs_or_none => unsafe { ffi::Py_None() },
            keywords => keywords.get_or_insert_with(|| PyDict::new(py)).as_ptr(),
        };
        let positional = rest.positional.as_ref().map(Bound::as_ptr);
        let keywords = shape.kwargs.then_some(keywords);
        for (index, object) in positional.into_iter().chain(keywords).enumerate() {
            // SAFETY: there is room for each that there is; what `rest` has lives as long as it.
            unsafe {
                let slot = slots.add(shape.named() + index);
                slot.write(Borrowed::from_borrowed_or_opt(py, object));
            }
        }
        Ok(())
    }

    /// Whether a call with `given` arguments by position and none by keyword has all that it needs and no more.
    #[inline(always)]
    fn fits(self, shape: Shape, given: usize) -> bool {
        match shape {
            Shape {
                optional: 0,
                keyword: 0,
                required,
                ..
            } => given == required,
            Shape {
                keyword: 0,
                required,
                ..
            } => given.wrapping_sub(required) <= self.optional(),
            _ => false,
        }
    }

    /// Says which argument it was that could not be converted: the one at `index`, in the order of [`Conversions`](crate::call::Conversions).
    #[cold]
    #[inline(never)]
    pub(crate) fn name_argument(self, py: Python<'_>, error: PyErr, index: usize) -> PyErr {
        let name = self.name(index).unwrap_or("module");
        error.with_context(py, &["argument '", name, "': "].concat())
    }
}

#[cold]
fn without_module() -> PyErr {
    PyRuntimeError::new_err("this function was made without its module")
}
