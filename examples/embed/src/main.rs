//! A Rust program that has Python inside, and in it a module of its own: the one that `examples/walkthrough` follows.
//!
//! It links libpython, so it needs Python's development package, and is no default member of the workspace:
//! `cargo run -p embed`.

use mybind::append_to_inittab;
use mybind::prelude::*;

// The very file that can be built as an extension module.
#[path = "../../walkthrough/demo/hello.rs"]
mod library;

use library::hello;

fn main() -> PyResult<()> {
    append_to_inittab!(hello);
    Python::initialize();
    Python::attach(|py| {
        let sum: i32 = py
            .eval(c"__import__('hello').add(1, 2)", None, None)?
            .extract()?;
        println!("add(1, 2) is {sum}");
        let loader: String = py
            .eval(c"__import__('hello').__spec__.loader.__name__", None, None)?
            .extract()?;
        println!("the module is from {loader}");
        Ok(())
    })
}
