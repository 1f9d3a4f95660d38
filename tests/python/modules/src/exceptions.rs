//! Exceptions with a type in Rust.

use mybind::exceptions::{
    PyException, PyKeyError, PyUnicodeDecodeError, PyUserWarning, PyValueError,
};
use mybind::prelude::*;
use mybind::types::{PyTraceback, PyTuple, PyType};
use mybind::{create_exception, exception, import_exception};

create_exception!(
    exceptions,
    BaseError,
    PyException,
    "The base of the others."
);
exception!(
    exceptions,
    DerivedError,
    BaseError,
    "Says \"more\".\n\nIn two paragraphs."
);
create_exception!(modules.exceptions, ValueFault, PyValueError);
create_exception!(
    somewhere.else_,
    Error,
    PyException,
    "Has another name in the module."
);
create_exception!(exceptions, Hidden, BaseError, "Is not exported.");
create_exception!(
    exceptions,
    TextError,
    Hidden,
    "Derives from what is not exported."
);
import_exception!(json, JSONDecodeError);

/// Raises.
#[mybind]
pub fn raise_base(message: String) -> PyResult<()> {
    Err(BaseError::new_err(message))
}

/// Raises with two arguments.
#[mybind]
pub fn raise_derived(code: i32, text: String) -> PyResult<()> {
    Err(DerivedError::new_err((code, text)))
}

/// Raises an exception that Python code defines.
#[mybind]
pub fn raise_imported(document: String, position: usize) -> PyResult<()> {
    Err(JSONDecodeError::new_err(("no value", document, position)))
}

/// Raises a new exception of a class that Python code gives, with these arguments.
#[mybind(signature = (category, *arguments))]
pub fn raise_several(category: Bound<'_, PyType>, arguments: &Bound<'_, PyTuple>) -> PyResult<()> {
    Err(PyErr::from_type(category, arguments.clone().unbind()))
}

/// Says what Python code raised, and how it came.
#[mybind]
pub fn describe(py: Python<'_>, callable: &Bound<'_, PyAny>) -> PyResult<Vec<String>> {
    let Err(error) = callable.call0() else {
        return Ok(Vec::new());
    };
    let name = |error: PyErr| error.get_type(py).name().map(|name| name.to_string());
    let mut lines = vec![
        error.to_string(),
        error.get_type(py).qualname()?.to_string(),
        error.value(py).getattr("args")?.str()?.to_string(),
        format!("cause {:?}", error.cause(py).map(name).transpose()?),
        format!("context {:?}", error.context(py).map(name).transpose()?),
        format!("base {}", error.is_instance_of::<BaseError>(py)),
        format!(
            "one of {}",
            error.matches(
                py,
                (py.get_type::<PyKeyError>(), py.get_type::<ValueFault>())
            )?
        ),
    ];
    if let Some(traceback) = error.traceback(py) {
        lines.push(traceback.format()?.lines().count().to_string());
    }
    Ok(lines)
}

/// Catches one kind of exception and lets others pass, with a note on 3.11 and later.
#[mybind]
pub fn catch<'py>(py: Python<'py>, callable: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
    callable.call0().or_else(|error| {
        if error.is_instance_of::<BaseError>(py) {
            return Ok(error.value(py).clone().into_any());
        }
        if py.version_info() >= (3, 11) {
            error.add_note(py, "passed through catch")?;
        }
        Err(error)
    })
}

/// Raises a new exception from the one that `callable` raises; its traceback and its kin stay.
#[mybind]
pub fn attempt(py: Python<'_>, callable: &Bound<'_, PyAny>) -> PyResult<bool> {
    let Err(error) = callable.call0() else {
        return Ok(true);
    };
    let traceback: Option<Bound<'_, PyTraceback>> = error.traceback(py);
    let outer = DerivedError::new_err((7, "attempt failed"));
    outer.set_traceback(py, traceback);
    outer.set_context(py, Some(error.clone_ref(py)));
    outer.set_cause(py, Some(error));
    Err(outer)
}

/// Takes the exceptions of this library as any other object.
#[mybind]
pub fn decode<'py>(error: &Bound<'py, DerivedError>) -> PyResult<Bound<'py, PyAny>> {
    error.getattr("args")
}

/// Raises an exception that is there already, or what is wrong with the text.
#[mybind]
pub fn raise_handle(
    py: Python<'_>,
    error: Option<Bound<'_, DerivedError>>,
    text: &[u8],
) -> PyResult<()> {
    if let Some(error) = error {
        return Err(error.into());
    }
    match std::str::from_utf8(text) {
        Ok(_) => Ok(()),
        Err(error) => Err(PyUnicodeDecodeError::new_utf8(py, text, error)?.into()),
    }
}

/// Warns whoever calls it.
#[mybind(signature = (message, stacklevel = 1))]
pub fn warn(py: Python<'_>, message: &str, stacklevel: i32) -> PyResult<()> {
    py.warn::<PyUserWarning>(message, stacklevel)
}

/// Warns of a line in a file.
#[mybind]
pub fn warn_explicitly(py: Python<'_>, line: i32) -> PyResult<()> {
    let category = py.get_type::<PyUserWarning>();
    PyErr::warn_explicit(py, &category, c"look here", c"file.py", line, None, None)
}
