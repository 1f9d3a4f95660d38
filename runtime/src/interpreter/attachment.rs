//! Attaching this thread to its interpreter, and detaching it.

use std::cell::Cell;
use std::ptr;

use super::Interpreter;
use super::attached::{is_attached, may_be_attached};
use super::gate::{Inside, Shut, unless_ended};
use crate::ffi;
use crate::python::Python;

/// Whether CPython itself may end a thread that attaches during finalization. From 3.14 on it lets it hang.
const PYTHON_ENDS_THREADS: bool = cfg!(not(Py_3_14));

thread_local! {
    /// What [`Detachment`] saved, while this thread is detached by it.
    static DETACHED: Cell<Option<Detached>> = const { Cell::new(None) };
}

/// How a thread that has detached attaches again.
#[derive(Clone, Copy)]
pub(super) struct Detached {
    interpreter: &'static Interpreter,
    /// The thread's own state in that interpreter.
    state: *mut ffi::PyThreadState,
}

/// Whether this thread is detached by a [`Detachment`].
pub(super) fn is_detached() -> bool {
    DETACHED.get().is_some()
}

/// Notes how this thread is detached now; gives what it was before.
pub(super) fn replace_detached(detached: Option<Detached>) -> Option<Detached> {
    DETACHED.replace(detached)
}

/// Why a thread cannot attach.
pub(crate) enum Unattachable {
    /// There is no Python: not yet, or this thread has ended it.
    NotInitialized,
    /// The interpreter shuts down, or has ended.
    ShuttingDown,
}

/// This thread's being attached to its interpreter, until it is dropped.
pub(crate) struct Attachment {
    how: How,
    /// What [`DETACHED`] was.
    detached: Option<Detached>,
}

enum How {
    /// It was before.
    Already,
    /// By its own thread state, which [`Detachment`] had saved.
    Restored,
    /// By `PyGILState_Ensure`.
    Ensured(ffi::PyGILState_STATE),
}

impl Attachment {
    /// Attaches this thread to its interpreter; a thread that has none, to the main one.
    pub(crate) fn new() -> Result<Self, Unattachable> {
        if is_attached() {
            return Ok(Attachment {
                how: How::Already,
                detached: DETACHED.get(),
            });
        }
        Passage::to_own_interpreter().map(Self::through)
    }

    pub(super) fn through(_passage: Passage) -> Self {
        let detached = DETACHED.take();
        let how = match detached {
            Some(Detached { state, .. }) if !can_ensure(state) => {
                // SAFETY: this thread's own state, saved by it, and not attached; nobody has deleted it, since the
                // gate was open.
                unsafe { ffi::PyEval_RestoreThread(state) };
                How::Restored
            }
            // SAFETY: Python is initialized, and the thread not attached to a subinterpreter.
            _ => How::Ensured(unsafe { ffi::PyGILState_Ensure() }),
        };
        Attachment { how, detached }
    }

    /// Calls `f`, and detaches again if the thread was not attached before.
    pub(crate) fn run<R>(self, f: impl FnOnce(Python<'_>) -> R) -> R {
        // SAFETY: the thread stays attached until `self` is dropped, after the call.
        let py = unsafe { Python::assume_attached() };
        if !matches!(self.how, How::Already) {
            Interpreter::current(py).drop_released(py);
        }
        unless_ended(|| f(py))
    }
}

impl Drop for Attachment {
    fn drop(&mut self) {
        match self.how {
            How::Already => return,
            // SAFETY: attached by `new`, and everything since has been undone in order.
            How::Restored => drop(unsafe { ffi::PyEval_SaveThread() }),
            // SAFETY: as above.
            How::Ensured(state) => unsafe { ffi::PyGILState_Release(state) },
        }
        DETACHED.set(self.detached);
    }
}

/// The right to attach to an interpreter, which does not end before this is dropped.
pub(super) struct Passage {
    /// `None` where this library has not been in that interpreter yet.
    interpreter: Option<&'static Interpreter>,
    _inside: Option<Inside<'static>>,
}

impl Passage {
    fn new(interpreter: Option<&'static Interpreter>) -> Result<Self, Unattachable> {
        match interpreter.map(|record| record.gate.enter()).transpose() {
            Ok(_inside) => Ok(Passage {
                interpreter,
                _inside,
            }),
            Err(Shut) => Err(Unattachable::ShuttingDown),
        }
    }

