//! What `#[mybind]` does, as an ordinary library on `proc_macro2`.
//!
//! Read [`mybind`] first: the pipeline, from the item's tokens to the code that exports it. Each stage is a module:
//!
//! | stage | module | gives |
//! |---|---|---|
//! | parse | [`parse`], [`options`], [`python_signature`]; they read tokens with `cursor` | the item as written |
//! | lower | `lower` | [`ir`]: what is to be exported, in plain data |
//! | check | [`check`] | a message for each rule that is broken, from [`errors`] |
//! | expand | [`expand`] | tokens |

mod attribute;
pub mod check;
mod commas;
mod constant;
mod cursor;
pub mod derive;
mod docstring;
pub mod errors;
pub mod expand;
pub mod hint;
pub mod ir;
mod library;
mod literal;
mod lower;
pub mod options;
pub mod overload;
pub mod parse;
mod python_names;
pub mod python_signature;
mod rust_type;

use proc_macro2::TokenStream;
use quote::quote;

use errors::Errors;

/// The whole of the attribute: `options` is what stands in its parentheses, `item` what it stands on.
///
/// Never panics: what cannot be exported comes back as it was, with one `compile_error!` for each mistake.
pub fn mybind(options: TokenStream, item: TokenStream) -> TokenStream {
    match understand(options, item.clone()) {
        Ok(exported) => expand::expand(&exported),
        Err(errors) => {
            let item = parse::without_attributes(item);
            let errors = errors.to_compile_errors();
            quote!(#item #errors)
        }
    }
}

/// The pipeline up to, and without, the writing of code.
///
/// # Errors
/// Every mistake in the item, at once.
pub fn understand(options: TokenStream, item: TokenStream) -> Result<ir::Exported, Errors> {
    let mut errors = Errors::default();
    let written = parse::parse(options, item, &mut errors);
    let exported = written.map(|written| lower::lower(written, &mut errors));
    if let Some(exported) = &exported {
        check::check(exported, &mut errors);
    }
    match exported {
        Some(exported) if errors.is_empty() => Ok(exported),
        _ => Err(errors),
    }
}
