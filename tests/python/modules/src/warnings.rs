//! Functions that warn whoever calls them.

use mybind::create_exception;
use mybind::exceptions::{PyFutureWarning, PyUserWarning};
use mybind::prelude::*;

create_exception!(
    warnings,
    OwnWarning,
    PyUserWarning,
    "A warning of this module."
);

/// Will change.
#[mybind(warn(message = "this will change", category = PyFutureWarning))]
pub fn future(number: i32) -> i32 {
    number
}

/// Warns of a class of its own.
#[mybind(warn(message = "mine", category = crate::warnings::OwnWarning))]
pub fn own() {}

/// Warns by default.
#[mybind(warn(message = "plain: é"))]
pub fn plain() {}

/// Warns three times.
#[mybind(deprecated = "use plain", warn(message = "and slow", category = mybind::exceptions::PyRuntimeWarning), warn(message = "and old"))]
pub fn both() {}
