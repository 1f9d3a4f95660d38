#![allow(unused)]

use mybind::prelude::*;

#[mybind(pass_module)]
fn f() {}

fn main() {}
