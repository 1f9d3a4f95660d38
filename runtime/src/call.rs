//! A call from Python, from the interpreter to the Rust function and back.
//!
//! The interpreter calls [`trampoline`], of which there is one for each function: three instructions, which pass on what the
//! interpreter gave, the function, and its [`Parameters`]. All the work is in [`run`], which is compiled once for all functions that
//! take and return the same types. A call that is as it should be, by position and with arguments that can be read in place, goes through
//! it without a stack frame; what else there may be to do is in functions that it calls last thing: [`bind_and_run`] and
//! [`convert_and_run`].

mod conversion;
mod conversions;
mod shape;

pub use conversion::{
    AsItIs, Keyword, Kwargs, Module, Optional, Required, Returned, Varargs, With,
};
pub(crate) use conversion::{Converter, Typed};
pub(crate) use shape::Shape;

use std::marker::PhantomData;
use std::mem::{ManuallyDrop, MaybeUninit};
use std::ptr;

use crate::error::PyErr;
use crate::exceptions::PyRuntimeError;
use crate::ffi;
use crate::module;
use crate::parameters::{Parameters, Rest, Slot};
use crate::python::Python;
use crate::trampoline::boundary;
use conversions::{Arguments, ConversionList, Values};

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
    /// returns, by `result`.
    ///
    /// Gives what the interpreter expects of a C function: an owned reference, or null with the error indicator set
    /// (<https://docs.python.org/3/c-api/intro.html#exceptions>). Neither errors nor panics leave it otherwise.
    #[inline(always)]
    pub fn run<C, G, R>(
        self,
        conversions: C,
        _result: G,
        function: Function<'py, C, R>,
    ) -> *mut ffi::PyObject
    where
        C: ConversionList<'py, Value: Values<'py, R>>,
        G: Returned<'py, R>,
    {
        let Call {
            module,
            args,
            nargs,
            kwnames,
            parameters,
            attached: _,
        } = self;
        // SAFETY: `trampoline` has made the call of what the interpreter passed, and it is attached for `'py`. That the conversions
        // are those of the parameters is the promise of whoever implements `module::Function`.
        unsafe {
            run::<C, G, R>(
                module,
                args,
                nargs,
                kwnames,
                parameters,
                function,
                conversions,
            )
        }
    }
}

/// A function that is called with what a list of conversions gives.
type Function<'py, L, R> = <<L as Typed<'py>>::Value as Values<'py, R>>::Function;

/// The C function that the interpreter calls, for a function that the macro has written as `F`.
///
/// # Safety
/// The interpreter calls it, by the convention `METH_FASTCALL | METH_KEYWORDS`
/// (<https://docs.python.org/3/c-api/structures.html#c.METH_FASTCALL>), on an attached thread.
pub(crate) unsafe extern "C" fn trampoline<F: module::Function>(
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
/// that cannot unwind either: a call that needs no place in memory has no stack frame. `list` has a size only where it holds a function of the
/// user's that has one.
///
/// # Safety
/// The thread is attached for `'py`. `args`, `nargs` and `kwnames` are what the interpreter passed: `nargs` values by position, then one
/// for each name in the tuple `kwnames`, which is null when there is none. Or `kwnames` is [`BOUND`], and `args` has one slot for each
/// parameter but the module's, as [`Parameters::bind`] has filled them, and `nargs` is their number. They, and `module`, unless it is null,
/// stay alive during the call. The conversions are those of the parameters, one for each, in the order of [`ConversionList`].
#[allow(improper_ctypes_definitions)] // no C code calls it
#[inline(never)]
unsafe extern "C" fn run<
    'py,
    L: ConversionList<'py, Value: Values<'py, R>>,
    G: Returned<'py, R>,
    R,
>(
    module: *mut ffi::PyObject,
    args: *const *mut ffi::PyObject,
    nargs: ffi::Py_ssize_t,
    kwnames: *mut ffi::PyObject,
    parameters: Parameters,
    function: Function<'py, L, R>,
    list: L,
) -> *mut ffi::PyObject {
    if L::SHAPE.is_variadic() {
        // SAFETY: the caller's promise is the same; such a call has not been bound before.
        return unsafe {
            bind_and_continue::<L, G, R>(module, args, nargs, kwnames, parameters, function, list)
        };
    }
    let given = nargs as usize;
    'ready: {
        if kwnames.is_null() {
            if parameters.fits(L::SHAPE, given) {
                break 'ready;
            }
        } else if !L::SHAPE.is_plain() && kwnames == BOUND {
            break 'ready;
        }
        // SAFETY: the caller's promise is the same.
        return unsafe {
            bind_and_run::<L, G, R>(module, args, nargs, kwnames, parameters, function, list)
        };
    }
    // SAFETY: the caller's promise: each slot that is needed is filled, by the interpreter when the call fits.
    unsafe {
        let py = Python::assume_attached();
        if !L::IN_PLACE {
            return convert_and_call::<L, G, R>(module, args, nargs, parameters, function, list);
        }
        match L::in_place(Arguments::new(py, parameters, &module, args, given)) {
            Some(values) => {
                let values = ManuallyDrop::new(values);
                boundary(py, |_| {
                    // The values are taken once. Taken here, they need not be moved into the closure.
                    G::give(ptr::read(&*values).call(function, py), py)
                })
            }
            None => {
                convert_and_run::<L, G, R>(module, args, nargs, kwnames, parameters, function, list)
            }
        }
    }
}

