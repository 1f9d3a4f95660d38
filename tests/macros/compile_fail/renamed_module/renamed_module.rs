#![allow(unused)]

use mybind::prelude::*;

#[mybind(submodule)]
mod inner {}

#[mybind]
mod module {
    #[mybind(submodule)]
    use super::inner as other;
}

fn main() {}
