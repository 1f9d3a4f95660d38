//! What a member of a module is in the code: its entry in the method table, its name, and what adds it to the module.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::filled;
use crate::expand::text;
use crate::ir::{ConstantItem, Function, Imported, Member, Module};

/// The marker type of a function written inside.
pub(super) fn marker(function: &Function) -> Ident {
    format_ident!("__{}", crate::parse::python_text(&function.ident))
}

/// A member's entry in the method table.
pub(super) fn method(member: &Member) -> Option<TokenStream> {
    let cfgs = member.cfgs();
    let method = match member {
        Member::Function(function) => {
            let marker = marker(function);
            quote!(__runtime::MethodDef::of::<#marker>())
        }
        Member::Imported(Imported {
            ident,
            renamed: None,
            ..
        }) => quote!(<#ident as __runtime::Export>::METHOD),
        Member::Imported(Imported {
            ident,
            renamed: Some(name),
            ..
        }) => {
            let (name, c_name) = (&name.text, text::c_string(&name.text));
            quote!({
                const METHOD: __runtime::MethodDef = <#ident as __runtime::Export>::METHOD;
                const PIECES: &[__runtime::Piece] = &METHOD.doc_pieces(#name);
                static DOC: __runtime::Text<{ __runtime::length(PIECES) }> = __runtime::Text::new(PIECES);
                METHOD.renamed(#c_name, DOC.as_c_str())
            })
        }
        _ => return None,
    };
    Some(quote!(#(#cfgs)* #method))
}

/// A member's name, as an expression.
pub(super) fn exported_name(member: &Member) -> TokenStream {
    match member {
        Member::Imported(Imported {
            ident,
            renamed: None,
            ..
        }) => quote!(<#ident as __runtime::Export>::STUB.name),
        Member::ImportedModule(Imported { ident, .. }) => {
            quote!(__runtime::module_name::<#ident::__MybindModule>())
        }
        _ => {
            let name = member.known_name().map(|name| &name.text);
            quote!(#name)
        }
    }
}

/// The path to a member that is a module.
fn submodule_path(member: &Member) -> Option<TokenStream> {
    match member {
        Member::Module(Module { ident, .. }) | Member::ImportedModule(Imported { ident, .. }) => {
            Some(quote!(#ident::__MybindModule))
        }
        _ => None,
    }
}

pub(super) fn submodule(member: &Member) -> Option<TokenStream> {
    let (cfgs, path) = (member.cfgs(), submodule_path(member)?);
    Some(quote!(#(#cfgs)* __runtime::Submodule::of::<#path>()))
}

/// The statement that adds to the module what is not in the method table: a constant, or the class of an exception.
pub(super) fn addition(member: &Member) -> Option<TokenStream> {
    let filled = filled();
    let (cfgs, name) = (member.cfgs(), exported_name(member));
    match member {
        Member::Constant(ConstantItem {
            ident, ty, lints, ..
        }) => {
            let ty = ty.without_lifetimes();
            Some(quote! {
                #(#cfgs)*
                #(#lints)*
                <#ty as __runtime::ReturnValue>::add_to(#ident, #filled, #name)?;
            })
        }
        Member::Imported(Imported { ident, .. }) => Some(quote! {
            #(#cfgs)*
            if let ::core::option::Option::Some(add) = <#ident as __runtime::Export>::ADD {
                add(#filled, #name)?;
            }
        }),
        _ => None,
    }
}
