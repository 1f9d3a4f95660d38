//! Attaching this thread to an interpreter that is not its own.

use std::cell::Cell;
use std::ptr;

use super::attached::{attached, is_attached};
use super::attachment::{self, Attachment, Detached, Detachment, Passage};
use super::gate::{Gate, Inside, unless_ended};
use super::{Interpreter, InterpreterEnded};
use crate::exceptions::PyMemoryError;
use crate::ffi;
use crate::panic;
use crate::python::Python;

thread_local! {
    /// The innermost of this thread's sessions.
    static SESSION: Cell<*const Session> = const { Cell::new(ptr::null()) };
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

/// The thread state of the innermost session, null outside any.
#[cfg(all(not(Py_LIMITED_API), not(Py_3_12)))]
pub(super) fn innermost_state() -> *mut ffi::PyThreadState {
    // SAFETY: points to a session of this thread that has not been dropped.
    unsafe { SESSION.get().as_ref() }.map_or(ptr::null_mut(), |session| session.state)
}

/// This thread's being attached to another interpreter than its own, until it is dropped. That interpreter does not
/// end meanwhile.
pub(crate) struct Session {
    /// The thread state in that interpreter.
    state: *mut ffi::PyThreadState,
    /// How the thread was detached before.
    detached: Option<Detached>,
    inside: Inside<'static>,
    outer: *const Session,
}

impl Session {
    /// Runs `f` attached to `interpreter`, whatever this thread is attached to now.
    ///
    /// # Safety
    /// `f` has no handle or token of another interpreter, and does not use one.
    pub(crate) unsafe fn run<R>(
        interpreter: &'static Interpreter,
        f: impl FnOnce(Python<'_>) -> R,
    ) -> Result<R, InterpreterEnded> {
        let Some(inside) = interpreter
            .gate
            .enter()
            .ok()
            .filter(|_| interpreter.is_alive())
        else {
            return Err(InterpreterEnded::new(interpreter));
        };
        // Only a session counts as inside for its whole length: what follows next is as if the thread were at home.
        if attached() == interpreter.state {
            drop(inside);
            // SAFETY: just looked.
            return Ok(f(unsafe { Python::assume_attached() }));
        }
        let is_attached = is_attached();
        if !is_attached {
            match Passage::to_own_interpreter() {
                Ok(passage) if passage.is_to(interpreter) => {
                    let attachment = Attachment::through(passage);
                    drop(inside);
                    return Ok(attachment.run(f));
                }
                _ => (),
            }
        }
        // SAFETY: the interpreter lives, since the gate was open, and does not end while this thread is inside.
        let state = unsafe { ffi::PyThreadState_New(interpreter.state) };
        if state.is_null() {
            panic::unwind(PyMemoryError::new_err("no memory for a thread state"));
        }
        // SAFETY: the thread is attached; it attaches again after the session, and what it does meanwhile is with the
        // session's interpreter alone, the caller's promise.
        let _before = is_attached.then(|| unsafe { Detachment::new(Python::assume_attached()) });
        let session = Session {
            state,
            detached: attachment::replace_detached(None),
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
        Ok(unless_ended(|| f(py)))
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        // SAFETY: the thread is attached with this state, which nobody else uses; clearing it may run Python code, so
        // it comes first.
        unsafe {
            ffi::PyThreadState_Clear(self.state);
            delete_current(self.state);
        }
        SESSION.set(self.outer);
        attachment::replace_detached(self.detached);
    }
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
