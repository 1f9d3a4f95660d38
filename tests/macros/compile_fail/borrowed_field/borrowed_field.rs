use mybind::prelude::*;

#[derive(FromPyObject)]
struct Name<'py>(&'py str);

#[derive(FromPyObject)]
struct Names<'a> {
    names: Vec<&'a str>,
}

fn main() {}
