#![allow(unused)]

use mybind::prelude::*;

#[mybind]
fn f() {}

#[mybind]
mod module {
    #[mybind]
    use super::f as _;
}

fn main() {}
