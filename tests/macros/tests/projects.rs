//! What only shows in a whole project: warnings, lints, and the check of the library's name.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use random_items::{Choose, Marked};

/// Makes a package of the files in `projects/NAME`, and gives the path of its manifest.
fn project(name: &str) -> PathBuf {
    let manifest = package(name);
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for file in std::fs::read_dir(root.join("projects").join(name)).expect("a project") {
        let file = file.expect("a file");
        std::fs::copy(file.path(), manifest.with_file_name(file.file_name())).expect("writable");
    }
    manifest
}

/// Makes a package whose library is to be `lib.rs`, and gives the path of its manifest.
fn package(name: &str) -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::create_dir_all(&folder).expect("writable");
    let runtime = root.join("../../runtime");
    let manifest = format!(
        "[package]\nname = \"{name}\"\nedition = \"2024\"\n\n[lib]\npath = \"lib.rs\"\n\n[workspace]\n\n[dependencies]\nmybind = {{ path = {runtime:?} }}\n",
    );
    std::fs::write(folder.join("Cargo.toml"), manifest).expect("writable");
    std::fs::copy(root.join("../../Cargo.lock"), folder.join("Cargo.lock"))
        .expect("the versions that are tested");
    folder.join("Cargo.toml")
}

/// What cargo says about a package: the lines that name a place in the source.
fn messages(command: &str, manifest: &Path) -> Vec<String> {
    let output = cargo(command, manifest);
    let text = String::from_utf8_lossy(&output.stderr);
    text.lines()
        .filter(|line| line.contains(".rs:"))
        .map(str::to_owned)
        .collect()
}

/// What the compiler says of a project, which is one thing.
fn only_message(name: &str) -> String {
    let mut messages = messages("check", &project(name));
    assert_eq!(messages.len(), 1, "{messages:?}");
    messages.remove(0)
}

fn cargo(command: &str, manifest: &Path) -> Output {
    Command::new(env!("CARGO"))
        .args([
            command,
            "--quiet",
            "--message-format=short",
            "--manifest-path",
        ])
        .arg(manifest)
        .env(
            "CARGO_TARGET_DIR",
            Path::new(env!("CARGO_TARGET_TMPDIR")).join("projects"),
        )
        .output()
        .expect("cargo runs")
}

#[test]
fn a_function_that_is_not_exported_gives_one_warning() {
    assert_eq!(
        messages("check", &project("unused")),
        ["lib.rs:4:4: warning: function `forgotten` is never used"],
    );
}

#[test]
fn a_module_that_python_would_not_find_is_refused() {
    let message = only_message("wrong_library");
    let expected = "lib.rs:4:5: error: Python will look for a module `wrong_library`, since the project is called `wrong_library`, and will not find `right_module`";
    assert!(message.starts_with(expected), "{message}");
}

#[test]
fn a_function_that_is_meant_to_be_the_module_is_refused() {
    let message = only_message("no_module");
    let expected = "lib.rs:6:4: error: Python will look for a module `no_module`, and this is a function: a function that fills the module is `#[mybind(module)]`";
    assert!(message.starts_with(expected), "{message}");
}

#[test]
#[cfg(any(target_arch = "x86_64", target_arch = "aarch64"))]
fn a_function_that_an_attribute_makes_unsafe_is_refused() {
    let message = only_message("unsafe_unseen");
    assert!(message.contains("error[E0133]"), "{message}");
}

#[test]
fn expansions_are_silent_under_strict_lints() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for manifest in ["Cargo.toml", "edition_2021/Cargo.toml"] {
        let messages = messages("clippy", &root.join(manifest));
        let ours: Vec<_> = messages
            .iter()
            .filter(|message| message.contains("tests/macros/"))
            .collect();
        assert!(ours.is_empty(), "{ours:#?}");
    }
}

/// What random items without a mistake may name.
const SUPPORT: &str = "
#![allow(warnings)]
pub mod support {
    pub const LIMIT: i32 = 5;
    pub type Alias = Vec<Option<i32>>;
    pub fn text() -> String {
        String::new()
    }
    #[mybind::mybind]
    pub fn exported() {}
}
";

#[test]
fn random_items_without_a_mistake_compile() {
    let times: u64 =
        std::env::var("MYBIND_TIMES").map_or(1, |times| times.parse().expect("a number"));
    let mut source = SUPPORT.to_owned();
    for number in 0..150 * times {
        let mut choose = Choose::seeded(number).tame();
        let module = format!("mod m{number} {{ use mybind::prelude::*; use mybind::types::*;");
        let item = match number % 3 {
            0 => {
                let item = random_items::derived(&mut choose, 0);
                format!("#[derive(FromPyObject, IntoPyObject, IntoPyObjectRef)]\n{item}")
            }
            _ => {
                let Marked { options, item } = random_items::item(&mut choose, 0);
                format!("#[mybind({options})]\n{item}")
            }
        };
        writeln!(source, "{module}\n{item}\n}}").expect("a String takes any text");
    }
    let manifest = package("random_items");
    std::fs::write(manifest.with_file_name("lib.rs"), source).expect("writable");
    let messages = messages("check", &manifest);
    assert!(
        messages.is_empty(),
        "{}:\n{}",
        manifest.display(),
        messages.join("\n")
    );
}
