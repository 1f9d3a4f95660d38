#![allow(unused)]

use mybind::prelude::*;

#[mybind(warn(category = mybind::exceptions::PyFutureWarning))]
fn silent() {}

#[mybind(warn(text = "?"))]
fn misspelt() {}

fn main() {}
