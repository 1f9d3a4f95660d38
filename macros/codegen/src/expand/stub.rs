//! The records that the stub is made from: JSON in the format that `pyo3-introspection` reads, put together in
//! const evaluation, since only the compiler knows what a type is called in Python.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::constant;
use super::hint::hint;
use super::text::{Pieces, json_escaped, json_string, raw_string};
use crate::docstring::{Docstring, Part};
use crate::hint::TypeHint;
use crate::ir::{Constant, Function, Kind, Overload, Parameter};
use crate::overload::OverloadParameter;

/// Everything of a function's record but its name and the module that it is in. Of one with overloads it is the first one's; the
/// others have records of their own, by [`overloads`].
pub(super) fn function(function: &Function) -> TokenStream {
    let mut pieces = Pieces::default();
    match function.overloads.first() {
        None => {
            let parameters = function.signature.parameters.iter();
            let parameters = parameters.map(|parameter| Shown::of(function, parameter));
            push_signature(
                &parameters.collect::<Vec<_>>(),
                returns(function),
                &mut pieces,
            );
        }
        Some(first) => {
            push_overload(function, first, &mut pieces);
            let ids = (1..function.overloads.len()).map(|index| overload_id(function, index));
            pieces.push_piece(quote!(__runtime::Piece::Further(&[#(#ids),*])));
        }
    }
    push_doc(&function.doc, &mut pieces);
    pieces.into_slice()
}

/// The records of a function's overloads but the first, which each module lists that has the function.
///
/// The stub's reader sorts by name, and two of one name as it likes. Type checkers take the first that fits, so each has one space
/// more after its name.
pub(super) fn overloads(function: &Function) -> TokenStream {
    let records = function.overloads.iter().enumerate().skip(1);
    let records = records.map(|(index, overload)| {
        let name = format!("{}{}", function.name.text, " ".repeat(index));
        let mut pieces = Pieces::default();
        pieces.push_text(&format!(
            r#"{{"type":"function","name":{},"id":""#,
            json_string(&name)
        ));
        let id = overload_id(function, index);
        pieces.push_piece(quote!(__runtime::Piece::Escaped(#id)));
        pieces.push_text(r#"","#);
        push_overload(function, overload, &mut pieces);
        pieces.push_text("}");
        let number = index.to_string();
        record_in_place(&[&function.name.text, &number], &pieces.into_slice())
    });
    records.collect()
}

/// What tells an overload from every other function in the records.
fn overload_id(function: &Function, index: usize) -> TokenStream {
    let id = format!("::{}#{index}", function.name.text);
    quote!(::core::concat!(::core::module_path!(), #id))
}

fn push_overload(function: &Function, overload: &Overload, pieces: &mut Pieces) {
    let parameters = overload.parameters.iter();
    let parameters = parameters.map(|parameter| Shown::of_overload(function, parameter));
    let returns = match &overload.returns {
        Some(written) => written_annotation(written),
        None => returns(function),
    };
    push_signature(&parameters.collect::<Vec<_>>(), returns, pieces);
    pieces.push_text(
        r#","decorators":[{"type":"attribute","value":{"type":"name","id":"typing"},"attr":"overload"}]"#,
    );
}

/// A parameter as the stub shows it.
struct Shown<'a> {
    name: &'a str,
    kind: Kind,
    annotation: TokenStream,
    default: Option<&'a Constant>,
}

impl<'a> Shown<'a> {
    fn of(function: &Function, parameter: &'a Parameter) -> Self {
        Shown {
            name: &parameter.name.text,
            kind: parameter.kind,
            annotation: parameter_annotation(function, parameter),
            default: parameter.default.as_ref().map(|default| &default.shown),
        }
    }

    fn of_overload(function: &Function, parameter: &'a OverloadParameter) -> Self {
        let counterpart = &function.signature.parameters[parameter.parameter];
        Shown {
            name: &parameter.name,
            kind: parameter.kind,
            annotation: match &parameter.hint {
                Some(written) => written_annotation(written),
                None => parameter_annotation(function, counterpart),
            },
            default: parameter.default.as_ref(),
        }
    }
}

/// A piece with what the stub says is returned.
fn returns(function: &Function) -> TokenStream {
    match &function.returns_hint {
        Some(written) => written_annotation(written),
        None => {
            let ty = function.returns.without_lifetimes();
            quote!(<#ty as __runtime::ReturnValue>::ANNOTATION)
        }
    }
}

/// A piece with a type that the attribute names.
fn written_annotation(written: &TypeHint) -> TokenStream {
    let hint = hint(written);
    quote!(__runtime::Piece::Hint(#hint))
}

/// A piece with what the stub says that a parameter accepts.
fn parameter_annotation(function: &Function, parameter: &Parameter) -> TokenStream {
    let ty = function.arguments[parameter.argument]
        .ty
        .without_lifetimes();
    let hint = quote!(<#ty as __runtime::Argument>::HINT);
    match (&parameter.hint, parameter.kind) {
        (Some(written), _) => written_annotation(written),
        // What converts it is a function, which says nothing of what it accepts.
        _ if parameter.converter.is_some() => quote!(__runtime::Piece::Hint(__runtime::Hint::ANY)),
        (None, Kind::Varargs) => quote!(__runtime::Piece::Hint(__runtime::item_hint(#hint))),
        (None, Kind::Kwargs) => quote!(__runtime::Piece::Hint(__runtime::value_hint(#hint))),
        _ => quote!(<#ty as __runtime::Argument>::ANNOTATION),
    }
}

/// `"arguments":{...},"returns":...`.
fn push_signature(parameters: &[Shown], returns: TokenStream, pieces: &mut Pieces) {
    pieces.push_text(r#""arguments":{"#);
    let kinds = [
        (Kind::PositionalOnly, "posonlyargs"),
        (Kind::Positional, "args"),
        (Kind::Varargs, "vararg"),
        (Kind::KeywordOnly, "kwonlyargs"),
        (Kind::Kwargs, "kwarg"),
    ];
    let mut is_first = true;
    for (kind, key) in kinds {
        let parameters: Vec<&Shown> = parameters
            .iter()
            .filter(|parameter| parameter.kind == kind)
            .collect();
        if parameters.is_empty() {
            continue;
        }
        pieces.push_text(&format!("{}\"{key}\":", if is_first { "" } else { "," }));
        is_first = false;
        push_parameters(kind, &parameters, pieces);
    }
    pieces.push_text(r#"},"returns":"#);
    pieces.push_piece(returns);
}

fn push_parameters(kind: Kind, parameters: &[&Shown], pieces: &mut Pieces) {
    if let ([parameter], Kind::Varargs | Kind::Kwargs) = (parameters, kind) {
        push_parameter(parameter, pieces);
        return;
    }
    for (index, parameter) in parameters.iter().enumerate() {
        pieces.push_text(if index == 0 { "[" } else { "," });
        push_parameter(parameter, pieces);
    }
    pieces.push_text("]");
}

fn push_parameter(parameter: &Shown, pieces: &mut Pieces) {
    let Shown {
        name,
        annotation,
        default,
        ..
    } = parameter;
    pieces.push_text(&format!(r#"{{"name":{},"annotation":"#, json_string(name)));
    pieces.push_piece(annotation.clone());
    if let Some(default) = default {
        pieces.push_text(r#","default":"#);
        constant::push_json(default, pieces);
    }
    pieces.push_text("}");
}

/// `,"doc":"..."`, where there is a docstring.
pub(super) fn push_doc(doc: &Docstring, pieces: &mut Pieces) {
    if doc.is_empty() {
        return;
    }
    pieces.push_text(r#","doc":""#);
    for part in &doc.parts {
        match part {
            Part::Text(text) => pieces.push_text(&json_escaped(text)),
            Part::Expression(expression) => {
                pieces.push_piece(quote!(__runtime::Piece::Escaped(#expression)))
            }
        }
    }
    pieces.push_text("\"");
}

/// A static that holds one record, under the symbol that the stub's reader looks for.
///
/// `path` tells it from every other record: the library's name, then the names from the outermost module to the member.
pub(super) fn record(
    path: &[&str],
    attributes: &[TokenStream],
    pieces: &TokenStream,
) -> TokenStream {
    let symbol = symbol(path);
    quote! {
        #(#attributes)*
        const _: () = {
            const __PIECES: &[__runtime::Piece] = #pieces;
            #[unsafe(no_mangle)]
            static #symbol: __runtime::Record<{ __runtime::length(__PIECES) }> = __runtime::Record::new(__PIECES);
        };
    }
}

/// As [`record`], for what does not know which module it stands in. The symbol is named from that all the same, and from the place,
/// since functions may have items of one name inside.
pub(crate) fn record_in_place(path: &[&str], pieces: &TokenStream) -> TokenStream {
    let path = path.iter().map(|part| symbol_part(part) + ".");
    let name: String = std::iter::once("::".to_owned()).chain(path).collect();
    quote! {
        const _: () = {
            const __PIECES: &[__runtime::Piece] = #pieces;
            #[unsafe(export_name = ::core::concat!("PYO3_INTROSPECTION_1_", ::core::module_path!(), #name, ::core::line!(), "_", ::core::column!()))]
            static __RECORD: __runtime::Record<{ __runtime::length(__PIECES) }> = __runtime::Record::new(__PIECES);
        };
    }
}

/// As [`record`], for the function of this marker type in the module with the identity `parent`: shorter to compile, since
/// there are many of them.
pub(super) fn function_record(
    path: &[&str],
    function: &Function,
    marker: &Ident,
    parent: &str,
) -> TokenStream {
    let (symbol, cfgs) = (symbol(path), &function.cfgs);
    let head = raw_string(&format!(
        r#"{{"type":"function","name":{},"parent":{},"#,
        json_string(&function.name.text),
        json_string(parent)
    ));
    let stub = quote!(<#marker as __runtime::Function>::STUB);
    quote! {
        #(#cfgs)*
        #[unsafe(no_mangle)]
        static #symbol: __runtime::Record<{ __runtime::record_length(#head, #stub) }> =
            __runtime::Record::of(#head, #stub);
    }
}

/// What tells a module from every other one in the records.
pub(super) fn id(path: &[&str]) -> String {
    path.join(".")
}

/// The symbol of a record: the parts of its path, each with its length in front, so that no two paths give one name.
fn symbol(path: &[&str]) -> Ident {
    let mut symbol = String::from("PYO3_INTROSPECTION_1_");
    for part in path {
        let ascii = symbol_part(part);
        symbol.push_str(&format!("{}{ascii}", ascii.len()));
    }
    format_ident!("{symbol}")
}

/// A name as a part of a symbol, which is ASCII.
fn symbol_part(name: &str) -> String {
    let ascii = name.chars().map(|char| match char {
        '0'..='9' | 'A'..='Z' | 'a'..='z' | '_' => char.to_string(),
        _ => format!("u{:x}_", u32::from(char)),
    });
    ascii.collect()
}
