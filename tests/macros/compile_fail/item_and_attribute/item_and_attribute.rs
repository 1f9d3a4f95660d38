use mybind::prelude::*;

#[derive(FromPyObject)]
struct Point {
    #[mybind(item, attribute("y"))]
    x: f64,
}

fn main() {}
