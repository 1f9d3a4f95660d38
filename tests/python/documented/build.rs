//! Writes a function for each type that `docs/conversions.md` has an example of. What it does, the header of the table says: give back what
//! it is given, give what a value holds, or make a value. Its docstring is the type.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::PathBuf;
use std::{env, fs};

const DOCUMENT: &str = "../../../docs/conversions.md";

fn main() {
    println!("cargo:rerun-if-changed={DOCUMENT}");
    let document = fs::read_to_string(DOCUMENT).expect("the document is in the repository");
    let document = document.replace("\r\n", "\n");
    let mut modules = String::new();
    let mut exports = String::new();
    for section in document.split("\n## ").skip(1) {
        // The stable ABI of 3.10 has no buffers.
        let uses_buffers =
            section.contains("use mybind::buffer") || section.contains("use mybind::numpy");
        if uses_buffers && env::var_os("CARGO_FEATURE_ABI3").is_some() {
            continue;
        }
        write_section(&mut modules, &mut exports, section).expect("a String takes any text");
    }
    let code = format!(
        "{modules}/// What the document has examples of.\n#[mybind]\nmod documented {{\n{exports}}}\n"
    );
    let directory = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets it"));
    fs::write(directory.join("functions.rs"), code).expect("the directory is there");
}

/// A module of the section's functions, and what exports them.
fn write_section(modules: &mut String, exports: &mut String, section: &str) -> std::fmt::Result {
    let (title, body) = section.split_once('\n').expect("a title");
    let module = identifier(title);
    let uses = body
        .split("```")
        .find_map(|listing| listing.strip_prefix("rust\n"));
    let functions = functions(body);
    if functions.is_empty() {
        return Ok(());
    }
    writeln!(
        modules,
        "mod {module} {{\nuse super::*;\n{}",
        uses.unwrap_or_default()
    )?;
    let mut names = BTreeSet::new();
    for (header, ty) in functions {
        let name = format!("{module}_{}", identifier(&ty));
        let lent = ty.replace("'_", "'a").replace('&', "&'a ");
        let (given, result, value) = match header.as_str() {
            "| Rust | given | comes back |" => (lent.clone(), lent, "value"),
            "| Rust | made of | comes out |" => (
                format!("<{lent} as Made>::From"),
                lent.clone(),
                "Made::made(value)",
            ),
            _ => (
                lent.clone(),
                format!("<{lent} as Held>::Content"),
                "value.content()",
            ),
        };
        assert!(
            names.insert(name.clone()),
            "two types would be called {name}"
        );
        writeln!(
            modules,
            "/// {ty}\n#[mybind]\npub fn {name}<'a>(value: {given}) -> {result} {{ {value} }}"
        )?;
        writeln!(exports, "#[mybind] use super::{module}::{name};")?;
    }
    writeln!(modules, "}}")
}

/// The types in the tables of examples, each with the header of its table.
fn functions(body: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut header = None;
    for line in body.lines() {
        let mut cells = line.split(" | ");
        match header {
            None if line.starts_with("| Rust | ") && !line.contains("in the stub") => {
                header = Some(line)
            }
            Some(header) if line.starts_with("| `") => {
                let ty = cells
                    .next()
                    .expect("a first one")
                    .trim_start_matches("| ")
                    .trim_matches('`');
                let function = (header.to_owned(), ty.to_owned());
                if !found.contains(&function) {
                    found.push(function);
                }
            }
            Some(_) if !line.starts_with('|') => header = None,
            _ => {}
        }
    }
    found
}

/// `&[u8]` is `ref_array_u8`, as in `tables/document.py`.
fn identifier(text: &str) -> String {
    let text = text
        .replace('&', " ref ")
        .replace('(', " tuple ")
        .replace('[', " array ")
        .to_lowercase();
    let words = text.split(|c: char| !c.is_alphanumeric());
    words
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join("_")
}
