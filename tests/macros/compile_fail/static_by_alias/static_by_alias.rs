#![allow(unused)]

use mybind::prelude::*;

type Text = &'static str;

#[mybind]
fn f(a: Text) {}

fn main() {}
