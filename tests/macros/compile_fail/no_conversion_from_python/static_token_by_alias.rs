#![allow(unused)]

use mybind::prelude::*;

type Token = Python<'static>;

#[mybind]
fn f(a: Token) {}

fn main() {}