    pub(super) fn is_to(&self, interpreter: &Interpreter) -> bool {
        self.interpreter
            .is_some_and(|own| ptr::eq(own, interpreter))
    }

    /// To the interpreter that this thread, which is not attached, detached from; or else to the main one.
    pub(super) fn to_own_interpreter() -> Result<Self, Unattachable> {
        if let Some(detached) = DETACHED.get() {
            return Self::new(Some(detached.interpreter));
        }
        if may_be_attached() {
            // Not to be parked, since it may hold the lock that the shutdown needs.
            return Ok(Passage {
                interpreter: Self::interpreter_of_own_state(),
                _inside: None,
            });
        }
        let main = Interpreter::find(Interpreter::is_main);
        // As long as this thread is inside, Python stays initialized.
        let to_main = Self::new(main.filter(|record| record.is_alive()))?;
        // SAFETY: the first may be called at any time, the second on any thread while there is a Python.
        unsafe {
            if ffi::Py_IsInitialized() == 0 {
                match main {
                    Some(record) if record.gate.is_shut() => {
                        return Err(Unattachable::ShuttingDown);
                    }
                    // This thread is in the midst of finalizing it.
                    Some(record) if record.is_alive() => (),
                    _ => return Err(Unattachable::NotInitialized),
                }
            }
            if ffi::PyGILState_GetThisThreadState().is_null() {
                return Ok(to_main);
            }
        }
        // Detached by C code.
        Self::new(Self::interpreter_of_own_state())
    }

    fn interpreter_of_own_state() -> Option<&'static Interpreter> {
        // SAFETY: may be called on any thread while there is a Python; a state that is there lives.
        let state = unsafe {
            let own = ffi::PyGILState_GetThisThreadState();
            if own.is_null() {
                return None;
            }
            ffi::PyThreadState_GetInterpreter(own)
        };
        Interpreter::find(|record| record.state == state && record.is_alive())
    }
}

/// Whether `PyGILState_Ensure` attaches with `state` too, which [`Detachment`] saved.
///
/// It is needed where `attached` cannot tell: it does no harm where C code, unknown to us, has attached the thread since.
fn can_ensure(state: *mut ffi::PyThreadState) -> bool {
    // SAFETY: may be called on any thread while there is a Python.
    cfg!(Py_LIMITED_API) && state == unsafe { ffi::PyGILState_GetThisThreadState() }
}

/// This thread's being detached from its interpreter, until it is dropped.
pub(crate) struct Detachment<'py> {
    this: Detached,
    /// What [`DETACHED`] was: something, where C code attached the thread inside a detachment.
    outer: Option<Detached>,
    py: Python<'py>,
}

impl<'py> Detachment<'py> {
    /// Detaches.
    ///
    /// # Safety
    /// Until this is dropped, the thread does nothing that needs it to be attached.
    #[inline]
    pub(crate) unsafe fn new(py: Python<'py>) -> Self {
        let interpreter = Interpreter::current(py);
        // SAFETY: the thread is attached; that it lets go is the caller's to respect.
        let state = unsafe { ffi::PyEval_SaveThread() };
        let this = Detached { interpreter, state };
        Detachment {
            this,
            outer: DETACHED.replace(Some(this)),
            py,
        }
    }
}

impl Drop for Detachment<'_> {
    #[inline]
    fn drop(&mut self) {
        let Detached { interpreter, state } = self.this;
        let inside = PYTHON_ENDS_THREADS.then(|| interpreter.gate.enter_or_park());
        // SAFETY: this thread's own state, saved by `new`.
        unsafe { ffi::PyEval_RestoreThread(state) };
        drop(inside);
        DETACHED.set(self.outer);
        interpreter.drop_released(self.py);
    }
}
