//! Attributes as written.

use proc_macro2::{Group, Span, TokenStream, TokenTree};
use quote::ToTokens;

use crate::cursor::{Cursor, is_char};

/// `#[path]`, `#[path(...)]` or `#[path = ...]`.
#[derive(Clone)]
pub struct Attribute {
    tokens: TokenStream,
    path: String,
    span: Span,
    /// What follows the path.
    pub content: Content,
}

/// What follows an attribute's path.
#[derive(Clone)]
pub enum Content {
    /// Nothing.
    Nothing,
    /// What is in the parentheses.
    List(TokenStream),
    /// What is after the `=`.
    Value(TokenStream),
}

impl Attribute {
    /// The attribute that begins with `marks`, which are `#` or `#!`, and is in `brackets`.
    pub(crate) fn new(marks: &[TokenTree], brackets: &Group) -> Attribute {
        let mut cursor = Cursor::inside(brackets);
        let span = cursor.span();
        let path = cursor
            .take_until(|token| !matches!(token, TokenTree::Ident(_)) && !is_char(token, ':'));
        let content = match cursor.take() {
            Some(TokenTree::Group(list)) => Content::List(list.stream()),
            Some(equals) if is_char(&equals, '=') => Content::Value(cursor.take_rest()),
            _ => Content::Nothing,
        };
        let mut tokens: TokenStream = marks.iter().cloned().collect();
        brackets.to_tokens(&mut tokens);
        Attribute {
            tokens,
            path: path.into_iter().map(|token| token.to_string()).collect(),
            span,
            content,
        }
    }

    /// Whether its path is this one name.
    pub fn is(&self, name: &str) -> bool {
        self.path == name
    }

    /// Whether the last name of its path is this one: it may have been brought in, or not.
    pub fn ends_with(&self, name: &str) -> bool {
        self.path.rsplit(':').next() == Some(name)
    }

    /// The place of its first name.
    pub fn span(&self) -> Span {
        self.span
    }
}

impl ToTokens for Attribute {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.extend(self.tokens.clone());
    }
}
