//! Rust's closures, as Python callables.

use std::ffi::CStr;
use std::fmt;
use std::marker::PhantomData;
use std::slice;

use crate::convert::{FromPyObject, FromPyObjectOwned, IntoPyObject, ReturnValue};
use crate::error::{PyErr, PyResult};
use crate::exceptions::PyTypeError;
use crate::ffi;
use crate::hint::Hint;
use crate::object::{Borrowed, Bound};
use crate::python::Python;
use crate::trampoline;
use crate::types::function::{CLOSURE, Captured, definition};
use crate::types::{PyAny, PyCFunction};

/// A Rust closure that a function returns, or passes on, as a Python callable.
///
/// Python calls it by position. The arguments are converted as those of a function, and so is the result, which may be
/// a `Result`. In the stub it is `Callable[[A, B], R]`.
///
/// ```
/// use mybind::Closure;
/// use mybind::prelude::*;
///
/// /// `adder(1)(2)` is 3.
/// #[mybind]
/// fn adder(a: i64) -> Closure<(i64,), i64> {
///     Closure::new(move |b| a + b)
/// }
/// ```
///
/// Python may call the closure on any thread, on several at once, and again while it runs: hence `Fn`, `Send` and `Sync`. It is
/// dropped when the callable is; Python's garbage collector cannot look into it, so a cycle of references through it is never
/// collected.
#[must_use]
pub struct Closure<Args, R> {
    name: &'static CStr,
    doc: &'static CStr,
    bind: Box<Bind>,
    of: PhantomData<fn(Args) -> R>,
}

/// Makes the Python function, by this name and with this docstring.
type Bind = dyn for<'py> FnOnce(Python<'py>, &'static CStr, &'static CStr) -> PyResult<Bound<'py, PyCFunction>>
    + Send;

impl<Args: ClosureArgs, R: for<'py> ReturnValue<'py> + 'static> Closure<Args, R> {
    /// A callable by the name `closure`.
    pub fn new<F: ClosureFn<Args, R>>(closure: F) -> Self {
        Closure {
            name: CLOSURE,
            doc: c"",
            bind: Box::new(move |py, name, doc| {
                let definition = definition(
                    name,
                    doc,
                    ffi::METH_FASTCALL | ffi::METH_KEYWORDS,
                    ffi::PyMethodDefPointer {
                        PyCFunctionFastWithKeywords: call::<F, Args, R>,
                    },
                );
                // SAFETY: a C function for `Captured`s with an `F`.
                unsafe { Captured::bind(py, definition, closure) }
            }),
            of: PhantomData,
        }
    }

    /// The same callable by another name.
    pub fn with_name(mut self, name: &'static CStr) -> Self {
        self.name = name;
        self
    }

    /// The same callable with a docstring.
    pub fn with_doc(mut self, doc: &'static CStr) -> Self {
        self.doc = doc;
        self
    }
}

impl<Args, R> fmt::Debug for Closure<Args, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Closure").field(&self.name).finish()
    }
}

impl<'py, Args: ClosureArgs, R: for<'p> ReturnValue<'p> + 'static> IntoPyObject<'py>
    for Closure<Args, R>
{
    type Target = PyCFunction;
    type Output = Bound<'py, PyCFunction>;
    type Error = PyErr;

    const OUTPUT_HINT: Hint = Hint::Subscript(
        &Hint::Import("collections.abc", "Callable"),
        &[Args::HINT, <R as ReturnValue<'py>>::HINT],
    );

    fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
        (self.bind)(py, self.name, self.doc)
    }
}

unsafe extern "C" fn call<F, Args, R>(
    this: *mut ffi::PyObject,
    args: *const *mut ffi::PyObject,
    count: ffi::Py_ssize_t,
    keywords: *mut ffi::PyObject,
) -> *mut ffi::PyObject
where
    F: ClosureFn<Args, R>,
    Args: ClosureArgs,
    R: for<'py> ReturnValue<'py>,
{
    // SAFETY: Python calls this attached, with the function's `self`, `count` arguments, and the names of keywords or null, alive for the call.
    // Without arguments their address may be null.
    unsafe {
        trampoline::boundary(Python::assume_attached(), |py| {
            let (_kept, closure, name) = Captured::closure::<F>(py, this);
            let args: &[Borrowed<'_, '_, PyAny>] = match count {
                0 => &[],
                _ => slice::from_raw_parts(args.cast(), count as usize),
            };
            if args.len() != Args::COUNT || !keywords.is_null() {
                return Err(wrong_arguments(name, Args::COUNT, args.len()));
            }
            closure.invoke(Args::extract(args)?).into_result(py)
        })
    }
}

