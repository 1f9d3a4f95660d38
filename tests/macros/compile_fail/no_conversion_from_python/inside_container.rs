#![allow(unused)]

use mybind::prelude::*;

struct Point;

#[mybind]
fn f(a: Option<Point>, b: Vec<Point>) {}

fn main() {}
