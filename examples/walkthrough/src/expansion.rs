//! The whole expansion as text, with the place in the source that each of its tokens comes from.

mod names;
mod parts;

use std::ops::Range;

use proc_macro2::{LexError, TokenStream};

use crate::alignment::{align, flatten};
use crate::diagnostics::position;
use crate::model::{Language, Line, Link, Listing};
use crate::source::Source;

pub use names::is_explained;
pub use parts::Part;

/// What a file becomes.
pub struct Expansion {
    /// The file with everything expanded, formatted.
    pub text: String,
    /// The places in the text that come from places in the source.
    links: Vec<(Range<usize>, Link)>,
    /// The text again, for the places of its items.
    file: syn::File,
}

impl Expansion {
    /// Formats what `source` becomes.
    ///
    /// # Errors
    /// When the formatted text is no Rust, which would be a fault of the formatter.
    pub fn of(source: &Source) -> Result<Expansion, LexError> {
        let text = prettyplease::unparse(&source.expanded);
        let formatted: TokenStream = text.parse()?;
        let file = syn::parse2(formatted.clone())
            .map_err(|_| "".parse::<proc_macro2::Literal>().unwrap_err())?;
        let mut written = Vec::new();
        flatten(source.tokens.clone(), &mut written);
        let mut shown = Vec::new();
        flatten(formatted, &mut shown);
        let links = align(&written, &shown)
            .filter_map(|(written, shown)| {
                let origin = source.place(written.span)?;
                Some((shown.span.byte_range(), Link::Source(origin)))
            })
            .collect();
        Ok(Expansion { text, links, file })
    }

    /// A part of the text as a listing, without the indentation that all of its lines share.
    pub fn listing(&self, place: &Range<usize>) -> Listing {
        let start = self.text[..place.start]
            .rfind('\n')
            .map_or(0, |index| index + 1);
        let indent = self.text[start..].len() - self.text[start..].trim_start_matches(' ').len();
        let mut listing = Listing::new(Language::Rust, "");
        let mut from = start;
        for line in self.text[start..place.end].split_inclusive('\n') {
            let cut = indent.min(line.len() - line.trim_start_matches(' ').len());
            let (line_start, line_end) = (from + cut, from + line.len());
            let moved = listing.text.len();
            let shown = &self.text[line_start..line_end];
            listing.text.push_str(shown);
            let (number, _) = position(&self.text, line_start);
            listing.links.push((
                moved..listing.text.trim_end_matches('\n').len(),
                Link::Line(Line::Expansion(number)),
            ));
            for (range, link) in &self.links {
                if range.start >= line_start && range.end <= line_end {
                    let range = range.start - line_start + moved..range.end - line_start + moved;
                    listing.links.push((range, link.clone()));
                }
            }
            from = line_end;
        }
        // What ends before an indented line has its indentation at the end.
        listing.text.truncate(listing.text.trim_end().len());
        listing.text.push('\n');
        listing
            .links
            .retain(|(range, _)| range.end < listing.text.len());
        listing
    }

    /// What begins at this line, from 1: on one line, and cut where it goes on and on.
    pub fn statement_at(&self, line: usize) -> String {
        statement_at(&self.text, line)
    }

    /// The line in `place` that has `text` in it, and those after it that are indented more deeply.
    pub fn block_with(&self, text: &str, place: &Range<usize>) -> Option<Range<usize>> {
        let found = place.start + self.text[place.clone()].find(text)?;
        let start = self.text[..found].rfind('\n').map_or(0, |index| index + 1);
        let indentation = |line: &str| line.len() - line.trim_start().len();
        let mut lines = self.text[start..].split_inclusive('\n');
        let first = lines.next().unwrap_or_default();
        let deeper = lines.take_while(|line| indentation(line) > indentation(first));
        let length = first.len() + deeper.map(str::len).sum::<usize>();
        // The line that closes what they are in stands as deep as the first one.
        let closing = self.text[start + length..]
            .lines()
            .next()
            .unwrap_or_default();
        Some(start..start + length + closing.len())
    }
}

/// What begins at this line of a text, from 1: on one line, and cut where it goes on and on.
pub fn statement_at(text: &str, line: usize) -> String {
    const LONGEST: usize = 80;
    let mut statement = String::new();
    let mut open = 0i32;
    for line in text.lines().skip(line.saturating_sub(1)) {
        let is_inside = statement.ends_with(['(', '<', '{', '[']) || statement.is_empty();
        let gap = if is_inside { "" } else { " " };
        statement.push_str(gap);
        statement.push_str(line.trim());
        open += line.matches(['(', '{', '[']).count() as i32
            - line.matches([')', '}', ']']).count() as i32;
        let goes_on = open > 0
            || line.trim_end().ends_with(['<', ',']) && open == 0 && statement.starts_with('<');
        if !goes_on || statement.len() > LONGEST {
            break;
        }
    }
    if statement.chars().count() > LONGEST {
        statement = statement.chars().take(LONGEST).collect::<String>() + " …";
    }
    statement
}

/// The tokens that are shown and were not written, but for what the formatter adds: for the test that there are none.
pub fn lost_tokens(source: &Source, expansion: &Expansion) -> Vec<String> {
    let mut written = Vec::new();
    flatten(source.tokens.clone(), &mut written);
    let mut shown = Vec::new();
    flatten(expansion.text.parse().unwrap_or_default(), &mut shown);
    let paired: std::collections::HashSet<usize> = align(&written, &shown)
        .map(|(_, shown)| shown.span.byte_range().start)
        .collect();
    shown
        .iter()
        .filter(|token| {
            !matches!(token.text.as_str(), "," | "{" | "}")
                && !paired.contains(&token.span.byte_range().start)
        })
        .map(|token| token.text.clone())
        .collect()
}
