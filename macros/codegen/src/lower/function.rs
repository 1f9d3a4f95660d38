//! A function: which argument comes from where, and what Python sees.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote};

use super::{cfgs, lints, python_name};
use crate::errors::{self, Errors};
use crate::ir::{
    Argument, Constant, Default, Docstring, Function, Kind, Parameter, PythonName, RustType,
    Signature, Source, TextSignature,
};
use crate::options::{FunctionOptions, Switch};
use crate::overload;
use crate::parse::{self, Pattern, python_text};
use crate::python_signature::{self, Entry};

/// What a function gets from the module around it.
pub(super) struct Surroundings {
    /// Where the runtime crate is.
    pub(super) runtime: TokenStream,
    /// The module's `detach`.
    pub(super) detach: Option<Switch>,
}

pub(super) fn lower(
    written: parse::Function,
    around: &Surroundings,
    errors: &mut Errors,
) -> Function {
    let options = &written.options;
    refuse_form(&written, errors);
    if let Some((_, span)) = options.adds {
        errors.push(errors::adds_without_init(span));
    }
    let mut arguments = lower_arguments(&written, errors);
    let (given, returns) = match &options.signature {
        Some((parameters, returns)) => (Some(parameters), returns.as_ref()),
        None => (None, None),
    };
    let given = given.and_then(|tokens| errors.take(python_signature::parse(tokens.clone())));
    let returns_hint =
        returns.and_then(|(text, span)| errors.take(python_signature::written_hint(text, *span)));
    let entries = given.unwrap_or_else(|| entries_of(&arguments));
    let mut signature = lower_signature(entries, &arguments, errors);
    for (index, parameter) in signature.parameters.iter().enumerate() {
        arguments[parameter.argument].source = Source::Parameter(index);
    }
    lower_converters(&written, &mut signature, errors);
    let overloads = overload::lower(&options.overloads, &signature, errors);
    let detach = options.detach.or(around.detach);
    Function {
        name: python_name(options.name.clone(), &written.ident),
        cfgs: cfgs(&written.attributes),
        lints: lints(&written.attributes),
        doc: Docstring::of(&written.attributes),
        text_signature: match &options.text_signature {
            Some((TextSignature::Given(text), _)) => TextSignature::Given(text.clone()),
            Some((TextSignature::None, _)) => TextSignature::None,
            _ => TextSignature::Derived,
        },
        detach: detach.filter(|switch| switch.on).map(|switch| switch.span),
        warnings: options.warnings.clone(),
        runtime: options.runtime.as_ref().unwrap_or(&around.runtime).clone(),
        item: written.item,
        ident: written.ident,
        visibility: written.visibility,
        arguments,
        signature,
        returns_hint,
        overloads,
        returns: written.returns.unwrap_or_else(|| RustType::new(quote!(()))),
    }
}

/// Refuses what cannot be exported whatever its options: these are told by the item's form alone.
fn refuse_form(written: &parse::Function, errors: &mut Errors) {
    if let Some(span) = written.unsafety {
        errors.push(errors::unsafe_function(span));
    }
    if let Some(span) = written.asyncness {
        errors.push(errors::async_function(span));
    }
    if let Some(span) = written.generic {
        errors.push(errors::generic_function(span));
    }
    for parameter in &written.parameters {
        if let Some(span) = parameter.cfg {
            errors.push(errors::cfg_on_parameter(span));
        }
        match parameter.pattern {
            Pattern::Receiver(span) => errors.push(errors::method(span)),
            Pattern::Destructured(span) => errors.push(errors::destructured_parameter(span)),
            Pattern::Name(_) | Pattern::Underscore(_) => {}
        }
    }
    match &written.options.text_signature {
        Some((TextSignature::Given(text), span))
            if !(text.starts_with('(') && text.ends_with(')')) =>
        {
            errors.push(errors::text_signature_without_parentheses(*span));
        }
        _ => {}
    }
}

fn lower_arguments(written: &parse::Function, errors: &mut Errors) -> Vec<Argument> {
    let module = module_parameter(&written.parameters, &written.options, errors);
    let lower = |(index, parameter): (usize, &parse::Parameter)| {
        let (ident, local) = match &parameter.pattern {
            Pattern::Name(ident) => (ident.clone(), local(ident)),
            Pattern::Underscore(span) => (Ident::new("_", *span), format_ident!("_{}", index)),
            // Refused already.
            Pattern::Receiver(_) | Pattern::Destructured(_) => return None,
        };
        let source = match parameter.ty.is_python_token() {
            true => Source::Token,
            false if module == Some(index) => Source::Module,
            // Which one is known when the signature is.
            false => Source::Parameter(index),
        };
        Some(Argument {
            ident,
            local,
            ty: parameter.ty.clone(),
            source,
        })
    };
    written
        .parameters
        .iter()
        .enumerate()
        .filter_map(lower)
        .collect()
}

/// The variable of the generated code for a parameter: of its name, and invisible to the expressions of defaults.
fn local(parameter: &Ident) -> Ident {
    // `gen` is no keyword to a caller of an older edition, and one where the variable is.
    let mut local = if parameter == "gen" {
        Ident::new_raw("gen", parameter.span())
    } else {
        parameter.clone()
    };
    local.set_span(Span::mixed_site().located_at(parameter.span()));
    local
}

