//! A module without the option that says so.

use mybind::prelude::*;

#[mybind]
fn no_module(_m: &Bound<'_, PyModule>) -> PyResult<()> {
    Ok(())
}

/// This is a function that takes any module.
#[mybind]
pub fn other(_m: &Bound<'_, PyModule>) {}
