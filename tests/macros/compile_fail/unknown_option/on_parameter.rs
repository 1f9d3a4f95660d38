#![allow(unused)]

use mybind::prelude::*;

#[mybind]
fn f(#[mybind(default = 1)] a: i32) {}

#[mybind]
mod m {
    #[mybind]
    fn g(#[mybind(from_py_with)] a: i32, #[mybind(from_py_with = )] b: i32, #[mybind] #[mybind] c: i32) {}
}

fn main() {}
