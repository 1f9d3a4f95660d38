//! A module that is written as a function, as users of `PyO3` have it.

#![deny(
    warnings,
    unsafe_op_in_unsafe_fn,
    unused_qualifications,
    clippy::pedantic
)]
#![allow(clippy::must_use_candidate)]

extern crate mybind as pyo3;

mod handles;
mod places;

use mybind::exceptions::{PyKeyError, PyValueError};
use mybind::prelude::*;
use mybind::types::{PyCFunction, PyDict, PyString};
use mybind::{create_exception, intern};

create_exception!(_ported, PortedError, PyValueError, "What goes wrong here.");

const LIMIT: u8 = 7;

/// Adds.
#[mybind]
#[mybind(signature = (a, b = 1))]
fn add(a: i64, b: i64) -> i64 {
    a + b
}

#[mybind(name = "other")]
fn renamed() -> PyResult<()> {
    Err(PortedError::new_err("as ever"))
}

mod helpers {
    use pyo3::prelude::*;
    #[allow(unused_imports, reason = "as PyO3 needs it")]
    use pyo3::types::{PyAnyMethods, PyModuleMethods};

    /// Is in a module of its own.
    #[mybind]
    pub(crate) fn help() -> &'static str {
        "help"
    }

    #[mybind]
    pub(crate) fn registered() -> u8 {
        1
    }

    /// Adds to any module.
    pub(crate) fn register(module: &Bound<'_, PyModule>) -> PyResult<()> {
        module.add_function(wrap_pyfunction!(registered, module)?)?;
        module.add("also", 2.5)
    }
}

/// What the module is for.
#[mybind(module)]
#[mybind(name = "_ported")]
fn ported(py: Python<'_>, m: &Bound<'_, PyModule>) -> PyResult<()> {
    #![allow(clippy::items_after_statements)]
    m.add_function(wrap_pyfunction!(add, m)?)?;
    m.add_function(wrap_pyfunction!(crate::renamed, m)?)?;
    m.add_function(wrap_pyfunction!(add_wrong, m)?)?;
    m.add_function(wrap_pyfunction!(wrap_broken, m)?)?;
    m.add_wrapped(wrap_pyfunction!(helpers::help))?;
    m.add_wrapped(wrap_pyfunction!(name_of_module))?;
    m.add_function(wrap_pyfunction!(wrapped)(m)?)?;

    /// Lives in the body.
    #[mybind]
    fn inner(text: &str) -> usize {
        text.len()
    }
    m.add_function(function!(inner))?;

    m.add("__version__", env!("CARGO_PKG_VERSION"))?;
    m.add("LIMIT", LIMIT)?;
    m.add("RATIO", -1.5)?;
    m.add(intern!(py, "computed"), add(1, 2))?;
    m.add("PortedError", py.get_type::<PortedError>())?;
    m.add("MissingError", m.py().get_type::<PyKeyError>())?;
    let mapping = PyDict::new(py);
    mapping.set_item("name", m.name()?)?;
    m.add("mapping", mapping)?;
    #[cfg(unix)]
    m.add("SYSTEM", "unix")?;
    #[cfg(not(unix))]
    {
        m.add("SYSTEM", 0)?;
        m.add_function(wrap_pyfunction!(nowhere, m)?)?;
    }
    m.add_wrapped(wrap_pymodule!(child))?;
    m.add_wrapped(wrap_pymodule!(made))?;
    m.add_wrapped(wrap_pymodule!(incomplete))?;
    m.add_wrapped(wrap_pymodule!(listed))?;
    m.add_wrapped(wrap_pymodule!(handles::handles))?;
    m.add_wrapped(wrap_pymodule!(chosen))
}

#[mybind(pass_module)]
fn name_of_module<'py>(module: &Bound<'py, PyModule>) -> PyResult<Bound<'py, PyString>> {
    module.name()
}

/// Two functions of which one knows its module, and a module that is in no other.
#[mybind(pass_module)]
fn wrapped<'py>(
    module: &Bound<'py, PyModule>,
) -> PyResult<(
    Bound<'py, PyCFunction>,
    Bound<'py, PyCFunction>,
    Py<PyModule>,
)> {
    let py = module.py();
    let wrap = wrap_pyfunction!(crate::name_of_module);
    Ok((
        wrap_pyfunction!(add)(py)?,
        wrap(module)?,
        wrap_pymodule!(child)(py),
    ))
}

/// A module that cannot be made.
#[mybind]
fn wrap_broken(py: Python<'_>) -> Py<PyModule> {
    wrap_pymodule!(too_little)(py)
}

/// Adds a module that adds more, or less, than it lists.
#[mybind(pass_module)]
fn add_wrong(module: &Bound<'_, PyModule>, more: bool) -> PyResult<()> {
    if more {
        module.add_wrapped(wrap_pymodule!(too_much))
    } else {
        module.add_wrapped(wrap_pymodule!(too_little))
    }
}

#[mybind(module, submodule, adds = (listed: i32))]
fn too_much(m: &Bound<'_, PyModule>) -> PyResult<()> {
    m.add("listed", 1)?;
    helpers::register(m)
}

#[mybind(module, submodule, adds = (listed: i32))]
fn too_little(m: &Bound<'_, PyModule>) {
    let _ = m;
}

/// A module in the module.
#[mybind(module, submodule)]
fn child(m: &Bound<'_, PyModule>) -> PyResult<()> {
    // None of these adds anything that the stub should have.
    m.setattr("__note__", m.name()?)?;
    m.state::<std::sync::atomic::AtomicU8>()?;
    m.gil_used(false)?;
    m.add_function(wrap_pyfunction!(add, m)?)
}

macro_rules! module {
    ($name:ident: $($function:ident),*) => {
        /// Is made by a macro.
        #[mybind(module, submodule)]
        fn $name(m: &Bound<'_, PyModule>) -> PyResult<()> {
            $(m.add_function(wrap_pyfunction!($function, m)?)?;)*
            Ok(())
        }
    };
}
module!(made: add, renamed);

/// Adds in a loop, so that its stub cannot be complete.
#[mybind(module, submodule)]
fn incomplete(m: &Bound<'_, PyModule>) -> PyResult<()> {
    for name in ["first", "second"] {
        m.add(name, name.len())?;
    }
    m.add("third", 3)
}

/// Adds one of two, and that one by a name which only a block knows.
#[mybind(module, submodule)]
fn chosen(m: &Bound<'_, PyModule>) -> PyResult<()> {
    if m.name()? == "nobody's" {
        use helpers as others;
        return m.add_function(wrap_pyfunction!(others::help, m)?);
    }
    m.add_function(wrap_pyfunction!(helpers::help, m)?)
}

/// Adds out of sight.
#[mybind(module, submodule, adds = (helpers::registered, also: "float", seen: "Literal[True]"))]
fn listed(m: &Bound<'_, PyModule>) -> PyResult<()> {
    m.add("seen", true)?;
    helpers::register(m)
}
