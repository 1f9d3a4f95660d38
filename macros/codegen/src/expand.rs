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
use quote::{format_ident, quote};

use crate::ir::Exported;

/// The item as it was, and beside it the code that exports it.
pub fn expand(exported: &Exported) -> TokenStream {
    match exported {
        Exported::Function(function) => function::expand(function),
        Exported::Module(module) => module::expand(module),
    }
}

/// The `use` of the runtime's contract, by the version that this code is written for: a runtime of another version has no such
/// name, and that is what rustc says then, and nothing else.
pub(crate) fn use_runtime(runtime: &TokenStream) -> TokenStream {
    let version = env!("CARGO_PKG_VERSION").replace(['.', '-', '+'], "_");
    let stamp = format_ident!("for_macros_{version}");
    quote!(use #runtime::__private::#stamp as __runtime;)
}
