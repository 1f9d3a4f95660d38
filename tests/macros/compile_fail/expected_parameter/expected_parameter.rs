#![allow(unused)]

use mybind::prelude::*;

#[mybind(signature = (a, "b"))]
fn f(a: i32) {}

fn main() {}
