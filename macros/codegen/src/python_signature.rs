//! `signature = (...)`: Python's own grammar for parameters, with Rust expressions as defaults.

use proc_macro2::{Delimiter, Ident, Span, TokenStream, TokenTree};

use crate::commas::{Grammar, split_at_commas};
use crate::cursor::{Cursor, transparent};
use crate::errors::{self, Result};
use crate::hint::{TypeHint, parse_type};
use crate::ir::Kind;

/// One entry of the signature as written.
#[derive(Debug)]
pub struct Entry {
    /// The Rust parameter that it names.
    pub ident: Ident,
    /// How it can be given.
    pub kind: Kind,
    /// What the stub says is accepted, if that is written.
    pub hint: Option<TypeHint>,
    /// The default, if any.
    pub default: Option<TokenStream>,
}

/// Reads the content of the parentheses.
///
/// # Errors
/// The first place where it is not Python's grammar.
pub fn parse(tokens: TokenStream) -> Result<Vec<Entry>> {
    let mut reader = Reader::default();
    for part in split_at_commas(tokens, Grammar::Expression).0 {
        reader.read(part)?;
    }
    reader.finish()
}

#[derive(Default)]
struct Reader {
    entries: Vec<Entry>,
    slash: Option<Span>,
    /// A bare `*`, until something follows it.
    open_star: Option<Span>,
    keyword_only: bool,
    kwargs: bool,
}

impl Reader {
    fn read(&mut self, part: TokenStream) -> Result<()> {
        let tokens = open_fragments(part);
        let span = tokens.first().map_or_else(Span::call_site, TokenTree::span);
        if self.kwargs {
            return Err(errors::after_kwargs(span));
        }
        let (stars, rest) = leading_stars(&tokens);
        match (stars, rest) {
            (0, [TokenTree::Punct(slash)]) if slash.as_char() == '/' => self.slash(span),
            (1, []) => self.star(span),
            (1, [TokenTree::Ident(ident), rest @ ..]) => {
                let (hint, rest) = hint(rest)?;
                self.no_default(rest)?;
                self.star(span)?;
                self.open_star = None;
                self.push(ident, Kind::Varargs, hint, None)
            }
            (2, [TokenTree::Ident(ident), rest @ ..]) => {
                let (hint, rest) = hint(rest)?;
                self.no_default(rest)?;
                if let Some(star) = self.open_star {
                    return Err(errors::star_last(star));
                }
                self.kwargs = true;
                self.push(ident, Kind::Kwargs, hint, None)
            }
            (0, [TokenTree::Ident(ident), rest @ ..]) => {
                let kind = if self.keyword_only {
                    Kind::KeywordOnly
                } else {
                    Kind::Positional
                };
                self.open_star = None;
                let (hint, rest) = hint(rest)?;
                self.push(ident, kind, hint, default(ident, rest)?)
            }
            _ => Err(errors::expected_parameter(span)),
        }
    }

    fn push(
        &mut self,
        ident: &Ident,
        kind: Kind,
        hint: Option<TypeHint>,
        default: Option<TokenStream>,
    ) -> Result<()> {
        self.entries.push(Entry {
            ident: ident.clone(),
            kind,
            hint,
            default,
        });
        Ok(())
    }

    fn slash(&mut self, span: Span) -> Result<()> {
        if self.keyword_only {
            return Err(errors::slash_after_star(span));
        }
        if self.slash.replace(span).is_some() {
            return Err(errors::slash_twice(span));
        }
        if self.entries.is_empty() {
            return Err(errors::slash_first(span));
        }
        for entry in &mut self.entries {
            entry.kind = Kind::PositionalOnly;
        }
        Ok(())
    }

    fn star(&mut self, span: Span) -> Result<()> {
        if std::mem::replace(&mut self.keyword_only, true) {
            return Err(errors::star_twice(span));
        }
        self.open_star = Some(span);
        Ok(())
    }

    fn no_default(&self, rest: &[TokenTree]) -> Result<()> {
        match rest {
            [] => Ok(()),
            [TokenTree::Punct(equals), ..] if equals.as_char() == '=' => {
                Err(errors::default_on_variadic(equals.span()))
            }
            [other, ..] => Err(errors::expected_parameter(other.span())),
        }
    }

    fn finish(self) -> Result<Vec<Entry>> {
        match self.open_star {
            Some(star) => Err(errors::star_last(star)),
            None => Ok(self.entries),
        }
    }
}

/// A fragment of `macro_rules!` comes in an invisible group: `a` and `b = 1` can be expressions. One in a default stays.
fn open_fragments(part: TokenStream) -> Vec<TokenTree> {
    let mut tokens = Vec::new();
    for token in part {
        match token {
            TokenTree::Group(fragment)
                if fragment.delimiter() == Delimiter::None && tokens.iter().all(is_star) =>
            {
                tokens.extend(open_fragments(fragment.stream()));
            }
            token => tokens.push(token),
        }
    }
    tokens
}

fn is_star(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == '*')
}

fn leading_stars(tokens: &[TokenTree]) -> (usize, &[TokenTree]) {
    let stars = tokens.iter().take_while(|token| is_star(token)).count();
    (stars, &tokens[stars..])
}

/// `: "type"` after a parameter's name, or nothing, and what follows it.
fn hint(rest: &[TokenTree]) -> Result<(Option<TypeHint>, &[TokenTree])> {
    match rest {
        [TokenTree::Punct(colon), text, rest @ ..] if colon.as_char() == ':' => {
            let (text, span) = Cursor::new(transparent(text.clone().into())).expect_string()?;
            Ok((Some(written_hint(&text, span)?), rest))
        }
        [TokenTree::Punct(colon)] if colon.as_char() == ':' => {
            Err(errors::expected(colon.span(), "a string literal"))
        }
        rest => Ok((None, rest)),
    }
}

/// The type that the text of a string literal is.
pub(crate) fn written_hint(text: &str, span: Span) -> Result<TypeHint> {
    parse_type(text).map_err(|mistake| errors::unreadable_hint(span, text, &mistake))
}

/// What follows a parameter's name and type: nothing, or `= expression`.
fn default(ident: &Ident, rest: &[TokenTree]) -> Result<Option<TokenStream>> {
    match rest {
        [] => Ok(None),
        [TokenTree::Punct(equals)] if equals.as_char() == '=' => {
            Err(errors::empty_default(equals.span()))
        }
        [TokenTree::Punct(equals), expression @ ..] if equals.as_char() == '=' => {
            Ok(Some(expression.iter().cloned().collect()))
        }
        _ => Err(errors::expected_parameter(ident.span())),
    }
}
