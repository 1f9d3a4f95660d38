//! What the stub calls the objects with names that a struct is made from or becomes: a class of its own, which is there for
//! type checkers alone.
//!
//! A dict is a `TypedDict`, an object with attributes a `Protocol`. Their records stand beside the impl, and each module
//! whose functions need the class lists it.

use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens, quote};

use crate::derive::Conversion;
use crate::derive::ir::{Container, Field, Item, Place};
use crate::expand::stub::record_in_place;
use crate::python_names::is_member_name;

/// The classes of an item, one for each struct or variant that has named fields.
pub(super) struct Classes {
    classes: Vec<Class>,
    /// What the stub says of each container that has names, where there is no class for it.
    otherwise: Vec<TokenStream>,
    /// Whether the records are written here.
    is_recorded: bool,
}

struct Class {
    /// Which of the item's containers it is for.
    container: usize,
    name: String,
    kind: TokenStream,
    members: Vec<Member>,
}

struct Member {
    name: String,
    hint: TokenStream,
    /// Whether it must be there.
    is_required: bool,
    /// Whether the type mentions the item itself, whose own hint is still being worked out.
    is_recursive: bool,
}

/// The classes that `conversion` needs.
pub(super) fn classes(item: &Item, conversion: Conversion) -> Classes {
    let mut classes = Vec::new();
    let mut otherwise = Vec::new();
    for (index, (variant, container)) in item.containers().into_iter().enumerate() {
        let Container::Named(fields) = container else {
            otherwise.push(TokenStream::new());
            continue;
        };
        otherwise.push(without_class(fields, conversion));
        let found = kind(item, fields, conversion)
            .and_then(|kind| Some((kind, members(fields, conversion)?)));
        let Some((kind, members)) = found else {
            continue;
        };
        let variant = variant.map(ToString::to_string).unwrap_or_default();
        let suffix = match conversion {
            Conversion::FromPyObject => "Like",
            Conversion::IntoPyObject | Conversion::IntoPyObjectRef => "",
        };
        classes.push(Class {
            container: index,
            name: format!(
                "{}{variant}{suffix}",
                crate::parse::python_text(&item.ident)
            ),
            kind,
            members,
        });
    }
    Classes {
        classes,
        otherwise,
        // The classes of a reference are those of the value.
        is_recorded: conversion != Conversion::IntoPyObjectRef,
    }
}

fn has_other_keys(fields: &[Field]) -> bool {
    fields
        .iter()
        .any(|field| matches!(field.place, Place::OtherItem(_)))
}

