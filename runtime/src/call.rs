//! A call from Python, from the interpreter to the Rust function and back.
//!
//! The interpreter calls [`trampoline`], of which there is one for each function: three instructions, which pass on what the
//! interpreter gave, the function, and its [`Parameters`]. All the work is in [`run`], which is compiled once for all functions that
//! take and return the same types. A call that is as it should be, by position and with arguments that can be read in place, goes through
//! it without a stack frame; what else there may be to do is in functions that it calls last thing: [`bind_and_run`] and
//! [`convert_and_run`].

mod conversions;
mod shape;

pub use conversions::{
    Conversions, Keyword, Kwargs, Module, Optional, Required, Returned, Varargs, With,
};
pub(crate) use shape::Shape;

use std::marker::PhantomData;
use std::mem::ManuallyDrop;
use std::ptr;

use crate::error::{PyErr, PyResult};
use crate::exceptions::PyRuntimeError;
use crate::ffi;
use crate::module::Function;
use crate::parameters::{Parameters, Rest, Slot};
use crate::python::Python;
use crate::trampoline::guarded;
use conversions::Arguments;

/// One call of a function: what `trampoline` got from the interpreter, and what the arguments are bound by.
pub struct Call<'py> {
    module: *mut ffi::PyObject,
    args: *const *mut ffi::PyObject,
    nargs: ffi::Py_ssize_t,
    kwnames: *mut ffi::PyObject,
    parameters: Parameters,
    attached: PhantomData<Python<'py>>,
}

impl<'py> Call<'py> {
    /// Calls `function` with the arguments of this call, each converted by its own one of the conversions, and gives to Python what it
    /// returns. `how` gives the conversions, and the function that gives the result.
    ///
    /// They come out of a closure since the compiler has nothing to say of a closure's type: of a type that cannot be converted it has then
    /// spoken once, where the type stands, and no second time here.
    ///
    /// Gives what the interpreter expects of a C function: an owned reference, or null with the error indicator set
    /// (<https://docs.python.org/3/c-api/intro.html#exceptions>). Neither errors nor panics leave it otherwise.
    #[inline(always)]
    pub fn run<H, R>(
        self,
        how: H,
        function: <H::Conversions as Conversions<'py, R>>::Function,
    ) -> *mut ffi::PyObject
    where
        H: How<'py, R>,
    {
        let Call {
            module,
            args,
            nargs,
            kwnames,
            parameters,
            attached: _,
        } = self;
        let (conversions, result) = how.how();
        // SAFETY: `trampoline` has made the call of what the interpreter passed, and it is attached for `'py`. That the conversions
        // are those of the parameters is the promise of whoever implements `Function`.
        unsafe {
            run(
                module,
                args,
                nargs,
                kwnames,
                parameters,
                function,
                conversions,
                result,
            )
        }
    }
}

/// A closure that gives the conversions of a function's arguments and of what it returns.
pub trait How<'py, R> {
    /// Those of the arguments.
    type Conversions: Conversions<'py, R>;
    /// That of what it returns.
    type Returned: Returned<'py, R>;

    /// Both.
    fn how(self) -> (Self::Conversions, Self::Returned);
}

impl<'py, R, F, C, G> How<'py, R> for F
where
    F: FnOnce() -> (C, G),
    C: Conversions<'py, R>,
    G: Returned<'py, R>,
{
    type Conversions = C;
    type Returned = G;

    #[inline(always)]
    fn how(self) -> (C, G) {
        self()
    }
}

/// The result of a function that is an object already, or null where the error indicator is set, for [`Call::run`].
///
/// # Errors
/// The function's own.
pub fn as_it_is(
    result: PyResult<*mut ffi::PyObject>,
    _py: Python<'_>,
) -> PyResult<*mut ffi::PyObject> {
    result
}

/// The C function that the interpreter calls, for a function that the macro has written as `F`.
///
/// # Safety
/// The interpreter calls it, by the convention `METH_FASTCALL | METH_KEYWORDS`
/// (<https://docs.python.org/3/c-api/structures.html#c.METH_FASTCALL>), on an attached thread.
pub(crate) unsafe extern "C" fn trampoline<F: Function>(
    module: *mut ffi::PyObject,
    args: *const *mut ffi::PyObject,
    nargs: ffi::Py_ssize_t,
    kwnames: *mut ffi::PyObject,
) -> *mut ffi::PyObject {
    F::call(Call {
        module,
        args,
        nargs,
        kwnames,
        // SAFETY: the promise of whoever implements `Function`.
        parameters: unsafe { Parameters::of(F::DECLARATION.signature) },
        attached: PhantomData,
    })
}

/// What [`run`] is given in place of the keyword names when `args` are bound already. No object lies there.
const BOUND: *mut ffi::PyObject = ptr::dangling_mut();

