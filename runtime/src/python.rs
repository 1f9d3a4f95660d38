//! [`Python`]: the proof that this thread is attached to an interpreter, and what can be done with it.

mod version;

use std::ffi::{CStr, CString};
use std::marker::PhantomData;

pub use version::PythonVersionInfo;
#[cfg(Py_LIMITED_API)]
pub(crate) use version::running_version;
pub(crate) use version::runs_since;

use crate::convert::IntoPyObject;
use crate::error::{PyErr, PyResult};
use crate::ffi;
use crate::interpreter::{Attachment, Detachment, Unattachable};
use crate::object::{Bound, Py};
use crate::type_object::PyTypeInfo;
use crate::types::{PyAny, PyCode, PyCodeInput, PyDict, PyModule, PyString, PyType};

/// Proof that this thread is attached to an interpreter for `'py` ("holds the GIL", where there is one).
///
/// Whoever has a `Python<'py>` may touch objects of that interpreter. Zero-sized, `Copy`, and neither `Send` nor
/// `Sync`: it cannot leave the thread. A function gets one by having a parameter `py: Python<'_>`, or from any
/// handle's `py()`.
#[derive(Clone, Copy)]
pub struct Python<'py>(PhantomData<(&'py (), *mut ())>);

impl Python<'_> {
    /// Attaches this thread to its interpreter, calls `f`, and leaves the thread as it was.
    ///
    /// A thread that is attached already stays so; one inside [`detach`](Python::detach) attaches again to the
    /// interpreter that it detached from; one unknown to Python attaches to the main interpreter. Another interpreter is
    /// reached from an object of it: [`Py::attach`].
    ///
    /// When the interpreter shuts down or has ended, a thread that is not attached waits here for ever, as Python itself
    /// has it from 3.14 on.
    ///
    /// # Panics
    /// When Python is not initialized, or was finalized by this thread.
    #[track_caller]
    #[inline]
    pub fn attach<R>(f: impl for<'py> FnOnce(Python<'py>) -> R) -> R {
        match Attachment::new() {
            Ok(attachment) => attachment.run(f),
            Err(Unattachable::ShuttingDown) => crate::interpreter::park(),
            Err(Unattachable::NotInitialized) => panic!(
                "Python is not initialized, or has been finalized: a program that embeds Python calls \
                 `Python::initialize()` first"
            ),
        }
    }

    /// As [`attach`](Python::attach), but `None` where that would panic or wait for ever.
    #[inline]
    pub fn try_attach<R>(f: impl for<'py> FnOnce(Python<'py>) -> R) -> Option<R> {
        Attachment::new().ok().map(|attachment| attachment.run(f))
    }

    /// Starts Python, in a program that embeds it, and leaves this thread detached. Does nothing when Python runs
    /// already, as it does in every extension module.
    ///
    /// Python's signal handlers are not installed.
    #[inline]
    pub fn initialize() {
        static ONCE: std::sync::Once = std::sync::Once::new();
        ONCE.call_once(|| {
            let _alone = before_initialization();
            // SAFETY: both may be called before Python is there; then this thread is attached, and detached again.
            unsafe {
                if ffi::Py_IsInitialized() == 0 {
                    ffi::Py_InitializeEx(0);
                    ffi::PyEval_SaveThread();
                }
            }
        });
    }
}

/// What is done before Python is there, one thread after the other: it has no lock of its own then.
pub(crate) fn before_initialization() -> std::sync::MutexGuard<'static, ()> {
    static LOCK: std::sync::Mutex<()> = std::sync::Mutex::new(());
    LOCK.lock()
        .unwrap_or_else(std::sync::PoisonError::into_inner)
}

