//! A module that is written as the function that fills it.

use mybind::prelude::*;

mybind::create_exception!(function_module, BadNumber, mybind::exceptions::PyValueError);

#[mybind]
fn half(x: f64) -> f64 {
    x / 2.0
}

fn more(m: &Bound<'_, PyModule>) -> PyResult<()> {
    m.add("TWO", 2)
}

/// Numbers.
#[mybind(module, submodule, adds = (TWO: i32))]
fn function_module(m: &Bound<'_, PyModule>) -> PyResult<()> {
    m.add_function(wrap_pyfunction!(half, m)?)?;
    m.add("BadNumber", m.py().get_type::<BadNumber>())?;
    #[cfg(unix)]
    m.add("SEPARATOR", '/')?;
    m.add("__version__", env!("CARGO_PKG_VERSION"))?;
    m.add("computed", half(1.0))?;
    more(m)
}
