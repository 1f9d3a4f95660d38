//! The options of a module, and those of a module's members that are no functions: a constant, a `use`, a macro invocation.

use proc_macro2::{Ident, Span, TokenStream};

use super::values::{additions, interpreters, only_name, path, python_name, switch};
use super::{Switch, each_option};
use crate::commas::{Grammar, split_at_commas};
use crate::cursor::{Cursor, transparent};
use crate::errors::{self, Errors, Result};
use crate::ir::{Added, Interpreters, PythonName};

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
