#![allow(unused)]

use mybind::prelude::*;

#[mybind]
mod module {
    #[mybind = "f"]
    fn f() {}
}

fn main() {}
