//! The tables in `docs/conversions.md` name each type that the runtime converts, and no other; and the macro knows each handle.
//! Read from the sources as text: headers of `impl`s, and what the macros that write `impl`s are given.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

/// What makes a type a parameter or a result.
const TRAITS: [&str; 4] = ["Argument", "FromPyObject", "IntoPyObject", "ReturnValue"];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The code of all files in `directory` and below, without comments.
fn code(directory: &Path) -> String {
    let mut text = String::new();
    for entry in fs::read_dir(directory).expect("readable") {
        let path = entry.expect("readable").path();
        if path.is_dir() {
            text += &code(&path);
        } else {
            let source = fs::read_to_string(&path).expect("readable");
            let lines = source.lines();
            for line in lines.filter(|line| !line.trim_start().starts_with("//")) {
                text += line;
                text.push('\n');
            }
        }
    }
    text
}

/// The names in `text`, without lifetimes and variables of macros.
fn names(text: &str) -> BTreeSet<String> {
    let inside = |c: char| c.is_alphanumeric() || "_'$".contains(c);
    text.split(|c| !inside(c))
        .filter(|name| name.starts_with(char::is_alphabetic))
        .map(str::to_owned)
        .collect()
}

/// Where the `<...>` at the start of `text` ends.
fn after_parameters(text: &str) -> usize {
    let mut depth = 0;
    for (index, c) in text.char_indices() {
        match c {
            '<' => depth += 1,
            '>' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return index + 1;
        }
    }
    text.len()
}

/// The names of types for which the text has an `impl` of one of the traits, without those of its parameters.
fn implemented(code: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    // What diagnostics quote stands after a backtick.
    let code = code.replace("`impl<", "");
    for item in code.split("impl<").skip(1) {
        let item = format!("<{item}");
        let (parameters, header) = item.split_at(after_parameters(&item));
        let header = header.split(['{', '\n']).next().unwrap_or_default();
        let header = header.split(" where ").next().unwrap_or_default();
        let Some((head, of)) = header.split_once(" for ") else {
            continue;
        };
        let implemented = head.trim().split('<').next().unwrap_or_default();
        if TRAITS.contains(&implemented) {
            found.extend(names(of).difference(&names(parameters)).cloned());
        }
    }
    found
}

/// The names of types that macros are given: lists on one line, and entries `Name: |object| ...`.
fn listed(code: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for line in code.lines() {
        if let Some((name, list)) = line.split_once("! { ") {
            if name.chars().all(|c| c.is_lowercase() || c == '_') {
                found.extend(names(list));
            }
        }
        if let Some((name, _)) = line.trim_start().split_once("into_copied!(") {
            if name.is_empty() {
                found.extend(names(line.trim_start().trim_start_matches("into_copied!")));
            }
        }
        if let Some((name, _)) = line.split_once(": |object|") {
            // A field of a struct is no entry.
            if name.trim_start().starts_with(char::is_uppercase) {
                found.extend(names(name));
            }
        }
    }
    found
}

/// The handles that `mybind::types` exports.
fn handles() -> BTreeSet<String> {
    let exported = fs::read_to_string(root().join("runtime/src/types/mod.rs")).expect("readable");
    let mut found: BTreeSet<_> = exported
        .lines()
        .filter(|line| line.starts_with("pub use "))
        .flat_map(names)
        .filter(|name| name.starts_with("Py"))
        .collect();
    for no_handle in [
        "PyBytesWriter",
        "PyCallArgs",
        "PyCodeInput",
        "PyDateAccess",
        "PyDeltaAccess",
        "PyFrozenSetBuilder",
        "PySendResult",
        "PySliceIndices",
        "PyTimeAccess",
        "PyTzInfoAccess",
    ] {
        assert!(found.remove(no_handle), "{no_handle} is gone");
    }
    found
}

/// The names in the column of Rust types, in the tables that list types.
fn documented() -> BTreeSet<String> {
    let document = fs::read_to_string(root().join("docs/conversions.md")).expect("readable");
    let mut found = BTreeSet::new();
    let mut column = None;
    for line in document.lines() {
        if line.contains("| in the stub |") {
            column = Some(usize::from(line.starts_with("| feature")));
        } else if !line.starts_with('|') {
            column = None;
        } else if let Some(column) = column {
            let cell = line.split(" | ").nth(column).unwrap_or_default();
            for quoted in cell.split('`').skip(1).step_by(2) {
                found.extend(names(quoted));
            }
        }
    }
    found
}

#[test]
fn each_type_has_a_row() {
    let runtime = code(&root().join("runtime/src"));
    let converted = code(&root().join("runtime/src/convert"));
    let mut types = implemented(&runtime);
    types.extend(listed(&converted));
    types.extend(handles());
    assert!(types.contains("SignedDuration") && types.contains("PathBuf"));
    let rows = documented();
    let missing: Vec<_> = types.difference(&rows).collect();
    assert!(
        missing.is_empty(),
        "types without a row in docs/conversions.md: {missing:?}"
    );
}

#[test]
fn each_row_has_its_type() {
    let runtime = names(&code(&root().join("runtime/src")));
    let rows = documented();
    assert!(rows.contains("SignedDuration") && rows.contains("PathBuf"));
    let gone: Vec<_> = rows.difference(&runtime).collect();
    assert!(
        gone.is_empty(),
        "rows of docs/conversions.md without a type: {gone:?}"
    );
}

/// The macro has a list of its own, by which it tells a handle in the words of PyO3 before 0.21 from a user's type.
#[test]
fn each_handle_is_known_to_the_macro() {
    let mut handles = handles();
    handles.insert("PyUntypedArray".to_owned());
    let understood = |handle: &String| {
        let handle = format_ident!("{handle}");
        mybind_codegen::understand(TokenStream::new(), quote!(fn function(bare: &#handle) {}))
            .is_ok()
    };
    let unknown: Vec<_> = handles.iter().filter(|handle| understood(handle)).collect();
    assert!(
        unknown.is_empty(),
        "handles that `bare_handle` in macros/codegen/src/rust_type.rs does not know: {unknown:?}"
    );
    assert!(understood(&"Python".to_owned()));
}
