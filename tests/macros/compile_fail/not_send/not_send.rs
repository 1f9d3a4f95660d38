#![allow(unused)]

use mybind::prelude::*;

#[mybind(detach)]
fn f(a: &Bound<'_, PyAny>) {}

#[mybind(detach)]
fn g() -> std::rc::Rc<i32> {
    std::rc::Rc::new(1)
}

fn main() {}
