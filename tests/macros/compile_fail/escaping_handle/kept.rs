//! What Python keeps, and may use on any thread, has neither handles in it nor anything of a single thread.

use std::cell::Cell;
use std::rc::Rc;

use mybind::exceptions::PyValueError;
use mybind::prelude::*;
use mybind::sync::PyOnceLock;
use mybind::types::{PyCFunction, PyCapsule, PyList};
use mybind::{Closure, RustIterator};

static RC: PyOnceLock<Rc<i32>> = PyOnceLock::new();

fn closure(list: Bound<'_, PyList>) -> Closure<(), usize> {
    Closure::new(move || list.len())
}

fn closure_of_one_thread(count: Cell<i32>) -> Closure<(), i32> {
    Closure::new(move || count.replace(1))
}

fn borrowing_closure(text: &str) -> Closure<(), usize> {
    Closure::new(move || text.len())
}

fn function<'py>(py: Python<'py>, list: &Bound<'py, PyList>) -> PyResult<Bound<'py, PyCFunction>> {
    PyCFunction::new_closure(py, None, None, |_, _| list.len())
}

fn iterator(list: Bound<'_, PyList>) -> RustIterator<Py<PyAny>> {
    RustIterator::new(list.into_iter().map(Bound::unbind))
}

fn error(list: Bound<'_, PyList>) -> PyErr {
    PyValueError::new_err((list,))
}

fn capsule(py: Python<'_>) -> PyResult<Bound<'_, PyCapsule>> {
    PyCapsule::new_with_value(py, Rc::new(1), c"m.rc")
}

fn state(module: &Bound<'_, PyModule>) {
    let _ = module.state::<Cell<i32>>();
}

fn main() {}
