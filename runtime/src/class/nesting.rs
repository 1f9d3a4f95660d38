//! Objects that keep objects that keep objects: without a limit, to drop the first would take as much stack as the chain is
//! long. From a certain depth on, objects wait until the one above them is done.

use std::cell::{Cell, RefCell};
use std::ptr;

use crate::ffi;
use crate::python::Python;

/// So many deallocations may be inside each other on a thread.
const DEEPEST: usize = 50;

thread_local! {
    static DEPTH: Cell<usize> = const { Cell::new(0) };
    /// Of the deallocation at the deepest level. On the heap: what a destructor calls may go on with another stack in place of this one, as
    /// greenlets do, and drop things there.
    static WAITING: Cell<*const Waiting> = const { Cell::new(ptr::null()) };
}

/// What there is to do for an object that nobody refers to any more.
type Finish = unsafe fn(Python<'_>, *mut ffi::PyObject);

/// Objects that wait to be deallocated.
struct Waiting {
    /// A destructor may attach the thread to another interpreter, whose objects must not wait here.
    interpreter: *mut ffi::PyInterpreterState,
    objects: RefCell<Vec<(*mut ffi::PyObject, Finish)>>,
}

/// Calls `finish` with the object, now or soon: before the outermost deallocation returns.
///
/// # Safety
/// The call is sound at any time before that.
pub(super) unsafe fn deallocate(py: Python<'_>, object: *mut ffi::PyObject, finish: Finish) {
    let depth = DEPTH.get();
    if depth >= DEEPEST && wait(py, object, finish) {
        return;
    }
    DEPTH.set(depth + 1);
    // SAFETY: the caller's promise.
    unsafe {
        if depth + 1 >= DEEPEST && WAITING.get().is_null() {
            finish_all(py, object, finish);
        } else {
            finish(py, object);
        }
    }
    DEPTH.set(DEPTH.get() - 1);
}

/// Puts the object to those that wait; false when they are another interpreter's.
fn wait(py: Python<'_>, object: *mut ffi::PyObject, finish: Finish) -> bool {
    // SAFETY: null, or set by `finish_all`, which has not returned.
    match unsafe { WAITING.get().as_ref() } {
        Some(waiting) if waiting.interpreter == interpreter(py) => {
            waiting.objects.borrow_mut().push((object, finish));
            true
        }
        _ => false,
    }
}

/// Deallocates the object, and then what had to wait meanwhile.
///
/// # Safety
/// As for [`deallocate`]; nothing waits yet.
#[cold]
unsafe fn finish_all(py: Python<'_>, object: *mut ffi::PyObject, finish: Finish) {
    let waiting = Box::into_raw(Box::new(Waiting {
        interpreter: interpreter(py),
        objects: RefCell::new(vec![(object, finish)]),
    }));
    WAITING.set(waiting);
    loop {
        // SAFETY: the box is freed below.
        let next = unsafe { &*waiting }.objects.borrow_mut().pop();
        let Some((object, finish)) = next else { break };
        // SAFETY: the caller's promise, and of those that have put objects here.
        unsafe { finish(py, object) }
    }
    WAITING.set(ptr::null());
    // SAFETY: made above, and nobody finds it any more.
    drop(unsafe { Box::from_raw(waiting) });
}

fn interpreter(_py: Python<'_>) -> *mut ffi::PyInterpreterState {
    // SAFETY: the thread is attached.
    unsafe { ffi::PyInterpreterState_Get() }
}
