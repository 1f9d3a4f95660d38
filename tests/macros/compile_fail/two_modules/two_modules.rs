#![allow(unused)]

use mybind::prelude::*;

#[mybind(pass_module)]
fn f(a: &Bound<'_, PyModule>, b: &Bound<'_, PyModule>) {}

fn main() {}
