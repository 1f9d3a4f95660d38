#![allow(unused)]

use mybind::prelude::*;

#[mybind]
mod module {
    #[mybind(submodule)]
    mod inner {}
}

fn main() {}
