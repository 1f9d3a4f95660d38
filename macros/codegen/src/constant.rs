//! A default as Python is shown it, in the stub and by `inspect.signature`.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::ToTokens;
use syn::{Lit, Path};

use crate::commas::{Grammar, split_at_commas};

/// What is shown for a Rust expression.
#[derive(Debug, Clone)]
pub enum Constant {
    /// `None`.
    None,
    /// `True`, `False`.
    Bool(bool),
    /// Digits in base 10, with a sign where it is negative.
    Int(String),
    /// A number with a point or an exponent, with a sign where it is negative.
    Float(String),
    /// Text.
    Str(String),
    /// Bytes.
    Bytes(Vec<u8>),
    /// A tuple of these.
    Tuple(Vec<Constant>),
    /// An array, which is a list in Python.
    List(Vec<Constant>),
    /// A bare path, taken as a constant of a type that can be shown: the compiler knows its value.
    Path(TokenStream),
    /// Any other expression: `...`.
    Hidden,
}

impl Constant {
    /// What is shown for `expression`.
    pub fn of(expression: &TokenStream) -> Constant {
        let tokens: Vec<TokenTree> = expression.clone().into_iter().collect();
        match tokens.as_slice() {
            [TokenTree::Group(group)] => Self::of_group(group.delimiter(), group.stream()),
            [TokenTree::Ident(some), TokenTree::Group(group)]
                if some == "Some" && group.delimiter() == Delimiter::Parenthesis =>
            {
                Self::of(&group.stream())
            }
            [TokenTree::Punct(minus), rest @ ..] if minus.as_char() == '-' => {
                Self::of(&rest.iter().cloned().collect()).negated()
            }
            _ => Self::of_literal_or_path(expression),
        }
    }

    fn of_group(delimiter: Delimiter, content: TokenStream) -> Constant {
        let (elements, trailing_comma) = split_at_commas(content, Grammar::Expression);
        match delimiter {
            Delimiter::Bracket => {
                // `[0; 4]` repeats.
                let repeats = |element: &TokenStream| {
                    element.clone().into_iter().any(
                        |token| matches!(token, TokenTree::Punct(punct) if punct.as_char() == ';'),
                    )
                };
                if elements.iter().any(repeats) {
                    return Constant::Hidden;
                }
                Self::all(elements).map_or(Constant::Hidden, Constant::List)
            }
            Delimiter::Parenthesis if elements.len() == 1 && !trailing_comma => {
                Self::of(&elements[0])
            }
            // `inspect.signature` would lose the comma of a tuple of one.
            Delimiter::Parenthesis if elements.len() == 1 => Constant::Hidden,
            Delimiter::Parenthesis => Self::all(elements).map_or(Constant::Hidden, Constant::Tuple),
            Delimiter::None if elements.len() == 1 => Self::of(&elements[0]),
            _ => Constant::Hidden,
        }
    }

    /// All or nothing: a tuple of which one element cannot be shown cannot be shown.
    fn all(elements: Vec<TokenStream>) -> Option<Vec<Constant>> {
        elements
            .iter()
            .map(|element| match Self::of(element) {
                Constant::Hidden => None,
                constant => Some(constant),
            })
            .collect()
    }

    fn of_literal_or_path(expression: &TokenStream) -> Constant {
        if let Ok(literal) = syn::parse2::<Lit>(expression.clone()) {
            return Self::of_literal(&literal);
        }
        match syn::parse2::<Path>(expression.clone()) {
            Ok(path) if path.is_ident("None") => Constant::None,
            Ok(path)
                if path
                    .segments
                    .iter()
                    .all(|segment| segment.arguments.is_none()) =>
            {
                Constant::Path(path.to_token_stream())
            }
            _ => Constant::Hidden,
        }
    }

    fn of_literal(literal: &Lit) -> Constant {
        match literal {
            Lit::Bool(bool) => Constant::Bool(bool.value),
            // `1f64` is an integer literal to Rust's grammar and a float to Rust.
            Lit::Int(int) if matches!(int.suffix(), "f32" | "f64") => {
                Constant::Float(float_text(int.base10_digits()))
            }
            Lit::Int(int) => Constant::Int(int.base10_digits().to_owned()),
            Lit::Float(float) => Constant::Float(float_text(float.base10_digits())),
            Lit::Str(text) => Constant::Str(text.value()),
            Lit::Char(char) => Constant::Str(char.value().to_string()),
            Lit::ByteStr(bytes) => Constant::Bytes(bytes.value()),
            Lit::Byte(byte) => Constant::Int(byte.value().to_string()),
            _ => Constant::Hidden,
        }
    }

    fn negated(self) -> Constant {
        match self {
            Constant::Int(text) => Constant::Int(format!("-{text}")),
            Constant::Float(text) => Constant::Float(format!("-{text}")),
            _ => Constant::Hidden,
        }
    }
}

/// A float as Python's grammar has it; what overflows is written as a number that overflows in Python too.
fn float_text(digits: &str) -> String {
    match digits.parse::<f64>() {
        Ok(value) if value.is_infinite() => "1e999".to_owned(),
        _ if digits.ends_with('.') => format!("{digits}0"),
        _ if digits.contains(['.', 'e', 'E']) => digits.to_owned(),
        _ => format!("{digits}.0"),
    }
}
