#![allow(unused)]

use mybind::prelude::*;

struct Point;

impl Point {
    #[mybind]
    fn f(&self) {}
}

fn main() {}
