#![allow(unused)]

use mybind::prelude::*;

#[mybind(interpreters = "all")]
mod module {}

fn main() {}
