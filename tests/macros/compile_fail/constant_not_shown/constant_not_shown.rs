#![allow(unused)]

use mybind::prelude::*;

const START: [i32; 2] = [1, 2];

#[mybind(signature = (a = START))]
fn f(a: [i32; 2]) {}

fn main() {}