impl<'py> Python<'py> {
    /// Claims that this thread is attached.
    ///
    /// # Safety
    /// The thread is attached to an interpreter for all of `'py`.
    #[inline]
    pub const unsafe fn assume_attached() -> Python<'py> {
        Python(PhantomData)
    }

    /// Detaches this thread ("releases the GIL"), calls `f`, and attaches the thread again, also when `f` panics.
    ///
    /// Meanwhile other threads can run Python code. `Send` keeps handles and tokens out of `f`. Known holes: a value
    /// that claims to be `Send` and smuggles one in, or a scoped thread-local.
    ///
    /// When the interpreter shuts down meanwhile, the thread waits for ever instead of attaching.
    #[inline]
    pub fn detach<T: Send, F: Send + FnOnce() -> T>(self, f: F) -> T {
        // SAFETY: `Send` keeps handles and tokens out of `f`.
        let _detached = unsafe { Detachment::new(self) };
        f()
    }

    /// Imports a module.
    ///
    /// # Errors
    /// What `import` raises: `ModuleNotFoundError` for one.
    #[inline]
    pub fn import<N>(self, name: N) -> PyResult<Bound<'py, PyModule>>
    where
        N: IntoPyObject<'py, Target = PyString>,
    {
        PyModule::import(self, name)
    }

    /// Evaluates an expression.
    ///
    /// `globals` is `__main__`'s where not given and gets `__builtins__` where it has none, as with Python's `eval`;
    /// `locals` is `globals` where not given.
    ///
    /// # Errors
    /// `SyntaxError`, or what the expression raises.
    #[inline]
    pub fn eval(
        self,
        code: &CStr,
        globals: Option<&Bound<'py, PyDict>>,
        locals: Option<&Bound<'py, PyDict>>,
    ) -> PyResult<Bound<'py, PyAny>> {
        PyCode::compile(self, code, c"<string>", PyCodeInput::Eval)?.run(globals, locals)
    }

    /// Runs statements; for `globals` and `locals` see [`eval`](Self::eval).
    ///
    /// # Errors
    /// `SyntaxError`, or what the statements raise.
    #[inline]
    pub fn run(
        self,
        code: &CStr,
        globals: Option<&Bound<'py, PyDict>>,
        locals: Option<&Bound<'py, PyDict>>,
    ) -> PyResult<()> {
        PyCode::compile(self, code, c"<string>", PyCodeInput::File)?
            .run(globals, locals)
            .map(drop)
    }

    /// The type object of `T`.
    #[inline]
    pub fn get_type<T: PyTypeInfo>(self) -> Bound<'py, PyType> {
        T::type_object(self)
    }

    /// Python's `None`.
    #[allow(non_snake_case)] // as Python spells it
    #[inline]
    pub fn None(self) -> Py<PyAny> {
        // SAFETY: the thread is attached; the singleton is borrowed.
        unsafe { Py::from_borrowed_ptr(self, ffi::Py_None()) }
    }

    /// Python's `Ellipsis`, also written `...`.
    #[allow(non_snake_case)] // as Python spells it
    #[inline]
    pub fn Ellipsis(self) -> Py<PyAny> {
        // SAFETY: the thread is attached; the singleton is borrowed.
        unsafe { Py::from_borrowed_ptr(self, ffi::Py_Ellipsis()) }
    }

    /// Python's `NotImplemented`.
    #[allow(non_snake_case)] // as Python spells it
    #[inline]
    pub fn NotImplemented(self) -> Py<PyAny> {
        // SAFETY: the thread is attached; the singleton is borrowed.
        unsafe { Py::from_borrowed_ptr(self, ffi::Py_NotImplemented()) }
    }

    /// Issues a warning of class `W`, as `warnings.warn(message, W, stacklevel)`: with `stacklevel` 1 it is at the line of Python
    /// that called Rust, with 2 one call further up.
    ///
    /// # Errors
    /// The warning itself, where the warning filter turns it into an exception; ValueError for a message with a NUL.
    #[inline]
    pub fn warn<W: PyTypeInfo>(self, message: &str, stacklevel: i32) -> PyResult<()> {
        let message = CString::new(message)?;
        PyErr::warn(self, &W::type_object(self), &message, stacklevel)
    }

    /// Lets Python's signal handlers run, if a signal has come; in a long loop, so that Ctrl-C works.
    ///
    /// Has an effect only on the main thread of the main interpreter.
    ///
    /// # Errors
    /// What a handler raises: `KeyboardInterrupt`.
    #[inline]
    pub fn check_signals(self) -> PyResult<()> {
        // SAFETY: the thread is attached.
        if unsafe { ffi::PyErr_CheckSignals() } == 0 {
            Ok(())
        } else {
            Err(PyErr::fetch(self))
        }
    }
}

/// Runs a string of Python code with local variables, and panics when it raises: for tests.
/// `py_run!(py, a b, "assert a == b")` gives it the variables `a` and `b`, `py_run!(py, *dict, "...")` those of a dict.
///
/// The code's common indentation is removed.
#[macro_export]
macro_rules! py_run {
    ($py:expr, $($variable:ident)+, $code:expr) => {{
        let locals = $crate::types::PyDict::new($py);
        $(locals.set_item(stringify!($variable), &$variable).expect("a value for Python");)+
        $crate::py_run!($py, *locals, $code)
    }};
    ($py:expr, *$locals:expr, $code:expr) => {
        $crate::__private::py_run($py, &$locals, $code)
    };
}

/// What [`py_run!`](crate::py_run) does.
///
/// # Panics
/// When the code raises.
#[doc(hidden)]
#[inline]
#[track_caller]
pub fn py_run(py: Python<'_>, locals: &Bound<'_, PyDict>, code: &str) {
    let run = || -> PyResult<()> {
        let code = py.import("textwrap")?.call_method1("dedent", (code,))?;
        let code = CString::new(code.extract::<String>()?)?;
        py.run(&code, None, Some(locals))
    };
    if let Err(error) = run() {
        error.print(py);
        panic!("{code}");
    }
}
