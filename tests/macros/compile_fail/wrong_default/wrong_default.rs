#![allow(unused)]

use mybind::prelude::*;

#[mybind(signature = (a = "one"))]
fn f(a: i32) {}

#[mybind(signature = (a = 1.5))]
fn g(a: Option<i32>) {}

fn main() {}
