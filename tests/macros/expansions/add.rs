//! The smallest function.

use mybind::prelude::*;

/// Adds two numbers.
#[mybind]
pub fn add(a: i32, b: i32) -> i32 {
    a + b
}
