//! Lists separated by commas.

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;

/// What the elements are, which decides what `<` means.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Grammar {
    /// Types: `<` opens generic arguments.
    Type,
    /// Expressions: `<` opens generic arguments after `::`, else it compares.
    Expression,
}

/// Splits at the commas outside of brackets and generic arguments, and says whether there is one at the end.
pub(crate) fn split_at_commas(tokens: TokenStream, grammar: Grammar) -> (Vec<TokenStream>, bool) {
    let mut parts = Vec::new();
    let mut part = TokenStream::new();
    let mut angles = Angles::new(grammar);
    let mut trailing_comma = false;
    for token in tokens {
        angles.pass(&token);
        trailing_comma = angles.is_outside()
            && matches!(&token, TokenTree::Punct(punct) if punct.as_char() == ',');
        if trailing_comma {
            parts.push(std::mem::take(&mut part));
        } else {
            token.to_tokens(&mut part);
        }
    }
    if !part.is_empty() {
        parts.push(part);
    }
    (parts, trailing_comma)
}

/// Tells, token by token, whether one is inside of generic arguments.
pub(crate) struct Angles {
    grammar: Grammar,
    depth: usize,
    previous: [char; 2],
}

impl Angles {
    pub(crate) fn new(grammar: Grammar) -> Self {
        Angles {
            grammar,
            depth: 0,
            previous: [' '; 2],
        }
    }

    pub(crate) fn pass(&mut self, token: &TokenTree) {
        let char = match token {
            TokenTree::Punct(punct) => punct.as_char(),
            _ => ' ',
        };
        match char {
            '<' if self.depth > 0
                || self.grammar == Grammar::Type
                || self.previous == [':', ':'] =>
            {
                self.depth += 1
            }
            // `->` and `=>` close nothing.
            '>' if self.depth > 0 && !matches!(self.previous[1], '-' | '=') => self.depth -= 1,
            _ => {}
        }
        self.previous = [self.previous[1], char];
    }

    pub(crate) fn is_outside(&self) -> bool {
        self.depth == 0
    }
}
