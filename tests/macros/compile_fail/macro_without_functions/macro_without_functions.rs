#![allow(unused)]

use mybind::prelude::*;

macro_rules! functions {
    () => {};
}

#[mybind]
mod module {
    #[mybind]
    functions!();
}

fn main() {}
