//! A lock that may be waited for on any thread.

use std::fmt;
use std::sync::{LockResult, Mutex, MutexGuard, PoisonError, TryLockError};

use super::MutexExt;
use crate::interpreter::can_be_attached;
use crate::python::Python;

/// What [`PyMutex::lock`] gives: the value, until it is dropped.
pub type PyMutexGuard<'a, T> = MutexGuard<'a, T>;

/// A [`Mutex`] that does not stand in Python's way: whoever waits for it lets other threads run Python meanwhile, the one that has it
/// among them. It may be locked on any thread, attached or not, and needs no token.
///
/// It is the standard library's underneath, on every Python: [`with_critical_section`](super::critical_section::with_critical_section)
/// knows nothing of it.
///
/// ```no_run
/// use mybind::prelude::*;
/// use mybind::sync::PyMutex;
///
/// static COUNTS: PyMutex<Vec<usize>> = PyMutex::new(Vec::new());
///
/// #[mybind]
/// fn count(object: &Bound<'_, PyAny>) -> PyResult<()> {
///     let mut counts = COUNTS.lock().expect("nobody panics while it has the lock");
///     counts.push(object.len()?); // `__len__` may be slow, and other threads may want to lock, too
///     Ok(())
/// }
/// ```
pub struct PyMutex<T: ?Sized>(Mutex<T>);

impl<T> PyMutex<T> {
    /// With this value, and free.
    #[inline]
    pub const fn new(value: T) -> Self {
        PyMutex(Mutex::new(value))
    }

    /// The value.
    ///
    /// # Errors
    /// The value, in an error, when a thread has panicked that had the lock.
    #[inline]
    pub fn into_inner(self) -> LockResult<T> {
        self.0.into_inner()
    }
}

impl<T: ?Sized> PyMutex<T> {
    /// Takes the lock, for which it waits detached. A thread that has it already waits for ever, or panics.
    ///
    /// # Errors
    /// The guard, in an error, when a thread has panicked that had the lock.
    #[inline]
    pub fn lock(&self) -> LockResult<PyMutexGuard<'_, T>> {
        match self.0.try_lock() {
            Ok(guard) => Ok(guard),
            Err(TryLockError::Poisoned(poisoned)) => Err(poisoned),
            Err(TryLockError::WouldBlock) => self.wait(),
        }
    }

    #[cold]
    fn wait(&self) -> LockResult<PyMutexGuard<'_, T>> {
        let attached = can_be_attached()
            .then(|| Python::try_attach(|py| self.0.lock_py_attached(py)))
            .flatten();
        attached.unwrap_or_else(|| self.0.lock())
    }

    /// Whether some thread has the lock. By the time that this is looked at it may be another way.
    #[inline]
    pub fn is_locked(&self) -> bool {
        matches!(self.0.try_lock(), Err(TryLockError::WouldBlock))
    }

    /// Forgets that a thread has panicked that had the lock.
    #[inline]
    pub fn clear_poison(&self) {
        self.0.clear_poison();
    }
}

impl<T: ?Sized + fmt::Debug> fmt::Debug for PyMutex<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("PyMutex").field(&&self.0).finish()
    }
}

/// [`PyMutex`](nonpoison::PyMutex) that takes no notice of panics.
pub mod nonpoison {
    use super::PoisonError;

    /// What [`PyMutex::lock`] gives: the value, until it is dropped.
    pub use super::PyMutexGuard;

    /// [`PyMutex`](super::PyMutex) whose value can be had after a panic, too: it may then be in the midst of a change.
    #[derive(Debug)]
    pub struct PyMutex<T: ?Sized>(super::PyMutex<T>);

    impl<T> PyMutex<T> {
        /// With this value, and free.
        #[inline]
        pub const fn new(value: T) -> Self {
            PyMutex(super::PyMutex::new(value))
        }

        /// The value.
        #[inline]
        pub fn into_inner(self) -> T {
            self.0.into_inner().unwrap_or_else(PoisonError::into_inner)
        }
    }

    impl<T: ?Sized> PyMutex<T> {
        /// Takes the lock, for which it waits detached. A thread that has it already waits for ever, or panics.
        #[inline]
        pub fn lock(&self) -> PyMutexGuard<'_, T> {
            self.0.lock().unwrap_or_else(PoisonError::into_inner)
        }

        /// Whether some thread has the lock. By the time that this is looked at it may be another way.
        #[inline]
        pub fn is_locked(&self) -> bool {
            self.0.is_locked()
        }
    }
}
