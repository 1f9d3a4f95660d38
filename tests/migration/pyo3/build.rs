//! Extracts PyO3's side of `docs/migration.md`.

include!("../extract.rs");

fn main() {
    extract(&Side {
        marker: '-',
        function: "pyfunction",
        module: "pymodule",
        import: "pymodule_export",
        prelude: "use pyo3::prelude::*;",
    });
}
