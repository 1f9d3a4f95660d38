//! From the item as written to what is to be exported.

mod function;
mod module;

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use crate::attribute::Attribute;
use crate::errors::Errors;
use crate::ir::{Exported, PythonName};
use crate::parse::{self, Written};

/// Works out what `written` exports. Mistakes that leave something out are added to `errors`; the rest is for
/// [`check`](crate::check) to judge.
pub(crate) fn lower(written: Written, errors: &mut Errors) -> Exported {
    match written {
        Written::Function(function) => {
            let around = function::Surroundings {
                runtime: default_runtime(),
                detach: None,
            };
            Exported::Function(function::lower(function, &around, errors))
        }
        Written::Module(module) => Exported::Module(module::lower_root(module, errors)),
    }
}

/// Where the runtime crate is, unless `crate = ...` says otherwise.
fn default_runtime() -> TokenStream {
    quote!(::mybind)
}

/// The `#[cfg]`s among `attributes`.
fn cfgs(attributes: &[Attribute]) -> Vec<TokenStream> {
    let cfgs = attributes.iter().filter(|attribute| attribute.is("cfg"));
    cfgs.map(ToTokens::to_token_stream).collect()
}

/// The name that an item has in Python: as `name = "..."` says, or its own.
fn python_name(given: Option<PythonName>, ident: &proc_macro2::Ident) -> PythonName {
    given.unwrap_or_else(|| PythonName {
        text: parse::python_text(ident),
        span: ident.span(),
    })
}
