#![allow(unused)]

use mybind::prelude::*;

#[mybind(name = "class")]
fn f() {}

fn main() {}