/// What the stub says where there is no class for it.
fn without_class(fields: &[Field], conversion: Conversion) -> TokenStream {
    let any = quote!(__runtime::Hint::ANY);
    let text = quote!(__runtime::Hint::STR);
    match (conversion, has_other_keys(fields)) {
        (Conversion::FromPyObject, false) if fields.iter().all(Field::is_item) => {
            quote!(__runtime::Hint::Subscript(&__runtime::Hint::MAPPING, &[#text, #any]))
        }
        (Conversion::FromPyObject, _) => any,
        (_, true) => quote!(__runtime::Hint::Subscript(&__runtime::Hint::DICT, &[#any, #any])),
        (_, false) => quote!(__runtime::Hint::Subscript(&__runtime::Hint::DICT, &[#text, #any])),
    }
}

/// The kind of the class; `None` where there can be none: for keys that are no text, items and attributes of one object, and
/// generic types.
fn kind(item: &Item, fields: &[Field], conversion: Conversion) -> Option<TokenStream> {
    if item.hint.is_some() || item.is_generic() || has_other_keys(fields) {
        return None;
    }
    let items = fields.iter().filter(|field| field.is_item()).count();
    match conversion {
        Conversion::FromPyObject if items == fields.len() => {
            Some(quote!(__runtime::ClassKind::ReadOnlyDict))
        }
        Conversion::FromPyObject if items == 0 => Some(quote!(__runtime::ClassKind::Protocol)),
        Conversion::FromPyObject => None,
        Conversion::IntoPyObject | Conversion::IntoPyObjectRef => {
            Some(quote!(__runtime::ClassKind::TypedDict))
        }
    }
}

/// The members of the class; `None` where one has a name that no member can have.
fn members(fields: &[Field], conversion: Conversion) -> Option<Vec<Member>> {
    let is_from = conversion == Conversion::FromPyObject;
    // An attribute that may be missing asks nothing of an object.
    let fields = fields
        .iter()
        .filter(|field| !is_from || field.is_item() || field.default.is_none());
    let member = |field: &Field| {
        let ty = field.ty.without_lifetimes();
        let (name, converter, hint) = match is_from {
            true => (
                &field.name,
                &field.from_py_with,
                quote!(<#ty as __runtime::Argument>::HINT),
            ),
            false => (
                &field.key,
                &field.into_py_with,
                quote!(<#ty as __runtime::IntoPyObjectExt>::HINT),
            ),
        };
        is_member_name(name).then(|| Member {
            name: name.clone(),
            hint: match (&field.hint, converter) {
                (Some(written), _) => crate::expand::hint::hint(written),
                (None, Some(_)) => quote!(__runtime::Hint::ANY),
                (None, None) => hint,
            },
            is_required: field.default.is_none(),
            is_recursive: field.is_recursive && field.hint.is_none(),
        })
    };
    fields.map(member).collect()
}

impl Classes {
    /// What the stub calls the objects of a container that has names.
    pub(super) fn hint(&self, container: usize) -> TokenStream {
        let mut classes = self.classes.iter();
        match classes.position(|class| class.container == container) {
            Some(index) => {
                let index = Literal::usize_unsuffixed(index);
                quote!(__runtime::Hint::OnlyInStub(&__CLASSES[#index]))
            }
            None => self.otherwise[container].clone(),
        }
    }
}

/// The table of the classes, and their records.
impl ToTokens for Classes {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        if self.classes.is_empty() {
            return;
        }
        let classes = self.classes.iter().map(|class| self.class(class));
        quote!(const __CLASSES: &[__runtime::StubClass] = &[#(#classes),*];).to_tokens(tokens);
        if self.is_recorded {
            for (index, class) in self.classes.iter().enumerate() {
                class.push_records(index, tokens);
            }
        }
    }
}

impl Classes {
    /// An entry of the table.
    fn class(&self, class: &Class) -> TokenStream {
        let Class {
            name,
            kind,
            members,
            ..
        } = class;
        let names: Vec<&str> = members.iter().map(|member| member.name.as_str()).collect();
        // Two of one path are in functions, and differ in their members.
        let id = format!("::{name}({})", names.join(","));
        let parts = members.iter().filter(|member| !member.is_recursive);
        let parts = parts.map(|member| &member.hint);
        let is_recorded = self.is_recorded;
        quote! {
            __runtime::StubClass {
                id: ::core::concat!(::core::module_path!(), #id),
                name: #name,
                kind: #kind,
                parts: &[#(#parts),*],
                is_recorded: #is_recorded,
            }
        }
    }
}

impl Class {
    /// The records of the class, which is entry `index` of the table, and of its members.
    fn push_records(&self, index: usize, tokens: &mut TokenStream) {
        let index = Literal::usize_unsuffixed(index);
        let class = quote!(&__CLASSES[#index]);
        let pieces = quote!(&__runtime::class_record(#class));
        record_in_place(&[&self.name], &pieces).to_tokens(tokens);
        for Member {
            name,
            hint,
            is_required,
            ..
        } in &self.members
        {
            let pieces = quote!(&__runtime::member_record(#class, #name, #hint, #is_required));
            record_in_place(&[&self.name, name], &pieces).to_tokens(tokens);
        }
    }
}
