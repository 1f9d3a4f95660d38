#![allow(unused)]

use mybind::prelude::*;

#[mybind(name = "g", name = "h")]
fn f() {}

fn main() {}
