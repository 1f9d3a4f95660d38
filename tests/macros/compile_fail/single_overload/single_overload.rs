#![allow(unused)]

use mybind::prelude::*;

#[mybind(overload = "(a: int) -> int")]
fn f(a: i32) {}

fn main() {}
