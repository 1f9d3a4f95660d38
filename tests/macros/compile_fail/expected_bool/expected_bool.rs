#![allow(unused)]

use mybind::prelude::*;

#[mybind(detach = "yes")]
fn f() {}

#[mybind(pass_module(true))]
fn g() {}

fn main() {}
