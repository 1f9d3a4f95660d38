#![allow(unused)]

use mybind::prelude::*;

#[mybind(signature = (a = { std::hint::unreachable_unchecked() }))]
fn f(a: i32) {}

#[mybind(signature = (a = {
    #[allow(unsafe_op_in_unsafe_fn)]
    std::hint::unreachable_unchecked()
}))]
fn g(a: i32) {}

fn main() {}
