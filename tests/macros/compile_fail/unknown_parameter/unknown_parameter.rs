#![allow(unused)]

use mybind::prelude::*;

#[mybind(signature = (a, c))]
fn f(a: i32) {}

fn main() {}
