#![allow(unused)]

use mybind::prelude::*;

#[mybind(nmae = "g", detahc)]
fn f() {}

#[mybind(signature = ())]
mod module {
    #[mybind(detach)]
    const A: i32 = 1;
}

fn main() {}
