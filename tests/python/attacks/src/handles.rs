//! Handles of objects that Python code has made on purpose to be odd.

use mybind::prelude::*;
use mybind::types::PyCode;

/// What the code gives, with an empty module around it.
#[mybind]
pub(crate) fn run_code<'py>(code: &Bound<'py, PyCode>) -> PyResult<Bound<'py, PyAny>> {
    code.run(None, None)
}
