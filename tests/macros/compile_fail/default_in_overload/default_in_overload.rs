#![allow(unused)]

use mybind::prelude::*;

#[mybind(overload = "(a: int = 1)", overload = "(a: str)")]
fn f(a: i32) {}

fn main() {}
