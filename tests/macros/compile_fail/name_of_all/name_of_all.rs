#![allow(unused)]

use mybind::prelude::*;

#[mybind]
mod module {
    #[mybind(name = "__all__")]
    const A: i32 = 1;
}

fn main() {}
