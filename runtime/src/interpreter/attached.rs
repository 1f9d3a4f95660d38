//! Which interpreter this thread is attached to.
//!
//! `PyGILState_Check` is of no use: it says yes on every thread once there has been a subinterpreter.

use std::ptr;

#[cfg(all(Py_LIMITED_API, not(Py_3_12)))]
use super::Interpreter;
use super::attachment;
#[cfg(all(not(Py_LIMITED_API), not(Py_3_12)))]
use super::session;
use crate::ffi;

/// Whether this thread is attached to any interpreter.
pub(super) fn is_attached() -> bool {
    !attached().is_null() || (!attachment::is_detached() && runs_subinterpreter())
}

/// Whether this thread is attached to any interpreter, or that cannot be told.
pub(crate) fn can_be_attached() -> bool {
    is_attached() || may_be_attached()
}

/// The interpreter that this thread is attached to; null when it is attached to none, or when that cannot be told.
#[cfg(all(not(Py_LIMITED_API), Py_3_12))]
#[inline]
pub(super) fn attached() -> *mut ffi::PyInterpreterState {
    // SAFETY: may be called on any thread at any time; a non-null state is this thread's own, and attached.
    unsafe {
        let state = ffi::compat::PyThreadState_GetUnchecked();
        if state.is_null() {
            ptr::null_mut()
        } else {
            ffi::PyThreadState_GetInterpreter(state)
        }
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
        } else if current == ffi::PyGILState_GetThisThreadState()
            || current == session::innermost_state()
        {
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
        if ffi::PyThreadState_GetDict().is_null() {
            ptr::null_mut()
        } else {
            ffi::PyInterpreterState_Get()
        }
    }
}

/// Whether the running Python (3.12 or newer) knows each thread's current state, not only the GIL holder's.
#[cfg(Py_LIMITED_API)]
fn states_are_per_thread() -> bool {
    crate::python::runs_since!(Py_3_12, (3, 12))
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

/// Whether this thread may be attached to its own interpreter although [`attached`] cannot tell.
/// `PyGILState_Ensure` is right for it either way.
pub(super) fn may_be_attached() -> bool {
    #[cfg(all(Py_LIMITED_API, not(Py_3_12)))]
    // SAFETY: may be called on any thread; gives null where there is no Python.
    return !states_are_per_thread() && !unsafe { ffi::PyGILState_GetThisThreadState() }.is_null();
    #[cfg(not(all(Py_LIMITED_API, not(Py_3_12))))]
    false
}

#[cfg(Py_3_12)]
fn runs_subinterpreter() -> bool {
    false
}
