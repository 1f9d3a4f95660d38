//! A function as written.

use proc_macro2::{Delimiter, Ident, Span, TokenStream, TokenTree};

use crate::attribute::Attribute;
use crate::commas::{Grammar, split_at_commas};
use crate::cursor::Cursor;
use crate::errors::Result;
use crate::options::FunctionOptions;
use crate::rust_type::RustType;

/// A function as written.
pub struct Function {
    /// What stands in the attribute's parentheses.
    pub options: Box<FunctionOptions>,
    /// The item, token for token.
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
            parameters: parse_parameters(parameters.stream()),
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
        let is_called_so =
            self.ident == "init" && takes_the_module && !self.options.is_more_than_init();
        self.options
            .init
            .or(is_called_so.then(|| self.ident.span()))
    }
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

fn parse_parameters(tokens: TokenStream) -> Vec<Parameter> {
    let (parts, _) = split_at_commas(tokens, Grammar::Type);
    parts.into_iter().map(parse_parameter).collect()
}

fn parse_parameter(tokens: TokenStream) -> Parameter {
    let mut tokens = Cursor::new(tokens);
    let attributes = tokens.take_attributes();
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
