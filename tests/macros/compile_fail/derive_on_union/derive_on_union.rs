use mybind::prelude::*;

#[derive(FromPyObject)]
union Number {
    _int: i32,
    _float: f32,
}

fn main() {}
