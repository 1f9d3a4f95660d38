use super::builtin_type;
use crate::hint::Hint;

builtin_type! {
    /// `types.BuiltinFunctionType`: a function written in C, or in Rust.
    PyCFunction, "builtin_function_or_method", Hint::Import("types", "BuiltinFunctionType"), PyCFunction_Type,
    check: PyCFunction_Check
}
