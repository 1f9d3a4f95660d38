//! What is borrowed goes no later than what it is borrowed from, and no token or handle outlives its attachment.

use mybind::buffer::{Buffer, PyBuffer, ReadOnlyCell};
use mybind::prelude::*;
use mybind::types::{PyBytes, PyString, PyTuple};

fn token() -> Python<'static> {
    Python::attach(|py| py)
}

fn handle(object: &Py<PyAny>) -> &Bound<'_, PyAny> {
    Python::attach(|py| object.bind(py))
}

fn text<'a>(py: Python<'a>) -> &'a str {
    let string = PyString::new(py, "text");
    string.to_str().unwrap_or_default()
}

fn kept_text(string: &Py<PyString>) -> &str {
    Python::attach(|py| string.to_str(py).unwrap_or_default())
}

fn lent_text(string: &Py<PyString>) -> &str {
    Python::attach(|py| string.bind_borrowed(py).to_str().unwrap_or_default())
}

fn lent_bytes(bytes: &Py<PyBytes>) -> &[u8] {
    Python::attach(|py| bytes.bind_borrowed(py).as_bytes())
}

fn extracted_text(object: &Py<PyAny>) -> &str {
    Python::attach(|py| object.bind_borrowed(py).extract().unwrap_or_default())
}

fn item<'py>(tuple: Bound<'py, PyTuple>) -> Borrowed<'py, 'py, PyAny> {
    tuple.get_borrowed_item(0).expect("an item")
}

fn cells<'py>(buffer: Buffer<'py, f64>) -> &'py [ReadOnlyCell<f64>] {
    buffer.as_slice().unwrap_or_default()
}

fn kept_cells(buffer: &PyBuffer<f64>) -> &[ReadOnlyCell<f64>] {
    Python::attach(|py| buffer.as_slice(py).unwrap_or_default())
}

fn released(py: Python<'_>, buffer: PyBuffer<f64>) -> f64 {
    let cells = buffer.as_slice(py).unwrap_or_default();
    buffer.release(py);
    cells[0].get()
}

fn main() {}
