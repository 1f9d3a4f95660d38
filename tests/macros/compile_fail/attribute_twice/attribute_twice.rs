#![allow(unused)]

use mybind::prelude::*;

#[mybind(name = "g")]
#[mybind]
fn f() {}

#[mybind]
#[mybind(name = "h")]
#[mybind(name = "g")]
fn g() {}

#[mybind]
mod module {
    #[mybind]
    #[mybind]
    fn f() {}
}

fn main() {}
