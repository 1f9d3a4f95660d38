//! One record per interpreter: who it is, whether it still lives, and which references wait to be dropped there.
//!
//! Nothing mutable belongs to the process, save the list of these records, which only grows. A record is made when
//! an attached thread first needs it and is never freed, so that [`Py`](crate::Py) can point to it for good.
//!
//! * `attached`: is this thread attached, and to which interpreter.
//! * `attachment`: attaching to the thread's own interpreter, and detaching.
//! * `session`: attaching to another interpreter.
//! * `gate`: keeps threads from entering an interpreter that shuts down.
//! * `hooks`: what Python calls when the interpreter exits, ends or forks.
//! * `released`: the references that wait to be dropped.
//! * `saved_exception`: a pending exception, set aside while Python code runs that must not see it.
//! * `errors`: wrong interpreter, ended interpreter.

mod attached;
mod attachment;
mod errors;
mod gate;
mod hooks;
mod released;
mod saved_exception;
mod session;

use std::ptr::{self, NonNull};
use std::sync::atomic::{AtomicBool, AtomicPtr, Ordering};

pub use errors::{InterpreterEnded, WrongInterpreter};

pub(crate) use attached::can_be_attached;
pub(crate) use attachment::{Attachment, Detachment, Unattachable};
#[cfg(all(target_os = "linux", target_env = "gnu", not(Py_3_14)))]
pub(crate) use gate::Parking;
pub(crate) use gate::{park, this_thread, unless_ended};
pub(crate) use hooks::set_default;
pub(crate) use saved_exception::SavedException;
pub(crate) use session::Session;

use crate::exceptions::PyMemoryError;
use crate::ffi;
use crate::panic;
use crate::python::Python;
use gate::Gate;
use released::Released;

/// The newest record; the others follow by their `next`.
static RECORDS: AtomicPtr<Interpreter> = AtomicPtr::new(ptr::null_mut());

/// What this library knows of one interpreter.
pub(crate) struct Interpreter {
    /// `PyInterpreterState_GetID`: 0 is the main interpreter.
    id: i64,
    /// Only compared while `alive` is not known: another interpreter may get the same address later.
    state: *mut ffi::PyInterpreterState,
    /// Until the interpreter's own dict is cleared, late in its end.
    alive: AtomicBool,
    /// Whether Python has begun to call the `atexit` callbacks.
    exiting: AtomicBool,
    gate: Gate,
    released: Released,
    /// The record made before this one.
    next: AtomicPtr<Interpreter>,
}

// SAFETY: all that changes is atomic; `state` is an address, dereferenced by the C API alone and only while the
// interpreter is known to live.
unsafe impl Send for Interpreter {}
// SAFETY: as above.
unsafe impl Sync for Interpreter {}

impl Interpreter {
    /// The record of the interpreter that this thread is attached to.
    ///
    /// # Panics
    /// When Python has no memory for a new record: with a MemoryError.
    #[inline]
    pub(crate) fn current(py: Python<'_>) -> &'static Interpreter {
        let state = current_state(py);
        match Self::find(|record| record.state == state && record.is_alive()) {
            Some(record) => record,
            None => Self::create(py, state),
        }
    }

    /// The newest record of that kind.
    #[inline]
    fn find(wanted: impl Fn(&Interpreter) -> bool) -> Option<&'static Interpreter> {
        let mut next = RECORDS.load(Ordering::Acquire);
        // SAFETY: records in the list are never freed nor changed but for their atomics.
        while let Some(record) = unsafe { next.as_ref() } {
            if wanted(record) {
                return Some(record);
            }
            next = record.next.load(Ordering::Relaxed);
        }
        None
    }

