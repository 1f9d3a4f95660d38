//! From the item as written to what is to be converted, and a message for each rule that it breaks.

use proc_macro2::{Group, Ident, Literal, Span, TokenStream, TokenTree};
use quote::{ToTokens, format_ident, quote};

use super::Conversion;
use super::ir::{Container, Data, Default, Field, Item, Place, Variant};
use super::options::{FieldOptions, Getter, Key, StructOptions};
use super::parse::{self, Fields, GenericKind};
use super::renaming::Renaming;
use crate::constant::Constant;
use crate::errors::{self, Errors};
use crate::parse::python_text;
use crate::rust_type::RustType;

/// Works out how `written` is converted. `None` when there is nothing to convert.
pub(super) fn lower(
    written: parse::Item,
    conversion: Conversion,
    errors: &mut Errors,
) -> Option<Item> {
    check_lifetimes(&written, conversion, errors);
    let span = written.ident.span();
    let (data, hint, runtime) = match written.data {
        parse::Data::Struct(mut options, fields) => {
            let (hint, runtime) = (options.hint.take(), options.runtime.take());
            let container = lower_fields(fields, options, conversion, span, errors);
            let container = container.or_else(|| {
                errors.push(errors::nothing_to_convert(span, "a struct needs a field"));
                None
            })?;
            (Data::Struct(container), hint, runtime)
        }
        parse::Data::Enum(options, variants) => {
            if variants.is_empty() {
                errors.push(errors::nothing_to_convert(span, "an enum needs a variant"));
                return None;
            }
            let lower = |variant| lower_variant(variant, options.rename_all, conversion, errors);
            let variants: Vec<Variant> = variants.into_iter().map(lower).collect();
            let is_text = |variant: &Variant| matches!(variant.container, Container::Text(_));
            let data = match variants.iter().all(is_text) {
                true => Data::Texts(variants),
                false => Data::Enum(variants),
            };
            (data, options.hint, options.runtime)
        }
    };
    let mut item = Item {
        ident: written.ident,
        generics: written.generics,
        data,
        hint,
        runtime: runtime.unwrap_or_else(|| quote!(::mybind)),
    };
    mark_recursive_fields(&mut item);
    Some(item)
}

