#![allow(unused)]

use mybind::prelude::*;

#[mybind]
mod module {
    use mybind::prelude::*;

    #[mybind(init)]
    fn init(module: &Bound<'_, PyModule>) -> i32 {
        1
    }
}

fn main() {}
