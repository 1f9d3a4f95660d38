//! The rules that an item must keep, one function each, with an item that breaks the rule as its comment.
//!
//! What rustc says better is left to rustc: a type without a conversion, a `use` of something that is not exported, a
//! parameter that is there twice.

use crate::errors::{self, Errors};
use crate::ir::{Exported, Function, Kind, Member, Module, PythonName, Source, TextSignature};
use crate::library;
use crate::python_names::{is_identifier, is_keyword};

/// A rule that an item must keep.
pub struct Rule<T> {
    /// What it is about.
    pub name: &'static str,
    /// An item that breaks it.
    pub broken_by: &'static str,
    check: fn(&T, &mut Errors),
}

macro_rules! rules {
    ($($check:ident: $name:literal, broken by $broken_by:literal;)*) => {
        &[$(Rule { name: $name, broken_by: $broken_by, check: $check }),*]
    };
}

/// The rules for each function.
pub const FUNCTION_RULES: &[Rule<Function>] = rules! {
    check_function_name: "function_name", broken by "fn lambda() {}";
    check_parameter_names: "parameter_names", broken by "fn f(lambda: i32) {}";
    check_defaults_are_last: "defaults_are_last", broken by "#[mybind(signature = (a = 1, b))] fn f(a: i32, b: i32) {}";
    check_underscores_are_positional_only: "underscores", broken by "#[mybind(signature = (_))] fn f(_: i32) {}";
    check_types: "types", broken by "fn f(x: &'static str) {}";
    check_detached_function_has_no_token: "detached", broken by "#[mybind(detach)] fn f(py: Python<'_>) {}";
    check_texts_have_no_nul: "texts", broken by "#[doc = \"a\\0b\"] fn f() {}";
};

/// The rules for functions outside of a `#[mybind] mod`, besides [`FUNCTION_RULES`].
pub const OUTSIDE_RULES: &[Rule<Function>] = rules! {
    check_marker_hides_no_primitive: "primitives", broken by "fn u8() {}";
};

/// The rules for each module.
pub const MODULE_RULES: &[Rule<Module>] = rules! {
    check_module_name: "module_name", broken by "mod größe {}";
    check_member_names: "member_names", broken by "mod m { #[mybind] fn f() {} #[mybind(name = \"f\")] fn g() {} }";
};

/// Adds a message for each rule that is broken.
pub(crate) fn check(exported: &Exported, errors: &mut Errors) {
    match exported {
        Exported::Function(function) => {
            check_is_no_module(function, errors);
            keep(OUTSIDE_RULES, function, errors);
            keep(FUNCTION_RULES, function, errors);
        }
        Exported::Module(module) => {
            check_library_name(module, errors);
            check_module(module, errors);
        }
    }
}

fn keep<T>(rules: &[Rule<T>], item: &T, errors: &mut Errors) {
    for rule in rules {
        (rule.check)(item, errors);
    }
}

fn check_module(module: &Module, errors: &mut Errors) {
    keep(MODULE_RULES, module, errors);
    for member in &module.members {
        match member {
            Member::Function(function) => keep(FUNCTION_RULES, function, errors),
            Member::Module(inner) => check_module(inner, errors),
            Member::Constant(constant) => check_name(&constant.name, errors),
            Member::Imported(_) | Member::ImportedModule(_) => {}
        }
    }
}

/// `#[mybind] fn u8() {}` would write `enum u8 {}` beside it.
fn check_marker_hides_no_primitive(function: &Function, errors: &mut Errors) {
    const PRIMITIVES: [&str; 17] = [
        "bool", "char", "f32", "f64", "i8", "i16", "i32", "i64", "i128", "isize", "str", "u8",
        "u16", "u32", "u64", "u128", "usize",
    ];
    if PRIMITIVES.iter().any(|name| function.ident == name) {
        errors.push(errors::primitive_name(
            function.ident.span(),
            &function.ident.to_string(),
        ));
    }
}

/// `#[mybind] fn lambda() {}` and `#[mybind(name = "a b")] fn f() {}`.
fn check_function_name(function: &Function, errors: &mut Errors) {
    let is_own = function.name.text == crate::parse::python_text(&function.ident);
    if is_own && is_keyword(&function.name.text) {
        errors.push(errors::keyword_function(
            function.name.span,
            &function.name.text,
        ));
    } else {
        check_name(&function.name, errors);
    }
    check_length(&function.name, errors);
}

fn check_name(name: &PythonName, errors: &mut Errors) {
    if is_keyword(&name.text) {
        errors.push(errors::keyword_name(name.span, &name.text));
    } else if !is_identifier(&name.text) {
        errors.push(errors::not_an_identifier(name.span, &name.text));
    }
}

/// `fn f(lambda: i32)`.
fn check_parameter_names(function: &Function, errors: &mut Errors) {
    for parameter in &function.signature.parameters {
        if is_keyword(&parameter.name.text) {
            errors.push(errors::keyword_parameter(
                parameter.name.span,
                &parameter.name.text,
            ));
        }
        check_length(&parameter.name, errors);
    }
}

/// The runtime has a name's length in one byte.
fn check_length(name: &PythonName, errors: &mut Errors) {
    if name.text.len() > u8::MAX.into() {
        errors.push(errors::long_name(name.span));
    }
}

