#![allow(unused)]

use mybind::prelude::*;

#[mybind]
fn f(text: &'static str) {}

#[mybind]
fn g(py: Python<'static>) {}

fn main() {}
