#![allow(unused)]

use mybind::prelude::*;

#[mybind]
mod module {
    use mybind::prelude::*;

    #[mybind(init, name = "fill")]
    fn init(module: &Bound<'_, PyModule>) {}
}

fn main() {}
