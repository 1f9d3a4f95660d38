//! What a module keeps.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, Once, OnceLock, RwLock};

use mybind::exceptions::PyValueError;
use mybind::prelude::*;
use mybind::sync::critical_section::{with_critical_section, with_critical_section2};
use mybind::sync::{MutexExt, OnceExt, OnceLockExt, RwLockExt};

static DROPPED: AtomicU64 = AtomicU64::new(0);

#[derive(Default)]
struct Calls(AtomicU64);

impl Drop for Calls {
    fn drop(&mut self) {
        DROPPED.fetch_add(1, Ordering::Relaxed);
    }
}

struct Name(String, Py<PyAny>);

/// How often it was called in this module.
#[mybind(pass_module)]
pub fn count(module: &Bound<'_, PyModule>) -> PyResult<u64> {
    Ok(module.state::<Calls>()?.0.fetch_add(1, Ordering::Relaxed) + 1)
}

/// How many states of modules are gone.
#[mybind]
pub fn dropped() -> u64 {
    DROPPED.load(Ordering::Relaxed)
}

/// A name that is made once, by what `callable` gives.
#[mybind(pass_module)]
pub fn name(
    module: &Bound<'_, PyModule>,
    callable: &Bound<'_, PyAny>,
) -> PyResult<(String, Py<PyAny>)> {
    let name = module.state_or_init(|| {
        let name: String = callable.call0()?.extract()?;
        if name.is_empty() {
            return Err(PyValueError::new_err("no name"));
        }
        Ok(Name(name, callable.clone().unbind()))
    })?;
    Ok((name.0.clone(), name.1.clone_ref(module.py())))
}

/// The state of any module.
#[mybind]
pub fn of_module(module: &Bound<'_, PyModule>) -> PyResult<u64> {
    Ok(module.state::<Calls>()?.0.load(Ordering::Relaxed))
}

static LOCK: Mutex<u64> = Mutex::new(0);
static PAIR: RwLock<u64> = RwLock::new(0);
static ONCE: Once = Once::new();
static VALUE: OnceLock<u64> = OnceLock::new();

/// Calls `callable` with each lock held: a thread that waited for one attached would wait for ever.
#[mybind]
pub fn locked(py: Python<'_>, callable: &Bound<'_, PyAny>) -> PyResult<u64> {
    let mut count = LOCK
        .lock_py_attached(py)
        .map_err(|_| PyValueError::new_err("poisoned"))?;
    callable.call0()?;
    *count += 1;
    let total = *count;
    drop(count);
    let mut pair = PAIR
        .write_py_attached(py)
        .map_err(|_| PyValueError::new_err("poisoned"))?;
    callable.call0()?;
    *pair += 1;
    drop(pair);
    let seen = *PAIR
        .read_py_attached(py)
        .map_err(|_| PyValueError::new_err("poisoned"))?;
    let value = VALUE.get_or_init_py_attached(py, || {
        callable.call0().expect("it succeeds");
        17
    });
    ONCE.call_once_py_attached(py, || {
        callable.call0().expect("it succeeds");
    });
    with_critical_section(callable, || callable.call0())?;
    with_critical_section2(callable, callable, || callable.call0())?;
    Ok(total * 100 + seen.min(1) + value)
}
