//! Python's `marshal` format: that of compiled code, which only the same version of Python reads
//! (<https://docs.python.org/3/library/marshal.html>).

use crate::error::PyResult;
use crate::object::Bound;
use crate::python::Python;
use crate::types::{PyAny, PyBytes};

/// A version of the format that every Python from 3.4 on reads.
pub const VERSION: i32 = 4;

/// `marshal.dumps(object, version)`.
///
/// # Errors
/// ValueError for an object that the format has no place for.
#[inline]
pub fn dumps<'py>(object: &Bound<'py, PyAny>, version: i32) -> PyResult<Bound<'py, PyBytes>> {
    let marshal = object.py().import("marshal")?;
    let bytes = marshal.call_method1("dumps", (object, version))?;
    Ok(bytes.cast_into()?)
}

/// `marshal.loads(data)`; not for data that may have been tampered with.
///
/// # Errors
/// EOFError, ValueError and TypeError for what is no such data.
#[inline]
pub fn loads<'py, B>(py: Python<'py>, data: &B) -> PyResult<Bound<'py, PyAny>>
where
    B: AsRef<[u8]> + ?Sized,
{
    let data = PyBytes::new(py, data.as_ref());
    py.import("marshal")?.call_method1("loads", (data,))
}
