#![allow(unused)]

use mybind::prelude::*;

#[mybind(from_py_with = (a = convert))]
fn f(#[mybind(from_py_with = convert)] a: i32) {}

#[mybind]
fn g(#[mybind(from_py_with = convert, from_py_with = convert)] a: i32) {}

fn main() {}
