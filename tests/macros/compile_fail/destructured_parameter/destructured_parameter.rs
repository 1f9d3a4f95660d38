#![allow(unused)]

use mybind::prelude::*;

#[mybind]
fn f((a, b): (i32, i32)) -> i32 {
    a + b
}

fn main() {}
