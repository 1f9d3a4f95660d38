#![allow(unused)]

use mybind::prelude::*;

#[mybind(name = "a b")]
fn f() {}

fn main() {}
