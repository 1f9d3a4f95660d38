//! anyhow and eyre.

use std::io;

use mybind::exceptions::PyValueError;
use mybind::prelude::*;

/// An error of the standard library, with context or without; or one of words alone.
#[mybind(detach)]
pub fn anyhow_error(kind: &str) -> anyhow::Result<i32> {
    use anyhow::Context;
    let error = io::Error::new(io::ErrorKind::PermissionDenied, "oh no!");
    match kind {
        "words" => anyhow::bail!("some {kind}"),
        "plain" => Err(error.into()),
        "context" => Err(error).context("inner").context("outer"),
        _ => Ok(1),
    }
}

/// What a Python function raises, with context or without; or an exception made here.
#[mybind]
pub fn anyhow_python_error(
    function: &Bound<'_, PyAny>,
    contexts: Vec<String>,
) -> anyhow::Result<()> {
    let raised = match function.is_none() {
        true => Err(PyValueError::new_err("made here")),
        false => function.call0().map(drop),
    };
    contexts
        .into_iter()
        .fold(raised.map_err(anyhow::Error::from), |result, context| {
            result.map_err(|error| error.context(context))
        })
}

/// As `anyhow_error`.
#[mybind(detach)]
pub fn eyre_error(kind: &str) -> eyre::Result<i32> {
    use eyre::WrapErr;
    let error = io::Error::new(io::ErrorKind::PermissionDenied, "oh no!");
    match kind {
        "words" => eyre::bail!("some {kind}"),
        "plain" => Err(error.into()),
        "context" => Err(error).wrap_err("inner").wrap_err("outer"),
        _ => Ok(1),
    }
}

/// As `anyhow_python_error`.
#[mybind]
pub fn eyre_python_error(function: &Bound<'_, PyAny>, contexts: Vec<String>) -> eyre::Result<()> {
    let raised = match function.is_none() {
        true => Err(PyValueError::new_err("made here")),
        false => function.call0().map(drop),
    };
    contexts
        .into_iter()
        .fold(raised.map_err(eyre::Report::from), |result, context| {
            result.map_err(|error| error.wrap_err(context))
        })
}
