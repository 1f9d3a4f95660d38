#![allow(unused)]

use mybind::prelude::*;

#[mybind(name = "a b")]
fn f() {}

#[mybind(name = "r#enum")]
fn raw() {}

fn main() {}
