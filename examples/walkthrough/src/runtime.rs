//! What stands in the runtime between the interpreter and a function, as far as it is shown beside the expansion.

use std::ops::Range;

use syn::spanned::Spanned;

use crate::diagnostics::position;
use crate::expansion::statement_at;
use crate::model::{Language, Line, Link, Listing};

/// The file of the runtime that a call goes through, as the end of its path.
pub const FILE: &str = "runtime/src/call.rs";

/// Those of its functions that a call goes through: what C code calls, and what does the work.
const FUNCTIONS: [&str; 5] = [
    "trampoline",
    "run",
    "convert_and_call",
    "bind_and_run",
    "convert_and_run",
];

const CALL: &str = include_str!("../../../runtime/src/call.rs");
const TRAMPOLINE: &str = include_str!("../../../runtime/src/trampoline.rs");

/// The functions that the interpreter's call goes through before the function's own: what C code calls, what does the work, and
/// what keeps errors and panics in. `None` when one of them has another name now.
pub fn around_the_call() -> Option<Listing> {
    let mut listing = Listing::new(Language::Rust, "");
    for name in FUNCTIONS {
        let place = function(CALL, name)?;
        let (first, _) = position(CALL, place.start);
        for (index, line) in CALL[place].lines().enumerate() {
            let start = listing.text.len();
            listing.push(line, None);
            let link = Link::Line(Line::Runtime(first + index));
            listing.links.push((start..listing.text.len(), link));
            listing.push("\n", None);
        }
        listing.push("\n", None);
    }
    listing.push(&TRAMPOLINE[function(TRAMPOLINE, "guarded")?], None);
    listing.push("\n", None);
    Some(listing)
}

/// Which lines of [`FILE`] are in the functions that are shown, from 1.
pub fn shown_lines() -> Vec<Range<usize>> {
    let places = FUNCTIONS
        .into_iter()
        .filter_map(|name| function(CALL, name));
    let line = |offset| position(CALL, offset).0;
    places
        .map(|place| line(place.start)..line(place.end) + 1)
        .collect()
}

/// What begins at this line of [`FILE`].
pub fn statement(line: usize) -> String {
    statement_at(CALL, line)
}

/// A function, with its comment.
fn function(source: &str, name: &str) -> Option<Range<usize>> {
    let file = syn::parse_file(source).ok()?;
    file.items.iter().find_map(|item| match item {
        syn::Item::Fn(function) if function.sig.ident == name => Some(function.span().byte_range()),
        _ => None,
    })
}
