//! The struct or enum as written.

use proc_macro2::{Delimiter, Group, Ident, TokenStream, TokenTree};

use super::options::{EnumOptions, FieldOptions, StructOptions, VariantOptions};
use crate::commas::{Angles, Grammar, split_at_commas};
use crate::cursor::{Cursor, is_char, transparent};
use crate::errors::{self, Errors, Result};
use crate::parse::{append_options, is_mybind, options_of};
use crate::rust_type::RustType;

/// A struct or enum as written.
pub(super) struct Item {
    pub(super) ident: Ident,
    pub(super) generics: Generics,
    pub(super) data: Data,
}

pub(super) enum Data {
    Struct(StructOptions, Fields),
    Enum(EnumOptions, Vec<Variant>),
}

pub(super) struct Variant {
    pub(super) options: VariantOptions,
    pub(super) ident: Ident,
    pub(super) fields: Fields,
}

/// The fields of a struct or a variant.
pub(super) enum Fields {
    /// `{ name: Type }`.
    Named(Vec<(Ident, Field)>),
    /// `(Type)`.
    Tuple(Vec<Field>),
    /// None, and no brackets.
    Unit,
}

pub(super) struct Field {
    pub(super) options: FieldOptions,
    pub(super) ty: RustType,
}

/// The parameters of a generic type.
pub(super) struct Generics {
    pub(super) parameters: Vec<GenericParameter>,
    /// `where` and what follows it.
    pub(super) where_clause: TokenStream,
}

