use mybind::prelude::*;

#[derive(FromPyObject)]
#[mybind(from_item_all)]
struct Point {
    #[mybind(attribute)]
    x: f64,
}

fn main() {}
