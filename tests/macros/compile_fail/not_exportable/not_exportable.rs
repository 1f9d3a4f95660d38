#![allow(unused)]

use mybind::prelude::*;

#[mybind]
struct Point;

#[mybind]
impl Point {}

#[mybind]
enum Choice {}

#[mybind]
static COUNT: i32 = 1;

fn main() {}
