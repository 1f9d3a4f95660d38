use std::ptr::{self, NonNull};
use std::sync::atomic::{AtomicBool, AtomicPtr, Ordering};

use crate::ffi;
use crate::python::Python;

/// References that threads let go of while they were not attached to the object's interpreter.
///
/// A lock-free stack, since a `fork` or a destructor that comes back here must find no lock held: adding is a push,
/// emptying takes the whole stack at once. When the interpreter ends, what is left stays: the objects are gone.
pub(super) struct Released {
    newest: AtomicPtr<Node>,
    /// Whether a pending call has been asked for and has not come yet.
    call_requested: AtomicBool,
}

struct Node {
    object: NonNull<ffi::PyObject>,
    older: *mut Node,
}

impl Released {
    pub(super) const fn new() -> Self {
        Released {
            newest: AtomicPtr::new(ptr::null_mut()),
            call_requested: AtomicBool::new(false),
        }
    }

    #[inline]
    pub(super) fn is_empty(&self) -> bool {
        self.newest.load(Ordering::Relaxed).is_null()
    }

    /// Puts a reference aside.
    ///
    /// # Safety
    /// The caller owns the reference, to an object of the interpreter that this list belongs to.
    pub(super) unsafe fn add(&self, object: NonNull<ffi::PyObject>) {
        let mut head = self.newest.load(Ordering::Relaxed);
        let node = Box::into_raw(Box::new(Node {
            object,
            older: head,
        }));
        // Nodes are taken out only all together, so the head's address says enough (no ABA).
        while let Err(newer) =
            self.newest
                .compare_exchange_weak(head, node, Ordering::Release, Ordering::Relaxed)
        {
            head = newer;
            // SAFETY: the node is nobody else's until the exchange succeeds.
            unsafe { (*node).older = head };
        }
    }

    /// Drops all references, the longest waiting first.
    ///
    /// The token is of the interpreter that this list belongs to. Destructors may run any code, and add to the
    /// list again: that is for the next time.
    #[cold]
    pub(super) fn drop_all(&self, _py: Python<'_>) {
        let mut next = reversed(self.newest.swap(ptr::null_mut(), Ordering::Acquire));
        while !next.is_null() {
            // SAFETY: `add` made the node of a box, and the swap made it ours.
            let node = unsafe { Box::from_raw(next) };
            next = node.older;
            // SAFETY: the reference is owned, and the thread attached to the object's interpreter.
            unsafe { ffi::Py_DECREF(node.object.as_ptr()) };
        }
    }

    /// Notes that a pending call is wanted; whether the caller is the one to ask for it.
    pub(super) fn request_call(&self) -> bool {
        !self.call_requested.swap(true, Ordering::AcqRel)
    }

    /// The pending call has come, or will not come.
    pub(super) fn call_done(&self) {
        self.call_requested.store(false, Ordering::Release);
    }
}

fn reversed(mut next: *mut Node) -> *mut Node {
    let mut previous = ptr::null_mut();
    while !next.is_null() {
        // SAFETY: the nodes have been taken out of the list: they are the caller's.
        let node = unsafe { &mut *next };
        next = std::mem::replace(&mut node.older, previous);
        previous = node;
    }
    previous
}
