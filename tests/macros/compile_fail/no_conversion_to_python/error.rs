#![allow(unused)]

use mybind::prelude::*;

struct Failure;

#[mybind]
fn f() -> Result<i32, Failure> {
    Err(Failure)
}

fn main() {}
