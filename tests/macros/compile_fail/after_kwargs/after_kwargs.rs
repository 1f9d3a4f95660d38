#![allow(unused)]

use mybind::prelude::*;

#[mybind(signature = (**kwargs, a))]
fn f(kwargs: Option<()>, a: i32) {}

fn main() {}
