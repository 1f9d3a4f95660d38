#![allow(unused)]

use mybind::prelude::*;

#[mybind(overload = "(b: int)", overload = "(a: int, *args: str)")]
fn f(a: i32) {}

fn main() {}
