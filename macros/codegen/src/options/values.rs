//! What stands behind an option's name: the kinds of values that options have.

use proc_macro2::{Delimiter, Ident, Span, TokenStream};

use super::{Switch, each_option};
use crate::commas::{Grammar, split_at_commas};
use crate::cursor::{Cursor, transparent};
use crate::errors::{self, Result};
use crate::ir::{
    Added, AddedItem, AddedValue, Category, Interpreters, PythonName, RustType, TextSignature,
    Warning,
};
use crate::parse::python_text;
use crate::python_signature::written_hint;

/// `= "text"`.
pub(crate) fn string(input: &mut Cursor) -> Result<(String, Span)> {
    input.expect_char('=')?;
    input.expect_string()
}

pub(super) fn python_name(input: &mut Cursor) -> Result<PythonName> {
    let (text, span) = string(input)?;
    Ok(PythonName { text, span })
}

/// What follows `=`.
pub(crate) fn assigned(input: &mut Cursor, grammar: Grammar, what: &str) -> Result<TokenStream> {
    input.expect_char('=')?;
    let value = input.take_until_comma(grammar);
    match value.is_empty() {
        true => Err(input.expected(what)),
        false => Ok(value),
    }
}

/// `= path::to::function`, or what else is a function: no text, which PyO3 took for a path once.
pub(crate) fn function(input: &mut Cursor) -> Result<TokenStream> {
    let what = "a function, by its path without quotes";
    match string(&mut input.clone()) {
        Ok((_, text)) => Err(errors::expected(text, what)),
        Err(_) => assigned(input, Grammar::Type, what),
    }
}

/// `= path::to::something`.
pub(super) fn path(input: &mut Cursor) -> Result<TokenStream> {
    input.expect_char('=')?;
    input.expect_path()
}

/// The one name that `tokens` are.
pub(super) fn only_name(tokens: TokenStream) -> Result<Ident> {
    let mut tokens = Cursor::new(tokens);
    let name = tokens.expect_ident()?;
    match tokens.is_empty() {
        true => Ok(name),
        false => Err(tokens.expected("`,`")),
    }
}

/// `= (...)`, and `-> "type"` or nothing.
pub(super) fn signature(input: &mut Cursor) -> Result<(TokenStream, Option<(String, Span)>)> {
    input.expect_char('=')?;
    let parameters = input.expect_parentheses()?.stream();
    let returns = match input.take_char('-') {
        Some(_) => {
            input.expect_char('>')?;
            Some(input.expect_string()?)
        }
        None => None,
    };
    Ok((parameters, returns))
}

pub(super) fn text_signature(input: &mut Cursor) -> Result<(TextSignature, Span)> {
    input.expect_char('=')?;
    if let Some((text, span)) = input.take_string() {
        return Ok((TextSignature::Given(text), span));
    }
    let none = input.expect_ident()?;
    match none == "None" {
        true => Ok((TextSignature::None, none.span())),
        false => Err(errors::text_signature_without_parentheses(none.span())),
    }
}

pub(super) fn switch(name: &Ident, input: &mut Cursor) -> Result<Switch> {
    let wrong = |span| errors::expected_bool(span, &name.to_string());
    let on = if input.take_char('=').is_some() {
        let is_true = input.take_word("true").is_some();
        if !is_true && input.take_word("false").is_none() {
            return Err(wrong(input.span()));
        }
        is_true
    } else if input.take_group(Delimiter::Parenthesis).is_some() {
        return Err(wrong(name.span()));
    } else {
        true
    };
    Ok(Switch {
        on,
        span: name.span(),
    })
}

pub(super) fn interpreters(input: &mut Cursor) -> Result<Interpreters> {
    let (text, span) = string(input)?;
    match text.as_str() {
        "main" => Ok(Interpreters::Main),
        "shared_gil" => Ok(Interpreters::SharedGil),
        "per_gil" => Ok(Interpreters::PerGil),
        _ => Err(errors::unknown_interpreters(span)),
    }
}

/// `(message = "...", category = path)`, of which the category may be missing.
pub(super) fn warning(input: &mut Cursor) -> Result<Warning> {
    let span = input.span();
    let list = input.expect_parentheses()?.stream();
    let (mut text, mut category) = (None, Category::User);
    each_option(list, &mut |name, input| {
        match name.to_string().as_str() {
            "message" => text = Some(string(input)?.0),
            "category" => category = Category::Path(path(input)?),
            unknown => {
                let known = "`message` and `category`";
                return Err(errors::unknown_option(name.span(), unknown, known));
            }
        }
        Ok(())
    })?;
    let text = text.ok_or_else(|| errors::warning_without_message(span))?;
    Ok(Warning { text, category })
}

/// `= (path, NAME: Type)`.
pub(super) fn additions(input: &mut Cursor) -> Result<Vec<Added>> {
    input.expect_char('=')?;
    let list = transparent(input.expect_parentheses()?.stream());
    let (parts, _) = split_at_commas(list, Grammar::Type);
    parts.into_iter().map(addition).collect()
}

fn addition(tokens: TokenStream) -> Result<Added> {
    let mut tokens = Cursor::new(tokens);
    let span = tokens.span();
    let wrong = |_| errors::expected_addition(span);
    let path = tokens.expect_path().map_err(wrong)?;
    let name = Cursor::new(path.clone()).expect_ident().map_err(wrong)?;
    let is_name = path.clone().into_iter().count() == 1;
    let item = if is_name && tokens.take_char(':').is_some() {
        let value = match tokens.take_string() {
            Some((hint, span)) => AddedValue::Hint(written_hint(&hint, span)?),
            None => AddedValue::Type(RustType::new(tokens.take_rest())),
        };
        AddedItem::Value(python_text(&name), value)
    } else {
        AddedItem::Export(path)
    };
    match tokens.is_empty() {
        true => Ok(Added {
            item,
            cfgs: Vec::new(),
        }),
        false => Err(errors::expected_addition(span)),
    }
}

/// `= (parameter = converter, ...)`; what is no function is the compiler's to refuse.
pub(super) fn assignments(input: &mut Cursor) -> Result<Vec<(Ident, TokenStream)>> {
    input.expect_char('=')?;
    let list = transparent(input.expect_parentheses()?.stream());
    let assignment = |tokens| {
        let mut tokens = Cursor::new(tokens);
        let parameter = tokens.expect_ident()?;
        Ok((parameter, function(&mut tokens)?))
    };
    let (assignments, _) = split_at_commas(list, Grammar::Type);
    assignments.into_iter().map(assignment).collect()
}
