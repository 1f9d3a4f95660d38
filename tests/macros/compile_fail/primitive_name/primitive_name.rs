#![allow(unused)]

use mybind::prelude::*;

#[mybind]
fn u8() {}

fn main() {}
