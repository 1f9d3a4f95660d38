#![allow(unused)]

use mybind::prelude::*;

#[mybind(signature = (a: "Sequence[int", b: "Point" = 1, *args: "'int'") -> "int |")]
fn first(a: i32, b: i32, args: Vec<i32>) {}

#[mybind(signature = (a) -> "int |")]
fn second(a: i32) {}

#[derive(FromPyObject)]
struct Line {
    #[mybind(hint = "Literal[1.5]")]
    width: f64,
}

fn main() {}
