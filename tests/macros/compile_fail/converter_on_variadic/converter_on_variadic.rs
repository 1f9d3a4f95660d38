#![allow(unused)]

use mybind::prelude::*;

#[mybind(signature = (*args), from_py_with = (args = convert))]
fn f(args: Vec<i32>) {}

fn main() {}
