//! Reading tokens from front to back: the few words of Rust's grammar that signatures and options are made of.

use proc_macro2::{Delimiter, Group, Ident, Spacing, Span, TokenStream, TokenTree};
use quote::ToTokens;

use crate::attribute::Attribute;
use crate::commas::{Angles, Grammar};
use crate::errors::{self, Error, Result};
use crate::literal::{self, Value};

/// What is left to read of some tokens.
///
/// `take_*` gives `None`, and reads nothing, where the next token is another one; `expect_*` makes a mistake of that.
#[derive(Clone)]
pub(crate) struct Cursor {
    rest: std::vec::IntoIter<TokenTree>,
    /// The last token read, or what is around the tokens: where something is missing at the end.
    last: Span,
}

impl Cursor {
    /// Reads `tokens`; a mistake at their very beginning, where there are none, is shown at the attribute.
    pub(crate) fn new(tokens: impl IntoIterator<Item = TokenTree>) -> Self {
        Cursor {
            rest: tokens.into_iter().collect::<Vec<_>>().into_iter(),
            last: Span::call_site(),
        }
    }

    /// Reads what is between a group's delimiters.
    pub(crate) fn inside(group: &Group) -> Self {
        Cursor {
            last: group.span(),
            ..Cursor::new(transparent(group.stream()))
        }
    }

    /// What is left.
    pub(crate) fn rest(&self) -> &[TokenTree] {
        self.rest.as_slice()
    }

    /// Whether nothing is left.
    pub(crate) fn is_empty(&self) -> bool {
        self.rest().is_empty()
    }

    /// The place of the next token.
    pub(crate) fn span(&self) -> Span {
        self.rest().first().map_or(self.last, TokenTree::span)
    }

    /// The next token, whatever it is.
    pub(crate) fn take(&mut self) -> Option<TokenTree> {
        let token = self.rest.next()?;
        self.last = token.span();
        Some(token)
    }

    /// Whether the next token is this character.
    pub(crate) fn is_at(&self, char: char) -> bool {
        matches!(self.rest(), [TokenTree::Punct(punct), ..] if punct.as_char() == char)
    }

    /// Whether the next token is this word.
    pub(crate) fn is_at_word(&self, word: &str) -> bool {
        matches!(self.rest(), [TokenTree::Ident(ident), ..] if ident == word)
    }

    /// Whether `::` comes next.
    pub(crate) fn is_at_double_colon(&self) -> bool {
        matches!(self.rest(), [TokenTree::Punct(first), second, ..]
            if first.as_char() == ':' && first.spacing() == Spacing::Joint && is_char(second, ':'))
    }

    /// The place of this character.
    pub(crate) fn take_char(&mut self, char: char) -> Option<Span> {
        let found = self.is_at(char);
        self.take_if(found).map(|token| token.span())
    }

    /// The place of this word.
    pub(crate) fn take_word(&mut self, word: &str) -> Option<Span> {
        let found = self.is_at_word(word);
        self.take_if(found).map(|token| token.span())
    }

    fn take_if(&mut self, found: bool) -> Option<TokenTree> {
        if found { self.take() } else { None }
    }

    /// The place of this character.
    pub(crate) fn expect_char(&mut self, char: char) -> Result<Span> {
        let found = self.take_char(char);
        found.ok_or_else(|| self.expected(&format!("`{char}`")))
    }

    /// The place of this word.
    pub(crate) fn expect_word(&mut self, word: &str) -> Result<Span> {
        let found = self.take_word(word);
        found.ok_or_else(|| self.expected(&format!("`{word}`")))
    }

    /// A name; a keyword is one too, and rustc's to refuse.
    pub(crate) fn expect_ident(&mut self) -> Result<Ident> {
        match self.rest() {
            [TokenTree::Ident(ident), ..] => {
                let ident = ident.clone();
                self.take();
                Ok(ident)
            }
            _ => Err(self.expected("a name")),
        }
    }

    /// `a::b` or `::a::b`.
    pub(crate) fn expect_path(&mut self) -> Result<TokenStream> {
        let mut path = TokenStream::new();
        loop {
            if self.is_at_double_colon() {
                path.extend(self.take_many(2));
            }
            path.extend([TokenTree::Ident(self.expect_ident()?)]);
            if !self.is_at_double_colon() {
                return Ok(path);
            }
        }
    }

    /// The group with these delimiters.
    pub(crate) fn take_group(&mut self, delimiter: Delimiter) -> Option<Group> {
        match self.rest() {
            [TokenTree::Group(group), ..] if group.delimiter() == delimiter => {
                let group = group.clone();
                self.take();
                Some(group)
            }
            _ => None,
        }
    }