/// As CPython words it for a C function.
#[cold]
#[inline]
fn wrong_arguments(name: &CStr, expected: usize, given: usize) -> PyErr {
    let name = name.to_string_lossy();
    PyTypeError::new_err(match expected {
        _ if given == expected => format!("{name}() takes no keyword arguments"),
        1 => format!("{name} expected 1 argument, got {given}"),
        _ => format!("{name} expected {expected} arguments, got {given}"),
    })
}

fn argument<'py, T: FromPyObjectOwned<'py>>(
    args: &[Borrowed<'_, 'py, PyAny>],
    index: usize,
) -> PyResult<T> {
    let argument = args[index];
    argument.extract().map_err(|error: T::Error| {
        let place = format!("argument {}: ", index + 1);
        error.into().with_context(argument.py(), &place)
    })
}

/// The arguments of a [`Closure`]: a tuple of up to twelve types that a Python object can be converted to.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the arguments of a `Closure`",
    label = "not a tuple of types that can be made from Python objects",
    note = "for a single argument, write `(T,)`; the types are owned: `String`, not `&str`"
)]
pub trait ClosureArgs: sealed::Sealed + Sized + 'static {
    #[doc(hidden)]
    const HINT: Hint;
    #[doc(hidden)]
    const COUNT: usize;
    #[doc(hidden)]
    fn extract(args: &[Borrowed<'_, '_, PyAny>]) -> PyResult<Self>;
}

/// What a [`Closure`] can be made of: a Rust closure of these arguments and this result.
#[diagnostic::on_unimplemented(
    message = "this cannot be made into a `Closure<{Args}, {R}>`",
    label = "not a function of these arguments and this result",
    note = "a `Closure<(i64, f64), String>` is made of `|a: i64, b: f64| -> String`"
)]
pub trait ClosureFn<Args, R>: Send + Sync + 'static {
    #[doc(hidden)]
    fn invoke(&self, args: Args) -> R;
}

mod sealed {
    pub trait Sealed {}
}

macro_rules! closures {
    ($($count:literal: $($argument:ident $index:tt)*;)+) => {$(
        impl<$($argument: for<'py> FromPyObjectOwned<'py> + 'static),*> sealed::Sealed for ($($argument,)*) {}

        impl<$($argument: for<'py> FromPyObjectOwned<'py> + 'static),*> ClosureArgs for ($($argument,)*) {
            const HINT: Hint =
                Hint::List(&[$(<$argument as FromPyObject<'static, 'static>>::INPUT_HINT),*]);
            const COUNT: usize = $count;

            #[inline]
            fn extract(_args: &[Borrowed<'_, '_, PyAny>]) -> PyResult<Self> {
                Ok(($(argument::<$argument>(_args, $index)?,)*))
            }
        }

        impl<Function, R, $($argument),*> ClosureFn<($($argument,)*), R> for Function
        where
            Function: Fn($($argument),*) -> R + Send + Sync + 'static,
        {
            #[inline]
            fn invoke(&self, _args: ($($argument,)*)) -> R {
                self($(_args.$index),*)
            }
        }
    )+};
}

closures! {
    0:;
    1: A 0;
    2: A 0 B 1;
    3: A 0 B 1 C 2;
    4: A 0 B 1 C 2 D 3;
    5: A 0 B 1 C 2 D 3 E 4;
    6: A 0 B 1 C 2 D 3 E 4 F 5;
    7: A 0 B 1 C 2 D 3 E 4 F 5 G 6;
    8: A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7;
    9: A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7 I 8;
    10: A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7 I 8 J 9;
    11: A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7 I 8 J 9 K 10;
    12: A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7 I 8 J 9 K 10 L 11;
}