/// `signature = (a = 1, b)`.
fn check_defaults_are_last(function: &Function, errors: &mut Errors) {
    let mut seen = false;
    for parameter in function
        .signature
        .parameters
        .iter()
        .filter(|parameter| parameter.kind <= Kind::Positional)
    {
        if seen && parameter.default.is_none() {
            errors.push(errors::missing_default(
                parameter.name.span,
                &parameter.name.text,
            ));
        }
        seen |= parameter.default.is_some();
    }
}

/// `signature = (a, _)`.
fn check_underscores_are_positional_only(function: &Function, errors: &mut Errors) {
    for parameter in &function.signature.parameters {
        let is_underscore = function.arguments[parameter.argument].ident == "_";
        if is_underscore && parameter.kind != Kind::PositionalOnly {
            errors.push(errors::underscore_not_positional_only(parameter.name.span));
        }
    }
}

/// `fn f(x: impl Fn()) -> impl Display`, `fn f(x: &'static str)` and `fn f(x: Vec<&str>)`.
fn check_types(function: &Function, errors: &mut Errors) {
    for argument in &function.arguments {
        if let Some(span) = argument.ty.impl_trait() {
            errors.push(errors::impl_trait(span, "a parameter"));
        }
        if let Some(span) = argument.ty.static_lifetime() {
            errors.push(errors::static_parameter(span));
        }
        if let Some(name) = argument.ty.bare_handle() {
            errors.push(errors::bare_handle(
                argument.ty.place().0,
                &name.to_string(),
            ));
        }
        if let (Source::Parameter(index), Some(span)) =
            (argument.source, argument.ty.borrowed_item())
        {
            let is_converted = function
                .signature
                .parameters
                .get(index)
                .is_some_and(|parameter| parameter.converter.is_some());
            if !is_converted {
                errors.push(errors::borrowed_item(span));
            }
        }
    }
    if let Some(span) = function.returns.impl_trait() {
        errors.push(errors::impl_trait(span, "the result"));
    }
}

/// `#[mybind(detach)] fn f(py: Python<'_>)`.
fn check_detached_function_has_no_token(function: &Function, errors: &mut Errors) {
    if function.detach.is_none() {
        return;
    }
    for argument in &function.arguments {
        match argument.source {
            Source::Token => errors.push(errors::detach_with_token(argument.ty.span())),
            Source::Module => errors.push(errors::detach_with_module(argument.ty.span())),
            Source::Parameter(_) => {}
        }
    }
}

/// `/// a\0b`.
fn check_texts_have_no_nul(function: &Function, errors: &mut Errors) {
    if function.doc.text().is_some_and(|text| text.contains('\0')) {
        errors.push(errors::nul_in_doc(function.ident.span()));
    }
    let mut warnings = function.warnings.iter();
    if warnings.any(|warning| warning.text.contains('\0')) {
        errors.push(errors::nul_in_text(
            function.ident.span(),
            "the text of a warning",
        ));
    }
    if matches!(&function.text_signature, TextSignature::Given(text) if text.contains('\0')) {
        errors.push(errors::nul_in_text(
            function.ident.span(),
            "a text signature",
        ));
    }
}

/// `#[mybind] mod größe {}`.
fn check_module_name(module: &Module, errors: &mut Errors) {
    check_name(&module.name, errors);
    if module.is_root && !module.name.text.is_ascii() {
        errors.push(errors::non_ascii_module(
            module.name.span,
            &module.name.text,
        ));
    }
    if module.doc.text().is_some_and(|text| text.contains('\0')) {
        errors.push(errors::nul_in_doc(module.ident.span()));
    }
}

/// Two members of one name, or one with a name that every module has already.
fn check_member_names(module: &Module, errors: &mut Errors) {
    let mut seen: Vec<&str> = Vec::new();
    for member in &module.members {
        let Some(name) = member.known_name() else {
            continue;
        };
        if name.text == "PanicException" {
            errors.push(errors::name_of_panic_exception(name.span));
        }
        if name.text == "__all__" {
            errors.push(errors::name_of_all(name.span));
        }
        // Under `#[cfg]` there may be two of which one is built.
        if seen.contains(&name.text.as_str()) && member.cfgs().is_empty() {
            errors.push(errors::name_twice(name.span, &name.text));
        }
        if member.cfgs().is_empty() {
            seen.push(&name.text);
        }
    }
}

/// `#[mybind] fn the_library(m: &Bound<'_, PyModule>) -> PyResult<()>`, where `#[mybind(module)]` is meant: it would be a function that
/// nothing exports.
fn check_is_no_module(function: &Function, errors: &mut Errors) {
    let takes_module = function
        .arguments
        .iter()
        .any(|argument| argument.ty.is_module() && matches!(argument.source, Source::Parameter(_)));
    let is_library = |expected: library::ExpectedModule| expected.name == function.name.text;
    if takes_module && library::expected_module().is_some_and(is_library) {
        errors.push(errors::function_called_as_library(
            function.name.span,
            &function.name.text,
        ));
    }
}

/// A module that the importer will not find.
fn check_library_name(module: &Module, errors: &mut Errors) {
    if !module.is_root {
        return;
    }
    if let Some(expected) = library::expected_module() {
        if expected.name != module.name.text {
            errors.push(errors::wrong_library_name(
                module.name.span,
                &module.name.text,
                &expected.name,
                &expected.source,
            ));
        }
    }
}
