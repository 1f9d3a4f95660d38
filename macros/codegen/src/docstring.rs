//! Doc comments, on their way to `__doc__` and the stub.

use proc_macro2::TokenStream;

use crate::attribute::{Attribute, Content};
use crate::cursor::Cursor;

/// A doc comment: its parts, to be joined by line breaks.
#[derive(Debug, Default, Clone)]
pub struct Docstring {
    /// The parts, from the first `///` line or `#[doc = ...]` attribute to the last.
    pub parts: Vec<Part>,
}

/// A part of a doc comment.
#[derive(Debug, Clone)]
pub enum Part {
    /// Text known now.
    Text(String),
    /// A constant expression such as `include_str!("doc.md")`, which the compiler works out.
    Expression(TokenStream),
}

impl Docstring {
    /// The doc comment among `attributes`. Each line loses the one space that usually follows `///`.
    pub fn of(attributes: &[Attribute]) -> Docstring {
        let mut docstring = Docstring::default();
        for attribute in attributes {
            let Content::Value(value) = &attribute.content else {
                continue;
            };
            if !attribute.is("doc") {
                continue;
            }
            let mut cursor = Cursor::new(value.clone());
            match cursor.take_string() {
                Some((text, _)) if cursor.is_empty() => docstring.push_text(&text),
                _ => docstring.push_expression(value.clone()),
            }
        }
        docstring
    }

    fn push_text(&mut self, text: &str) {
        let mut lines = String::new();
        for (index, line) in text.split('\n').enumerate() {
            if index > 0 {
                lines.push('\n');
            }
            lines.push_str(line.strip_prefix(' ').unwrap_or(line));
        }
        match self.parts.last_mut() {
            None => self.parts.push(Part::Text(lines)),
            Some(Part::Text(before)) => {
                before.push('\n');
                before.push_str(&lines);
            }
            Some(Part::Expression(_)) => self.parts.push(Part::Text(format!("\n{lines}"))),
        }
    }

    fn push_expression(&mut self, expression: TokenStream) {
        match self.parts.last_mut() {
            None => {}
            Some(Part::Text(before)) => before.push('\n'),
            Some(Part::Expression(_)) => self.parts.push(Part::Text("\n".to_owned())),
        }
        self.parts.push(Part::Expression(expression));
    }

    /// Whether there is no doc comment.
    pub fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }

    /// The whole text, where all of it is known now.
    pub fn text(&self) -> Option<&str> {
        match self.parts.as_slice() {
            [] => Some(""),
            [Part::Text(text)] => Some(text),
            _ => None,
        }
    }
}
