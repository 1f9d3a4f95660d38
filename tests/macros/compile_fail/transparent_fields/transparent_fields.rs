use mybind::prelude::*;

#[derive(FromPyObject)]
#[mybind(transparent)]
struct Point {
    x: f64,
    y: f64,
}

#[derive(IntoPyObject)]
enum Choice {
    #[mybind(transparent)]
    Nothing,
    #[mybind(transparent)]
    Both(i32, i32),
}

fn main() {}
