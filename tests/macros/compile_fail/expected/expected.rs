#![allow(unused)]

use mybind::prelude::*;

#[mybind(name "g")]
fn f() {}

#[mybind(name = 1, detach yes)]
fn h() {}

#[mybind(signature = a)]
fn i(a: i32) {}

#[mybind(crate = "mybind")]
fn j() {}

#[mybind]
mod m {
    macro_rules! invocation {
        () => {};
    }
    #[mybind(functions = (a b))]
    invocation!();
    #[mybind(functions = (c, 2), name)]
    invocation!();
    #[mybind(name = )]
    const A: i32 = 1;
    #[mybind(from_py_with = (a, b = c))]
    fn k(a: i32) {}
    #[mybind(from_py_with = (a = "converter"))]
    fn l(a: i32, #[mybind(from_py_with = "converter")] b: i32) {}
}

#[derive(FromPyObject)]
#[mybind(crate = "mybind")]
struct S(i32);

#[derive(FromPyObject)]
#[mybind(crate = mybind path)]
enum E {
    A(i32),
}

fn main() {}
