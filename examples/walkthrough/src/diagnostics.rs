//! Mistakes, as the compiler shows them.

use std::fmt::Write;
use std::ops::Range;

use mybind_codegen::errors::Errors;
use proc_macro2::{Span, TokenStream};

use crate::alignment::flatten;

/// A mistake in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// What is wrong.
    pub message: String,
    /// Where, in bytes of the file.
    pub place: Range<usize>,
}

/// The messages of the attribute for an item of `text`.
pub fn of_errors(errors: &Errors, text: &str) -> Vec<Diagnostic> {
    errors
        .iter()
        .map(|(span, message)| diagnostic(span, message, text))
        .collect()
}

/// The messages in `tokens` that a derive macro gave for an item of `text`: `compile_error! { "message" }`.
pub fn of_compile_errors(tokens: TokenStream, text: &str) -> Vec<Diagnostic> {
    let mut flat = Vec::new();
    flatten(tokens, &mut flat);
    let errors = flat
        .iter()
        .enumerate()
        .filter(|(_, token)| token.text == "compile_error");
    // The `!` and the brace are between.
    let messages = errors.filter_map(|(index, error)| {
        let literal = flat.get(index + 3)?;
        let message: syn::LitStr = syn::parse_str(&literal.text).ok()?;
        Some(diagnostic(error.span, &message.value(), text))
    });
    messages.collect()
}

fn diagnostic(span: Span, message: &str, text: &str) -> Diagnostic {
    let place = span.byte_range();
    let (mut start, mut end) = (place.start.min(text.len()), place.end.min(text.len()));
    // To the compiler a lifetime is one token; here its quote is one by itself.
    start -= usize::from(start < end && text[..start].ends_with('\''));
    if &text[start..end] == "'" {
        let is_more = |char: char| char.is_alphanumeric() || char == '_';
        end += text[end..].find(|char| !is_more(char)).unwrap_or(0);
    }
    Diagnostic {
        message: message.to_owned(),
        place: start..end,
    }
}

/// The message with the line and what is meant in it underlined, as rustc writes it:
///
/// ```text
/// error: a parameter needs a name for Python
///  --> src/lib.rs:4:10
///   |
/// 4 | fn f((a, b): (i32, i32)) {}
///   |      ^^^^^^
/// ```
pub fn render(diagnostic: &Diagnostic, file: &str, text: &str) -> String {
    let (line, column) = position(text, diagnostic.place.start);
    let (last_line, _) = position(text, diagnostic.place.end.max(diagnostic.place.start));
    let lines: Vec<&str> = text.lines().collect();
    let content = lines.get(line - 1).copied().unwrap_or_default();
    let width = last_line.to_string().len();
    let indent = " ".repeat(width);
    let mut out = String::new();
    let _ = writeln!(out, "error: {}", diagnostic.message);
    let _ = writeln!(out, "{indent}--> {file}:{line}:{column}");
    let _ = writeln!(out, "{indent} |");
    if last_line == line {
        let before: String = content
            .chars()
            .take(column - 1)
            .map(|char| if char == '\t' { '\t' } else { ' ' })
            .collect();
        let length = text[diagnostic.place.clone()].chars().count().max(1);
        let _ = writeln!(out, "{line:width$} | {content}");
        let _ = writeln!(out, "{indent} | {before}{}", "^".repeat(length));
        return out;
    }
    // Over several lines the compiler draws a bracket at the left.
    let is_first_of_line = content.chars().take(column - 1).all(char::is_whitespace);
    if is_first_of_line {
        let _ = writeln!(out, "{line:width$} | / {content}");
    } else {
        let _ = writeln!(out, "{line:width$} |   {content}");
        let _ = writeln!(out, "{indent} |  _{}^", "_".repeat(column - 1));
    }
    let between: Vec<usize> = (line + 1..last_line).collect();
    for (index, &number) in between.iter().enumerate() {
        // Of many lines, the compiler shows the first and the last.
        if between.len() > 4 && index >= 2 && index + 1 < between.len() {
            if index == 2 {
                out.push_str("...  |\n");
            }
            continue;
        }
        let shown = lines.get(number - 1).copied().unwrap_or_default();
        let _ = writeln!(out, "{}", format!("{number:width$} | | {shown}").trim_end());
    }
    let (_, end_column) = position(text, diagnostic.place.end);
    let shown = lines.get(last_line - 1).copied().unwrap_or_default();
    let _ = writeln!(out, "{last_line:width$} | | {shown}");
    let _ = writeln!(
        out,
        "{indent} | |{}^",
        "_".repeat(end_column.saturating_sub(1))
    );
    out
}

/// Line and column of a byte, both from 1, the column in characters.
pub fn position(text: &str, byte: usize) -> (usize, usize) {
    let before = &text[..byte.min(text.len())];
    let line_start = before.rfind('\n').map_or(0, |index| index + 1);
    (
        before.matches('\n').count() + 1,
        before[line_start..].chars().count() + 1,
    )
}
