#![allow(unused)]

use mybind::prelude::*;

#[mybind]
unsafe fn f() {}

fn main() {}
