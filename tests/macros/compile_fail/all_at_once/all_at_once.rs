#![allow(unused)]

use mybind::prelude::*;

#[mybind(name = "a b", signature = (a = 1, lambda, c), detach, detach = 1)]
unsafe fn f(py: Python<'_>, a: i32, lambda: i32, b: &'static str) {}

#[mybind(signature = (a = 1, lambda, c), detach)]
unsafe fn g(py: Python<'_>, a: i32, lambda: i32, b: &'static str) {}

#[mybind]
mod module {
    #[mybind]
    struct A;
    #[mybind]
    const _: i32 = 1;
    #[mybind(name = "a b")]
    const B: i32 = 1;
    #[mybind]
    unsafe fn f() {}
}

fn main() {}
