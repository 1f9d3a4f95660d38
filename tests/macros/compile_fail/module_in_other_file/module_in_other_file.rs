#![allow(unused)]

use mybind::prelude::*;

#[mybind]
mod other;

fn main() {}
