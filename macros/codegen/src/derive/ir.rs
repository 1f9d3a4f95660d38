//! What is to be converted, in plain data.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::parse::Generics;
use crate::hint::TypeHint;
use crate::rust_type::RustType;

/// A struct or an enum, understood.
pub(super) struct Item {
    /// Its name in Rust.
    pub(super) ident: Ident,
    /// Its generic parameters.
    pub(super) generics: Generics,
    /// Its parts.
    pub(super) data: Data,
    /// What the stub calls it, where that is not what follows from its parts.
    pub(super) hint: Option<TypeHint>,
    /// Where the runtime crate is: `::mybind`.
    pub(super) runtime: TokenStream,
}

pub(super) enum Data {
    /// A struct.
    Struct(Container),
    /// An enum whose variants have no fields: each is a text.
    Texts(Vec<Variant>),
    /// Any other enum.
    Enum(Vec<Variant>),
}

/// A variant of an enum.
pub(super) struct Variant {
    /// Its name in Rust.
    pub(super) ident: Ident,
    /// What it is called in an error.
    pub(super) annotation: String,
    /// What it holds.
    pub(super) container: Container,
}

/// What a struct or a variant holds, and what that is in Python.
pub(super) enum Container {
    /// A variant without fields: this text.
    Text(String),
    /// One field, which is the whole: a newtype.
    Transparent(Box<Field>),
    /// A tuple of the fields.
    Tuple(Vec<Field>),
    /// An object with the fields as attributes or items; to Python, a dict.
    Named(Vec<Field>),
}

/// A field.
pub(super) struct Field {
    /// Its name in Rust, or its index.
    pub(super) member: TokenStream,
    /// The local variable for it in the generated code.
    pub(super) local: Ident,
    /// What it is called in an error: the name of the attribute, or the key.
    pub(super) name: String,
    /// Its type.
    pub(super) ty: RustType,
    /// Whether that mentions the type that is converted: then its hint is still being worked out.
    pub(super) is_recursive: bool,
    /// Where its value is in the object that it is made from.
    pub(super) place: Place,
    /// Its key in the dict that is made of it; a text, where `place` is no other key.
    pub(super) key: String,
    /// What it is when it is missing.
    pub(super) default: Option<Default>,
    /// The function that converts it from Python, where the type's own conversion is not wanted.
    pub(super) from_py_with: Option<TokenStream>,
    /// The function that converts it to Python, where the type's own conversion is not wanted.
    pub(super) into_py_with: Option<TokenStream>,
    /// What the stub calls it, where that is not its type's hint.
    pub(super) hint: Option<TypeHint>,
}

/// Where a field's value is in the object.
pub(super) enum Place {
    /// It is the whole object, or known by its index in a tuple.
    Position,
    /// In the attribute of this name.
    Attribute(String),
    /// Under this text as a key.
    Item(String),
    /// Under a key of another kind, such as `0`.
    OtherItem(TokenStream),
}

/// What a field is when it is missing.
pub(super) enum Default {
    /// `Default::default()`.
    OfType,
    /// This expression.
    Expression(crate::ir::Default),
}

impl Item {
    /// The type, with its arguments.
    pub(super) fn ty(&self) -> TokenStream {
        let ident = &self.ident;
        let parameters = &self.generics.parameters;
        let names = parameters.iter().map(|parameter| &parameter.name);
        match parameters.is_empty() {
            true => quote!(#ident),
            false => quote!(#ident<#(#names),*>),
        }
    }

    /// Whether the type is generic over more than lifetimes.
    pub(super) fn is_generic(&self) -> bool {
        let kinds = self
            .generics
            .parameters
            .iter()
            .map(|parameter| parameter.kind);
        kinds
            .into_iter()
            .any(|kind| kind != super::parse::GenericKind::Lifetime)
    }
}

impl Item {
    /// What the struct holds, or each variant, with its name.
    pub(super) fn containers(&self) -> Vec<(Option<&Ident>, &Container)> {
        match &self.data {
            Data::Struct(container) => vec![(None, container)],
            Data::Texts(variants) | Data::Enum(variants) => {
                let variants = variants.iter();
                variants
                    .map(|variant| (Some(&variant.ident), &variant.container))
                    .collect()
            }
        }
    }

    /// What the struct holds, or each variant.
    pub(super) fn containers_mut(&mut self) -> Vec<&mut Container> {
        match &mut self.data {
            Data::Struct(container) => vec![container],
            Data::Texts(variants) | Data::Enum(variants) => {
                let variants = variants.iter_mut();
                variants.map(|variant| &mut variant.container).collect()
            }
        }
    }
}

impl Container {
    /// What it holds.
    pub(super) fn fields(&self) -> &[Field] {
        match self {
            Container::Text(_) => &[],
            Container::Transparent(field) => std::slice::from_ref(field),
            Container::Tuple(fields) | Container::Named(fields) => fields,
        }
    }

    /// What it holds.
    pub(super) fn fields_mut(&mut self) -> &mut [Field] {
        match self {
            Container::Text(_) => &mut [],
            Container::Transparent(field) => std::slice::from_mut(field),
            Container::Tuple(fields) | Container::Named(fields) => fields,
        }
    }
}

impl Field {
    /// Whether it is looked up under a key.
    pub(super) fn is_item(&self) -> bool {
        matches!(self.place, Place::Item(_) | Place::OtherItem(_))
    }
}
