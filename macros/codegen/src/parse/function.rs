//! A function as written.

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};
use quote::ToTokens;

use super::{is_mybind, joined_options, options_of};
use crate::attribute::Attribute;
use crate::commas::{Grammar, split_at_commas};
use crate::cursor::Cursor;
use crate::errors::{Errors, Result};
use crate::options::{self, FunctionOptions};
use crate::rust_type::RustType;

/// A function as written.
pub struct Function {
    /// What stands in the attribute's parentheses.
    pub options: Box<FunctionOptions>,
    /// The item, token for token but for the `#[mybind]`s on its parameters.
    pub item: TokenStream,
    /// Its other attributes.
    pub attributes: Vec<Attribute>,
    /// Its visibility.
    pub visibility: TokenStream,
    /// `unsafe`, where it says so.
    pub unsafety: Option<Span>,
    /// `async`, where it says so.
    pub asyncness: Option<Span>,
    /// Its name.
    pub ident: Ident,
    /// A type or const parameter, where it has one.
    pub generic: Option<Span>,
    /// Its parameters.
    pub parameters: Vec<Parameter>,
    /// Its return type.
    pub returns: Option<RustType>,
}

/// A parameter as written.
pub struct Parameter {
    /// `#[cfg]` on it, where there is one.
    pub cfg: Option<Span>,
    /// What stands before the `:`.
    pub pattern: Pattern,
    /// What stands after it.
    pub ty: RustType,
    /// What converts it: `#[mybind(from_py_with = ...)]` on it, and the place of that.
    pub converter: Option<(TokenStream, Span)>,
}

/// What stands before a parameter's `:`.
pub enum Pattern {
    /// A name, with or without `mut`.
    Name(Ident),
    /// `_`.
    Underscore(Span),
    /// `self`, in any form.
    Receiver(Span),
    /// Anything that takes the argument apart.
    Destructured(Span),
}

impl Function {
    pub(super) fn parse(
        options: FunctionOptions,
        attributes: Vec<Attribute>,
        mut tokens: Cursor,
        item: TokenStream,
        errors: &mut Errors,
    ) -> Result<Function> {
        // The body is not looked at; a declaration without one is rustc's to refuse.
        let body = tokens.rest().len().saturating_sub(1);
        let mut tokens = Cursor::new(tokens.take_many(body));
        let visibility = tokens.take_visibility();
        let (unsafety, asyncness) = take_qualifiers(&mut tokens);
        tokens.expect_word("fn")?;
        let ident = tokens.expect_ident()?;
        let generics = tokens.take_angles();
        let parameters = tokens.expect_parentheses()?;
        Ok(Function {
            options: Box::new(options),
            item,
            attributes,
            visibility,
            unsafety,
            asyncness,
            ident,
            generic: split_at_commas(generics, Grammar::Type)
                .0
                .into_iter()
                .find_map(type_or_const),
            parameters: parse_parameters(parameters.stream(), errors),
            returns: take_return_type(&mut tokens),
        })
    }
}

impl Function {
    /// Where it says that it fills the module around it: by `init`, or by being called so and taking the module alone.
    pub fn init_marker(&self) -> Option<Span> {
        let takes_the_module = match self.parameters.as_slice() {
            [parameter] => parameter.ty.is_module(),
            _ => false,
        };
        let is_called_so = self.ident == "init" && takes_the_module && !self.is_more_than_init();
        self.options
            .init
            .or(is_called_so.then(|| self.ident.span()))
    }

    /// Whether there is an option beside `init` and what goes with it.
    pub fn is_more_than_init(&self) -> bool {
        let mut parameters = self.parameters.iter();
        self.options.is_more_than_init()
            || parameters.any(|parameter| parameter.converter.is_some())
    }
}

/// The tokens of a function without the `#[mybind]`s on its parameters, which the compiler would refuse.
pub(super) fn without_parameter_options(tokens: &Cursor) -> TokenStream {
    let mut before = tokens.clone();
    before.take_until(|token| matches!(token, TokenTree::Ident(word) if word == "fn"));
    before.take_word("fn");
    before.take();
    before.take_angles();
    let list = tokens.rest().len() - before.rest().len();
    let tokens = tokens.rest().iter().enumerate();
    tokens
        .map(|(index, token)| match token {
            TokenTree::Group(parameters) if index == list => without_options(parameters).into(),
            token => token.clone(),
        })
        .collect()
}

