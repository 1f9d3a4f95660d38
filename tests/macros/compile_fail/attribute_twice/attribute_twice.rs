#![allow(unused)]

use mybind::prelude::*;

#[mybind]
#[mybind(name = "g")]
fn f() {}

#[mybind]
mod module {
    #[mybind]
    #[mybind]
    fn f() {}
}

fn main() {}
