#![allow(unused)]

use mybind::prelude::*;

#[mybind(functions = (f, g))]
mod module {}

fn main() {}
