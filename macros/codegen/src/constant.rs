//! A default as Python is shown it, in the stub and by `inspect.signature`.

use proc_macro2::{Delimiter, TokenStream, TokenTree};

use crate::commas::{Grammar, split_at_commas};
use crate::cursor::is_char;
use crate::literal::{self, Value};

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
            [TokenTree::Literal(literal)] => Self::of_literal(literal::value(literal)),
            [TokenTree::Ident(none)] if none == "None" => Constant::None,
            [TokenTree::Ident(bool)] if bool == "true" => Constant::Bool(true),
            [TokenTree::Ident(bool)] if bool == "false" => Constant::Bool(false),
            path if is_path(path) => Constant::Path(expression.clone()),
            _ => Constant::Hidden,
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

    fn of_literal(literal: Value) -> Constant {
        match literal {
            Value::Int(int) => Constant::Int(int.to_string()),
            Value::Float(digits) => Constant::Float(float_text(&digits)),
            Value::Str(text) => Constant::Str(text),
            Value::Char(char) => Constant::Str(char.to_string()),
            Value::Bytes(bytes) => Constant::Bytes(bytes),
            Value::Other => Constant::Hidden,
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

/// Whether this is `a::b` or `::a::b`: names with `::` between them, and no generic arguments.
fn is_path(tokens: &[TokenTree]) -> bool {
    match tokens {
        [first, second, rest @ ..] if is_char(first, ':') && is_char(second, ':') => is_path(rest),
        // These are whole expressions, and no names.
        [TokenTree::Ident(word)] => !["return", "break", "continue"].iter().any(|it| word == it),
        [TokenTree::Ident(_), colon, ..] if is_char(colon, ':') => is_path(&tokens[1..]),
        _ => false,
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
