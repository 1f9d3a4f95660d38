//! Panics at every place where a call may have one. All that is written here is safe Rust.

#![deny(warnings, missing_docs)]
#![forbid(unsafe_code)]

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::convert::Infallible;
use std::error::Error;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::panic::panic_any;
use std::sync::{Mutex, PoisonError};
use std::thread::{self, JoinHandle};

use mybind::PyErrArguments;
use mybind::exceptions::PyValueError;
use mybind::prelude::*;
use mybind::sync::PyOnceLock;
use mybind::types::PyList;

/// The threads that were left to themselves.
static THREADS: Mutex<Vec<JoinHandle<()>>> = Mutex::new(Vec::new());

/// Panics when it is converted.
struct Converted;

impl<'a, 'py> FromPyObject<'a, 'py> for Converted {
    type Error = PyErr;

    fn extract(_: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
        panic!("in a conversion")
    }
}

/// Panics when it becomes an object.
struct Returned;

impl<'py> IntoPyObject<'py> for Returned {
    type Target = PyAny;
    type Output = Bound<'py, PyAny>;
    type Error = Infallible;

    fn into_pyobject(self, _: Python<'py>) -> Result<Self::Output, Infallible> {
        panic!("in a result")
    }
}

/// Panics when it is dropped.
struct Dropped;

impl<'a, 'py> FromPyObject<'a, 'py> for Dropped {
    type Error = PyErr;

    fn extract(_: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
        Ok(Dropped)
    }
}

impl Drop for Dropped {
    fn drop(&mut self) {
        panic!("in a drop")
    }
}

/// Panics when the exception is made.
struct Arguments;

impl PyErrArguments for Arguments {
    fn arguments(self, _: Python<'_>) -> Py<PyAny> {
        panic!("in the arguments of an exception")
    }
}

/// What a panic carries, and panics when that is dropped: with another one, as long as there are any left.
struct Payload(u32);

impl Drop for Payload {
    fn drop(&mut self) {
        match self.0 {
            0 => panic!("in the drop of a payload"),
            left => panic_any(Payload(left - 1)),
        }
    }
}

/// Panics when it is compared, sorted or hashed.
struct Key;

impl<'a, 'py> FromPyObject<'a, 'py> for Key {
    type Error = PyErr;

    fn extract(_: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
        Ok(Key)
    }
}

impl PartialEq for Key {
    fn eq(&self, _: &Key) -> bool {
        panic!("in a comparison")
    }
}

impl Eq for Key {}

impl PartialOrd for Key {
    fn partial_cmp(&self, other: &Key) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Key {
    fn cmp(&self, _: &Key) -> Ordering {
        panic!("in a comparison")
    }
}

impl Hash for Key {
    fn hash<H: Hasher>(&self, _: &mut H) {
        panic!("in a hash")
    }
}

/// Panics when it is shown.
#[derive(Debug)]
struct Shown;

impl fmt::Display for Shown {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        panic!("in an error's message")
    }
}

impl Error for Shown {}

/// What a module keeps, and panics when it is made, or dropped.
struct State;

impl Default for State {
    fn default() -> Self {
        panic!("in a module's state")
    }
}

impl Drop for State {
    fn drop(&mut self) {
        panic!("in the drop of a module's state")
    }
}

/// Becomes `True`, and panics when it is dropped after that.
struct Spent(Dropped);

impl<'py> IntoPyObject<'py> for Spent {
    type Target = PyAny;
    type Output = Bound<'py, PyAny>;
    type Error = PyErr;

    fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
        let object = PyList::empty(py).into_any();
        let _spent = self.0;
        Ok(object)
    }
}

/// Passes on what the thread panicked with.
fn join(thread: thread::JoinHandle<()>) {
    if let Err(payload) = thread.join() {
        std::panic::resume_unwind(payload)
    }
}

fn converter(_: &Bound<'_, PyAny>) -> PyResult<i32> {
    panic!("in a converter")
}

#[mybind]
mod panics {
    use super::*;

    #[mybind]
    fn add(a: i32, b: i32) -> i32 {
        a + b
    }

    #[mybind]
    fn in_body(kept: Bound<'_, PyAny>) {
        panic!("in a body, with {}", kept.get_type())
    }

