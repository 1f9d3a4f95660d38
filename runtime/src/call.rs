//! A call from Python, from the interpreter to the Rust function and back.
//!
//! The interpreter calls [`trampoline`], of which there is one for each function: three instructions, which pass on what the
//! interpreter gave, the function, and its [`Parameters`]. All the work is in [`run`], which is compiled once for all functions that
//! take and return the same types.

mod conversions;

pub(crate) use conversions::Shape;
pub use conversions::{
    Conversions, Keyword, Kwargs, Module, Optional, Required, Returned, Varargs,
};

use std::marker::PhantomData;

use crate::error::PyResult;
use crate::ffi;
use crate::module::Function;
use crate::parameters::{Parameters, Rest};
use crate::python::Python;
use crate::trampoline::guarded;

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

/// The result of a function that is an object already, for [`Call::run`].
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

/// Binds the arguments, converts them, calls the function, and converts what it returns.
///
/// The arguments stand in the order in which the interpreter passed them to the trampoline, so that they stay in their registers; and
/// as a C function this cannot unwind, so that the trampoline calls it last thing, by a jump. `conversions` and `result` are of no size.
///
/// # Safety
/// The thread is attached for `'py`. `args`, `nargs` and `kwnames` are what the interpreter passed: `nargs` values by position, then one
/// for each name in the tuple `kwnames`, which is null when there is none. They, and `module`, unless it is null, stay alive
/// during the call. The conversions are those of the parameters, one for each, in the order of [`Conversions`].
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
    // SAFETY: the caller's promise.
    let py = unsafe { Python::assume_attached() };
    let body = |_: Python<'_>| {
        let mut slots = C::SLOTS;
        let mut rest = Rest::of(C::SHAPE);
        // SAFETY: the caller's promise; once bound, every slot is as its conversion needs it.
        let returned = unsafe {
            let place = (&raw mut slots).cast();
            let arguments =
                parameters.bind(C::SHAPE, py, module, args, nargs, kwnames, place, &mut rest)?;
            conversions.call(py, arguments, parameters, function)?
        };
        result.give(returned, py)
    };
    guarded(py, body, std::ptr::null_mut())
}
