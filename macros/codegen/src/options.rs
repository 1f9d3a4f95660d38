//! What stands in the parentheses of `#[mybind(...)]`.

use proc_macro2::{Delimiter, Ident, Span, TokenStream};

use crate::commas::{Grammar, split_at_commas};
use crate::cursor::{Cursor, transparent};
use crate::errors::{self, Error, Errors, Result};
use crate::ir::{
    Added, AddedItem, AddedValue, Category, Interpreters, PythonName, RustType, TextSignature,
    Warning,
};
use crate::parse::python_text;
use crate::python_signature::written_hint;

/// Options of a function.
#[derive(Default)]
pub struct FunctionOptions {
    /// `name = "..."`.
    pub name: Option<PythonName>,
    /// `signature = (...) -> "..."`: the content of the parentheses, and the text.
    pub signature: Option<(TokenStream, Option<(String, Span)>)>,
    /// `overload = "..."`, any number of times.
    pub overloads: Vec<(String, Span)>,
    /// `text_signature = "..."` or `None`, and its place.
    pub text_signature: Option<(TextSignature, Span)>,
    /// `detach`, or `detach = false`.
    pub detach: Option<Switch>,
    /// `deprecated = "..."` and `warn(message = "...", category = path)`.
    pub warnings: Vec<Warning>,
    /// `from_py_with = (parameter = path, ...)`.
    pub from_py_with: Vec<(Ident, TokenStream)>,
    /// `pass_module`.
    pub pass_module: Option<Switch>,
    /// `crate = path`.
    pub runtime: Option<TokenStream>,
    /// `init`: the function fills the module around it.
    pub init: Option<Span>,
    /// `adds = (...)`: what it adds to the module.
    pub adds: Option<(Vec<Added>, Span)>,
}

/// Options of a module.
#[derive(Default)]
pub struct ModuleOptions {
    /// `name = "..."`.
    pub name: Option<PythonName>,
    /// `detach`: the default of the functions inside.
    pub detach: Option<Switch>,
    /// `gil_used`.
    pub gil_used: bool,
    /// `interpreters = "..."`.
    pub interpreters: Option<Interpreters>,
    /// `submodule`.
    pub submodule: Option<Switch>,
    /// `crate = path`.
    pub runtime: Option<TokenStream>,
    /// `adds = (...)`, where the module is written as a function.
    pub adds: Option<(Vec<Added>, Span)>,
}

/// `option`, `option = true` or `option = false`.
#[derive(Debug, Clone, Copy)]
pub struct Switch {
    /// Whether it is on.
    pub on: bool,
    /// Where it says so.
    pub span: Span,
}

impl FunctionOptions {
    /// Reads what is an option; an option that is unknown, there twice, or has the wrong kind of value is a mistake.
    pub fn parse(tokens: TokenStream, errors: &mut Errors) -> Self {
        let mut options = FunctionOptions::default();
        let result = each_option(tokens, &mut |name, input| {
            match name.to_string().as_str() {
                "name" => options.name = Some(python_name(input)?),
                "signature" => options.signature = Some(signature(input)?),
                "overload" => options.overloads.push(string(input)?),
                "text_signature" => options.text_signature = Some(text_signature(input)?),
                "detach" => options.detach = Some(switch(name, input)?),
                "deprecated" => options.warnings.push(Warning {
                    text: string(input)?.0,
                    category: Category::Deprecation,
                }),
                "warn" => options.warnings.push(warning(input)?),
                "from_py_with" => options.from_py_with = assignments(input)?,
                "pass_module" => options.pass_module = Some(switch(name, input)?),
                "crate" => options.runtime = Some(path(input)?),
                "init" => options.init = switch(name, input)?.on.then(|| name.span()),
                "adds" => options.adds = Some((additions(input)?, name.span())),
                "functions" => return Err(errors::functions_elsewhere(name.span())),
                unknown => {
                    return Err(errors::unknown_option(
                        name.span(),
                        unknown,
                        FUNCTION_OPTIONS,
                    ));
                }
            }
            Ok(())
        });
        errors.take(result);
        options
    }

