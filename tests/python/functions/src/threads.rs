//! What happens beside the calling thread.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use mybind::exceptions::PyRuntimeError;
use mybind::prelude::*;

static CALLS: AtomicUsize = AtomicUsize::new(0);

/// Waits, while other threads run, until there have been so many calls, but no longer than that. Says whether there have been.
#[mybind(detach)]
pub fn meet(calls: usize, milliseconds: u64) -> bool {
    CALLS.fetch_add(1, Ordering::Relaxed);
    let (start, limit) = (Instant::now(), Duration::from_millis(milliseconds));
    let is_met = || CALLS.load(Ordering::Relaxed) >= calls;
    while !is_met() && start.elapsed() < limit {
        thread::sleep(Duration::from_millis(1));
    }
    is_met()
}

/// Borrows while detached.
#[mybind(detach)]
pub fn count_letters(text: &str, bytes: &[u8]) -> Result<(usize, usize), String> {
    Ok((text.chars().count(), bytes.len()))
}

/// Drops an object on a thread that Python does not know.
#[mybind]
pub fn drop_on_foreign_thread(py: Python<'_>, objects: Vec<Py<PyAny>>) -> PyResult<()> {
    py.detach(|| thread::spawn(move || drop(objects)).join())
        .map_err(|_| PyRuntimeError::new_err("the thread panicked"))
}

/// Calls back from threads that Python does not know, all at once.
#[mybind(detach)]
pub fn call_from_foreign_threads(callable: Py<PyAny>, threads: usize) -> PyResult<Vec<usize>> {
    thread::scope(|scope| {
        let callable = &callable;
        let running: Vec<_> = (0..threads)
            .map(|index| {
                scope.spawn(move || {
                    callable.attach(|callable| callable.call1((index,))?.extract::<usize>())
                })
            })
            .collect();
        let results = running
            .into_iter()
            .map(|thread| thread.join().expect("it does not panic"));
        results.map(|result| result?).collect()
    })
}

static KEPT: Mutex<Option<Py<PyAny>>> = Mutex::new(None);

/// Keeps an object in a static variable, and drops the one before.
#[mybind]
pub fn keep(object: Option<Py<PyAny>>) {
    *KEPT.lock().expect("nobody panics with the lock") = object;
}

/// What is kept, if it is of this interpreter.
#[mybind]
pub fn kept(py: Python<'_>) -> PyResult<Option<Bound<'_, PyAny>>> {
    match &*KEPT.lock().expect("nobody panics with the lock") {
        Some(object) => Ok(Some(object.try_bind(py)?.clone())),
        None => Ok(None),
    }
}

/// Attaches and detaches on a thread of its own until the process ends.
#[mybind]
pub fn attach_for_ever(callable: Py<PyAny>) {
    thread::spawn(
        move || {
            while callable.attach(|callable| callable.call0().is_ok()).is_ok() {}
        },
    );
}

/// Detaches and attaches many times.
#[mybind]
pub fn detach_often(py: Python<'_>, times: usize) -> usize {
    (0..times).map(|_| py.detach(|| 1)).sum()
}
