//! The attribute is of one version of mybind and the runtime of another one.

use mybind::prelude::*;

mod other {
    pub mod __private {
        pub mod for_macros_0_0_9 {}
        pub mod outside_of_module {
            pub const __MYBIND_FUNCTIONS: &[&str] = &["*"];
        }
    }
}

#[mybind(crate = crate::other)]
fn add(a: i32, b: i32) -> i32 {
    a + b
}

#[mybind(crate = crate::other)]
mod other_version {
    #[mybind]
    use super::add;
}

fn main() {}