/// The same of the parentheses that the parameters are in.
fn without_options(parameters: &Group) -> Group {
    let mut tokens = Cursor::new(parameters.stream());
    let mut kept = TokenStream::new();
    let mut is_changed = false;
    while !tokens.is_empty() {
        let attributes = tokens.take_attributes();
        let (mine, others): (Vec<_>, Vec<_>) = attributes.into_iter().partition(is_mybind);
        is_changed |= !mine.is_empty();
        kept.extend(others.iter().map(ToTokens::to_token_stream));
        kept.extend(tokens.take());
    }
    if !is_changed {
        return parameters.clone();
    }
    let mut group = Group::new(parameters.delimiter(), kept);
    group.set_span(parameters.span());
    group
}

/// `const async unsafe extern "C"`: gives the places of `unsafe` and `async`.
fn take_qualifiers(tokens: &mut Cursor) -> (Option<Span>, Option<Span>) {
    tokens.take_word("const");
    let asyncness = tokens.take_word("async");
    let unsafety = tokens.take_word("unsafe");
    if tokens.take_word("extern").is_some() {
        tokens.take_string();
    }
    (unsafety, asyncness)
}

/// Where a generic parameter is no lifetime: its name's place.
fn type_or_const(parameter: TokenStream) -> Option<Span> {
    let mut parameter = Cursor::new(parameter);
    parameter.take_attributes();
    if parameter.is_at('\'') {
        return None;
    }
    parameter.take_word("const");
    Some(parameter.span())
}

/// Everything between `->` and `where`.
fn take_return_type(tokens: &mut Cursor) -> Option<RustType> {
    let arrow = tokens.take_char('-').and(tokens.take_char('>'));
    let is_end = |token: &TokenTree| matches!(token, TokenTree::Ident(word) if word == "where");
    arrow.map(|_| RustType::new(tokens.take_until(is_end)))
}

fn parse_parameters(tokens: TokenStream, errors: &mut Errors) -> Vec<Parameter> {
    let (parts, _) = split_at_commas(tokens, Grammar::Type);
    let parts = parts.into_iter();
    parts.map(|part| parse_parameter(part, errors)).collect()
}

fn parse_parameter(tokens: TokenStream, errors: &mut Errors) -> Parameter {
    let mut tokens = Cursor::new(tokens);
    let (mine, attributes): (Vec<_>, Vec<_>) =
        tokens.take_attributes().into_iter().partition(is_mybind);
    let options = match mine.split_first() {
        None => Ok(None),
        Some((first, more)) => options_of(first)
            .and_then(|options| joined_options(options, more))
            .and_then(options::parse_parameter),
    };
    let is_cfg = |attribute: &&Attribute| attribute.is("cfg") || attribute.is("cfg_attr");
    let cfg = attributes.iter().find(is_cfg).map(Attribute::span);
    let mut pattern = Vec::new();
    while !tokens.is_empty() && (!tokens.is_at(':') || tokens.is_at_double_colon()) {
        if tokens.is_at_double_colon() {
            pattern.extend(tokens.take());
        }
        pattern.extend(tokens.take());
    }
    tokens.take_char(':');
    Parameter {
        cfg,
        pattern: Pattern::of(&pattern),
        ty: RustType::new(tokens.take_rest()),
        converter: errors.take(options).flatten(),
    }
}

impl Pattern {
    fn of(tokens: &[TokenTree]) -> Pattern {
        let span = tokens.first().map_or_else(Span::call_site, TokenTree::span);
        let is_self =
            |token: &TokenTree| matches!(token, TokenTree::Ident(ident) if ident == "self");
        match tokens {
            // The name that a `macro_rules!` fragment stands for.
            [TokenTree::Group(group)] if group.delimiter() == Delimiter::None => {
                Pattern::of(&group.stream().into_iter().collect::<Vec<_>>())
            }
            _ if tokens.iter().any(is_self) => Pattern::Receiver(span),
            [TokenTree::Ident(underscore)] if underscore == "_" => Pattern::Underscore(span),
            [TokenTree::Ident(name)] => Pattern::Name(name.clone()),
            [TokenTree::Ident(mutable), TokenTree::Ident(name)] if mutable == "mut" => {
                Pattern::Name(name.clone())
            }
            _ => Pattern::Destructured(span),
        }
    }
}
