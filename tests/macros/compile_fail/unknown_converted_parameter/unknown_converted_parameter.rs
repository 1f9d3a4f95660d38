#![allow(unused)]

use mybind::prelude::*;

#[mybind(from_py_with = (b = convert))]
fn f(a: i32) {}

fn main() {}
