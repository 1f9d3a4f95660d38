#![allow(unused)]

use mybind::prelude::*;

pub struct Point;

#[mybind(submodule)]
mod module {
    #[mybind]
    use super::Point;
}

fn main() {}
