#![allow(unused)]

use mybind::prelude::*;

#[mybind(signature = (py, a))]
fn f(py: Python<'_>, a: i32) {}

fn main() {}
