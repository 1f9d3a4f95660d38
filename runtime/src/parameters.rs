//! From the arguments of a call to the parameters of a function, by the rules and in the words of a Python `def`.
//!
//! A call by position that fits is taken as it is. Others are bound by [`in_order`], as far as that can be done without a word, or else by
//! [`binding`]; and one that does not fit is refused by [`errors`].

mod binding;
mod errors;
mod in_order;
mod rest;
mod signature;

pub(crate) use rest::Rest;
pub(crate) use signature::Parameters;
pub use signature::Signature;

use crate::call::Shape;
use crate::error::{PyErr, joined};
use crate::ffi;
use crate::object::Borrowed;
use crate::python::Python;
use crate::types::PyAny;

/// What was given for a parameter: `None` for one that is left to its default.
pub(crate) type Slot<'a, 'py> = Option<Borrowed<'a, 'py, PyAny>>;

impl Parameters {
    /// Binds the arguments of one call, as the interpreter passes them to a `METH_FASTCALL | METH_KEYWORDS` function, and says whether
    /// that succeeded.
    ///
    /// When it did not, the error indicator is set to the `TypeError` that a `def` with these parameters raises, on the version of Python
    /// that is running. With `*args` or `**kwargs` also to `MemoryError`, or to what a subclass of `str` raises as a key.
    ///
    /// # Safety
    /// `shape` is that of these parameters. `args`, `nargs` and `kwnames` are what the interpreter passed: `nargs` values by position, then
    /// one for each name in the tuple `kwnames`, which is null when there is none. They stay alive for `'a`, that is, during the call.
    /// `slots` is room for as many as a bound call of this shape [has](Shape::bound). All of them are written when this gives `true`, and
    /// those of required parameters are not `None` then; they are used no longer than `rest` lives.
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
    ) -> bool {
        let args = args.cast();
        // SAFETY: the caller's promise is the same.
        unsafe {
            if !self.bind_in_order(shape, py, module, args, nargs, kwnames, slots, rest) {
                let rest = shape.is_variadic().then_some(&mut *rest);
                if !self.bind_any(args, nargs, kwnames, slots, rest, py) {
                    return false;
                }
            }
            rest.fill(shape, py, slots)
        }
    }

    /// Whether a call with `given` arguments by position and none by keyword has all that it needs and no more.
    #[inline(always)]
    pub(crate) fn fits(self, shape: Shape, given: usize) -> bool {
        match shape {
            shape if shape.is_variadic() => false,
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

    /// Says which argument it was that could not be converted: the one at `index`, in the order of `ConversionList`.
    #[cold]
    #[inline(never)]
    pub(crate) fn name_argument(self, py: Python<'_>, error: PyErr, index: usize) -> PyErr {
        let name = self.name(index).unwrap_or("module");
        error.with_context(py, &joined(&["argument '", name, "': "]))
    }
}
