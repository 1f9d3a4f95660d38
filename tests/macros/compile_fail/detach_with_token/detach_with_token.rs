#![allow(unused)]

use mybind::prelude::*;

#[mybind(detach)]
fn f(py: Python<'_>) {}

#[mybind(detach)]
mod module {
    use mybind::prelude::*;

    #[mybind]
    fn f(py: Python<'_>) {}
}

fn main() {}
