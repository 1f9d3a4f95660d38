//! The error types of anyhow and eyre as Python exceptions.

use std::error::Error;

use super::PyErr;
use super::dynamic::same_exception;
use crate::exceptions::PyRuntimeError;

macro_rules! report {
    ($($feature:literal $report:ty;)*) => {$(
        /// RuntimeError with the report that its `Debug` writes: the error, its causes and the backtrace if it has one. A
        /// [`PyErr`] is itself; with more context added to it, it is the `__cause__`.
        #[cfg(feature = $feature)]
        impl From<$report> for PyErr {
            #[cold]
            fn from(report: $report) -> PyErr {
                let report = match report.source() {
                    None => match report.downcast::<PyErr>() {
                        Ok(error) => return error,
                        Err(report) => report,
                    },
                    Some(_) => report,
                };
                with_origin(format!("{report:?}"), report.chain())
            }
        }
    )*};
}

report! {
    "anyhow" anyhow::Error;
    "eyre" eyre::Report;
}

/// RuntimeError, caused by the first exception in the chain, if there is one.
fn with_origin<'a>(
    message: String,
    mut chain: impl Iterator<Item = &'a (dyn Error + 'static)>,
) -> PyErr {
    let origin = chain.find_map(|error| error.downcast_ref::<PyErr>());
    let error = PyRuntimeError::new_err(message);
    match origin.and_then(same_exception) {
        Some(origin) => error.with_cause(origin),
        None => error,
    }
}
