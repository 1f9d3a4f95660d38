#![allow(unused)]

use mybind::prelude::*;

#[mybind(overload = "(a: int)", overload = "(a: str)", name = "g", name = "h")]
fn f(a: i32) {}

fn main() {}
