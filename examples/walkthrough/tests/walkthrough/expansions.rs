//! Every item that the macro writes has its paragraph, and every token its place.

use std::fs;
use std::path::{Path, PathBuf};

use walkthrough::expansion::{Expansion, is_explained, lost_tokens};
use walkthrough::source::Source;
use walkthrough::texts::Texts;

/// The inputs of the golden expansions, and our own demo.
fn inputs() -> Vec<PathBuf> {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folders = [
        package.join("../../tests/macros/expansions"),
        package.join("demo"),
    ];
    let files = folders
        .iter()
        .flat_map(|folder| fs::read_dir(folder).expect("the folder is there"));
    let mut inputs: Vec<PathBuf> = files.map(|file| file.expect("a file").path()).collect();
    inputs.retain(|file| {
        let name = file.to_string_lossy();
        name.ends_with(".rs") && !name.ends_with(".expanded.rs")
    });
    assert!(inputs.len() > 5, "{inputs:?}");
    inputs
}

fn read(file: &Path) -> (Source, Expansion) {
    let text = fs::read_to_string(file).expect("readable");
    let source =
        Source::parse(&text).unwrap_or_else(|fault| panic!("{}: {fault:?}", file.display()));
    let expansion = Expansion::of(&source).expect("the formatted text is Rust");
    (source, expansion)
}

#[test]
fn every_item_has_a_paragraph() {
    let texts = Texts::load();
    let mut missing = Vec::new();
    for file in inputs() {
        let (source, expansion) = read(&file);
        missing.extend(expansion.unknown_parts());
        let mut parts = Vec::new();
        for chosen in source.functions() {
            let of_function = expansion.parts_of(&chosen, &source);
            let names: Vec<&str> = of_function.iter().map(|part| part.name).collect();
            assert_eq!(names[0], "item", "{}", chosen.function.ident);
            let body = expansion.body_of(&chosen, &source).expect("something runs");
            let names = expansion.runtime_names(&body);
            let explained = names.iter().filter(|name| is_explained(name));
            missing.extend(
                explained
                    .map(|name| format!("names.{name}"))
                    .filter(|key| !texts.has(key)),
            );
            parts.extend(of_function);
        }
        for exported in &source.exported {
            if let mybind_codegen::ir::Exported::Module(module) = &exported.ir {
                let of_module = expansion.parts_of_module(&exported.path, module);
                assert!(
                    of_module.iter().any(|part| part.name == "module"),
                    "{of_module:?}"
                );
                parts.extend(of_module);
            }
        }
        let keys = parts.iter().map(|part| format!("items.{}", part.name));
        missing.extend(keys.filter(|key| !texts.has(key)));
    }
    missing.sort();
    missing.dedup();
    assert!(
        missing.is_empty(),
        "no paragraph for:\n{}",
        missing.join("\n")
    );
}

#[test]
fn every_token_is_shown() {
    for file in inputs() {
        let (source, expansion) = read(&file);
        let lost = lost_tokens(&source, &expansion);
        assert!(lost.is_empty(), "{}: {lost:?}", file.display());
    }
}
