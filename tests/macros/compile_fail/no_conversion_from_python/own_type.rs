#![allow(unused)]

use mybind::prelude::*;

struct Point;

#[mybind]
fn one(a: Point, b: i32) {}

#[mybind(signature = (a = {Point}, *args, **kwargs))]
fn each(a: Point, args: Point, kwargs: Point) {}

fn main() {}
