//! From what is to be exported to the code that exports it. Nothing is decided here, only written down.
//!
//! The code is what an expert would write by hand against the C API: short, of real items, every name absolute.
//! Whatever has logic is a function of the runtime, and all that is used of the runtime is in its module
//! `__private`, which the code calls `__runtime`.

mod constant;
pub(crate) mod function;
pub(crate) mod hint;
mod initializer;
mod module;
pub(crate) mod stub;
mod text;

use proc_macro2::TokenStream;

use crate::ir::Exported;

/// The item as it was, and beside it the code that exports it.
pub fn expand(exported: &Exported) -> TokenStream {
    match exported {
        Exported::Function(function) => function::expand(function),
        Exported::Module(module) => module::expand(module),
    }
}
