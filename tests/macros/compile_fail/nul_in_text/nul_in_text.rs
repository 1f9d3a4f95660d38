#![allow(unused)]

use mybind::prelude::*;

#[mybind(deprecated = "a\0b")]
fn f() {}

#[mybind(text_signature = "(\0)")]
fn g() {}

fn main() {}
