#![allow(unused)]

use mybind::prelude::*;

#[mybind(signature = (a = 1, b))]
fn f(a: i32, b: i32) {}

fn main() {}
