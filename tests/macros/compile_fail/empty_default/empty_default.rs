#![allow(unused)]

use mybind::prelude::*;

#[mybind(signature = (a = ))]
fn f(a: i32) {}

fn main() {}
