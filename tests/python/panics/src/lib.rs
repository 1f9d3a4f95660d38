//! Panics at every place where a call may have one. All that is written here is safe Rust.

#![deny(warnings, missing_docs)]
#![forbid(unsafe_code)]

use std::convert::Infallible;
use std::thread;

use mybind::PyErrArguments;
use mybind::exceptions::PyValueError;
use mybind::prelude::*;
use mybind::types::PyList;

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

    /// Rust ends the process.
    #[mybind]
    fn while_unwinding() {
        let _dropped = Dropped;
        panic!("first")
    }
}
