//! What needs an attached thread does not get into `detach`, nor to another thread.

use mybind::buffer::Buffer;
use mybind::prelude::*;
use mybind::types::PyList;
use mybind::{Callback, Iter};

fn token(py: Python<'_>) {
    py.detach(|| py.version());
}

fn handle(py: Python<'_>, list: &Bound<'_, PyList>) -> usize {
    py.detach(|| list.len())
}

fn result<'py>(py: Python<'py>, list: Py<PyList>) -> Bound<'py, PyList> {
    py.detach(|| Python::attach(|py| list.into_bound(py)))
}

fn buffer(py: Python<'_>, buffer: &Buffer<'_, f64>) -> Option<f64> {
    py.detach(|| buffer.item(&[0]))
}

fn callback(py: Python<'_>, callback: Callback<'_, (), i32>) -> PyResult<i32> {
    py.detach(|| callback.call(()))
}

fn iterator(py: Python<'_>, mut iterator: Iter<'_, i32>) -> Option<PyResult<i32>> {
    py.detach(|| iterator.next())
}

fn thread(list: &Bound<'_, PyList>) {
    std::thread::scope(|scope| {
        scope.spawn(|| list.len());
    });
}

fn main() {}
