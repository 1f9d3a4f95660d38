use mybind::prelude::*;

#[derive(FromPyObject, IntoPyObject)]
struct Unit;

#[derive(FromPyObject)]
struct Empty {}

#[derive(IntoPyObject)]
enum Never {}

#[derive(FromPyObject)]
enum Shape {
    Point(),
    Disc,
}

fn main() {}
