//! Closures that own Python objects, given to Rust's locks.

use std::sync::{Barrier, Once, OnceLock};
use std::thread;
use std::time::Duration;

use mybind::prelude::*;
use mybind::sync::{OnceExt, OnceLockExt};

/// Runs `work` on two threads. The second comes to it once the first is within, as that says by calling what `work` gets, and
/// has to wait for it.
fn twice(py: Python<'_>, work: impl for<'py> Fn(Python<'py>, &dyn Fn()) + Sync) {
    let within = Barrier::new(2);
    py.detach(|| {
        thread::scope(|scope| {
            scope.spawn(|| {
                Python::attach(|py| {
                    work(py, &|| {
                        py.detach(|| {
                            within.wait();
                            thread::sleep(Duration::from_millis(100));
                        });
                    });
                });
            });
            within.wait();
            Python::attach(|py| work(py, &|| ()));
        });
    });
}

/// Fills a lock from two threads at once, each with a closure that owns what `make` gives: only one is called.
#[mybind]
pub(crate) fn fill_twice(py: Python<'_>, make: Py<PyAny>) {
    let lock = OnceLock::new();
    twice(py, |py, is_within| {
        let owned = make.bind(py).call0().expect("an object");
        lock.get_or_init_py_attached(py, move || {
            is_within();
            drop(owned);
        });
    });
}

/// As [`fill_twice`], with a [`Once`], one that forgives a panic if `force` is set.
#[mybind]
pub(crate) fn call_twice(py: Python<'_>, make: Py<PyAny>, force: bool) {
    let once = Once::new();
    twice(py, |py, is_within| {
        let owned = make.bind(py).call0().expect("an object");
        let call = move || {
            is_within();
            drop(owned);
        };
        match force {
            true => once.call_once_force_py_attached(py, |_| call()),
            false => once.call_once_py_attached(py, call),
        }
    });
}