/// Converts the arguments, which are bound, calls the function, and converts what it returns.
///
/// # Safety
/// As [`run`]; and the arguments are bound, or need not be.
#[inline(always)]
unsafe fn convert_and_call<
    'py,
    L: ConversionList<'py, Value: Values<'py, R>>,
    G: Returned<'py, R>,
    R,
>(
    module: *mut ffi::PyObject,
    args: *const *mut ffi::PyObject,
    nargs: ffi::Py_ssize_t,
    parameters: Parameters,
    function: Function<'py, L, R>,
    list: L,
) -> *mut ffi::PyObject {
    // SAFETY: the caller's promise.
    let py = unsafe { Python::assume_attached() };
    boundary(py, |_| {
        if L::SHAPE.module && module.is_null() {
            return Err(without_module());
        }
        let arguments = Arguments::new(py, parameters, &module, args, nargs as usize);
        // SAFETY: the caller's promise.
        let values = unsafe { list.convert(arguments)? };
        G::give(values.call(function, py), py)
    })
}

/// [`run`]s a call whose arguments cannot all be read in place: apart, since this needs a stack frame.
///
/// # Safety
/// As [`run`]; and the arguments are bound, or need not be.
#[allow(improper_ctypes_definitions)] // no C code calls it
#[cold]
#[inline(never)]
unsafe extern "C" fn convert_and_run<
    'py,
    L: ConversionList<'py, Value: Values<'py, R>>,
    G: Returned<'py, R>,
    R,
>(
    module: *mut ffi::PyObject,
    args: *const *mut ffi::PyObject,
    nargs: ffi::Py_ssize_t,
    _kwnames: *mut ffi::PyObject,
    parameters: Parameters,
    function: Function<'py, L, R>,
    list: L,
) -> *mut ffi::PyObject {
    // SAFETY: the caller's promise is the same.
    unsafe { convert_and_call::<L, G, R>(module, args, nargs, parameters, function, list) }
}

/// [`run`]s a call that has keywords, or does not fit: it is bound here.
///
/// # Safety
/// As [`run`]; `kwnames` is not [`BOUND`].
#[allow(improper_ctypes_definitions)] // no C code calls it
#[cold]
#[inline(never)]
unsafe extern "C" fn bind_and_run<
    'py,
    L: ConversionList<'py, Value: Values<'py, R>>,
    G: Returned<'py, R>,
    R,
>(
    module: *mut ffi::PyObject,
    args: *const *mut ffi::PyObject,
    nargs: ffi::Py_ssize_t,
    kwnames: *mut ffi::PyObject,
    parameters: Parameters,
    function: Function<'py, L, R>,
    list: L,
) -> *mut ffi::PyObject {
    // SAFETY: the caller's promise is the same.
    unsafe {
        bind_and_continue::<L, G, R>(module, args, nargs, kwnames, parameters, function, list)
    }
}

/// Binds a call, and goes on with it: that of a variadic function here, any other one as [`run`] does.
///
/// # Safety
/// As [`bind_and_run`].
#[inline(always)]
unsafe fn bind_and_continue<
    'py,
    L: ConversionList<'py, Value: Values<'py, R>>,
    G: Returned<'py, R>,
    R,
>(
    module: *mut ffi::PyObject,
    args: *const *mut ffi::PyObject,
    nargs: ffi::Py_ssize_t,
    kwnames: *mut ffi::PyObject,
    parameters: Parameters,
    function: Function<'py, L, R>,
    list: L,
) -> *mut ffi::PyObject {
    let mut slots = MaybeUninit::<L::Slots>::uninit();
    let mut rest = Rest::of(L::SHAPE);
    // SAFETY: the caller's promise; the slots are bound when they are used, and what `rest` has outlives that.
    unsafe {
        let slots: *mut Slot<'_, 'py> = slots.as_mut_ptr().cast();
        let py = Python::assume_attached();
        let is_bound =
            parameters.bind(L::SHAPE, py, module, args, nargs, kwnames, slots, &mut rest);
        if !is_bound {
            return ptr::null_mut();
        }
        let (args, nargs) = (slots.cast(), L::SHAPE.bound() as ffi::Py_ssize_t);
        if L::SHAPE.is_variadic() {
            return convert_and_call::<L, G, R>(module, args, nargs, parameters, function, list);
        }
        let kwnames = match L::SHAPE.is_plain() {
            true => ptr::null_mut(),
            false => BOUND,
        };
        run::<L, G, R>(module, args, nargs, kwnames, parameters, function, list)
    }
}

#[cold]
fn without_module() -> PyErr {
    PyRuntimeError::new_err("this function was made without its module")
}
