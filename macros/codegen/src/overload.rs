//! `overload = "(x: int) -> int"`: one way to call a function, in Python's words.

use proc_macro2::Span;

use crate::constant::Constant;
use crate::errors::{self, Errors};
use crate::hint::{self, TypeHint, WrittenParameter};
use crate::ir::{Kind, Parameter, Signature};

/// One way to call a function.
#[derive(Debug)]
pub struct Overload {
    /// Its parameters.
    pub parameters: Vec<OverloadParameter>,
    /// What it returns, where that is not what the function does.
    pub returns: Option<TypeHint>,
}

/// A parameter of an overload.
#[derive(Debug)]
pub struct OverloadParameter {
    /// Its name.
    pub name: String,
    /// How it can be given.
    pub kind: Kind,
    /// Its type, where that is not the one of the function's parameter.
    pub hint: Option<TypeHint>,
    /// Its default, if any.
    pub default: Option<Constant>,
    /// Which parameter of the function it is.
    pub parameter: usize,
}

/// Reads the overloads of a function that has this signature, and checks that such calls are calls of it.
pub(crate) fn lower(
    written: &[(String, Span)],
    signature: &Signature,
    errors: &mut Errors,
) -> Vec<Overload> {
    if let [(_, span)] = written {
        errors.push(errors::single_overload(*span));
    }
    let mut overloads = Vec::new();
    for (text, span) in written {
        match hint::parse_signature(text) {
            Err(mistake) => errors.push(errors::unreadable_overload(*span, text, &mistake)),
            Ok((parameters, returns)) => {
                let parameters = lower_parameters(parameters, signature, *span, errors);
                overloads.push(Overload {
                    parameters,
                    returns,
                });
            }
        }
    }
    overloads
}

fn lower_parameters(
    written: Vec<WrittenParameter>,
    signature: &Signature,
    span: Span,
    errors: &mut Errors,
) -> Vec<OverloadParameter> {
    let mut parameters: Vec<OverloadParameter> = Vec::new();
    let count = errors.count();
    for (place, written) in written.into_iter().enumerate() {
        let name = &written.name;
        if parameters.iter().any(|other| other.name == *name) {
            errors.push(errors::parameter_twice(span, name));
            continue;
        }
        let Some(parameter) = counterpart(&written, place, signature, span, errors) else {
            continue;
        };
        parameters.push(OverloadParameter {
            name: written.name,
            kind: written.kind,
            hint: written.hint,
            default: written.default,
            parameter,
        });
    }
    // One that is misspelt is not missing as well.
    if errors.count() == count {
        for (index, parameter) in signature.parameters.iter().enumerate() {
            let is_needed = parameter.default.is_none() && !parameter.is_variadic();
            if is_needed && !parameters.iter().any(|other| other.parameter == index) {
                errors.push(errors::missing_in_overload(span, &parameter.name.text));
            }
        }
    }
    parameters
}

/// Which parameter of the function takes an overload's parameter, the one at `place`.
fn counterpart(
    written: &WrittenParameter,
    place: usize,
    signature: &Signature,
    span: Span,
    errors: &mut Errors,
) -> Option<usize> {
    let parameters = &signature.parameters;
    let same = parameters
        .iter()
        .position(|parameter| parameter.name.text == written.name);
    // What has a name of its own is one of `*args` or `**kwargs`.
    let variadic = match written.kind {
        Kind::PositionalOnly | Kind::Varargs => Kind::Varargs,
        Kind::KeywordOnly | Kind::Kwargs => Kind::Kwargs,
        Kind::Positional => written.kind,
    };
    let others = parameters
        .iter()
        .position(|parameter| parameter.is_variadic() && parameter.kind == variadic);
    let Some(index) = same.or(others) else {
        errors.push(errors::unknown_in_overload(span, &written.name));
        return None;
    };
    let parameter = &parameters[index];
    if !can_be_given_so(parameter, index, written.kind, place) {
        errors.push(errors::other_kind_in_overload(span, &written.name));
        return None;
    }
    if written.default.is_some() && parameter.default.is_none() && !parameter.is_variadic() {
        errors.push(errors::default_in_overload(span, &written.name));
        return None;
    }
    Some(index)
}

/// Whether the parameter can be given as the overload says, at that place.
fn can_be_given_so(parameter: &Parameter, index: usize, kind: Kind, place: usize) -> bool {
    match (parameter.kind, kind) {
        (Kind::PositionalOnly, Kind::PositionalOnly)
        | (Kind::Positional, Kind::PositionalOnly | Kind::Positional) => index == place,
        (Kind::Positional | Kind::KeywordOnly, Kind::KeywordOnly) => true,
        (Kind::Varargs, Kind::PositionalOnly) => place >= index,
        (Kind::Varargs, Kind::Varargs) | (Kind::Kwargs, Kind::KeywordOnly | Kind::Kwargs) => true,
        _ => false,
    }
}
