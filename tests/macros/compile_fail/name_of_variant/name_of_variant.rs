use mybind::prelude::*;

#[derive(FromPyObject)]
enum Value {
    #[mybind(name = "int")]
    Int(i64),
}

fn main() {}
