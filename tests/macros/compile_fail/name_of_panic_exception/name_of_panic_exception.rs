#![allow(unused)]

use mybind::prelude::*;

#[mybind]
mod module {
    #[mybind(name = "PanicException")]
    const A: i32 = 1;
}

fn main() {}
