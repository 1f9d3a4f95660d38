#![allow(unused)]

use mybind::prelude::*;

#[mybind]
fn f<T>(x: T) {}

#[mybind]
fn g<const N: usize>(x: [i32; N]) {}

fn main() {}
