//! A default as Python is shown it: in Python's own words, and as the stub's reader takes it.

use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};

use super::text::{Pieces, json_string};
use crate::ir::Constant;

/// Adds the constant in Python's words, ASCII alone: what `inspect.signature` reads.
pub(super) fn push_python(constant: &Constant, pieces: &mut Pieces) {
    match constant {
        Constant::None => pieces.push_text("None"),
        Constant::Bool(value) => pieces.push_text(if *value { "True" } else { "False" }),
        Constant::Int(text) | Constant::Float(text) => pieces.push_text(text),
        Constant::Str(text) => pieces.push_text(&python_string(text)),
        Constant::Bytes(bytes) => pieces.push_text(&python_bytes(bytes)),
        Constant::Tuple(elements) => push_sequence("(", elements, ")", pieces, push_python),
        Constant::List(elements) => push_sequence("[", elements, "]", pieces, push_python),
        Constant::Path(path) => {
            let constant = value_of(path);
            pieces.push_piece(quote!(__runtime::Piece::Python(#constant)));
        }
        Constant::Hidden => pieces.push_text("..."),
    }
}

/// Adds the constant as an expression of the stub's record.
pub(super) fn push_json(constant: &Constant, pieces: &mut Pieces) {
    match constant {
        Constant::None => pieces.push_text(r#"{"type":"constant","kind":"none"}"#),
        Constant::Bool(value) => push_kind("bool", &value.to_string(), pieces),
        Constant::Int(text) => push_kind("int", &json_string(text), pieces),
        // The record's float has no sign; its int is any text.
        Constant::Float(text) if text.starts_with('-') => {
            push_kind("int", &json_string(text), pieces)
        }
        Constant::Float(text) => push_kind("float", &json_string(text), pieces),
        Constant::Str(text) => push_kind("str", &json_string(text), pieces),
        // The record knows no bytes; its int is any text.
        Constant::Bytes(bytes) => push_kind("int", &json_string(&python_bytes(bytes)), pieces),
        Constant::Tuple(elements) => push_sequence(
            r#"{"type":"tuple","elts":["#,
            elements,
            "]}",
            pieces,
            push_json,
        ),
        Constant::List(elements) => push_sequence(
            r#"{"type":"list","elts":["#,
            elements,
            "]}",
            pieces,
            push_json,
        ),
        Constant::Path(path) => {
            let constant = value_of(path);
            pieces.push_piece(quote!(__runtime::Piece::Constant(#constant)));
        }
        Constant::Hidden => pieces.push_text(r#"{"type":"constant","kind":"ellipsis"}"#),
    }
}

/// What the compiler knows of the constant at `path`; that it cannot be shown is said where it stands.
fn value_of(path: &TokenStream) -> TokenStream {
    let span = path
        .clone()
        .into_iter()
        .next()
        .map_or_else(Span::call_site, |token| token.span());
    let reference = quote_spanned!(Span::call_site().located_at(span)=> &#path);
    quote!(__runtime::constant(#reference))
}

fn push_kind(kind: &str, value: &str, pieces: &mut Pieces) {
    pieces.push_text(&format!(
        r#"{{"type":"constant","kind":"{kind}","value":{value}}}"#
    ));
}

fn push_sequence(
    open: &str,
    elements: &[Constant],
    close: &str,
    pieces: &mut Pieces,
    push: fn(&Constant, &mut Pieces),
) {
    pieces.push_text(open);
    for (index, element) in elements.iter().enumerate() {
        if index > 0 {
            pieces.push_text(if open.len() == 1 { ", " } else { "," });
        }
        push(element, pieces);
    }
    pieces.push_text(close);
}

/// `'text'` in Python's words, ASCII alone.
fn python_string(text: &str) -> String {
    let escaped: String = text
        .chars()
        .map(|char| match char {
            '\'' | '\\' => format!("\\{char}"),
            ' '..='~' => char.to_string(),
            _ => match u32::from(char) {
                code @ ..=0xff => format!("\\x{code:02x}"),
                code @ ..=0xffff => format!("\\u{code:04x}"),
                code => format!("\\U{code:08x}"),
            },
        })
        .collect();
    format!("'{escaped}'")
}

/// `b'bytes'` in Python's words.
fn python_bytes(bytes: &[u8]) -> String {
    let escaped: String = bytes
        .iter()
        .map(|&byte| match byte {
            b'\'' | b'\\' => format!("\\{}", char::from(byte)),
            b' '..=b'~' => char::from(byte).to_string(),
            _ => format!("\\x{byte:02x}"),
        })
        .collect();
    format!("b'{escaped}'")
}
