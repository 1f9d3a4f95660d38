//! Functions that nothing exports.

#[mybind::mybind]
fn forgotten(x: i32) -> i32 {
    x
}

/// What others can reach is not unused.
#[mybind::mybind]
pub fn public(x: i32) -> i32 {
    x
}

#[mybind::mybind]
mod unused {
    #[mybind]
    fn inside(x: i32) -> i32 {
        x
    }
}
