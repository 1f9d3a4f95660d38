use mybind::prelude::*;

#[mybind(overload = "(a: int)", overload = "(a: None)")]
fn f(a: Option<i32>) {
    let _ = a;
}

#[mybind]
mod renamed_overloads {
    #[mybind]
    use super::f as g;
}

fn main() {}
