//! `#[derive(FromPyObject, IntoPyObject, IntoPyObjectRef)]`: from a struct or an enum to the impl that converts it.
//!
//! The stages are those of the attribute:
//!
//! | stage | module | gives |
//! |---|---|---|
//! | parse | `parse`, `options` | the item as written |
//! | lower | `lower` | `ir`: where each field comes from; a message for each rule that is broken |
//! | expand | `expand` | the impl |

mod expand;
mod ir;
mod lower;
mod options;
mod parse;
mod renaming;

use proc_macro2::TokenStream;

use crate::errors::Errors;

/// Which trait is derived.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Conversion {
    /// `FromPyObject`.
    FromPyObject,
    /// `IntoPyObject`, for the value.
    IntoPyObject,
    /// `IntoPyObject`, for a reference to it.
    IntoPyObjectRef,
}

/// The whole of a derive macro: what comes beside `item`.
///
/// Never panics: an item that cannot be converted gives one `compile_error!` for each mistake.
pub fn derive(conversion: Conversion, item: TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let written = parse::parse(item, &mut errors);
    let lowered = written.and_then(|written| lower::lower(written, conversion, &mut errors));
    match lowered {
        Some(item) if errors.is_empty() => expand::expand(&item, conversion),
        _ => errors.to_compile_errors(),
    }
}
