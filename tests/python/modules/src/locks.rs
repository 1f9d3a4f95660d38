//! Locks that need no token, and cells that are emptied again.

use std::sync::PoisonError;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;

use mybind::exceptions::PyValueError;
use mybind::prelude::*;
use mybind::sync::{PyMutex, PyMutexGuard, PyOnceLock, nonpoison};
use mybind::types::PyList;

static CALLS: PyMutex<Vec<String>> = PyMutex::new(Vec::new());
static WAITED: nonpoison::PyMutex<u64> = nonpoison::PyMutex::new(0);

/// Calls `callable` with a lock held, attached; then on a thread of its own, which attaches after it has locked; then detached.
#[mybind]
#[allow(clippy::needless_pass_by_value)]
pub fn lock_anywhere(py: Python<'_>, callable: Py<PyAny>) -> PyResult<(usize, bool)> {
    {
        let mut calls = CALLS.lock().unwrap_or_else(PoisonError::into_inner);
        calls.push(callable.bind(py).call0()?.to_string());
    }
    py.detach(|| {
        let call = || {
            let mut waited = WAITED.lock();
            *waited += Python::attach(|py| callable.bind(py).call0()?.len().map(|_| 1))?;
            PyResult::Ok(WAITED.is_locked())
        };
        let elsewhere = thread::scope(|scope| scope.spawn(call).join().expect("no panic"));
        let is_locked = call()? && elsewhere?;
        let count = CALLS.lock().unwrap_or_else(PoisonError::into_inner).len();
        Ok((count, is_locked))
    })
}

/// What locks say after a panic.
#[mybind]
pub fn poison() -> (bool, i32, bool, i32, i32, String) {
    fn panic_with<T>(lock: impl Fn() -> T + Sync) {
        let outcome = thread::scope(|scope| {
            let panics = || -> () {
                let _held = lock();
                std::panic::resume_unwind(Box::new(()))
            };
            scope.spawn(panics).join()
        });
        assert!(outcome.is_err());
    }
    let (mutex, other, last) = (PyMutex::new(1), nonpoison::PyMutex::new(2), PyMutex::new(3));
    panic_with(|| mutex.lock());
    panic_with(|| other.lock());
    panic_with(|| last.lock());
    let guard: PyMutexGuard<'_, i32> = other.lock();
    drop(guard);
    let poisoned = mutex.lock().is_err();
    let value = *mutex.lock().unwrap_or_else(PoisonError::into_inner);
    mutex.clear_poison();
    let cleared = mutex.lock().is_ok() && !mutex.is_locked();
    let told = format!("{:?}", last.lock().map(|value| *value));
    let inner = last
        .into_inner()
        .map_or_else(PoisonError::into_inner, |_| 0);
    (poisoned, value, cleared, other.into_inner(), inner, told)
}

static CELL: nonpoison::PyMutex<PyOnceLock<u64>> = nonpoison::PyMutex::new(PyOnceLock::new());

/// A cell that each interpreter has its own value in.
#[mybind]
pub fn cell(py: Python<'_>, action: &str, value: u64) -> PyResult<Option<u64>> {
    let mut cell = CELL.lock();
    Ok(match action {
        "get" => cell.get(py).copied(),
        "set" => cell.set(py, value).err(),
        "add" => cell.get_mut().map(|held| {
            *held += value;
            *held
        }),
        "add detached" => {
            let cell = &mut *cell;
            py.detach(|| {
                cell.get_mut().map(|held| {
                    *held += value;
                    *held
                })
            })
        }
        "take" => cell.take(),
        _ => return Err(PyValueError::new_err("no such action")),
    })
}

/// What becomes of the values of a cell that is taken apart, and how often one is dropped.
#[mybind]
#[allow(clippy::type_complexity)]
pub fn cells(py: Python<'_>) -> (Option<u64>, Option<u64>, u64, Vec<Py<PyList>>) {
    struct Counted<'a>(&'a AtomicU64);
    impl Drop for Counted<'_> {
        fn drop(&mut self) {
            self.0.fetch_add(1, Ordering::Relaxed);
        }
    }
    let (empty, full) = (PyOnceLock::new(), PyOnceLock::new());
    full.get_or_init(py, || 5);
    let drops = AtomicU64::new(0);
    let mut counted = PyOnceLock::new();
    for _ in 0..2 {
        counted.get_or_init(py, || Counted(&drops));
        drop(counted.take());
    }
    let _ = counted.set(py, Counted(&drops));
    drop(counted.into_inner());
    let list = PyOnceLock::<Py<PyList>>::new();
    let before = list.clone_ref(py).into_inner();
    list.get_or_init(py, || PyList::empty(py).unbind());
    let lists = [before, list.clone_ref(py).into_inner(), list.into_inner()];
    (
        empty.into_inner(),
        full.into_inner(),
        drops.into_inner(),
        lists.into_iter().flatten().collect(),
    )
}
