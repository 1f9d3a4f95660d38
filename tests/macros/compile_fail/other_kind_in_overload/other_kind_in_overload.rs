#![allow(unused)]

use mybind::prelude::*;

#[mybind(
    signature = (a, /, b, *, c),
    overload = "(b, a, *, c)",
    overload = "(a, /, b, c)",
    overload = "(a, b, *, c)"
)]
fn f(a: i32, b: i32, c: i32) {}

fn main() {}
