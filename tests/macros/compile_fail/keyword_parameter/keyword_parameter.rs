#![allow(unused)]

use mybind::prelude::*;

#[mybind]
fn f(lambda: i32, from: i32, __debug__: bool) {}

fn main() {}
