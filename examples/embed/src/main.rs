//! A Rust program that has Python inside, and in it a module of its own.
//!
//! It links libpython, so it needs Python's development package, and is no default member of the workspace:
//! `cargo run -p embed`.

use mybind::append_to_inittab;
use mybind::prelude::*;

#[mybind]
mod host {
    /// The square of a number.
    #[mybind]
    fn square(x: i64) -> i64 {
        x * x
    }
}

fn main() -> PyResult<()> {
    append_to_inittab!(host);
    Python::initialize();
    Python::attach(|py| {
        let squares: Vec<i64> = py
            .eval(
                c"[__import__('host').square(x) for x in range(5)]",
                None,
                None,
            )?
            .extract()?;
        println!("{squares:?}");
        Ok(())
    })
}
