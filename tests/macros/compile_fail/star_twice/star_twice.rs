#![allow(unused)]

use mybind::prelude::*;

#[mybind(signature = (*args, *, a))]
fn f(args: Vec<i32>, a: i32) {}

fn main() {}
