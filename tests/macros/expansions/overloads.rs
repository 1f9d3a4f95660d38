//! What the stub says beside what the types say.

use mybind::prelude::*;

/// Half, or halves.
#[mybind(
    signature = (number, parts: "Literal[1, 2]" = 1) -> "float | tuple[float, float]",
    overload = "(number: int, parts: None = ...)",
    overload = "(number: float, *, parts) -> float"
)]
#[must_use]
pub fn half(number: f64, parts: Option<i32>) -> f64 {
    number / f64::from(1 + parts.unwrap_or(1))
}
