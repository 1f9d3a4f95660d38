#![allow(unused)]

use mybind::prelude::*;

#[mybind]
mod module {
    use mybind::prelude::*;

    #[mybind]
    fn init(module: &Bound<'_, PyModule>) {}
}

fn main() {}
