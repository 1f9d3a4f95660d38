#![allow(unused)]

use mybind::prelude::*;

struct Point;

#[mybind]
fn one() -> Point {
    Point
}

#[mybind]
fn many() -> Vec<Point> {
    Vec::new()
}

fn main() {}
