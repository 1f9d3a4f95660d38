//! Random items, as `#[mybind]` and the derives of conversions might stand on them, and what must hold of whatever the
//! macros make of them.
//!
//! Chance comes from a number or, for a fuzzer that looks for new paths through the macros, from its bytes.

mod check;
mod choose;
mod derived;
mod functions;
mod modules;
mod mutations;
mod options;
mod types;

pub use check::{check_attribute, check_derive};
pub use choose::Choose;
pub use derived::derived;
pub use functions::function;
pub use modules::module;
pub use mutations::{flat, mutate, mutated};

/// An item under the attribute.
#[derive(Debug, Clone)]
pub struct Marked {
    /// What stands in the attribute's parentheses.
    pub options: String,
    /// What it stands on.
    pub item: String,
}

/// A function or a module.
pub fn item(choose: &mut Choose, number: usize) -> Marked {
    match choose.chance(75) {
        true => function(choose, number),
        false => module(choose, number),
    }
}
