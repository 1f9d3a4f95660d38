//! Which interpreter this thread is attached to, and attaching and detaching it.
//!
//! `PyGILState_Check` is of no use: it says yes on every thread once there has been a subinterpreter.

use std::cell::Cell;
use std::ptr;

use super::gate::{Gate, Inside, Shut};
use super::{Interpreter, InterpreterEnded};
use crate::ffi;
use crate::python::Python;

/// Whether CPython itself may end a thread that attaches during finalization. From 3.14 on it lets it hang.
const PYTHON_ENDS_THREADS: bool = cfg!(not(Py_3_14));

thread_local! {
    /// The thread state that [`Detachment`] saved, while this thread is detached by it.
    static DETACHED: Cell<*mut ffi::PyThreadState> = const { Cell::new(ptr::null_mut()) };
    /// The innermost of this thread's sessions in interpreters that are not its own.
    static SESSION: Cell<*const Session> = const { Cell::new(ptr::null()) };
}

/// The interpreter that this thread is attached to; null when it is attached to none, or when that cannot be told.
#[cfg(all(not(Py_LIMITED_API), Py_3_12))]
#[inline]
pub(super) fn attached() -> *mut ffi::PyInterpreterState {
    // SAFETY: may be called on any thread at any time; a non-null state is this thread's own, and attached.
    unsafe {
        let state = ffi::compat::PyThreadState_GetUnchecked();
        if state.is_null() { ptr::null_mut() } else { ffi::PyThreadState_GetInterpreter(state) }
    }
}

/// The interpreter that this thread is attached to; null when it is attached to none, or when that cannot be told.
///
/// Before 3.12 the "current" thread state is that of whichever thread holds the GIL.
#[cfg(all(not(Py_LIMITED_API), not(Py_3_12)))]
#[inline]
pub(super) fn attached() -> *mut ffi::PyInterpreterState {
    // SAFETY: both may be called on any thread at any time; a state that is both current and this thread's own, or
    // its session's, is attached and lives.
    unsafe {
        let current = ffi::compat::PyThreadState_GetUnchecked();
        if current.is_null() {
            ptr::null_mut()
        } else if current == ffi::PyGILState_GetThisThreadState() || current == session_state() {
            ffi::PyThreadState_GetInterpreter(current)
        } else {
            ptr::null_mut()
        }
    }
}

/// The interpreter that this thread is attached to; null when it is attached to none, or when that cannot be told.
///
/// The limited API has one function that is allowed to be called detached and shows it: `PyThreadState_GetDict`.
/// Before 3.12 it would look at whichever thread holds the GIL: there it cannot be told.
#[cfg(Py_LIMITED_API)]
pub(super) fn attached() -> *mut ffi::PyInterpreterState {
    if !states_are_per_thread() {
        return ptr::null_mut();
    }
    // SAFETY: the first may be called on any thread at any time; it gives a dict only to an attached thread.
    unsafe {
        if ffi::PyThreadState_GetDict().is_null() { ptr::null_mut() } else { ffi::PyInterpreterState_Get() }
    }
}

/// Whether the running Python (3.12 or newer) knows each thread's current state, not only the GIL holder's.
#[cfg(Py_LIMITED_API)]
fn states_are_per_thread() -> bool {
    cfg!(Py_3_12) || crate::python::running_version() >= (3, 12)
}

/// Whether this thread, for which [`attached`] cannot tell, runs a subinterpreter all the same.
///
/// Before 3.12 a thread that has a state of its own runs a subinterpreter with another one; `PyGILState_Ensure` would
/// then wait for a lock that the thread itself holds. A thread that C code detached from the main interpreter looks the
/// same, but only while another thread is in a subinterpreter.
#[cfg(all(not(Py_LIMITED_API), not(Py_3_12)))]
fn runs_subinterpreter() -> bool {
    // SAFETY: functions that may be called detached. The states are looked into only where there is a subinterpreter.
    unsafe {
        let own = ffi::PyGILState_GetThisThreadState();
        let current = ffi::compat::PyThreadState_GetUnchecked();
        !own.is_null()
            && !current.is_null()
            && !ffi::PyInterpreterState_Next(ffi::PyInterpreterState_Head()).is_null()
            && ffi::PyThreadState_GetInterpreter(own) != ffi::PyThreadState_GetInterpreter(current)
    }
}