/// Which parameter `pass_module` fills in: the one that is a `PyModule`, else the first that is not the token.
fn module_parameter(
    parameters: &[parse::Parameter],
    options: &FunctionOptions,
    errors: &mut Errors,
) -> Option<usize> {
    let switch = options.pass_module.filter(|switch| switch.on)?;
    let mut modules = (0..parameters.len()).filter(|&index| parameters[index].ty.is_module());
    let first = modules.next().or_else(|| {
        parameters
            .iter()
            .position(|parameter| !parameter.ty.is_python_token())
    });
    match (first, modules.next()) {
        (None, _) => errors.push(errors::pass_module_without_parameter(switch.span)),
        (Some(_), Some(second)) => errors.push(errors::two_modules(parameters[second].ty.span())),
        (Some(_), None) => {}
    }
    first
}

/// The signature that the Rust parameters are, where none is written.
fn entries_of(arguments: &[Argument]) -> Vec<Entry> {
    let filled = |argument: &Argument| !matches!(argument.source, Source::Parameter(_));
    // `_` has no name, so it and what stands before it can only be given by position.
    let last_underscore = arguments.iter().rposition(|argument| argument.ident == "_");
    arguments
        .iter()
        .enumerate()
        .filter(|(_, argument)| !filled(argument))
        .map(|(index, argument)| Entry {
            ident: argument.ident.clone(),
            kind: match last_underscore {
                Some(last) if index <= last => Kind::PositionalOnly,
                _ => Kind::Positional,
            },
            hint: None,
            default: None,
        })
        .collect()
}

fn lower_signature(entries: Vec<Entry>, arguments: &[Argument], errors: &mut Errors) -> Signature {
    let mut signature = Signature::default();
    let mut taken = Vec::new();
    let mut is_misspelt = false;
    for entry in entries {
        let Some(argument) = argument_named(&entry, arguments, &taken, errors) else {
            is_misspelt = true;
            continue;
        };
        taken.push(argument);
        // Python has no two parameters of one name, so a second `_` is told by its place.
        let mut text = python_text(&entry.ident);
        if text == "_"
            && signature
                .parameters
                .iter()
                .any(|parameter| parameter.name.text == "_")
        {
            text = format!("_{argument}");
        }
        signature.parameters.push(Parameter {
            name: PythonName {
                text,
                span: entry.ident.span(),
            },
            kind: entry.kind,
            default: entry.default.map(|expression| Default {
                shown: Constant::of(&expression),
                expression,
            }),
            argument,
            converter: None,
            hint: entry.hint,
        });
    }
    for (index, argument) in arguments.iter().enumerate() {
        // A parameter under a wrong name is one mistake, not two.
        if !is_misspelt
            && matches!(argument.source, Source::Parameter(_))
            && !taken.contains(&index)
        {
            errors.push(errors::missing_parameter(
                argument.ident.span(),
                &python_text(&argument.ident),
            ));
        }
    }
    signature
}

/// Which argument a signature's entry names; `_` names the next one that is `_` in Rust.
fn argument_named(
    entry: &Entry,
    arguments: &[Argument],
    taken: &[usize],
    errors: &mut Errors,
) -> Option<usize> {
    let (name, span) = (python_text(&entry.ident), entry.ident.span());
    let mut named = (0..arguments.len())
        .filter(|&index| python_text(&arguments[index].ident) == name)
        .peekable();
    match named.peek() {
        None => errors.push(errors::unknown_parameter(span, &name)),
        Some(&index) if !matches!(arguments[index].source, Source::Parameter(_)) => {
            errors.push(errors::token_in_signature(span, &name));
        }
        Some(_) => match named.find(|index| !taken.contains(index)) {
            Some(index) => return Some(index),
            None => errors.push(errors::parameter_twice(span, &name)),
        },
    }
    None
}

/// What converts the parameters, as they say it themselves, or the function says it of them.
fn lower_converters(written: &parse::Function, signature: &mut Signature, errors: &mut Errors) {
    for (index, parameter) in written.parameters.iter().enumerate() {
        let Some((converter, span)) = &parameter.converter else {
            continue;
        };
        let name = match &parameter.pattern {
            Pattern::Name(ident) => python_text(ident),
            _ => "_".to_owned(),
        };
        let mut parameters = signature.parameters.iter_mut();
        let found = parameters.find(|parameter| parameter.argument == index);
        lower_converter((&name, *span), converter, found, errors);
    }
    for (ident, converter) in &written.options.from_py_with {
        let name = python_text(ident);
        let mut parameters = signature.parameters.iter_mut();
        let found = parameters.find(|parameter| parameter.name.text == name);
        lower_converter((&name, ident.span()), converter, found, errors);
    }
}

fn lower_converter(
    (name, span): (&str, Span),
    converter: &TokenStream,
    parameter: Option<&mut Parameter>,
    errors: &mut Errors,
) {
    match parameter {
        None => errors.push(errors::unknown_converted_parameter(span, name)),
        Some(parameter) if parameter.is_variadic() => {
            errors.push(errors::converter_on_variadic(span));
        }
        Some(parameter) if parameter.converter.is_some() => {
            errors.push(errors::option_twice(span, "from_py_with"));
        }
        Some(parameter) => parameter.converter = Some(converter.clone()),
    }
}
