#![allow(unused)]

use mybind::prelude::*;

#[mybind]
fn f(x: impl ToString) -> impl ToString {
    x
}

fn main() {}
