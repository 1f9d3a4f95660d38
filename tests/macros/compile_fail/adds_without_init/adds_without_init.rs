#![allow(unused)]

use mybind::prelude::*;

#[mybind(adds = (VERSION: &str))]
fn f() {}

fn main() {}
