#![allow(unused)]

use mybind::prelude::*;

#[mybind(
    overload = "a: int -> int",
    overload = "(a: int = b) -> int",
    overload = "(a: Point) -> int"
)]
fn f(a: i32) {}

fn main() {}
