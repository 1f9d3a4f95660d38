#![allow(unused)]

use mybind::prelude::*;

#[mybind]
async fn f() {}

fn main() {}
