use mybind::prelude::*;

#[derive(FromPyObject)]
struct Options {
    #[mybind(default)]
    depth: usize,
    #[mybind(default = true)]
    verbose: bool,
}

fn main() {}