    /// Makes the record of the current interpreter and has Python keep it, unless another thread was faster.
    #[cold]
    fn create(py: Python<'_>, state: *mut ffi::PyInterpreterState) -> &'static Interpreter {
        let _exception = SavedException::take(py);
        // SAFETY: the thread is attached to this interpreter.
        let id = unsafe { ffi::PyInterpreterState_GetID(state) };
        if is_torn_down(py) {
            // Its record has ended before; a new one would never learn of the interpreter's end.
            if let Some(record) = Self::find(|record| record.state == state && record.id == id) {
                return record;
            }
        }
        let record: &'static Interpreter = Box::leak(Box::new(Interpreter {
            id,
            state,
            alive: AtomicBool::new(true),
            exiting: AtomicBool::new(false),
            gate: Gate::new(),
            released: Released::new(),
            next: AtomicPtr::new(ptr::null_mut()),
        }));
        if hooks::at_exit(py, record).is_none() {
            if is_out_of_memory(py) {
                unwind_without_memory();
            }
            // `atexit` cannot be had any more: too late to let other threads in.
            record.gate.shut();
            // SAFETY: the thread is attached; Python code must not run while the reason is pending.
            unsafe { ffi::PyErr_Clear() };
        }
        let Some(kept) = hooks::at_end(py, record) else {
            unwind_without_memory();
        };
        if ptr::eq(kept, record) {
            record.publish();
        }
        kept
    }

    /// Puts the record at the head of the list.
    fn publish(&'static self) {
        let this = ptr::from_ref(self).cast_mut();
        let mut head = RECORDS.load(Ordering::Acquire);
        loop {
            self.next.store(head, Ordering::Relaxed);
            match RECORDS.compare_exchange_weak(head, this, Ordering::AcqRel, Ordering::Acquire) {
                Ok(_) => return,
                Err(newer) => head = newer,
            }
        }
    }

    /// `PyInterpreterState_GetID`.
    pub(crate) fn id(&self) -> i64 {
        self.id
    }

    fn is_main(&self) -> bool {
        self.id == 0
    }

    #[inline]
    fn is_alive(&self) -> bool {
        self.alive.load(Ordering::Acquire)
    }

    /// Whether the token's interpreter is this one, and has not been torn down yet.
    #[inline]
    pub(crate) fn is_current(&self, py: Python<'_>) -> bool {
        self.state == current_state(py) && self.is_alive()
    }

    /// That the token's interpreter is this one.
    #[inline]
    pub(crate) fn check_current(&self, py: Python<'_>) -> Result<(), WrongInterpreter> {
        if self.is_current(py) {
            Ok(())
        } else {
            self.check_torn_down(py)
        }
    }

    #[cold]
    fn check_torn_down(&self, py: Python<'_>) -> Result<(), WrongInterpreter> {
        let state = current_state(py);
        // SAFETY: the thread is attached to this interpreter. Another one may have had the same address before.
        let is_same =
            self.state == state && self.id == unsafe { ffi::PyInterpreterState_GetID(state) };
        if is_same && is_torn_down(py) {
            Ok(())
        } else {
            Err(WrongInterpreter::new(self, py))
        }
    }

    /// Panics, naming both interpreters, unless the token's interpreter is this one.
    #[inline]
    #[track_caller]
    pub(crate) fn assert_current(&self, py: Python<'_>) {
        if let Err(error) = self.check_current(py) {
            panic_wrong_interpreter(&error);
        }
    }

    /// Drops one reference: at once where the thread is attached to this interpreter, else as soon as a thread is.
    /// Out of line, since every handle that is dropped comes here.
    ///
    /// # Safety
    /// The caller owns the reference, to an object of this interpreter.
    #[inline(never)]
    pub(crate) unsafe fn release(&'static self, object: NonNull<ffi::PyObject>) {
        if attached::attached() == self.state && self.is_alive() {
            // SAFETY: the reference is the caller's, and the thread attached to the object's interpreter.
            unsafe { ffi::Py_DECREF(object.as_ptr()) }
        } else {
            // SAFETY: the caller's promise is the same.
            unsafe { self.released.add(object) };
            self.schedule_drop();
        }
    }

    /// Has the main interpreter's main thread call [`drop_released`](Self::drop_released) soon. No other
    /// interpreter can be asked: theirs wait for the next attach or the end of a detach.
    #[cold]
    fn schedule_drop(&'static self) {
        if self.is_main() && self.is_alive() && self.released.request_call() {
            let called = self
                .gate
                .enter()
                .is_ok_and(|_inside| hooks::call_soon(self));
            if !called {
                self.released.call_done();
            }
        }
    }

    /// Drops the references that were released elsewhere. Runs their destructors, hence any Python code.
    #[inline]
    pub(crate) fn drop_released(&self, py: Python<'_>) {
        if !self.released.is_empty() {
            let _exception = SavedException::take(py);
            self.released.drop_all(py);
        }
    }
}

/// The address of the interpreter that this thread is attached to.
#[inline]
fn current_state(_py: Python<'_>) -> *mut ffi::PyInterpreterState {
    // SAFETY: the thread is attached.
    unsafe { ffi::PyInterpreterState_Get() }
}

/// Whether the interpreter is so far into its end that `sys` has been cleared. What still runs then, destructors
/// mostly, finds its record marked as ended.
#[cold]
fn is_torn_down(_py: Python<'_>) -> bool {
    // SAFETY: the thread is attached; the function returns NULL without an exception when there is no such name.
    unsafe { ffi::PySys_GetObject(c"modules".as_ptr()).is_null() }
}

/// Whether the pending exception, if there is one, is a MemoryError.
#[cold]
fn is_out_of_memory(_py: Python<'_>) -> bool {
    // SAFETY: the thread is attached; nothing matches when nothing is pending.
    unsafe { ffi::PyErr_ExceptionMatches(ffi::PyExc_MemoryError) != 0 }
}

/// The exception object itself could not be kept: that takes a record.
#[cold]
fn unwind_without_memory() -> ! {
    panic::unwind(PyMemoryError::new_err(
        "no memory for this interpreter's record",
    ))
}

#[cold]
#[inline(never)]
#[track_caller]
fn panic_wrong_interpreter(error: &WrongInterpreter) -> ! {
    panic!("{error}")
}
