//! The options of a function, and the one of a parameter.

use proc_macro2::{Ident, Span, TokenStream};

use super::values::{
    additions, assignments, function, path, python_name, signature, string, switch, text_signature,
    warning,
};
use super::{Switch, each_option};
use crate::errors::{self, Errors, Result};
use crate::ir::{Added, Category, PythonName, TextSignature, Warning};

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
        converter = Some((function(input)?, name.span()));
        Ok(())
    })?;
    Ok(converter)
}
