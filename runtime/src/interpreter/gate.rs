use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

use super::session;

/// Keeps threads out of an interpreter that shuts down.
///
/// Before Python 3.14 a thread that attaches during finalization is ended by `pthread_exit`, which must not unwind
/// through Rust; and a thread state that is made for a subinterpreter must be gone before the interpreter ends. So
/// whoever attaches passes the gate first, and whoever shuts it waits until nobody is inside.
///
/// Both sides write first and look second, sequentially consistent, so at least one sees the other.
pub(super) struct Gate {
    /// How many threads are inside: attaching just now, or for the length of a session.
    inside: AtomicUsize,
    /// 0 while open, else the thread that shut it: it goes on passing.
    shut_by: AtomicUsize,
}

/// The gate is shut: the interpreter is about to end, or has ended.
pub(super) struct Shut;

/// A passage through the gate, which lasts until it is dropped.
pub(super) struct Inside<'a>(&'a Gate);

impl Gate {
    pub(super) const fn new() -> Self {
        Gate {
            inside: AtomicUsize::new(0),
            shut_by: AtomicUsize::new(0),
        }
    }

    /// Passes, unless the gate is shut for this thread.
    #[inline]
    pub(super) fn enter(&self) -> Result<Inside<'_>, Shut> {
        self.inside.fetch_add(1, Ordering::SeqCst);
        let inside = Inside(self);
        if self.is_shut() {
            Err(Shut)
        } else {
            Ok(inside)
        }
    }

    /// Passes; a thread that may not is parked for ever, as Python 3.14 does.
    #[inline]
    pub(super) fn enter_or_park(&self) -> Inside<'_> {
        match self.enter() {
            Ok(inside) => inside,
            Err(Shut) => park(),
        }
    }

    /// Whether this thread is kept out.
    #[inline]
    pub(super) fn is_shut(&self) -> bool {
        let shut_by = self.shut_by.load(Ordering::SeqCst);
        // A thread in a session is inside already: who shut the gate waits for it.
        shut_by != 0 && shut_by != this_thread() && session::sessions_inside(self) == 0
    }

    /// Keeps all other threads out from now on.
    pub(super) fn shut(&self) {
        self.shut_by.store(this_thread(), Ordering::SeqCst);
    }

    /// Whether other threads are still inside.
    pub(super) fn has_others_inside(&self) -> bool {
        self.inside.load(Ordering::SeqCst) > session::sessions_inside(self)
    }

    /// Waits until no other thread is inside. The caller has shut the gate, and is detached.
    pub(super) fn wait_until_empty(&self) {
        while self.has_others_inside() {
            thread::sleep(Duration::from_micros(200));
        }
    }

    /// In the child of a `fork`: the other threads, wherever they were, do not exist here.
    pub(super) fn forget_other_threads(&self) {
        self.inside
            .store(session::sessions_inside(self), Ordering::SeqCst);
    }
}

impl Drop for Inside<'_> {
    #[inline]
    fn drop(&mut self) {
        self.0.inside.fetch_sub(1, Ordering::SeqCst);
    }
}

impl Inside<'_> {
    pub(super) fn is_of(&self, gate: &Gate) -> bool {
        std::ptr::eq(self.0, gate)
    }
}

/// A number that no other living thread has.
pub(crate) fn this_thread() -> usize {
    thread_local!(static MARK: u8 = const { 0 });
    MARK.with(|mark| std::ptr::from_ref(mark).addr())
}

/// Calls `f`, which may run Python code; when Python ends this thread meanwhile, parks it.
///
/// That is what Python does before 3.14 with a thread that wants the GIL back while the interpreter shuts down: `pthread_exit`, which with
/// glibc unwinds the thread's stack as a panic would, though nobody may catch it, and what is dropped is not attached. The functions of
/// `ffi` park such a thread where it leaves Rust; this is for the C functions of others that `f` calls.
#[inline]
pub(crate) fn unless_ended<T>(f: impl FnOnce() -> T) -> T {
    struct Parked;
    impl Drop for Parked {
        #[inline(always)] // so that it needs no place in memory
        fn drop(&mut self) {
            park_unless_panicking();
        }
    }
    if cfg!(Py_3_14) {
        return f();
    }
    let parked = Parked;
    let result = f();
    std::mem::forget(parked);
    result
}

#[cold]
#[inline(never)]
fn park_unless_panicking() {
    if !thread::panicking() {
        park();
    }
}

/// Parks the thread when it is dropped: around C code, through which no panic comes.
#[cfg(all(target_os = "linux", target_env = "gnu", not(Py_3_14)))]
pub(crate) struct Parking;

#[cfg(all(target_os = "linux", target_env = "gnu", not(Py_3_14)))]
impl Drop for Parking {
    #[inline(always)]
    fn drop(&mut self) {
        park();
    }
}

/// Waits for ever.
#[cold]
#[inline(never)]
pub(crate) fn park() -> ! {
    // Nothing of this is for others to wake, and a thread's own handle is code that nothing else here needs.
    loop {
        thread::sleep(Duration::MAX);
    }
}