/// Converts the arguments, calls the function, and converts what it returns. A call that does not fit as the interpreter has made it is
/// bound first, by [`bind_and_run`].
///
/// The arguments stand in the order in which the interpreter passed them to the trampoline, so that they stay in their registers; and
/// as a C function this cannot unwind, so that the trampoline calls it last thing, by a jump. So does this with what it calls last, where
/// that cannot unwind either: a call that needs no place in memory has no stack frame. `conversions` and `result` are of no size.
///
/// # Safety
/// The thread is attached for `'py`. `args`, `nargs` and `kwnames` are what the interpreter passed: `nargs` values by position, then one
/// for each name in the tuple `kwnames`, which is null when there is none. Or `kwnames` is [`BOUND`], and `args` has one slot for each
/// parameter but the module's, as [`Parameters::bind`] has filled them, and `nargs` is their number. They, and `module`, unless it is null,
/// stay alive during the call. The conversions are those of the parameters, one for each, in the order of [`Conversions`].
#[allow(clippy::too_many_arguments)] // as they lie in the registers
#[allow(improper_ctypes_definitions)] // no C code calls it
#[inline(never)]
unsafe extern "C" fn run<'py, C: Conversions<'py, R>, R>(
    module: *mut ffi::PyObject,
    args: *const *mut ffi::PyObject,
    nargs: ffi::Py_ssize_t,
    kwnames: *mut ffi::PyObject,
    parameters: Parameters,
    function: C::Function,
    conversions: C,
    result: impl Returned<'py, R>,
) -> *mut ffi::PyObject {
    let given = nargs as usize;
    'ready: {
        if kwnames.is_null() {
            if parameters.fits(C::SHAPE, given) {
                break 'ready;
            }
        } else if !C::SHAPE.is_plain() && kwnames == BOUND {
            break 'ready;
        }
        // SAFETY: the caller's promise is the same.
        return unsafe {
            bind_and_run(
                module,
                args,
                nargs,
                kwnames,
                parameters,
                function,
                conversions,
                result,
            )
        };
    }
    let arguments = Arguments {
        slots: args.cast(),
        given,
        module: (&raw const module).cast(),
    };
    // SAFETY: the caller's promise: each slot that is needed is filled, by the interpreter when the call fits.
    unsafe {
        let py = Python::assume_attached();
        if conversions.is_in_place() {
            return match conversions.in_place(arguments) {
                Some(values) => call_with::<C, R>(py, function, values, result),
                None => convert_and_run(
                    module,
                    args,
                    nargs,
                    kwnames,
                    parameters,
                    function,
                    conversions,
                    result,
                ),
            };
        }
        let body = |_: Python<'_>| {
            if C::SHAPE.module && module.is_null() {
                return Err(without_module());
            }
            let values = conversions.convert(py, arguments, parameters)?;
            result.give(C::call(function, py, values), py)
        };
        guarded(py, body, ptr::null_mut())
    }
}

/// Calls the function, and converts what it returns.
fn call_with<'py, C: Conversions<'py, R>, R>(
    py: Python<'py>,
    function: C::Function,
    values: C::Values,
    result: impl Returned<'py, R>,
) -> *mut ffi::PyObject {
    let values = ManuallyDrop::new(values);
    let body = |_: Python<'_>| {
        // SAFETY: they are taken once. Taken here, they need not be moved into the closure.
        let values = unsafe { ptr::read(&*values) };
        result.give(C::call(function, py, values), py)
    };
    guarded(py, body, ptr::null_mut())
}

/// [`run`]s a call whose arguments cannot all be read in place: apart, since this needs a stack frame.
///
/// # Safety
/// As [`run`]; and the arguments are bound, or need not be.
#[allow(clippy::too_many_arguments)] // as `run`
#[allow(improper_ctypes_definitions)] // no C code calls it
#[cold]
#[inline(never)]
unsafe extern "C" fn convert_and_run<'py, C: Conversions<'py, R>, R>(
    module: *mut ffi::PyObject,
    args: *const *mut ffi::PyObject,
    nargs: ffi::Py_ssize_t,
    _kwnames: *mut ffi::PyObject,
    parameters: Parameters,
    function: C::Function,
    conversions: C,
    result: impl Returned<'py, R>,
) -> *mut ffi::PyObject {
    let arguments = Arguments {
        slots: args.cast(),
        given: nargs as usize,
        module: (&raw const module).cast(),
    };
    // SAFETY: the caller's promise.
    unsafe {
        let py = Python::assume_attached();
        let convert = |_: Python<'_>| conversions.convert(py, arguments, parameters).map(Some);
        match guarded(py, convert, None) {
            Some(values) => call_with::<C, R>(py, function, values, result),
            None => ptr::null_mut(),
        }
    }
}

/// [`run`]s a call that has keywords, or is of a variadic function, or does not fit: it is bound here.
///
/// # Safety
/// As [`run`]; `kwnames` is not [`BOUND`].
#[allow(clippy::too_many_arguments)] // as `run`
#[allow(improper_ctypes_definitions)] // no C code calls it
#[cold]
#[inline(never)]
unsafe extern "C" fn bind_and_run<'py, C: Conversions<'py, R>, R>(
    module: *mut ffi::PyObject,
    args: *const *mut ffi::PyObject,
    nargs: ffi::Py_ssize_t,
    kwnames: *mut ffi::PyObject,
    parameters: Parameters,
    function: C::Function,
    conversions: C,
    result: impl Returned<'py, R>,
) -> *mut ffi::PyObject {
    let mut slots = C::SLOTS;
    let mut rest = Rest::of(C::SHAPE);
    // SAFETY: the caller's promise; the slots are bound when they are used, and what `rest` has outlives that.
    unsafe {
        let slots: *mut Slot<'_, 'py> = (&raw mut slots).cast();
        let py = Python::assume_attached();
        let is_bound =
            parameters.bind(C::SHAPE, py, module, args, nargs, kwnames, slots, &mut rest);
        if !is_bound {
            return ptr::null_mut();
        }
        let kwnames = if C::SHAPE.is_plain() {
            ptr::null_mut()
        } else {
            BOUND
        };
        let bound = C::SHAPE.bound() as ffi::Py_ssize_t;
        run(
            module,
            slots.cast(),
            bound,
            kwnames,
            parameters,
            function,
            conversions,
            result,
        )
    }
}

#[cold]
fn without_module() -> PyErr {
    PyRuntimeError::new_err("this function was made without its module")
}
