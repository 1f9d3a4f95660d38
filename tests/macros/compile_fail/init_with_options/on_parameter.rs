#![allow(unused)]

use mybind::prelude::*;

#[mybind(module, submodule)]
fn f(#[mybind(from_py_with = convert)] m: &Bound<'_, PyModule>) {}

fn main() {}
