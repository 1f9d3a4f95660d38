//! What nearly every binding file uses: `use mybind::prelude::*;`.

pub use crate::convert::IntoPyObjectExt;
#[allow(deprecated)]
pub use crate::deprecated::PyObject;
pub use crate::error::{PyErr, PyResult};
pub use crate::object::{Borrowed, Bound, Py};
pub use crate::python::Python;
pub use crate::types::{PyAny, PyModule};
#[doc(hidden)] // empty, for a `use pyo3::prelude::PyAnyMethods`
pub use crate::types::{
    PyAnyMethods, PyBoolMethods, PyByteArrayMethods, PyBytesMethods, PyCapsuleMethods,
    PyComplexMethods, PyDictMethods, PyFloatMethods, PyFrozenSetMethods, PyListMethods,
    PyMappingMethods, PyMappingProxyMethods, PyModuleMethods, PySequenceMethods, PySetMethods,
    PySliceMethods, PyStringMethods, PyTracebackMethods, PyTupleMethods, PyTypeMethods,
    PyWeakrefMethods,
};
#[doc(no_inline)]
pub use crate::types::{PyDateAccess, PyDeltaAccess, PyTimeAccess, PyTzInfoAccess};
pub use crate::{
    FromPyObject, FromPyObjectOwned, IntoPyObject, IntoPyObjectRef, function, mybind,
    wrap_pyfunction, wrap_pymodule,
};