    /// Whether there is anything beside `init` and what goes with it.
    pub fn is_more_than_init(&self) -> bool {
        self.name.is_some()
            || self.signature.is_some()
            || !self.overloads.is_empty()
            || self.text_signature.is_some()
            || self.detach.is_some()
            || !self.warnings.is_empty()
            || !self.from_py_with.is_empty()
            || self.pass_module.is_some()
    }
}

const FUNCTION_OPTIONS: &str = "`name`, `signature`, `overload`, `text_signature`, `detach`, `deprecated`, `warn`, `from_py_with`, `pass_module`, `crate`, `module` and, in a module, `init` and `adds`";
const MODULE_OPTIONS: &str =
    "`name`, `detach`, `gil_used`, `interpreters`, `submodule` and `crate`";
const FUNCTION_MODULE_OPTIONS: &str =
    "`module`, `name`, `gil_used`, `interpreters`, `submodule`, `adds` and `crate`";

impl ModuleOptions {
    /// Whether a function with these options is a module: whether `module` is one of them.
    pub fn are_of_function(tokens: &TokenStream) -> bool {
        let (options, _) = split_at_commas(tokens.clone(), Grammar::Expression);
        let mut options = options.into_iter();
        options.any(|option| Cursor::new(option).is_at_word("module"))
    }

    /// Reads what is an option of a `mod`, or of a function that is a module; an option that is unknown, there twice, or has
    /// the wrong kind of value is a mistake.
    pub fn parse(tokens: TokenStream, is_function: bool, errors: &mut Errors) -> Self {
        let mut options = ModuleOptions::default();
        let known = if is_function {
            FUNCTION_MODULE_OPTIONS
        } else {
            MODULE_OPTIONS
        };
        let result = each_option(tokens, &mut |name, input| {
            match name.to_string().as_str() {
                "module" if is_function => drop(switch(name, input)?),
                "adds" if is_function => options.adds = Some((additions(input)?, name.span())),
                "detach" if is_function => {
                    return Err(errors::unknown_option(name.span(), "detach", known));
                }
                "name" => options.name = Some(python_name(input)?),
                "detach" => options.detach = Some(switch(name, input)?),
                "gil_used" => options.gil_used = switch(name, input)?.on,
                "interpreters" => options.interpreters = Some(interpreters(input)?),
                "submodule" => options.submodule = Some(switch(name, input)?),
                "crate" => options.runtime = Some(path(input)?),
                "functions" => return Err(errors::functions_elsewhere(name.span())),
                unknown => {
                    return Err(errors::unknown_option(name.span(), unknown, known));
                }
            }
            Ok(())
        });
        errors.take(result);
        options
    }
}

/// The one option of a parameter, `from_py_with = function`: `None` where it is missing. What is no function is the compiler's to refuse.
///
/// # Errors
/// Any other option.
pub fn parse_parameter(tokens: TokenStream) -> Result<Option<(TokenStream, Span)>> {
    let mut converter = None;
    each_option(tokens, &mut |name, input| {
        if name != "from_py_with" {
            return Err(errors::unknown_option(
                name.span(),
                &name.to_string(),
                "`from_py_with = function`",
            ));
        }
        converter = Some((assigned(input, Grammar::Type, "a function")?, name.span()));
        Ok(())
    })?;
    Ok(converter)
}

/// The one option of a constant: `name`.
///
/// # Errors
/// Any other option.
pub fn parse_constant(tokens: TokenStream) -> Result<Option<PythonName>> {
    let mut python = None;
    each_option(tokens, &mut |name, input| {
        if name != "name" {
            return Err(errors::unknown_option(
                name.span(),
                &name.to_string(),
                "`name`",
            ));
        }
        python = Some(python_name(input)?);
        Ok(())
    })?;
    Ok(python)
}

