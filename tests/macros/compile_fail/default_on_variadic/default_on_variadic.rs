#![allow(unused)]

use mybind::prelude::*;

#[mybind(signature = (*args = 1))]
fn f(args: Vec<i32>) {}

fn main() {}
