#![allow(unused)]

use mybind::prelude::*;

#[mybind]
fn f(a: &i32, b: &mut i32, c: Vec<fn()>) {}

fn main() {}
