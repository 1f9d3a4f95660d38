//! The names of the runtime that an expansion uses.

use std::ops::Range;

use proc_macro2::TokenStream;

use super::Expansion;
use crate::alignment::flatten;

impl Expansion {
    /// The names of the runtime that the code at `place` uses: `run`, `Required`, in the order of their first use.
    pub fn runtime_names(&self, place: &Range<usize>) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        let tokens: TokenStream = self.text.parse().unwrap_or_default();
        let mut flat = Vec::new();
        flatten(tokens, &mut flat);
        flat.retain(|token| {
            let range = token.span.byte_range();
            range.start >= place.start && range.end <= place.end
        });
        for (index, token) in flat.iter().enumerate() {
            let before = |back: usize| {
                index
                    .checked_sub(back)
                    .map(|index| flat[index].text.as_str())
            };
            let is_word = token
                .text
                .chars()
                .all(|char| char.is_alphanumeric() || char == '_');
            let after_path = before(1) == Some(":") && before(2) == Some(":");
            // `__runtime::detached`, `__runtime::DefaultFor::into_default`, `<i32 as __runtime::Argument>::FROM_PYTHON`, `call.run`.
            let of_runtime = after_path && before(3) == Some("__runtime")
                || after_path && before(4) == Some(":") && before(6) == Some("__runtime")
                || after_path && before(3) == Some(">") && before(5) == Some(":")
                || before(1) == Some(".") && before(2) == Some("call");
            if is_word && of_runtime && !names.contains(&token.text) {
                names.push(token.text.clone());
            }
        }
        names
    }
}

/// Whether there is something to say of a name of the runtime: functions, conversions, and what these are wrapped in. Other types
/// and constants are named in the code around.
pub fn is_explained(name: &str) -> bool {
    const CONVERSIONS: [&str; 10] = [
        "Required",
        "Optional",
        "Keyword",
        "Varargs",
        "Kwargs",
        "ModuleArgument",
        "FROM_PYTHON",
        "With",
        "TO_PYTHON",
        "AsItIs",
    ];
    name.starts_with(|char: char| char.is_ascii_lowercase()) || CONVERSIONS.contains(&name)
}