/// Finds the fields that mention their own type, by its name or as `Self`, which then becomes the name: in an impl for a
/// reference it would be another type.
fn mark_recursive_fields(item: &mut Item) {
    let ident = item.ident.clone();
    let arguments: TokenStream = item.ty().into_iter().skip(1).collect();
    let ty = match arguments.is_empty() {
        true => quote!(#ident),
        // With these colons it is an expression, too, where that of an array's length says `Self`.
        false => quote!(#ident::#arguments),
    };
    for container in item.containers_mut() {
        for field in container.fields_mut() {
            let written = field.ty.to_token_stream();
            field.ty = RustType::new(without_self(written, &ty));
            field.is_recursive = mentions(field.ty.to_token_stream(), &ident);
        }
    }
}

/// As a part of a path, with arguments or as a lifetime, `Self` is the compiler's to refuse, where the type itself is written.
fn without_self(tokens: TokenStream, ty: &TokenStream) -> TokenStream {
    let mut tokens = tokens.into_iter().peekable();
    let mut replaced = TokenStream::new();
    let (mut colons, mut is_lifetime) = (0, false);
    while let Some(token) = tokens.next() {
        let is_alone = colons < 2
            && !is_lifetime
            && !matches!(tokens.peek(), Some(TokenTree::Punct(next)) if matches!(next.as_char(), ':' | '<'));
        colons = match &token {
            TokenTree::Punct(colon) if colon.as_char() == ':' => colons + 1,
            _ => 0,
        };
        is_lifetime = matches!(&token, TokenTree::Punct(tick) if tick.as_char() == '\'');
        match token {
            TokenTree::Ident(word) if word == "Self" && is_alone => replaced.extend(ty.clone()),
            TokenTree::Group(group) => {
                let stream = without_self(group.stream(), ty);
                let mut inner = Group::new(group.delimiter(), stream);
                inner.set_span(group.span());
                replaced.extend([TokenTree::from(inner)]);
            }
            token => replaced.extend([token]),
        }
    }
    replaced
}

fn mentions(ty: TokenStream, ident: &Ident) -> bool {
    ty.into_iter().any(|token| match token {
        TokenTree::Ident(word) => word == *ident,
        TokenTree::Group(group) => mentions(group.stream(), ident),
        _ => false,
    })
}

/// `#[derive(FromPyObject)] struct Pair<'a, 'b> { ... }`: of a lifetime the impl can only make that of the interpreter.
fn check_lifetimes(written: &parse::Item, conversion: Conversion, errors: &mut Errors) {
    let parameters = written.generics.parameters.iter();
    let mut lifetimes = parameters.filter(|parameter| parameter.kind == GenericKind::Lifetime);
    if let (Conversion::FromPyObject, Some(second)) = (conversion, lifetimes.nth(1)) {
        let span = errors::first_span(&second.name);
        errors.push(errors::two_lifetimes(span));
    }
}

fn lower_variant(
    written: parse::Variant,
    rename_all: Option<(Renaming, Span)>,
    conversion: Conversion,
    errors: &mut Errors,
) -> Variant {
    let ident = written.ident;
    let mut options = written.options;
    let own_name = python_text(&ident);
    // What the enum says holds for the variants that it can mean.
    if matches!(written.fields, Fields::Named(_)) && options.fields.transparent.is_none() {
        options.fields.rename_all = options.fields.rename_all.or(rename_all);
    }
    let is_unit = matches!(written.fields, Fields::Unit);
    if let (Some((_, span)), false) = (&options.name, is_unit) {
        errors.push(errors::name_of_variant(*span));
    }
    let text = match (options.name, rename_all) {
        (Some((name, _)), _) => name,
        (None, Some((renaming, _))) => renaming.apply(&own_name),
        (None, None) => own_name.clone(),
    };
    let container = match is_unit {
        true => {
            check_no_fields(&options.fields, errors);
            Container::Text(text)
        }
        false => lower_fields(
            written.fields,
            options.fields,
            conversion,
            ident.span(),
            errors,
        )
        .unwrap_or_else(|| {
            errors.push(errors::nothing_to_convert(
                ident.span(),
                &format!("write `{ident}` without brackets for a text"),
            ));
            Container::Text(text)
        }),
    };
    Variant {
        annotation: options.annotation.unwrap_or(own_name),
        container,
        ident,
    }
}

/// `#[mybind(transparent)] Variant`.
fn check_no_fields(options: &StructOptions, errors: &mut Errors) {
    check_not_looked_up(options, errors);
    if let Some(span) = options.transparent {
        errors.push(errors::transparent_fields(span));
    }
}

/// `rename_all` and `from_item_all` where no field is looked up by its name.
fn check_not_looked_up(options: &StructOptions, errors: &mut Errors) {
    if let Some((_, span)) = options.rename_all {
        errors.push(errors::not_looked_up(span, "rename_all"));
    }
    if let Some(span) = options.from_item_all {
        errors.push(errors::not_looked_up(span, "from_item_all"));
    }
}

/// What the fields are in Python. `None` when there is none.
fn lower_fields(
    fields: Fields,
    options: StructOptions,
    conversion: Conversion,
    span: Span,
    errors: &mut Errors,
) -> Option<Container> {
    let (count, is_named) = match &fields {
        Fields::Named(fields) => (fields.len(), true),
        Fields::Tuple(fields) => (fields.len(), false),
        Fields::Unit => (0, false),
    };
    if let (Some(span), 2..) = (options.transparent, count) {
        errors.push(errors::transparent_fields(span));
    }
    // A tuple of one is its field.
    let is_transparent = options.transparent.is_some() || (!is_named && count == 1);
    if !is_named || is_transparent {
        check_not_looked_up(&options, errors);
    }
    let mut lowered: Vec<Field> = match fields {
        Fields::Named(fields) => {
            let named = fields.into_iter().map(|(ident, field)| {
                let key = options.key(&ident);
                let place = match is_transparent {
                    true => position(&field.options, errors),
                    false => place(&field.options, &key, &options, errors),
                };
                lower_field(field, ident.to_token_stream(), local(&ident), place, key)
            });
            named.collect()
        }
        Fields::Tuple(fields) => {
            let numbered = fields.into_iter().enumerate().map(|(index, field)| {
                let place = position(&field.options, errors);
                let member = Literal::usize_unsuffixed(index).into_token_stream();
                let ident = format_ident!("_{}", index, span = Span::mixed_site());
                lower_field(field, member, ident, place, index.to_string())
            });
            numbered.collect()
        }
        Fields::Unit => return None,
    };
    if conversion == Conversion::FromPyObject {
        check_defaults(&lowered, span, errors);
        check_borrowed(&lowered, errors);
    }
    match (lowered.len(), is_transparent, is_named) {
        (0, ..) => None,
        (_, true, _) => lowered.pop().map(Box::new).map(Container::Transparent),
        (_, false, true) => Some(Container::Named(lowered)),
        (_, false, false) => Some(Container::Tuple(lowered)),
    }
}

/// The variable of the generated code for a field: of its name, and invisible to the expressions of defaults.
fn local(ident: &Ident) -> Ident {
    let mut local = ident.clone();
    local.set_span(Span::mixed_site().located_at(ident.span()));
    local
}

fn lower_field(
    field: parse::Field,
    member: TokenStream,
    local: Ident,
    place: Place,
    key: String,
) -> Field {
    let options = field.options;
    let key = match &place {
        Place::Item(key) => key.clone(),
        _ => key,
    };
    let name = match &place {
        Place::Position => member.to_string(),
        Place::Attribute(name) | Place::Item(name) => name.clone(),
        Place::OtherItem(key) => key.to_string(),
    };
    let default = options.default.map(|(expression, _)| match expression {
        None => Default::OfType,
        Some(expression) => {
            let shown = Constant::of(&expression);
            Default::Expression(crate::ir::Default { expression, shown })
        }
    });
    Field {
        member,
        local,
        name,
        ty: field.ty,
        is_recursive: false,
        place,
        key,
        default,
        from_py_with: options.from_py_with,
        into_py_with: options.into_py_with,
        hint: options.hint,
    }
}

impl StructOptions {
    /// The name that a field has in Python, unless it says otherwise itself.
    fn key(&self, ident: &Ident) -> String {
        let own_name = python_text(ident);
        match self.rename_all {
            Some((renaming, _)) => renaming.apply(&own_name),
            None => own_name,
        }
    }
}

/// Where the value of a field is that is called `key`, unless it says otherwise itself.
fn place(options: &FieldOptions, key: &str, around: &StructOptions, errors: &mut Errors) -> Place {
    let name = key.to_owned();
    match (&options.getter, around.from_item_all) {
        (Some((Getter::Attribute(_), span)), Some(_)) => {
            errors.push(errors::attribute_among_items(*span));
            Place::Item(name)
        }
        (Some((Getter::Attribute(given), _)), None) => {
            Place::Attribute(given.clone().unwrap_or(name))
        }
        (Some((Getter::Item(Some(Key::Text(key))), _)), _) => Place::Item(key.clone()),
        (Some((Getter::Item(Some(Key::Other(key))), _)), _) => Place::OtherItem(key.clone()),
        (Some((Getter::Item(None), _)), _) | (None, Some(_)) => Place::Item(name),
        (None, None) => Place::Attribute(name),
    }
}

/// The place of a field that is not looked up by its name.
fn position(options: &FieldOptions, errors: &mut Errors) -> Place {
    if let Some((getter, span)) = &options.getter {
        let option = match getter {
            Getter::Item(_) => "item",
            Getter::Attribute(_) => "attribute",
        };
        errors.push(errors::not_looked_up(*span, option));
    }
    if let Some((_, span)) = options.default {
        errors.push(errors::not_looked_up(span, "default"));
    }
    Place::Position
}

/// `struct Options { #[mybind(default)] depth: usize }`: any object at all would do.
fn check_defaults(fields: &[Field], span: Span, errors: &mut Errors) {
    let may_be_missing =
        |field: &Field| field.default.is_some() && matches!(field.place, Place::Attribute(_));
    if !fields.is_empty() && fields.iter().all(may_be_missing) {
        errors.push(errors::only_defaults(span));
    }
}

/// `struct Name<'py>(&'py str)`.
fn check_borrowed(fields: &[Field], errors: &mut Errors) {
    for field in fields.iter().filter(|field| field.from_py_with.is_none()) {
        if let Some(span) = field.ty.borrowed_field() {
            errors.push(errors::borrowed_field(span));
        }
    }
}
