// One side of the listings in `docs/migration.md`, as a library: included by the build scripts of both.

use std::path::PathBuf;
use std::{env, fs};

const DOCUMENT: &str = "../../../docs/migration.md";

/// How a side marks its lines, and what it calls things.
struct Side {
    marker: char,
    function: &'static str,
    module: &'static str,
    import: &'static str,
    prelude: &'static str,
}

/// Writes a Rust module for each section: the code of its listings, and around its functions a Python module of the same name.
fn extract(side: &Side) {
    println!("cargo:rerun-if-changed={DOCUMENT}");
    println!("cargo:rerun-if-changed=../extract.rs");
    let document = fs::read_to_string(DOCUMENT).expect("the document is in the repository");
    let document = document.replace("\r\n", "\n");
    let mut library = String::new();
    for section in document.split("\n## ").skip(1) {
        let (title, body) = section.split_once('\n').expect("a title");
        let listings = body.split("```diff\n").skip(1);
        let code: String = listings
            .map(|listing| listing.split("```").next().expect("it ends"))
            .flat_map(str::lines)
            .filter_map(|line| match line.chars().next() {
                Some(marker) if marker == side.marker || marker == ' ' => Some(&line[1..]),
                None => Some(""),
                Some('+' | '-') => None,
                Some(_) => panic!("neither of both sides nor of one: {line}"),
            })
            .map(|line| format!("{line}\n"))
            .collect();
        if !code.is_empty() {
            library += &rust_module(side, &identifier(title), &code);
        }
    }
    let directory = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets it"));
    fs::write(directory.join("listings.rs"), library).expect("the directory is there");
}

fn rust_module(side: &Side, name: &str, code: &str) -> String {
    let Side {
        module,
        import,
        prelude,
        ..
    } = side;
    let mut exports = String::new();
    for function in functions(side.function, code) {
        exports += &format!("#[{import}] use super::{function};\n");
    }
    let uses = if code.starts_with("use ") && code.contains("::prelude::*") {
        ""
    } else {
        prelude
    };
    let python = if exports.is_empty() {
        String::new()
    } else {
        format!("#[{module}]\nmod {name} {{\n{exports}}}\n")
    };
    format!("mod {name} {{\n{uses}\n{code}\n{python}}}\n")
}

/// The names of the functions that the code exports one by one.
fn functions<'a>(attribute: &str, code: &'a str) -> Vec<&'a str> {
    let mut found = Vec::new();
    let mut exported = false;
    for line in code.lines() {
        let declared = line
            .split_once("fn ")
            .filter(|(before, _)| before.is_empty() || before.starts_with("pub"));
        if line.starts_with(&format!("#[{attribute}]"))
            || line.starts_with(&format!("#[{attribute}(")) && !line.contains("(module")
        {
            exported = true;
        } else if let (true, Some((_, rest))) = (exported, declared) {
            found.push(rest.split(['(', '<']).next().expect("a name"));
            exported = false;
        } else if !line.starts_with("#[")
            && !line.starts_with("///")
            && !line.starts_with(' ')
            && !line.starts_with(')')
        {
            exported = false;
        }
    }
    found
}

fn identifier(title: &str) -> String {
    let title = title.to_lowercase();
    let words = title.split(|c: char| !c.is_alphanumeric());
    words
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join("_")
}
