#![allow(unused)]

use mybind::prelude::*;

#[mybind]
fn f(#[mybind(from_py_with = convert)] py: Python<'_>) {}

#[mybind]
mod m {
    #[mybind(pass_module)]
    fn g(a: i32, #[mybind(from_py_with = convert)] module: &mybind::Bound<'_, mybind::types::PyModule>) {}
}

fn main() {}
