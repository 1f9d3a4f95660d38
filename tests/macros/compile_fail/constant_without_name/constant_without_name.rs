#![allow(unused)]

use mybind::prelude::*;

#[mybind]
mod module {
    #[mybind]
    const _: i32 = 1;
}

fn main() {}
