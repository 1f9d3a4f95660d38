//! The records that the stub is made from: JSON in the format that `pyo3-introspection` reads, put together in
//! const evaluation, since only the compiler knows what a type is called in Python.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::constant;
use super::text::{Pieces, json_escaped, json_string};
use crate::docstring::{Docstring, Part};
use crate::ir::{Function, Kind, Parameter};

/// Everything of a function's record but its name and the module that it is in.
pub(super) fn function(function: &Function) -> TokenStream {
    let mut pieces = Pieces::default();
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
        let parameters: Vec<&Parameter> = function
            .signature
            .parameters
            .iter()
            .filter(|parameter| parameter.kind == kind)
            .collect();
        if parameters.is_empty() {
            continue;
        }
        pieces.push_text(&format!("{}\"{key}\":", if is_first { "" } else { "," }));
        is_first = false;
        push_parameters(function, kind, &parameters, &mut pieces);
    }
    pieces.push_text(r#"},"returns":"#);
    let returns = function.returns.without_lifetimes();
    pieces.push_piece(quote!(__runtime::Piece::Hint(<#returns as __runtime::ReturnValue>::HINT)));
    push_doc(&function.doc, &mut pieces);
    pieces.into_slice()
}

fn push_parameters(
    function: &Function,
    kind: Kind,
    parameters: &[&Parameter],
    pieces: &mut Pieces,
) {
    if let ([parameter], Kind::Varargs | Kind::Kwargs) = (parameters, kind) {
        push_parameter(function, parameter, pieces);
        return;
    }
    for (index, parameter) in parameters.iter().enumerate() {
        pieces.push_text(if index == 0 { "[" } else { "," });
        push_parameter(function, parameter, pieces);
    }
    pieces.push_text("]");
}

fn push_parameter(function: &Function, parameter: &Parameter, pieces: &mut Pieces) {
    let ty = function.arguments[parameter.argument]
        .ty
        .without_lifetimes();
    let hint = match parameter.kind {
        // What converts it is a function, which says nothing of what it accepts.
        _ if parameter.converter.is_some() => quote!(__runtime::Hint::ANY),
        Kind::Varargs => quote!(__runtime::item_hint(<#ty as __runtime::Argument>::HINT)),
        Kind::Kwargs => quote!(__runtime::value_hint(<#ty as __runtime::Argument>::HINT)),
        _ => quote!(<#ty as __runtime::Argument>::HINT),
    };
    pieces.push_text(&format!(
        r#"{{"name":{},"annotation":"#,
        json_string(&parameter.name.text)
    ));
    pieces.push_piece(quote!(__runtime::Piece::Hint(#hint)));
    if let Some(default) = &parameter.default {
        pieces.push_text(r#","default":"#);
        constant::push_json(&default.shown, pieces);
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
pub(super) fn record(path: &[&str], cfgs: &[TokenStream], pieces: &TokenStream) -> TokenStream {
    let symbol = symbol(path);
    quote! {
        #(#cfgs)*
        const _: () = {
            const __PIECES: &[__runtime::Piece] = #pieces;
            #[unsafe(no_mangle)]
            static #symbol: __runtime::Record<{ __runtime::length(__PIECES) }> = __runtime::Record::new(__PIECES);
        };
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
pub(crate) fn symbol_part(name: &str) -> String {
    let ascii = name.chars().map(|char| match char {
        '0'..='9' | 'A'..='Z' | 'a'..='z' | '_' => char.to_string(),
        _ => format!("u{:x}_", u32::from(char)),
    });
    ascii.collect()
}
