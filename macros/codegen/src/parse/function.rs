//! A function as written.

use proc_macro2::{Delimiter, Ident, Span, TokenStream, TokenTree};
use syn::parse::{ParseStream, Parser};
use syn::{Attribute, GenericParam, Generics, Result, Token, Visibility};

use crate::commas::{Grammar, split_at_commas};
use crate::options::FunctionOptions;
use crate::rust_type::RustType;

/// A function as written.
pub struct Function {
    /// What stands in the attribute's parentheses.
    pub options: FunctionOptions,
    /// The item, token for token.
    pub item: TokenStream,
    /// Its other attributes.
    pub attributes: Vec<Attribute>,
    /// Its visibility.
    pub visibility: Visibility,
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
        mut tokens: Vec<TokenTree>,
        item: TokenStream,
    ) -> Result<Function> {
        // The body is not looked at; a declaration without one is rustc's to refuse.
        tokens.pop();
        let parser = |input: ParseStream| {
            let visibility: Visibility = input.parse()?;
            let (unsafety, asyncness) = parse_qualifiers(input)?;
            input.parse::<Token![fn]>()?;
            let ident: Ident = input.parse()?;
            let generics: Generics = input.parse()?;
            let parameters: proc_macro2::Group = input.parse()?;
            let returns = parse_return_type(input)?;
            Ok(Function {
                options,
                item,
                attributes,
                visibility,
                unsafety,
                asyncness,
                ident,
                generic: generics.params.iter().find_map(type_or_const),
                parameters: parse_parameters(parameters.stream())?,
                returns,
            })
        };
        parser.parse2(tokens.into_iter().collect())
    }
}

/// `const async unsafe extern "C"`: gives the places of `unsafe` and `async`.
fn parse_qualifiers(input: ParseStream) -> Result<(Option<Span>, Option<Span>)> {
    input.parse::<Option<Token![const]>>()?;
    let asyncness = input
        .parse::<Option<Token![async]>>()?
        .map(|word| word.span);
    let unsafety = input
        .parse::<Option<Token![unsafe]>>()?
        .map(|word| word.span);
    if input.parse::<Option<Token![extern]>>()?.is_some() {
        input.parse::<Option<syn::LitStr>>()?;
    }
    Ok((unsafety, asyncness))
}

fn type_or_const(parameter: &GenericParam) -> Option<Span> {
    match parameter {
        GenericParam::Type(parameter) => Some(parameter.ident.span()),
        GenericParam::Const(parameter) => Some(parameter.ident.span()),
        _ => None,
    }
}

/// Everything between `->` and `where`.
fn parse_return_type(input: ParseStream) -> Result<Option<RustType>> {
    let arrow = input.parse::<Option<Token![->]>>()?;
    let mut tokens = TokenStream::new();
    while !input.is_empty() && !input.peek(Token![where]) {
        tokens.extend([input.parse::<TokenTree>()?]);
    }
    input.parse::<TokenStream>()?;
    Ok(arrow.map(|_| RustType::new(tokens)))
}

fn parse_parameters(tokens: TokenStream) -> Result<Vec<Parameter>> {
    let (parts, _) = split_at_commas(tokens, Grammar::Type);
    parts
        .into_iter()
        .map(|part| parse_parameter.parse2(part))
        .collect()
}

fn parse_parameter(input: ParseStream) -> Result<Parameter> {
    let attributes = input.call(Attribute::parse_outer)?;
    let is_cfg = |attribute: &&Attribute| {
        attribute.path().is_ident("cfg") || attribute.path().is_ident("cfg_attr")
    };
    let cfg = attributes
        .iter()
        .find(is_cfg)
        .map(|attribute| attribute.pound_token.span);

    let mut pattern = Vec::new();
    while !input.is_empty() && (!input.peek(Token![:]) || input.peek(Token![::])) {
        // `::` is two tokens, both the pattern's.
        if input.peek(Token![::]) {
            pattern.push(input.parse::<TokenTree>()?);
        }
        pattern.push(input.parse::<TokenTree>()?);
    }
    input.parse::<Option<Token![:]>>()?;
    let ty = RustType::new(input.parse()?);
    Ok(Parameter {
        cfg,
        pattern: Pattern::of(&pattern),
        ty,
    })
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
