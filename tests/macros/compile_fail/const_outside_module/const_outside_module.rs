#![allow(unused)]

use mybind::prelude::*;

#[mybind]
const LIMIT: i32 = 10;

fn main() {}
