//! Values that a module keeps: one of each type, for each module object, hence for each interpreter.

use std::any::{Any, TypeId};
use std::sync::{Arc, Mutex, PoisonError};

use crate::class::Class;
use crate::error::PyResult;
use crate::exceptions::PyRuntimeError;
use crate::intern;
use crate::object::Bound;
use crate::types::{PyAny, PyModule};

/// What a module keeps, as an object in its `__dict__`: Python drops it when it drops the module.
static STATES: Class<States> = Class::new(
    c"mybind.ModuleState",
    c"What a module written in Rust keeps.",
    &[],
);

type States = Mutex<Vec<(TypeId, Arc<dyn Any + Send + Sync>)>>;

impl<'py> Bound<'py, PyModule> {
    /// The `T` that this module keeps; `T::default()` when it is asked for first.
    ///
    /// Each interpreter has its own module, so its own `T`. It is dropped with the module, or later with the last `Arc`.
    /// (A value for the whole interpreter, whichever module, goes into a static [`PyOnceLock`](crate::sync::PyOnceLock).)
    ///
    /// ```
    /// use std::sync::atomic::{AtomicU64, Ordering};
    /// use mybind::prelude::*;
    ///
    /// #[derive(Default)]
    /// struct Calls(AtomicU64);
    ///
    /// /// How often it was called.
    /// #[mybind(pass_module)]
    /// fn count(module: &Bound<'_, PyModule>) -> PyResult<u64> {
    ///     Ok(module.state::<Calls>()?.0.fetch_add(1, Ordering::Relaxed) + 1)
    /// }
    /// ```
    ///
    /// # Errors
    /// MemoryError; RuntimeError for a module of another library, which keeps what is its own.
    #[inline]
    pub fn state<T: Default + Send + Sync + 'static>(&self) -> PyResult<Arc<T>> {
        self.state_or_init(|| Ok(T::default()))
    }

    /// As [`state`](Self::state), with a value that `f` makes. It may run Python code; when two threads, or `f` itself, make one at
    /// the same time, the first is kept.
    ///
    /// # Errors
    /// Those of [`state`](Self::state), and `f`'s; then the module has no `T` yet.
    #[inline]
    pub fn state_or_init<T: Send + Sync + 'static>(
        &self,
        f: impl FnOnce() -> PyResult<T>,
    ) -> PyResult<Arc<T>> {
        let object = states(self)?;
        let states = STATES.value_of(&object).ok_or_else(foreign)?;
        let find = |states: &[(TypeId, Arc<dyn Any + Send + Sync>)]| {
            let found = states.iter().find(|(id, _)| *id == TypeId::of::<T>());
            found.and_then(|(_, state)| state.clone().downcast::<T>().ok())
        };
        // Nothing of Python's, nor of the user's, runs under the lock.
        let lock = || states.lock().unwrap_or_else(PoisonError::into_inner);
        let found = find(&lock());
        if let Some(state) = found {
            return Ok(state);
        }
        let state = Arc::new(f()?);
        let mut states = lock();
        if let Some(first) = find(&states) {
            drop(states);
            return Ok(first);
        }
        states.push((TypeId::of::<T>(), state.clone()));
        Ok(state)
    }
}

/// The object in the module's `__dict__`, made when there is none yet.
#[inline]
fn states<'py>(module: &Bound<'py, PyModule>) -> PyResult<Bound<'py, PyAny>> {
    let py = module.py();
    let (dict, name) = (module.dict(), intern!(py, "_mybind_state"));
    if let Some(object) = dict.get_item(name)? {
        return Ok(object);
    }
    // Of two threads, the first has its way.
    let object = STATES.instantiate(py, States::default())?;
    dict.as_any().call_method1("setdefault", (name, object))
}

#[cold]
fn foreign() -> crate::PyErr {
    PyRuntimeError::new_err("the module keeps the state of another library")
}
