use mybind::prelude::*;

#[derive(FromPyObject)]
struct Pair<'a, 'py> {
    name: &'a str,
    object: Bound<'py, PyAny>,
}

fn main() {}
