//! Handles of objects that Python code has made on purpose to be odd.

use mybind::prelude::*;
use mybind::types::{PyCode, PyType};
use mybind::{Closure, RustIterator};

/// What the code gives, with an empty module around it.
#[mybind]
pub(crate) fn run_code<'py>(code: &Bound<'py, PyCode>) -> PyResult<Bound<'py, PyAny>> {
    code.run(None, None)
}

/// A new class of exceptions, and whether it is one of its base's.
#[mybind]
pub(crate) fn derived_class(base: &Bound<'_, PyType>) -> PyResult<bool> {
    let py = base.py();
    let class = PyErr::new_type(py, c"attacks.Derived", None, Some(base), None)?;
    class.bind(py).is_subclass(base)
}

/// Calls the function, and then looks at what is its own.
fn call_and_count(function: &Py<PyAny>, text: &str) -> PyResult<usize> {
    Python::attach(|py| function.bind(py).call0().map(drop))?;
    Ok(text.bytes().filter(|byte| *byte == b'x').count())
}

/// A callable that calls the function, whatever it is called with, and counts the x in the text.
#[mybind]
pub(crate) fn calling(function: Py<PyAny>, text: String) -> Closure<(Py<PyAny>,), PyResult<usize>> {
    Closure::new(move |_: Py<PyAny>| call_and_count(&function, &text))
}

/// An iterator that calls the function for each item.
#[mybind]
pub(crate) fn calling_each(function: Py<PyAny>, text: String) -> RustIterator<PyResult<usize>> {
    RustIterator::new(std::iter::repeat_with(move || {
        call_and_count(&function, &text)
    }))
}