    #[mybind]
    fn in_conversion(_before: Vec<Bound<'_, PyAny>>, _value: Converted) {}

    #[mybind]
    fn in_item(_values: Vec<Converted>) {}

    #[mybind(from_py_with = (_value = converter))]
    fn in_converter(_value: i32) {}

    #[mybind]
    fn in_result() -> Returned {
        Returned
    }

    #[mybind]
    fn in_items_of_result(count: usize) -> Vec<Option<Returned>> {
        let mut items: Vec<_> = (1..count).map(|_| None).collect();
        items.push(Some(Returned));
        items
    }

    #[mybind]
    fn in_drop(_value: Dropped) {}

    #[mybind]
    fn in_iterator<'py>(
        py: Python<'py>,
        object: Bound<'py, PyAny>,
    ) -> PyResult<Bound<'py, PyList>> {
        let items = (0..10).map(|index| {
            assert!(index < 5, "in an iterator");
            object.clone()
        });
        PyList::new(py, items)
    }

    #[mybind]
    fn in_arguments_of_exception() -> PyResult<()> {
        Err(PyValueError::new_err(Arguments))
    }

    #[mybind]
    fn in_callback(callable: Bound<'_, PyAny>) -> PyResult<Bound<'_, PyAny>> {
        callable.call0()
    }

    #[mybind(detach)]
    fn in_detached() {
        panic!("in a detached function")
    }

    #[mybind]
    fn in_detached_part(py: Python<'_>, kept: Bound<'_, PyAny>) {
        let _kept = kept;
        py.detach(|| panic!("in a detached part"))
    }

    #[mybind(detach)]
    fn in_thread() {
        join(thread::spawn(|| panic!("in a thread")));
    }

    #[mybind(detach)]
    fn in_attached_thread(object: Py<PyAny>) {
        join(thread::spawn(move || {
            Python::attach(|py| {
                let _kept = object.clone_ref(py);
                panic!("in an attached thread")
            })
        }));
    }

    /// A panic that carries an exception is the exception.
    #[mybind]
    fn with_exception() {
        std::panic::resume_unwind(Box::new(PyValueError::new_err("carried")))
    }

    /// The exception is made only when it has been carried.
    #[mybind]
    fn with_exception_that_panics() {
        std::panic::resume_unwind(Box::new(PyValueError::new_err(Arguments)))
    }

    #[mybind]
    fn with_payload(_kept: Bound<'_, PyAny>) {
        panic_any(Payload(0))
    }

    #[mybind]
    fn with_many_payloads() {
        panic_any(Payload(3))
    }

    #[mybind(detach)]
    fn with_payload_in_thread() {
        join(thread::spawn(|| panic_any(Payload(1))));
    }

    #[mybind]
    fn in_hash(_kept: Bound<'_, PyAny>, _values: HashSet<Key>) {}

    #[mybind]
    fn in_key(_values: HashMap<Key, Bound<'_, PyAny>>) {}

    #[mybind]
    fn in_comparison(_values: BTreeSet<Key>) {}

    #[mybind]
    fn in_comparison_of_keys(_values: BTreeMap<Key, Bound<'_, PyAny>>) {}

    #[mybind]
    fn in_message() -> Result<(), Box<dyn Error>> {
        Err(Box::new(Shown))
    }

    #[mybind]
    fn in_spent_result() -> Spent {
        Spent(Dropped)
    }

    #[mybind(pass_module)]
    fn in_state(module: &Bound<'_, PyModule>) -> PyResult<()> {
        module.state::<State>().map(drop)
    }

    /// Its drop, when the module goes, is what panics.
    #[mybind(pass_module)]
    fn keep_state(module: &Bound<'_, PyModule>) -> PyResult<()> {
        module.state_or_init(|| Ok(State)).map(drop)
    }

    #[mybind]
    fn in_once_lock(py: Python<'_>, panics: bool) -> i32 {
        static LOCK: PyOnceLock<i32> = PyOnceLock::new();
        *LOCK.get_or_init(py, || match panics {
            true => panic!("in a lock's value"),
            false => 1,
        })
    }

    /// The thread is left to itself.
    #[mybind(detach)]
    fn in_thread_of_its_own() {
        let thread = thread::spawn(|| {
            Python::attach(|py| {
                let _list = PyList::empty(py);
                panic!("in a thread of its own")
            })
        });
        let mut threads = THREADS.lock().unwrap_or_else(PoisonError::into_inner);
        threads.push(thread);
    }

    /// Waits for the threads that have been left to themselves.
    #[mybind(detach)]
    fn join_threads() {
        let mut threads = THREADS.lock().unwrap_or_else(PoisonError::into_inner);
        for thread in threads.drain(..) {
            let _ = thread.join();
        }
    }

    #[mybind]
    fn in_nested_attach(py: Python<'_>, object: Py<PyAny>) {
        py.detach(|| {
            Python::attach(|py| {
                let _kept = object.clone_ref(py);
                py.detach(|| panic!("in a nested attach"))
            })
        })
    }

    #[mybind(init)]
    fn fill(_module: &Bound<'_, PyModule>) {
        if std::env::var_os("MYBIND_PANIC_IN_INIT").is_some() {
            panic_any(Payload(1))
        }
    }

    /// Rust ends the process.
    #[mybind]
    fn while_unwinding() {
        let _dropped = Dropped;
        panic!("first")
    }
}
