#![allow(unused)]

use mybind::prelude::*;

#[mybind(detach, pass_module)]
fn f(module: &Bound<'_, PyModule>) {}

fn main() {}
