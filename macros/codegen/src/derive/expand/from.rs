//! `impl FromPyObject`.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::quote;

use super::class::Classes;
use super::{Header, Names, container_hint, item_hint};
use crate::derive::ir::{Container, Data, Default, Field, Item, Place, Variant};
use crate::derive::parse::GenericKind;
use crate::expand::function::default_closure;
use crate::expand::hint::hint;

pub(super) fn implementation(item: &Item, classes: &Classes) -> TokenStream {
    let parameters = item.generics.parameters.iter();
    let mut lifetimes = parameters.filter(|parameter| parameter.kind == GenericKind::Lifetime);
    let py = lifetimes.next().map(|parameter| parameter.name.clone());
    let header = Header::new(
        item,
        py,
        |ty, py| quote!(#ty: __runtime::FromPyObjectOwned<#py>),
    );
    let Header {
        parameters, ty, py, ..
    } = &header;
    let where_clause = header.where_clause();
    let hint = item_hint(item, |index, container| {
        container_hint(container, field_hint, || classes.hint(index))
    });
    let object = Ident::new("object", Span::mixed_site());
    let body = match &item.data {
        Data::Struct(container) => extract(item, None, container, &object),
        Data::Texts(variants) => texts(item, variants, &object),
        Data::Enum(variants) => first_that_fits(item, variants, &object),
    };
    let is_recursive = item.hint.is_some()
        || item
            .containers()
            .into_iter()
            .any(|(_, container)| container.fields().iter().any(may_recur));
    let recursion = is_recursive.then(|| {
        let guard = Ident::new("_recursion", Span::mixed_site());
        quote!(let #guard = __runtime::Recursion::enter(#object.py())?;)
    });
    quote! {
        #[automatically_derived]
        impl<#(#parameters),*> __runtime::FromPyObject<'_, #py> for #ty #where_clause {
            type Error = __runtime::PyErr;
            const INPUT_HINT: __runtime::Hint = #hint;

            fn extract(#object: __runtime::Borrowed<'_, #py, __runtime::PyAny>) -> __runtime::PyResult<Self> {
                #recursion
                #body
            }
        }
    }
}

/// Whether the conversion of a field can come back to this one. Types that contain each other have hints that the user writes, or
/// the compiler could not work them out.
fn may_recur(field: &Field) -> bool {
    field.is_recursive || field.hint.is_some()
}

/// What the stub says that a field is made from.
fn field_hint(field: &Field) -> TokenStream {
    let ty = &field.ty;
    if let Some(written) = &field.hint {
        return hint(written);
    }
    // What converts it may be a function, which says nothing of what it accepts.
    match field.from_py_with.is_some() || field.is_recursive {
        true => quote!(__runtime::Hint::ANY),
        false => quote!(<#ty as __runtime::Argument>::HINT),
    }
}

/// An enum of texts.
fn texts(item: &Item, variants: &[Variant], object: &Ident) -> TokenStream {
    let known = variants
        .iter()
        .filter_map(|variant| match &variant.container {
            Container::Text(text) => {
                let path = item.path(Some(&variant.ident));
                Some(quote!((#text, || #path)))
            }
            _ => None,
        });
    quote!(__runtime::text_variant(#object, &[#(#known),*]))
}

/// An enum of anything.
fn first_that_fits(item: &Item, variants: &[Variant], object: &Ident) -> TokenStream {
    let name = item.ident.to_string();
    let variants = variants.iter().map(|variant| {
        let (name, annotation) = (variant.ident.to_string(), &variant.annotation);
        let body = extract(item, Some(&variant.ident), &variant.container, object);
        quote! {
            __runtime::Variant {
                name: #name,
                annotation: #annotation,
                extract: |#object| { #body },
            }
        }
    });
    quote!(__runtime::first_that_fits(#object, #name, &[#(#variants),*]))
}

/// The body of a function that makes a struct or a variant: of type `PyResult<Self>`.
fn extract(
    item: &Item,
    variant: Option<&Ident>,
    container: &Container,
    object: &Ident,
) -> TokenStream {
    let path = item.path(variant);
    match container {
        Container::Text(text) => quote!(__runtime::text_variant(#object, &[(#text, || #path)])),
        Container::Transparent(field) => {
            let Field {
                member,
                ty,
                from_py_with,
                ..
            } = &**field;
            let value = match from_py_with {
                Some(converter) => quote!(#converter(&#object)?),
                None => quote!(<#ty as __runtime::Argument>::extract(&#object)?),
            };
            quote!(::core::result::Result::Ok(#path { #member: #value }))
        }
        Container::Tuple(fields) => {
            let locals = fields.iter().map(|field| &field.local);
            let values = fields.iter().enumerate().map(|(index, field)| {
                let Field {
                    member,
                    local,
                    ty,
                    from_py_with,
                    ..
                } = field;
                let index = Literal::usize_unsuffixed(index);
                let value = match from_py_with {
                    Some(converter) => quote!(__runtime::tuple_item(&#local, #index, #converter)?),
                    None => quote!(<#ty as __runtime::Argument>::tuple_item(&#local, #index)?),
                };
                quote!(#member: #value)
            });
            quote! {
                let [#(#locals),*] = __runtime::tuple_items(#object)?;
                ::core::result::Result::Ok(#path { #(#values),* })
            }
        }
        Container::Named(fields) => {
            let mut names = Names::default();
            let values: Vec<TokenStream> = fields
                .iter()
                .map(|field| {
                    let (member, value) = (&field.member, named_field(field, object, &mut names));
                    quote!(#member: #value)
                })
                .collect();
            let names = names.table();
            quote! {
                #names
                ::core::result::Result::Ok(#path { #(#values),* })
            }
        }
    }
}

/// The expression for a field that is looked up by its name.
fn named_field(field: &Field, object: &Ident, names: &mut Names) -> TokenStream {
    let Field {
        name,
        ty,
        from_py_with,
        ..
    } = field;
    let py = quote!(#object.py());
    let Some(default) = &field.default else {
        let found = match &field.place {
            Place::Item(key) => {
                let key = names.get(key, &py);
                quote!(#object.get_item(#key)?)
            }
            Place::OtherItem(key) => quote!(#object.get_item(#key)?),
            Place::Attribute(_) | Place::Position => {
                let name = names.get(name, &py);
                quote!(#object.getattr(#name)?)
            }
        };
        return match from_py_with {
            Some(converter) => quote!(__runtime::field(&#found, #name, #converter)?),
            None => quote!(<#ty as __runtime::Argument>::field(&#found, #name)?),
        };
    };
    let found = match &field.place {
        Place::Item(key) => {
            let key = names.get(key, &py);
            quote!(__runtime::optional_item(#object, #key)?)
        }
        Place::OtherItem(key) => quote!(__runtime::optional_item(#object, #key)?),
        Place::Attribute(_) | Place::Position => {
            let name = names.get(name, &py);
            quote!(#object.getattr_opt(#name)?)
        }
    };
    let otherwise = match default {
        Default::OfType => quote!(::core::default::Default::default),
        Default::Expression(default) => default_closure(ty, default),
    };
    match from_py_with {
        Some(converter) => {
            quote!(__runtime::optional_field(&#found, #name, #converter, #otherwise)?)
        }
        None => {
            quote!(<#ty as __runtime::Argument>::optional_field(&#found, #name, #otherwise)?)
        }
    }
}
