//! Every kind of parameter that Python knows.

use mybind::prelude::*;

const PRECISION: u8 = 3;

/// Formats a number.
#[mybind(signature = (number, /, unit = "m", precision = PRECISION, *rest, sign, scale = None, **options))]
pub fn format_number(
    number: f64,
    unit: &str,
    precision: u8,
    rest: Vec<f64>,
    sign: bool,
    scale: Option<f64>,
    options: std::collections::BTreeMap<String, i64>,
) -> String {
    let number = number * scale.unwrap_or(1.0) + rest.iter().sum::<f64>();
    let sign = if sign { "+" } else { "" };
    let precision = usize::from(precision) + options.len();
    format!("{sign}{number:.precision$} {unit}")
}
