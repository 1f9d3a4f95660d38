//! The whole contract between the code that `#[mybind]` writes and this crate: what that code may name.
//!
//! Nothing here is for users; it may change in any release. The expansion calls this module `__runtime`.

pub use pyo3_ffi::{PyObject as Object, Py_ssize_t};

pub use crate::convert::{Argument, IntoPyObject, ReturnValue};
pub use crate::error::PyResult;
pub use crate::hint::Hint;
pub use crate::module::{
    Definition, Function, Interpreters, MethodDef, Module, Submodule, add_constant,
    append_to_inittab, assert_exported, initialized, module_name, outside_of_module,
};
pub use crate::object::Bound;
pub use crate::parameters::{Parameters, Variadic};
pub use crate::stub::{
    Piece, Record, Stub, Text, all_record, constant, function_record, item_hint, length,
    panic_exception_record, value_hint,
};
pub use crate::trampoline::{
    argument, argument_or, boundary, converted_argument, converted_argument_or, deprecated,
    detached, kwargs, module_argument, returned, varargs, variadic_argument,
};
pub use crate::types::PyModule;
