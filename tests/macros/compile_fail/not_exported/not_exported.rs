#![allow(unused)]

use mybind::prelude::*;

fn plain() {}

#[mybind]
mod module {
    #[mybind]
    use super::plain;
}

fn main() {}
