//! From what is to be converted to the impl that converts it. Nothing is decided here, only written down.

mod class;
mod from;
mod into;

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::Conversion;
use super::ir::{Container, Data, Field, Item};
use super::parse::GenericKind;
use crate::expand::{hint::hint, use_runtime};

/// The impl, and the records of the classes that the stub calls its objects by.
pub(super) fn expand(item: &Item, conversion: Conversion) -> TokenStream {
    let use_runtime = use_runtime(&item.runtime);
    let classes = class::classes(item, conversion);
    let implementation = match conversion {
        Conversion::FromPyObject => from::implementation(item, &classes),
        Conversion::IntoPyObject | Conversion::IntoPyObjectRef => {
            into::implementation(item, conversion, &classes)
        }
    };
    quote! {
        const _: () = {
            #use_runtime
            #classes
            #implementation
        };
    }
}

/// The parts of `impl<...> Trait for Type<...> where ...`.
struct Header {
    /// The parameters of the impl, without the angles.
    parameters: Vec<TokenStream>,
    /// The type, with its arguments.
    ty: TokenStream,
    /// What stands after `where`.
    predicates: Vec<TokenStream>,
    /// The lifetime of the interpreter.
    py: TokenStream,
}

impl Header {
    /// `py` is the name of the lifetime that the interpreter's is to be, where the type has it; `bound` is what a type
    /// parameter must be.
    fn new(
        item: &Item,
        py: Option<TokenStream>,
        bound: impl Fn(&TokenStream, &TokenStream) -> TokenStream,
    ) -> Header {
        let generics = &item.generics;
        let mut parameters: Vec<TokenStream> = Vec::new();
        let py = py.unwrap_or_else(|| {
            parameters.push(quote!('py));
            quote!('py)
        });
        let declared = generics.parameters.iter();
        parameters.extend(declared.map(|parameter| parameter.declaration.clone()));
        let mut predicates = generics.predicates();
        let types = generics.parameters.iter();
        let types = types.filter(|parameter| parameter.kind == GenericKind::Type);
        predicates.extend(types.map(|parameter| bound(&parameter.name, &py)));
        Header {
            parameters,
            ty: item.ty(),
            predicates,
            py,
        }
    }

    /// `where ...`, where there is anything to say.
    fn where_clause(&self) -> Option<TokenStream> {
        let predicates = &self.predicates;
        (!predicates.is_empty()).then(|| quote!(where #(#predicates),*))
    }
}

impl Item {
    /// `Struct` or `Enum::Variant`.
    fn path(&self, variant: Option<&Ident>) -> TokenStream {
        let ident = &self.ident;
        match variant {
            Some(variant) => quote!(#ident::#variant),
            None => quote!(#ident),
        }
    }
}

/// The table of the interned names that a conversion uses.
#[derive(Default)]
struct Names(Vec<String>);

impl Names {
    /// The `str` of `name`: an expression that needs a token.
    fn get(&mut self, name: &str, py: &TokenStream) -> TokenStream {
        let index = self
            .0
            .iter()
            .position(|known| known == name)
            .unwrap_or_else(|| {
                self.0.push(name.to_owned());
                self.0.len() - 1
            });
        let index = proc_macro2::Literal::usize_unsuffixed(index);
        quote!(__NAMES[#index].get(#py))
    }

    /// The table, where anything is in it.
    fn table(&self) -> Option<TokenStream> {
        let names = &self.0;
        let length = proc_macro2::Literal::usize_unsuffixed(names.len());
        (!names.is_empty()).then(|| {
            quote!(static __NAMES: [__runtime::Interned; #length] = [#(__runtime::Interned::new(#names)),*];)
        })
    }
}

/// The hint of a variant without fields.
fn literal(texts: &[&str]) -> TokenStream {
    quote!(__runtime::Hint::Subscript(&__runtime::Hint::LITERAL, &[#(__runtime::Hint::Str(#texts)),*]))
}

/// The hint of what holds fields: `of_field` gives that of a field, `of_named` that of an object with names.
fn container_hint(
    container: &Container,
    of_field: impl Fn(&Field) -> TokenStream,
    of_named: impl FnOnce() -> TokenStream,
) -> TokenStream {
    match container {
        Container::Text(text) => literal(&[text]),
        Container::Transparent(field) => of_field(field),
        Container::Tuple(fields) => {
            let items = fields.iter().map(of_field);
            quote!(__runtime::Hint::Subscript(&__runtime::Hint::TUPLE, &[#(#items),*]))
        }
        Container::Named(_) => of_named(),
    }
}

/// The hint of the whole, from those of its parts.
fn item_hint(item: &Item, of_container: impl Fn(usize, &Container) -> TokenStream) -> TokenStream {
    if let Some(written) = &item.hint {
        return hint(written);
    }
    match &item.data {
        Data::Struct(container) => of_container(0, container),
        Data::Texts(variants) => {
            let texts = variants
                .iter()
                .filter_map(|variant| match &variant.container {
                    Container::Text(text) => Some(text.as_str()),
                    _ => None,
                });
            literal(&texts.collect::<Vec<_>>())
        }
        Data::Enum(variants) => {
            let hints = variants.iter().enumerate();
            let hints = hints.map(|(index, variant)| of_container(index, &variant.container));
            quote!(__runtime::Hint::Union(&[#(#hints),*]))
        }
    }
}
