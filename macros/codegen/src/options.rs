//! What stands in the parentheses of `#[mybind(...)]`.

mod function;
mod module;
mod values;

use proc_macro2::{Ident, Span, TokenStream};

use crate::commas::Grammar;
use crate::cursor::{Cursor, transparent};
use crate::errors::{self, Error, Result};

pub use function::{FunctionOptions, parse_parameter};
pub use module::{ModuleOptions, parse_constant, parse_macro, parse_use};
pub(crate) use values::{assigned, function, string};

/// `option`, `option = true` or `option = false`.
#[derive(Debug, Clone, Copy)]
pub struct Switch {
    /// Whether it is on.
    pub on: bool,
    /// Where it says so.
    pub span: Span,
}

/// Calls `read` for each option, with the input after the option's name.
fn each_option(
    tokens: TokenStream,
    read: &mut dyn FnMut(&Ident, &mut Cursor) -> Result<()>,
) -> Result<()> {
    each_option_of(Cursor::new(transparent(tokens)), read)
}

/// As [`each_option`], of what is read already.
pub(crate) fn each_option_of(
    mut input: Cursor,
    read: &mut dyn FnMut(&Ident, &mut Cursor) -> Result<()>,
) -> Result<()> {
    let mut seen: Vec<String> = Vec::new();
    let mut mistakes: Option<Error> = None;
    while !input.is_empty() {
        if let Err(error) = next_option(&mut input, &mut seen, read) {
            match &mut mistakes {
                Some(mistakes) => mistakes.combine(error),
                None => mistakes = Some(error),
            }
            input.take_until_comma(Grammar::Expression);
        }
        input.take_char(',');
    }
    mistakes.map_or(Ok(()), Err)
}

fn next_option(
    input: &mut Cursor,
    seen: &mut Vec<String>,
    read: &mut dyn FnMut(&Ident, &mut Cursor) -> Result<()>,
) -> Result<()> {
    let name = input.expect_ident()?;
    let text = name.to_string();
    // One function can be called in several ways, and warn of several things.
    if seen.contains(&text) && !matches!(text.as_str(), "overload" | "warn") {
        return Err(errors::option_twice(name.span(), &text));
    }
    seen.push(text);
    read(&name, input)?;
    match input.is_empty() || input.is_at(',') {
        true => Ok(()),
        false => Err(input.expected("`,`")),
    }
}
