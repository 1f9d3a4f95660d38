//! Extracts mybind's side of `docs/migration.md`.

include!("../extract.rs");

fn main() {
    extract(&Side {
        marker: '+',
        function: "mybind",
        module: "mybind",
        import: "mybind",
        prelude: "use mybind::prelude::*;",
    });
}
