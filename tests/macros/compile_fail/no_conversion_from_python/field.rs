use mybind::prelude::*;

struct Opaque;

#[derive(FromPyObject, IntoPyObject)]
struct Pair {
    first: i32,
    second: Opaque,
}

#[derive(FromPyObject, IntoPyObject)]
struct Newtype(Opaque);

#[derive(IntoPyObject, IntoPyObjectRef)]
enum Choice {
    First(i32, Opaque),
    Second,
}

fn main() {}
