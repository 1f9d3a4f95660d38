#![allow(unused)]

use mybind::prelude::*;

pub struct Point;

#[mybind]
mod module {
    use super::Point;

    #[mybind]
    const ORIGIN: Point = Point;
}

fn main() {}
