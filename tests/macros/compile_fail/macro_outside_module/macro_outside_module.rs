#![allow(unused)]

use mybind::prelude::*;

macro_rules! functions {
    () => {};
}

#[mybind]
functions!();

fn main() {}
