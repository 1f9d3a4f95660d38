#![allow(unused)]

use mybind::prelude::*;

#[doc = "a\0b"]
#[mybind]
fn f() {}

#[doc = concat!("a", "\0")]
#[mybind]
fn g() {}

fn main() {}