/// As above. The limited API shows even less: whether this library is in a subinterpreter at all.
#[cfg(all(Py_LIMITED_API, not(Py_3_12)))]
fn runs_subinterpreter() -> bool {
    // SAFETY: may be called on any thread while there is a Python.
    !states_are_per_thread()
        && !unsafe { ffi::PyGILState_GetThisThreadState() }.is_null()
        && Interpreter::find(|record| !record.is_main() && record.is_alive()).is_some()
}

#[cfg(Py_3_12)]
fn runs_subinterpreter() -> bool {
    false
}

/// How many sessions of this thread are inside the gate.
pub(super) fn sessions_inside(gate: &Gate) -> usize {
    let mut next = SESSION.get();
    let mut count = 0;
    // SAFETY: `SESSION` and `outer` point to sessions of this thread that have not been dropped.
    while let Some(session) = unsafe { next.as_ref() } {
        count += usize::from(session.inside.is_of(gate));
        next = session.outer;
    }
    count
}

#[cfg(all(not(Py_LIMITED_API), not(Py_3_12)))]
fn session_state() -> *mut ffi::PyThreadState {
    // SAFETY: points to a session of this thread that has not been dropped.
    unsafe { SESSION.get().as_ref() }.map_or(ptr::null_mut(), |session| session.state)
}

/// Why a thread cannot attach.
pub(crate) enum Unattachable {
    /// There is no Python, not yet or no more.
    NotInitialized,
    /// The interpreter shuts down.
    ShuttingDown,
}

/// This thread's being attached to its interpreter, until it is dropped.
pub(crate) struct Attachment {
    how: How,
    /// What [`DETACHED`] was.
    detached: *mut ffi::PyThreadState,
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
        let detached = DETACHED.get();
        if !attached().is_null() {
            return Ok(Attachment { how: How::Already, detached });
        }
        // SAFETY: may be called at any time.
        if unsafe { ffi::Py_IsInitialized() } == 0 {
            return Err(Unattachable::NotInitialized);
        }
        // SAFETY: may be called on any thread while there is a Python.
        let own = unsafe { ffi::PyGILState_GetThisThreadState() };
        // `PyGILState_Ensure` does the same for a thread's own state, and also where, unknown to us, C code has
        // attached the thread since.
        let restore = !detached.is_null() && detached != own;
        if detached.is_null() && runs_subinterpreter() {
            return Ok(Attachment { how: How::Already, detached });
        }
        let interpreter = if restore { interpreter_of(detached) } else { interpreter_of(own) };
        let _inside = interpreter.map(|record| record.gate.enter()).transpose().map_err(|Shut| Unattachable::ShuttingDown)?;
        DETACHED.set(ptr::null_mut());
        let how = if restore {
            // SAFETY: this thread's state, saved by it, and not attached.
            unsafe { ffi::PyEval_RestoreThread(detached) };
            How::Restored
        } else {
            // SAFETY: Python is initialized, and the thread not attached to a subinterpreter.
            How::Ensured(unsafe { ffi::PyGILState_Ensure() })
        };
        Ok(Attachment { how, detached })
    }

    /// Calls `f`, and detaches again if the thread was not attached before.
    pub(crate) fn run<R>(self, f: impl FnOnce(Python<'_>) -> R) -> R {
        // SAFETY: the thread stays attached until `self` is dropped, after the call.
        let py = unsafe { Python::assume_attached() };
        if !matches!(self.how, How::Already) {
            Interpreter::current(py).drop_released(py);
        }
        f(py)
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

/// The record of the interpreter of a thread state of this thread; the main one's for a thread without state.
fn interpreter_of(state: *mut ffi::PyThreadState) -> Option<&'static Interpreter> {
    if state.is_null() {
        return Interpreter::main();
    }
    // SAFETY: a live state of this thread.
    let interpreter = unsafe { ffi::PyThreadState_GetInterpreter(state) };
    Interpreter::find(|record| record.state == interpreter && record.is_alive())
}

/// This thread's being detached from its interpreter, until it is dropped.
pub(crate) struct Detachment<'py> {
    interpreter: &'static Interpreter,
    state: *mut ffi::PyThreadState,
    /// What [`DETACHED`] was: not null where C code attached the thread inside a detachment.
    outer: *mut ffi::PyThreadState,
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
        Detachment { interpreter, state, outer: DETACHED.replace(state), py }
    }
}

