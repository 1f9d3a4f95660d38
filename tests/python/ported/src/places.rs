//! What users of `PyO3` name by the modules that they find it in there.

#![allow(unused_imports, reason = "most are named here, and no more")]

use pyo3::basic::CompareOp;
use pyo3::conversion::{FromPyObject, FromPyObjectOwned, IntoPyObject, IntoPyObjectExt};
use pyo3::marker::{Python, Ungil};
use pyo3::panic::PanicException;
use pyo3::prelude::{
    Bound, PyAny, PyAnyMethods, PyDictMethods, PyListMethods, PyResult, PyStringMethods, mybind,
};
use pyo3::type_object::{PyTypeCheck, PyTypeInfo};
use pyo3::types::iter::{
    BorrowedTupleIterator, BoundDictIterator, BoundFrozenSetIterator, BoundListIterator,
    BoundSetIterator, BoundTupleIterator,
};
use pyo3::types::{PyCallArgs, PyFrameMethods, PyList};
use pyo3::types::{
    bytes::PyBytesWriter, capsule::CapsuleName, code::PyCodeInput, context::PyContext,
    frozenset::PyFrozenSetBuilder, iterator::PySendResult, slice::PySliceIndices,
};

fn result_of<'py, T: FromPyObjectOwned<'py>>(
    callable: &Bound<'py, PyAny>,
    args: impl PyCallArgs<'py>,
) -> PyResult<T> {
    callable.call1(args)?.extract().map_err(Into::into)
}

fn detached<T: Ungil>(py: Python<'_>, function: impl Ungil + FnOnce() -> T) -> T {
    py.detach(function)
}

/// Whether what `callable` makes of the list's items is more than the items, one after the other.
#[mybind]
pub(crate) fn increases<'py>(
    callable: &Bound<'py, PyAny>,
    list: &Bound<'py, PyList>,
) -> PyResult<bool> {
    let items: BoundListIterator<'py> = list.iter();
    for item in items {
        let result: Bound<'py, PyAny> = result_of(callable, (&item,))?;
        if !result
            .rich_compare(item, pyo3::pyclass::CompareOp::Gt)?
            .is_truthy()?
        {
            return Ok(false);
        }
    }
    Ok(detached(list.py(), || true))
}

/// Raises what a panic does.
#[mybind]
pub(crate) fn raise_panic(message: String) -> PyResult<()> {
    Err(PanicException::new_err(message))
}
