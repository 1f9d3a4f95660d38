//! The README's listings are the real ones.

use std::path::Path;

fn read(path: &str) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let text = std::fs::read_to_string(root.join(path)).expect("readable");
    text.replace("\r\n", "\n")
}

/// The `index`th listing in `language`, from 0.
fn listing(language: &str, index: usize) -> String {
    let readme = read("README.md");
    let fence = format!("```{language}\n");
    let after = readme
        .split(&fence)
        .nth(index + 1)
        .expect("the listing is there");
    after
        .split("```")
        .next()
        .expect("the listing has an end")
        .to_owned()
}

#[test]
fn the_example_is_examples_hello() {
    assert!(read("examples/hello/src/lib.rs").contains(&listing("rust", 0)));
}

#[test]
fn the_expansion_is_the_golden_one() {
    let golden = read("tests/macros/expansions/add.expanded.rs");
    let (_, beside_the_item) = golden.split_once("}\n").expect("the item");
    assert_eq!(listing("rust", 1), beside_the_item);
}