    /// What is in the parentheses that come next.
    pub(crate) fn expect_parentheses(&mut self) -> Result<Group> {
        let found = self.take_group(Delimiter::Parenthesis);
        found.ok_or_else(|| self.expected("`(`"))
    }

    /// A string literal's text, and its place.
    pub(crate) fn take_string(&mut self) -> Option<(String, Span)> {
        let [TokenTree::Literal(literal), ..] = self.rest() else {
            return None;
        };
        match literal::value(literal) {
            Value::Str(text) => {
                let span = literal.span();
                self.take();
                Some((text, span))
            }
            _ => None,
        }
    }

    /// A string literal's text, and its place.
    pub(crate) fn expect_string(&mut self) -> Result<(String, Span)> {
        let found = self.take_string();
        found.ok_or_else(|| self.expected("a string literal"))
    }

    /// The attributes `#[...]` that come next.
    pub(crate) fn take_attributes(&mut self) -> Vec<Attribute> {
        let mut attributes = Vec::new();
        while let [marks @ TokenTree::Punct(_), TokenTree::Group(brackets), ..] = self.rest() {
            if !is_char(marks, '#') || brackets.delimiter() != Delimiter::Bracket {
                break;
            }
            attributes.push(Attribute::new(std::slice::from_ref(marks), brackets));
            self.rest.nth(1);
        }
        attributes
    }

    /// The attributes `#![...]` that come next.
    pub(crate) fn take_inner_attributes(&mut self) -> Vec<Attribute> {
        let mut attributes = Vec::new();
        while let [pound, bang, TokenTree::Group(brackets), ..] = self.rest() {
            if !is_char(pound, '#') || !is_char(bang, '!') {
                break;
            }
            attributes.push(Attribute::new(&self.rest()[..2], brackets));
            self.rest.nth(2);
        }
        attributes
    }

    /// `pub`, `pub(...)`, or nothing.
    pub(crate) fn take_visibility(&mut self) -> TokenStream {
        let mut visibility = TokenStream::new();
        if self.is_at_word("pub") {
            visibility.extend(self.take());
            visibility.extend(
                self.take_group(Delimiter::Parenthesis)
                    .map(TokenTree::Group),
            );
        }
        visibility
    }

    /// What is between the `<` and the `>` that come next, or nothing.
    pub(crate) fn take_angles(&mut self) -> TokenStream {
        let mut content = TokenStream::new();
        let mut angles = Angles::new(Grammar::Type);
        if self.is_at('<') {
            self.take().iter().for_each(|open| angles.pass(open));
            while let Some(token) = self.take() {
                angles.pass(&token);
                if angles.is_outside() {
                    break;
                }
                token.to_tokens(&mut content);
            }
        }
        content
    }

    /// The tokens before the first one that is an end.
    pub(crate) fn take_until(&mut self, is_end: impl FnMut(&TokenTree) -> bool) -> TokenStream {
        let end = self.rest().iter().position(is_end);
        self.take_many(end.unwrap_or(self.rest().len()))
    }

    /// The tokens before the next comma outside of brackets and generic arguments.
    pub(crate) fn take_until_comma(&mut self, grammar: Grammar) -> TokenStream {
        let mut angles = Angles::new(grammar);
        self.take_until(|token| {
            angles.pass(token);
            angles.is_outside() && is_char(token, ',')
        })
    }

    /// All that is left.
    pub(crate) fn take_rest(&mut self) -> TokenStream {
        self.take_many(self.rest().len())
    }

    /// The next `count` tokens.
    pub(crate) fn take_many(&mut self, count: usize) -> TokenStream {
        let mut taken = TokenStream::new();
        for token in self.rest().iter().take(count) {
            token.to_tokens(&mut taken);
        }
        for _ in 0..count {
            self.take();
        }
        taken
    }

    /// The mistake that `what` should stand here.
    pub(crate) fn expected(&self, what: &str) -> Error {
        errors::expected(self.span(), what)
    }
}

/// Whether `token` is this character.
pub(crate) fn is_char(token: &TokenTree, char: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == char)
}

/// What a `macro_rules!` fragment such as `$item:item` or `$ret:ty` stands for, without the invisible group around it.
pub(crate) fn transparent(tokens: TokenStream) -> TokenStream {
    let mut opened = TokenStream::new();
    for token in tokens {
        match token {
            TokenTree::Group(group) if group.delimiter() == Delimiter::None => {
                opened.extend(transparent(group.stream()));
            }
            token => token.to_tokens(&mut opened),
        }
    }
    opened
}