/// The one option of a `use`: `submodule`.
///
/// # Errors
/// Any other option.
pub fn parse_use(tokens: TokenStream) -> Result<bool> {
    let mut submodule = false;
    each_option(tokens, &mut |name, input| {
        match name.to_string().as_str() {
            "submodule" => submodule = switch(name, input)?.on,
            known @ ("name" | "signature" | "text_signature" | "detach" | "deprecated" | "warn"
            | "crate") => {
                return Err(errors::option_on_import(name.span(), known));
            }
            unknown => return Err(errors::unknown_option(name.span(), unknown, "`submodule`")),
        }
        Ok(())
    })?;
    Ok(submodule)
}

/// The one option of a macro invocation, `functions = (a, b)`: `None` where it is missing.
///
/// # Errors
/// Any other option.
pub fn parse_macro(tokens: TokenStream) -> Result<Option<Vec<Ident>>> {
    let mut functions = None;
    each_option(tokens, &mut |name, input| {
        if name != "functions" {
            return Err(errors::unknown_option(
                name.span(),
                &name.to_string(),
                "`functions = (a, b)`",
            ));
        }
        input.expect_char('=')?;
        let list = transparent(input.expect_parentheses()?.stream());
        let (names, _) = split_at_commas(list, Grammar::Expression);
        functions = Some(names.into_iter().map(only_name).collect::<Result<_>>()?);
        Ok(())
    })?;
    Ok(functions)
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
    // One function can be called in several ways.
    if seen.contains(&text) && text != "overload" {
        return Err(errors::option_twice(name.span(), &text));
    }
    seen.push(text);
    read(&name, input)?;
    match input.is_empty() || input.is_at(',') {
        true => Ok(()),
        false => Err(input.expected("`,`")),
    }
}

/// `= "text"`.
pub(crate) fn string(input: &mut Cursor) -> Result<(String, Span)> {
    input.expect_char('=')?;
    input.expect_string()
}

fn python_name(input: &mut Cursor) -> Result<PythonName> {
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

/// `= path::to::something`.
fn path(input: &mut Cursor) -> Result<TokenStream> {
    input.expect_char('=')?;
    input.expect_path()
}

/// The one name that `tokens` are.
fn only_name(tokens: TokenStream) -> Result<Ident> {
    let mut tokens = Cursor::new(tokens);
    let name = tokens.expect_ident()?;
    match tokens.is_empty() {
        true => Ok(name),
        false => Err(tokens.expected("`,`")),
    }
}

/// `= (...)`, and `-> "type"` or nothing.
fn signature(input: &mut Cursor) -> Result<(TokenStream, Option<(String, Span)>)> {
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

fn text_signature(input: &mut Cursor) -> Result<(TextSignature, Span)> {
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

fn switch(name: &Ident, input: &mut Cursor) -> Result<Switch> {
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

fn interpreters(input: &mut Cursor) -> Result<Interpreters> {
    let (text, span) = string(input)?;
    match text.as_str() {
        "main" => Ok(Interpreters::Main),
        "shared_gil" => Ok(Interpreters::SharedGil),
        "per_gil" => Ok(Interpreters::PerGil),
        _ => Err(errors::unknown_interpreters(span)),
    }
}

/// `(message = "...", category = path)`, of which the category may be missing.
fn warning(input: &mut Cursor) -> Result<Warning> {
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
fn additions(input: &mut Cursor) -> Result<Vec<Added>> {
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
fn assignments(input: &mut Cursor) -> Result<Vec<(Ident, TokenStream)>> {
    input.expect_char('=')?;
    let list = transparent(input.expect_parentheses()?.stream());
    let assignment = |tokens| {
        let mut tokens = Cursor::new(tokens);
        let parameter = tokens.expect_ident()?;
        tokens.expect_char('=')?;
        match tokens.is_empty() {
            true => Err(tokens.expected("a function")),
            false => Ok((parameter, tokens.take_rest())),
        }
    };
    let (assignments, _) = split_at_commas(list, Grammar::Type);
    assignments.into_iter().map(assignment).collect()
}
