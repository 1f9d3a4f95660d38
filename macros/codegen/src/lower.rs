//! From the item as written to what is to be exported.

mod function;
mod module;

use proc_macro2::{Delimiter, Group, TokenStream};
use quote::{ToTokens, quote};

use crate::attribute::{Attribute, Content};
use crate::commas::{Grammar, split_at_commas};
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

/// What `attributes` allow, for the code that is generated, which names the item and its types too. `#[expect]` is the item's own to
/// fulfil, and only allows here; what is `#[deprecated]` is no less exported.
fn lints(attributes: &[Attribute]) -> Vec<TokenStream> {
    let allowed = attributes.iter().filter_map(allowed);
    allowed.map(|allowed| quote!(#[#allowed])).collect()
}

/// What is in the brackets of an attribute that allows what this one does.
fn allowed(attribute: &Attribute) -> Option<TokenStream> {
    match &attribute.content {
        _ if attribute.is("deprecated") => Some(quote!(allow(deprecated))),
        Content::List(lints) if attribute.is("allow") || attribute.is("expect") => {
            Some(quote!(allow(#lints)))
        }
        Content::List(list) if attribute.is("cfg_attr") => {
            let (parts, _) = split_at_commas(list.clone(), Grammar::Expression);
            let (condition, attributes) = parts.split_first()?;
            let attributes = attributes.iter().filter_map(|inner| {
                let brackets = Group::new(Delimiter::Bracket, inner.clone());
                allowed(&Attribute::new(&[], &brackets))
            });
            Some(quote!(cfg_attr(#condition, #(#attributes),*)))
        }
        _ => None,
    }
}

/// The name that an item has in Python: as `name = "..."` says, or its own.
fn python_name(given: Option<PythonName>, ident: &proc_macro2::Ident) -> PythonName {
    given.unwrap_or_else(|| PythonName {
        text: parse::python_text(ident),
        span: ident.span(),
    })
}
