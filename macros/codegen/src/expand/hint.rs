//! A type in Python's words, as the runtime has it.

use proc_macro2::TokenStream;
use quote::quote;

use crate::hint::TypeHint;

/// An expression of type `Hint`.
pub(crate) fn hint(written: &TypeHint) -> TokenStream {
    match written {
        TypeHint::Name(name) => quote!(__runtime::Hint::Name(#name)),
        TypeHint::Import(module, name) => quote!(__runtime::Hint::Import(#module, #name)),
        TypeHint::Subscript(generic, arguments) => {
            let (generic, arguments) = (hint(generic), hints(arguments));
            quote!(__runtime::Hint::Subscript(&#generic, #arguments))
        }
        TypeHint::Union(types) => {
            let types = hints(types);
            quote!(__runtime::Hint::Union(#types))
        }
        TypeHint::List(types) => {
            let types = hints(types);
            quote!(__runtime::Hint::List(#types))
        }
        TypeHint::Str(text) => quote!(__runtime::Hint::Str(#text)),
        TypeHint::Verbatim(text) => quote!(__runtime::Hint::Verbatim(#text)),
        TypeHint::None => quote!(__runtime::Hint::None),
        TypeHint::Ellipsis => quote!(__runtime::Hint::Ellipsis),
    }
}

fn hints(written: &[TypeHint]) -> TokenStream {
    let hints = written.iter().map(hint);
    quote!(&[#(#hints),*])
}
