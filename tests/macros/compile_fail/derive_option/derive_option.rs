use mybind::prelude::*;

#[derive(FromPyObject)]
#[mybind(from_items, transparent, transparent)]
struct Name {
    #[mybind(items)]
    name: String,
}

#[derive(FromPyObject)]
#[mybind(transparent)]
enum Choice {
    #[mybind(default)]
    Left,
    Right {
        #[mybind(item(key))]
        a: i32,
        #[mybind(attribute(1))]
        b: i32,
        #[mybind(default =)]
        c: i32,
        #[mybind(from_py_with)]
        d: i32,
    },
}

fn main() {}
