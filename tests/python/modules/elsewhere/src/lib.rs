//! A crate whose items the module of another crate exports.

#![deny(warnings, missing_docs, unsafe_op_in_unsafe_fn, clippy::pedantic)]

use mybind::exceptions::PyLookupError;
use mybind::prelude::*;

mybind::create_exception!(
    modules,
    ElsewhereError,
    PyLookupError,
    "Comes from a library."
);

/// How far it is.
pub const DISTANCE: f64 = 2.5;

/// Comes from a library.
///
/// # Errors
/// Always.
#[mybind]
pub fn fail(text: &str) -> PyResult<()> {
    Err(ElsewhereError::new_err(text.to_owned()))
}

/// A module of a library.
#[mybind(submodule)]
pub mod distant {
    #[mybind]
    use super::fail;

    /// Where it is.
    #[mybind]
    #[must_use]
    pub fn place() -> &'static str {
        "elsewhere"
    }
}
