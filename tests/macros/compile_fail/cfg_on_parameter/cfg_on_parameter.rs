#![allow(unused)]

use mybind::prelude::*;

#[mybind]
fn f(a: i32, #[cfg(unix)] b: i32) {}

fn main() {}
