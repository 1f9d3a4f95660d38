#![allow(unused)]

use mybind::prelude::*;

mod functions {}

#[mybind]
mod module {
    #[mybind]
    use super::functions::*;
}

fn main() {}