impl Drop for Detachment<'_> {
    #[inline]
    fn drop(&mut self) {
        let inside = PYTHON_ENDS_THREADS.then(|| self.interpreter.gate.enter_or_park());
        // SAFETY: this thread's own state, saved by `new`.
        unsafe { ffi::PyEval_RestoreThread(self.state) };
        drop(inside);
        DETACHED.set(self.outer);
        self.interpreter.drop_released(self.py);
    }
}

/// This thread's being attached to another interpreter than its own, until it is dropped. That interpreter does not
/// end meanwhile.
pub(crate) struct Session {
    /// The thread state in that interpreter.
    state: *mut ffi::PyThreadState,
    /// The state with which the thread was attached before, null if it was not.
    before: *mut ffi::PyThreadState,
    /// What [`DETACHED`] was.
    detached: *mut ffi::PyThreadState,
    inside: Inside<'static>,
    outer: *const Session,
}

impl Session {
    /// Runs `f` attached to `interpreter`, whatever this thread is attached to now.
    pub(crate) fn run<R>(
        interpreter: &'static Interpreter,
        f: impl FnOnce(Python<'_>) -> R,
    ) -> Result<R, InterpreterEnded> {
        let Ok(inside) = interpreter.gate.enter() else {
            return Err(InterpreterEnded::new(interpreter));
        };
        if attached() == interpreter.state {
            // SAFETY: just looked.
            return Ok(f(unsafe { Python::assume_attached() }));
        }
        if is_own(interpreter) {
            drop(inside);
            let Ok(attachment) = Attachment::new() else {
                return Err(InterpreterEnded::new(interpreter));
            };
            return Ok(attachment.run(f));
        }
        // SAFETY: the interpreter lives, since the gate was open and stays so for whoever is inside.
        let state = unsafe { ffi::PyThreadState_New(interpreter.state) };
        assert!(!state.is_null(), "no memory for a thread state");
        let session = Session {
            state,
            before: detach_if_attached(),
            detached: DETACHED.replace(ptr::null_mut()),
            inside,
            outer: SESSION.get(),
        };
        // The session must not move from here on.
        SESSION.set(&raw const session);
        // SAFETY: a new state, used on this thread alone, which is not attached.
        unsafe { ffi::PyEval_RestoreThread(state) };
        // SAFETY: the session lasts for the call.
        let py = unsafe { Python::assume_attached() };
        interpreter.drop_released(py);
        Ok(f(py))
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        // SAFETY: the thread is attached with this state, which nobody else uses; clearing it may run Python code, so
        // it comes first. Then the state before is this thread's own again.
        unsafe {
            ffi::PyThreadState_Clear(self.state);
            delete_current(self.state);
            SESSION.set(self.outer);
            DETACHED.set(self.detached);
            if !self.before.is_null() {
                ffi::PyEval_RestoreThread(self.before);
            }
        }
    }
}

/// Whether [`Attachment::new`] attaches this thread, which is not attached to `interpreter`, to just that one.
fn is_own(interpreter: &Interpreter) -> bool {
    if !attached().is_null() || (DETACHED.get().is_null() && runs_subinterpreter()) {
        return false;
    }
    let detached = DETACHED.get();
    // SAFETY: may be called on any thread while there is a Python, as there is while the gate is open.
    let own = unsafe { ffi::PyGILState_GetThisThreadState() };
    interpreter_of(if detached.is_null() { own } else { detached }).is_some_and(|own| ptr::eq(own, interpreter))
}

fn detach_if_attached() -> *mut ffi::PyThreadState {
    if attached().is_null() && !(DETACHED.get().is_null() && runs_subinterpreter()) {
        return ptr::null_mut();
    }
    // SAFETY: the thread is attached; it attaches again when the session is dropped.
    unsafe { ffi::PyEval_SaveThread() }
}

/// Detaches this thread and deletes the state.
///
/// # Safety
/// The thread is attached with `state`, which has been cleared and is used no more.
unsafe fn delete_current(state: *mut ffi::PyThreadState) {
    // SAFETY: the caller's promise.
    unsafe {
        #[cfg(not(Py_LIMITED_API))]
        {
            let _ = state;
            ffi::PyThreadState_DeleteCurrent();
        }
        #[cfg(Py_LIMITED_API)]
        {
            ffi::PyEval_SaveThread();
            ffi::PyThreadState_Delete(state);
        }
    }
}
