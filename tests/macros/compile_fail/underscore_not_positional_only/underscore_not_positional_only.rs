#![allow(unused)]

use mybind::prelude::*;

#[mybind(signature = (a, _))]
fn f(a: i32, _: i32) {}

fn main() {}
