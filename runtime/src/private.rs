//! The whole contract between the code that `#[mybind]` writes and this crate: what that code may name.
//!
//! Nothing here is for users; it may change in any release. The expansion calls this module `__runtime`, after the `use` of it by
//! its version.

/// The version stamp: what code of another version's `#[mybind]` asks for is not here.
pub use crate::private as for_macros_0_1_0;
const _: () = assert!(
    matches!(env!("CARGO_PKG_VERSION").as_bytes(), b"0.1.0"),
    "the stamp above is of another version"
);

pub use pyo3_ffi::{Py_ssize_t, PyObject as Object};

pub use crate::call::{
    AsItIs, Call, Keyword, Kwargs, Module as ModuleArgument, Optional, Required, Returned, Varargs,
    With,
};
pub use crate::convert::{
    Argument, FromPyObject, FromPyObjectOwned, IntoPyObject, IntoPyObjectExt, Recursion,
    ReturnError, ReturnValue, Variant, field, first_that_fits, optional_field, optional_item,
    text_variant, tuple_item, tuple_items, tuple_of,
};
pub use crate::error::{PyErr, PyResult};
pub use crate::exceptions::{PyDeprecationWarning, PyUserWarning};
pub use crate::hint::Hint;
#[cfg(not(all(Py_LIMITED_API, Py_GIL_DISABLED)))]
pub use crate::module::append_to_inittab;
pub use crate::module::{
    AddTo, Additions, AnyClass, Class, Declaration, Definition, Export, Function, Initialized,
    Interpreters, MethodDef, Module, ModuleDefinition, Slot, Submodule, assert_exported,
    check_additions, export_record, initialized, method_table, module_name, outside_of_module,
    slots_of,
};
pub use crate::object::{Borrowed, Bound};
pub use crate::parameters::Signature;
pub use crate::python::{Python, py_run};
pub use crate::stub::{
    ClassKind, Constant, Kind, Piece, Record, Shown, Stub, StubClass, Text, all_record,
    class_record, constant, hint_of, item_hint, length, member_record, panic_exception_record,
    record_length, value_hint,
};
pub use crate::sync::Interned;
pub use crate::trampoline::{DefaultFor, Detachable, detached, warn};
pub use crate::types::{PyAny, PyDict, PyModule, PyString, PyTuple};
