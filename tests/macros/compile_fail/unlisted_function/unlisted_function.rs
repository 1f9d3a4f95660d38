#![allow(unused)]

use mybind::prelude::*;

macro_rules! double {
    ($name:ident) => {
        #[mybind]
        fn $name(x: i32) -> i32 {
            2 * x
        }
    };
}

#[mybind]
mod module {
    use mybind::prelude::*;

    double!(twice);
}

fn main() {}
