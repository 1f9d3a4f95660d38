//! The file that the walkthrough follows when it is given no other.

use std::num::ParseIntError;

use mybind::prelude::*;

/// Adds two numbers.
#[mybind]
fn add(a: i32, b: i32) -> i32 {
    a + b
}

/// Sums the numbers in a text.
#[mybind(detach, signature = (text, separator = ",", *, scale = 1))]
fn total(text: &str, separator: &str, scale: i64) -> Result<i64, ParseIntError> {
    let numbers = text
        .split(separator)
        .map(|number| number.trim().parse::<i64>());
    Ok(numbers.sum::<Result<i64, _>>()? * scale)
}

/// What the walkthrough follows.
#[mybind]
pub mod hello {
    #[mybind]
    use super::{add, total};
}
