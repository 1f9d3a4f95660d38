use mybind::prelude::*;

#[derive(FromPyObject)]
#[mybind(rename_all = "camelCase")]
struct Point(f64, #[mybind(item("y"))] f64);

#[derive(FromPyObject)]
#[mybind(transparent, from_item_all)]
struct Name {
    #[mybind(default)]
    name: String,
}

fn main() {}
