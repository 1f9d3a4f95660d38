#![allow(unused)]

use mybind::prelude::*;

#[mybind]
mod module {
    use mybind::prelude::*;

    #[mybind]
    fn f() {}
    #[mybind(name = "f")]
    fn g() {}
}

fn main() {}
