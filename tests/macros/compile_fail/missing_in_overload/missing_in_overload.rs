#![allow(unused)]

use mybind::prelude::*;

#[mybind(signature = (a, *, b, c = 1), overload = "(a: int)", overload = "(*, b: int)")]
fn f(a: i32, b: i32, c: i32) {}

fn main() {}
