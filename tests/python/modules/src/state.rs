//! What a module keeps.

use std::sync::atomic::{AtomicU64, Ordering};

use mybind::exceptions::PyValueError;
use mybind::prelude::*;

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
