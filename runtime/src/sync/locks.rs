//! Rust's locks, waited for while detached: whoever waits attached for a lock keeps Python from whoever has it.

use std::sync::{
    LockResult, Mutex, MutexGuard, Once, OnceLock, OnceState, RwLock, RwLockReadGuard,
    RwLockWriteGuard, TryLockError,
};

use crate::interpreter::Detachment;
use crate::python::Python;

/// Calls `wait` while detached.
#[inline]
fn detached<R>(py: Python<'_>, wait: impl FnOnce() -> R) -> R {
    // SAFETY: `wait` waits for a lock of the standard library's, which does not touch Python.
    let _detached = unsafe { Detachment::new(py) };
    wait()
}

/// Takes the lock at once, if it is free, else waits for it detached.
#[inline]
fn lock<G>(
    py: Python<'_>,
    attempt: Result<G, TryLockError<G>>,
    wait: impl FnOnce() -> LockResult<G>,
) -> LockResult<G> {
    match attempt {
        Ok(guard) => Ok(guard),
        Err(TryLockError::Poisoned(poisoned)) => Err(poisoned),
        Err(TryLockError::WouldBlock) => detached(py, wait),
    }
}

mod sealed {
    pub trait Sealed {}

    impl<T: ?Sized> Sealed for super::Mutex<T> {}
    impl<T: ?Sized> Sealed for super::RwLock<T> {}
    impl<T> Sealed for super::OnceLock<T> {}
    impl Sealed for super::Once {}
}

/// [`Mutex`], for threads that are attached.
pub trait MutexExt<T: ?Sized>: sealed::Sealed {
    /// As [`Mutex::lock`], and other threads can run Python meanwhile, the one that has the lock among them.
    ///
    /// # Errors
    /// As [`Mutex::lock`].
    fn lock_py_attached(&self, py: Python<'_>) -> LockResult<MutexGuard<'_, T>>;
}

impl<T: ?Sized> MutexExt<T> for Mutex<T> {
    #[inline]
    fn lock_py_attached(&self, py: Python<'_>) -> LockResult<MutexGuard<'_, T>> {
        lock(py, self.try_lock(), || self.lock())
    }
}

/// [`RwLock`], for threads that are attached.
pub trait RwLockExt<T: ?Sized>: sealed::Sealed {
    /// As [`RwLock::read`], and other threads can run Python meanwhile.
    ///
    /// # Errors
    /// As [`RwLock::read`].
    fn read_py_attached(&self, py: Python<'_>) -> LockResult<RwLockReadGuard<'_, T>>;

    /// As [`RwLock::write`], and other threads can run Python meanwhile.
    ///
    /// # Errors
    /// As [`RwLock::write`].
    fn write_py_attached(&self, py: Python<'_>) -> LockResult<RwLockWriteGuard<'_, T>>;
}

impl<T: ?Sized> RwLockExt<T> for RwLock<T> {
    #[inline]
    fn read_py_attached(&self, py: Python<'_>) -> LockResult<RwLockReadGuard<'_, T>> {
        lock(py, self.try_read(), || self.read())
    }

    #[inline]
    fn write_py_attached(&self, py: Python<'_>) -> LockResult<RwLockWriteGuard<'_, T>> {
        lock(py, self.try_write(), || self.write())
    }
}

/// [`OnceLock`], for threads that are attached. For Python objects there is [`PyOnceLock`](super::PyOnceLock).
pub trait OnceLockExt<T>: sealed::Sealed {
    /// As [`OnceLock::get_or_init`], and other threads can run Python while this one waits.
    fn get_or_init_py_attached<F: FnOnce() -> T>(&self, py: Python<'_>, f: F) -> &T;
}

impl<T> OnceLockExt<T> for OnceLock<T> {
    #[inline]
    fn get_or_init_py_attached<F: FnOnce() -> T>(&self, py: Python<'_>, f: F) -> &T {
        match self.get() {
            Some(value) => value,
            None => {
                let mut f = Some(f);
                detached(py, || self.get_or_init(|| attached(&mut f, |f| f())))
            }
        }
    }
}

/// [`Once`], for threads that are attached.
pub trait OnceExt: sealed::Sealed {
    /// As [`Once::call_once`], and other threads can run Python while this one waits.
    fn call_once_py_attached(&self, py: Python<'_>, f: impl FnOnce());

    /// As [`Once::call_once_force`], and other threads can run Python while this one waits.
    fn call_once_force_py_attached(&self, py: Python<'_>, f: impl FnOnce(&OnceState));
}

impl OnceExt for Once {
    #[inline]
    fn call_once_py_attached(&self, py: Python<'_>, f: impl FnOnce()) {
        if !self.is_completed() {
            let mut f = Some(f);
            detached(py, || self.call_once(|| attached(&mut f, |f| f())));
        }
    }

    #[inline]
    fn call_once_force_py_attached(&self, py: Python<'_>, f: impl FnOnce(&OnceState)) {
        if !self.is_completed() {
            let mut f = Some(f);
            detached(py, || {
                self.call_once_force(|state| attached(&mut f, |f| f(state)));
            });
        }
    }
}

/// Attaches again to call what the user gave, which may own handles: if another thread was faster it is never called, and must be
/// dropped attached, so that it has its place outside of what is detached.
#[inline]
fn attached<F, R>(f: &mut Option<F>, call: impl FnOnce(F) -> R) -> R {
    Python::attach(|_| call(f.take().expect("a lock calls it once")))
}
