#![allow(unused)]

use mybind::prelude::*;

#[mybind(module, submodule, adds = (a::B: i32))]
fn path(m: &Bound<'_, PyModule>) {}

#[mybind(module, submodule, adds = (1))]
fn number(m: &Bound<'_, PyModule>) {}

fn main() {}
