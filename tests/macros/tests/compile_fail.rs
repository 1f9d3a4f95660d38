//! What is refused, and in which words: a folder for each rule, named after the message's constructor in
//! `macros/codegen/src/errors.rs` or after what a trait of the runtime asks for. `TRYBUILD=overwrite` blesses.

use std::collections::BTreeSet;
use std::path::Path;

#[test]
fn every_mistake_has_its_message() {
    trybuild::TestCases::new().compile_fail("compile_fail/*/*.rs");
}

/// A message that no case shows is one that nobody has read.
#[test]
fn every_message_has_a_case() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let source = root.join("../../macros/codegen/src/errors.rs");
    let source = std::fs::read_to_string(source).expect("errors.rs is there");
    let messages = source.lines().filter_map(|line| {
        let (name, rest) = line.strip_prefix("    ")?.split_once('(')?;
        let is_name = name
            .chars()
            .all(|char| char.is_ascii_lowercase() || char == '_');
        (is_name && rest.ends_with("=>")).then_some(name)
    });
    let folders: BTreeSet<_> = std::fs::read_dir(root.join("compile_fail"))
        .expect("compile_fail is there")
        .map(|entry| entry.expect("a folder").file_name())
        .collect();
    // What needs a project around it: see `projects.rs`.
    let elsewhere = ["wrong_library_name", "function_called_as_library"];
    let missing: Vec<_> = messages
        .filter(|name| !folders.contains(std::ffi::OsStr::new(name)) && !elsewhere.contains(name))
        .collect();
    assert!(
        missing.is_empty(),
        "messages without a case in compile_fail: {missing:?}"
    );
}
