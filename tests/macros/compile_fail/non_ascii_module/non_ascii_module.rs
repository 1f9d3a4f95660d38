#![allow(unused)]

use mybind::prelude::*;

#[mybind]
mod größe {}

fn main() {}
