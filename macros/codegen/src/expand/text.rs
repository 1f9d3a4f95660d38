//! Literals, and the C strings that contain what only the compiler knows.

use std::ffi::CString;

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::docstring::{Docstring, Part};

/// A C string literal: `c"add"`. What has a NUL was refused before; here it ends the string.
pub(super) fn c_string(text: &str) -> Literal {
    let until_nul = text.split('\0').next().unwrap_or_default();
    Literal::c_string(&CString::new(until_nul).unwrap_or_default())
}

/// A string literal without escapes, so that JSON stays readable: `r#"{"name":"add"}"#`.
pub(super) fn raw_string(text: &str) -> TokenStream {
    let is_plain = text
        .chars()
        .all(|char| char == ' ' || char.is_ascii_graphic());
    if is_plain && text.contains(['"', '\\']) {
        let hashes = "#".repeat(
            text.split('"')
                .map(|part| part.len() - part.trim_start_matches('#').len())
                .max()
                .unwrap_or(0)
                + 1,
        );
        if let Ok(literal) = format!("r{hashes}\"{text}\"{hashes}").parse() {
            return literal;
        }
    }
    let literal = Literal::string(text);
    quote!(#literal)
}

/// Something to be written in const evaluation: what is known now, and between it what the compiler knows.
#[derive(Default)]
pub(super) struct Pieces {
    pieces: Vec<TokenStream>,
    text: String,
}

impl Pieces {
    /// Text as it stands.
    pub(super) fn push_text(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// A piece that the compiler works out: a `__runtime::Piece`.
    pub(super) fn push_piece(&mut self, piece: TokenStream) {
        self.flush();
        self.pieces.push(piece);
    }

    fn flush(&mut self) {
        if !self.text.is_empty() {
            let text = raw_string(&std::mem::take(&mut self.text));
            self.pieces.push(quote!(__runtime::Piece::Text(#text)));
        }
    }

    /// The text, where the compiler has no part in it.
    pub(super) fn as_text(&self) -> Option<&str> {
        self.pieces.is_empty().then_some(&self.text)
    }

    /// `&[Piece::Text("..."), ...]`.
    pub(super) fn into_slice(mut self) -> TokenStream {
        self.flush();
        let pieces = self.pieces;
        quote!(&[#(#pieces),*])
    }

    /// An expression of type `&'static CStr`.
    pub(super) fn into_c_string(self) -> TokenStream {
        if let Some(text) = self.as_text() {
            let literal = c_string(text);
            return quote!(#literal);
        }
        let pieces = self.into_slice();
        quote!({
            const __PIECES: &[__runtime::Piece] = #pieces;
            static __TEXT: __runtime::Text<{ __runtime::length(__PIECES) }> = __runtime::Text::new(__PIECES);
            __TEXT.as_c_str()
        })
    }
}

/// Adds a docstring, as it stands.
pub(super) fn push_docstring(pieces: &mut Pieces, doc: &Docstring) {
    for part in &doc.parts {
        match part {
            Part::Text(text) => pieces.push_text(text),
            Part::Expression(expression) => {
                pieces.push_piece(quote!(__runtime::Piece::Text(#expression)))
            }
        }
    }
}

/// `"text"` as JSON.
pub(super) fn json_string(text: &str) -> String {
    format!("\"{}\"", json_escaped(text))
}

/// `text` as it stands between the quotes of a JSON string.
pub(super) fn json_escaped(text: &str) -> String {
    text.chars()
        .map(|char| match char {
            '"' | '\\' => format!("\\{char}"),
            '\n' => "\\n".to_owned(),
            '\0'..='\x1f' => format!("\\u{:04x}", u32::from(char)),
            char => char.to_string(),
        })
        .collect()
}