pub(super) struct GenericParameter {
    pub(super) kind: GenericKind,
    /// As it is used: `'a`, `T`, `N`.
    pub(super) name: TokenStream,
    /// As it is declared, but for a default: `T: Bound`.
    pub(super) declaration: TokenStream,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum GenericKind {
    Lifetime,
    Type,
    Const,
}

/// Reads `item`. `None` when it cannot be read, or cannot be converted; that, and options that are not options, are
/// added to `errors`.
pub(super) fn parse(item: TokenStream, errors: &mut Errors) -> Option<Item> {
    let item = read(item, errors);
    errors.take(item)
}

fn read(item: TokenStream, errors: &mut Errors) -> Result<Item> {
    let mut input = Cursor::new(transparent(item));
    let options = take_options(&mut input)?;
    input.take_visibility();
    let (word, ident) = (input.expect_ident()?, input.expect_ident()?);
    let parameters = split_at_commas(input.take_angles(), Grammar::Type).0;
    let parameters = parameters.into_iter().map(GenericParameter::of).collect();
    let (body, where_clause) = split_body(input.rest());
    let data = match word.to_string().as_str() {
        "struct" => {
            let options = StructOptions::parse(options, errors);
            Data::Struct(options, Fields::parse(body, errors)?)
        }
        "enum" => {
            let options = EnumOptions::parse(options, errors);
            let variants = body.map_or_else(TokenStream::new, Group::stream);
            Data::Enum(options, parse_variants(variants, errors)?)
        }
        _ => return Err(errors::derive_on_union(word.span())),
    };
    Ok(Item {
        ident,
        generics: Generics {
            parameters,
            where_clause,
        },
        data,
    })
}

/// What stands in the `#[mybind(...)]`s before an item, a variant or a field.
fn take_options(input: &mut Cursor) -> Result<TokenStream> {
    let mut options = TokenStream::new();
    for attribute in input.take_attributes().iter().filter(|it| is_mybind(it)) {
        append_options(&mut options, options_of(attribute)?);
    }
    Ok(options)
}

impl GenericParameter {
    fn of(tokens: TokenStream) -> GenericParameter {
        let mut angles = Angles::new(Grammar::Type);
        let before_default = |token: &TokenTree| {
            angles.pass(token);
            !(angles.is_outside()
                && matches!(token, TokenTree::Punct(punct) if punct.as_char() == '='))
        };
        let tokens: Vec<TokenTree> = tokens.into_iter().take_while(before_default).collect();
        let (kind, name) = match tokens.as_slice() {
            [TokenTree::Punct(quote), TokenTree::Ident(_), ..] if quote.as_char() == '\'' => {
                (GenericKind::Lifetime, &tokens[..2])
            }
            [TokenTree::Ident(word), TokenTree::Ident(_), ..] if word == "const" => {
                (GenericKind::Const, &tokens[1..2])
            }
            _ => (GenericKind::Type, &tokens[..tokens.len().min(1)]),
        };
        GenericParameter {
            kind,
            name: name.iter().cloned().collect(),
            declaration: tokens.iter().cloned().collect(),
        }
    }
}

/// The brackets with the fields or variants, and the `where` clause, which may stand on either side of them.
fn split_body(tokens: &[TokenTree]) -> (Option<&Group>, TokenStream) {
    let collect = |tokens: &[TokenTree]| tokens.iter().cloned().collect::<TokenStream>();
    let tokens = match tokens {
        [before @ .., semicolon] if is_char(semicolon, ';') => before,
        tokens => tokens,
    };
    match tokens {
        [TokenTree::Group(body), rest @ ..] if body.delimiter() == Delimiter::Parenthesis => {
            (Some(body), collect(rest))
        }
        [before @ .., TokenTree::Group(body)] if body.delimiter() == Delimiter::Brace => {
            (Some(body), collect(before))
        }
        tokens => (None, collect(tokens)),
    }
}

fn parse_variants(tokens: TokenStream, errors: &mut Errors) -> Result<Vec<Variant>> {
    let mut variants = Vec::new();
    for variant in split_at_commas(tokens, Grammar::Expression).0 {
        let mut input = Cursor::new(variant);
        let options = take_options(&mut input)?;
        input.take_visibility();
        let ident = input.expect_ident()?;
        // What follows a variant without brackets is its discriminant.
        let body = match input.rest() {
            [TokenTree::Group(body), ..] if body.delimiter() != Delimiter::None => Some(body),
            _ => None,
        };
        variants.push(Variant {
            options: VariantOptions::parse(options, errors),
            ident,
            fields: Fields::parse(body, errors)?,
        });
    }
    Ok(variants)
}

impl Fields {
    fn parse(body: Option<&Group>, errors: &mut Errors) -> Result<Fields> {
        let Some(body) = body else {
            return Ok(Fields::Unit);
        };
        let parts = split_at_commas(body.stream(), Grammar::Type).0;
        let mut inputs = parts.into_iter().map(Cursor::new);
        if body.delimiter() == Delimiter::Brace {
            let named = |mut input: Cursor| {
                let options = take_field_options(&mut input)?;
                let ident = input.expect_ident()?;
                input.expect_char(':')?;
                Ok((ident, Field::of(options, input, errors)))
            };
            return inputs.map(named).collect::<Result<_>>().map(Fields::Named);
        }
        let fields = inputs.by_ref().map(|mut input| {
            let options = take_field_options(&mut input)?;
            Ok(Field::of(options, input, errors))
        });
        fields.collect::<Result<_>>().map(Fields::Tuple)
    }
}

/// What stands before a field's name or type.
fn take_field_options(input: &mut Cursor) -> Result<TokenStream> {
    let options = take_options(input)?;
    // `$vis` of `macro_rules!` comes in an invisible group, and may be nothing; so does `$name`.
    if let [TokenTree::Group(group), ..] = input.rest() {
        let first = group.stream().into_iter().next();
        let is_visibility = match &first {
            Some(TokenTree::Ident(word)) => word == "pub",
            first => first.is_none(),
        };
        if group.delimiter() == Delimiter::None && is_visibility {
            input.take();
        }
    }
    if let [_, TokenTree::Group(group), ..] = input.rest() {
        let is_restriction =
            |word: &Ident| ["crate", "self", "super", "in"].iter().any(|it| word == it);
        let first = group.stream().into_iter().next();
        // `pub (A, B)` is a public field of a tuple's type.
        if !matches!(&first, Some(TokenTree::Ident(word)) if is_restriction(word)) {
            input.take_word("pub");
        }
    }
    input.take_visibility();
    Ok(options)
}

impl Field {
    fn of(options: TokenStream, mut ty: Cursor, errors: &mut Errors) -> Field {
        Field {
            options: FieldOptions::parse(options, errors),
            ty: RustType::new(ty.take_rest()),
        }
    }
}

impl Generics {
    /// What stands after `where`.
    pub(super) fn predicates(&self) -> Vec<TokenStream> {
        let predicates = self.where_clause.clone().into_iter().skip(1).collect();
        split_at_commas(predicates, Grammar::Type).0
    }
}
