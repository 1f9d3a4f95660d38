use mybind::prelude::*;

#[derive(FromPyObject)]
#[mybind(rename_all = "CamelCase")]
struct Point {
    x: f64,
}

fn main() {}
