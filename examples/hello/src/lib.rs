//! A Python module in Rust.

use mybind::prelude::*;

/// Adds two numbers.
#[mybind]
fn add(a: i32, b: i32) -> i32 {
    a + b
}

/// What the module is for.
#[mybind]
mod hello {
    #[mybind]
    use super::add; // an item defined elsewhere
    #[mybind]
    const VERSION: &str = "1.0"; // a constant
    /// Scales a number.
    #[mybind(signature = (x, /, factor = 2.0, *, offset = -1.5))]
    fn scale(x: f64, factor: f64, offset: f64) -> f64 {
        x * factor + offset
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn adds() {
        assert_eq!(super::add(1, 2), 3);
    }
}
