//! What is to be exported, in plain data: what the stages before find out and [`expand`](crate::expand) writes down.

mod function;
mod initializer;
mod module;

use proc_macro2::Span;

pub use crate::constant::Constant;
pub use crate::docstring::Docstring;
pub use crate::hint::TypeHint;
pub use crate::overload::Overload;
pub use crate::rust_type::RustType;
pub use function::*;
pub use initializer::*;
pub use module::*;

/// An item under `#[mybind]`, understood.
#[derive(Debug)]
pub enum Exported {
    /// A function outside of a `#[mybind] mod`.
    Function(Function),
    /// A module, with all that it exports.
    Module(Module),
}

/// A name in Python, and the place in the source that it comes from.
#[derive(Debug, Clone)]
pub struct PythonName {
    /// The name.
    pub text: String,
    /// For messages.
    pub span: Span,
}
