#![allow(unused)]

use mybind::prelude::*;

#[mybind(signature = (*args))]
fn f(#[mybind(from_py_with = convert)] args: Vec<i32>) {}

fn main() {}
