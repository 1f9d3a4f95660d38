#![allow(unused)]

use mybind::prelude::*;

mod inner {
    pub fn f() {}
}

#[mybind]
use inner::f;

fn main() {}
