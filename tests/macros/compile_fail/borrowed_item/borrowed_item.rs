#![allow(unused)]

use mybind::prelude::*;

#[mybind]
fn f(a: Vec<&str>, b: Option<&str>, c: (i32, &[u8])) {}

fn main() {}
