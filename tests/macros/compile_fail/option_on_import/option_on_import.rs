#![allow(unused)]

use mybind::prelude::*;

#[mybind]
fn f() {}

#[mybind]
mod module {
    #[mybind(name = "g")]
    use super::f;
}

fn main() {}
