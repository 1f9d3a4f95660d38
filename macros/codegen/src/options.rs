//! What stands in the parentheses of `#[mybind(...)]`.

use proc_macro2::{Ident, Span, TokenStream};
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser};
use syn::punctuated::Punctuated;
use syn::{Error, LitBool, LitStr, Path, Result, Token, parenthesized, token};

use crate::errors::{self, Errors};
use crate::ir::{Interpreters, PythonName, TextSignature};

/// Options of a function.
#[derive(Default)]
pub struct FunctionOptions {
    /// `name = "..."`.
    pub name: Option<PythonName>,
    /// `signature = (...)`: the content of the parentheses.
    pub signature: Option<TokenStream>,
    /// `text_signature = "..."` or `None`, and its place.
    pub text_signature: Option<(TextSignature, Span)>,
    /// `detach`, or `detach = false`.
    pub detach: Option<Switch>,
    /// `deprecated = "..."`.
    pub deprecated: Option<String>,
    /// `from_py_with = (parameter = path, ...)`.
    pub from_py_with: Vec<(Ident, Path)>,
    /// `pass_module`.
    pub pass_module: Option<Switch>,
    /// `crate = path`.
    pub runtime: Option<Path>,
    /// `init`: the function fills the module around it.
    pub init: Option<Span>,
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
    pub runtime: Option<Path>,
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
                "text_signature" => options.text_signature = Some(text_signature(input)?),
                "detach" => options.detach = Some(switch(name, input)?),
                "deprecated" => options.deprecated = Some(value::<LitStr>(input)?.value()),
                "from_py_with" => options.from_py_with = assignments(input)?,
                "pass_module" => options.pass_module = Some(switch(name, input)?),
                "crate" => options.runtime = Some(value(input)?),
                "init" => options.init = switch(name, input)?.on.then(|| name.span()),
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

    /// Whether there is anything beside `init`.
    pub fn is_more_than_init(&self) -> bool {
        self.name.is_some()
            || self.signature.is_some()
            || self.text_signature.is_some()
            || self.detach.is_some()
            || self.deprecated.is_some()
            || !self.from_py_with.is_empty()
            || self.pass_module.is_some()
    }
}

const FUNCTION_OPTIONS: &str = "`name`, `signature`, `text_signature`, `detach`, `deprecated`, `from_py_with`, `pass_module`, `crate` and, in a module, `init`";
const MODULE_OPTIONS: &str =
    "`name`, `detach`, `gil_used`, `interpreters`, `submodule` and `crate`";

impl ModuleOptions {
    /// Reads what is an option; an option that is unknown, there twice, or has the wrong kind of value is a mistake.
    pub fn parse(tokens: TokenStream, errors: &mut Errors) -> Self {
        let mut options = ModuleOptions::default();
        let result = each_option(tokens, &mut |name, input| {
            match name.to_string().as_str() {
                "name" => options.name = Some(python_name(input)?),
                "detach" => options.detach = Some(switch(name, input)?),
                "gil_used" => options.gil_used = switch(name, input)?.on,
                "interpreters" => options.interpreters = Some(interpreters(input)?),
                "submodule" => options.submodule = Some(switch(name, input)?),
                "crate" => options.runtime = Some(value(input)?),
                "functions" => return Err(errors::functions_elsewhere(name.span())),
                unknown => {
                    return Err(errors::unknown_option(name.span(), unknown, MODULE_OPTIONS));
                }
            }
            Ok(())
        });
        errors.take(result);
        options
    }
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
            known @ ("name" | "signature" | "text_signature" | "detach" | "deprecated"
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
        input.parse::<Token![=]>()?;
        let content;
        parenthesized!(content in input);
        functions = Some(
            Punctuated::<Ident, Token![,]>::parse_terminated(&content)?
                .into_iter()
                .collect(),
        );
        Ok(())
    })?;
    Ok(functions)
}

/// Calls `read` for each option, with the input after the option's name.
fn each_option(
    tokens: TokenStream,
    read: &mut dyn FnMut(&Ident, ParseStream) -> Result<()>,
) -> Result<()> {
    let parser = |input: ParseStream| {
        let mut seen: Vec<String> = Vec::new();
        let mut mistakes: Option<Error> = None;
        while !input.is_empty() {
            let name = input.call(Ident::parse_any)?;
            let text = name.to_string();
            let result = match seen.contains(&text) {
                true => Err(errors::option_twice(name.span(), &text)),
                false => read(&name, input),
            };
            seen.push(text);
            if let Err(error) = result {
                match &mut mistakes {
                    Some(mistakes) => mistakes.combine(error),
                    None => mistakes = Some(error),
                }
                skip_to_comma(input)?;
            }
            if !input.is_empty() {
                input.parse::<Token![,]>()?;
            }
        }
        mistakes.map_or(Ok(()), Err)
    };
    parser.parse2(tokens)
}

fn skip_to_comma(input: ParseStream) -> Result<()> {
    while !input.is_empty() && !input.peek(Token![,]) {
        input.parse::<proc_macro2::TokenTree>()?;
    }
    Ok(())
}

fn value<T: syn::parse::Parse>(input: ParseStream) -> Result<T> {
    input.parse::<Token![=]>()?;
    input.parse()
}

fn python_name(input: ParseStream) -> Result<PythonName> {
    let text: LitStr = value(input)?;
    Ok(PythonName {
        text: text.value(),
        span: text.span(),
    })
}

fn signature(input: ParseStream) -> Result<TokenStream> {
    input.parse::<Token![=]>()?;
    let content;
    parenthesized!(content in input);
    content.parse()
}

fn text_signature(input: ParseStream) -> Result<(TextSignature, Span)> {
    input.parse::<Token![=]>()?;
    if input.peek(LitStr) {
        let text: LitStr = input.parse()?;
        return Ok((TextSignature::Given(text.value()), text.span()));
    }
    let none: Ident = input.parse()?;
    match none == "None" {
        true => Ok((TextSignature::None, none.span())),
        false => Err(errors::text_signature_without_parentheses(none.span())),
    }
}

fn switch(name: &Ident, input: ParseStream) -> Result<Switch> {
    let on = match input.peek(Token![=]) {
        false if input.peek(token::Paren) => {
            return Err(errors::expected_bool(name.span(), &name.to_string()));
        }
        false => true,
        true => {
            input.parse::<Token![=]>()?;
            let bool: LitBool = input
                .parse()
                .map_err(|error| errors::expected_bool(error.span(), &name.to_string()))?;
            bool.value
        }
    };
    Ok(Switch {
        on,
        span: name.span(),
    })
}

fn interpreters(input: ParseStream) -> Result<Interpreters> {
    let text: LitStr = value(input)?;
    match text.value().as_str() {
        "main" => Ok(Interpreters::Main),
        "shared_gil" => Ok(Interpreters::SharedGil),
        "per_gil" => Ok(Interpreters::PerGil),
        _ => Err(errors::unknown_interpreters(text.span())),
    }
}

fn assignments(input: ParseStream) -> Result<Vec<(Ident, Path)>> {
    input.parse::<Token![=]>()?;
    let content;
    parenthesized!(content in input);
    let one = |input: ParseStream| {
        let parameter = input.call(Ident::parse_any)?;
        Ok((parameter, value(input)?))
    };
    Ok(content
        .parse_terminated(one, Token![,])?
        .into_iter()
        .collect())
}
