#![allow(unused)]

use mybind::prelude::*;

#[mybind]
fn lambda() {}

fn main() {}
