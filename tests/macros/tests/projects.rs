//! What only shows in a whole project: warnings, lints, and the check of the library's name.

use std::path::{Path, PathBuf};
use std::process::Command;

/// Makes a package of the files in `projects/NAME`, and gives the path of its manifest.
fn project(name: &str) -> PathBuf {
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
    for file in std::fs::read_dir(root.join("projects").join(name)).expect("a project") {
        let file = file.expect("a file");
        std::fs::copy(file.path(), folder.join(file.file_name())).expect("writable");
    }
    folder.join("Cargo.toml")
}

/// What cargo says about a package: the lines that name a place in the source.
fn messages(command: &str, manifest: &Path) -> Vec<String> {
    let output = Command::new(env!("CARGO"))
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
        .expect("cargo runs");
    let text = String::from_utf8_lossy(&output.stderr);
    text.lines()
        .filter(|line| line.contains(".rs:"))
        .map(str::to_owned)
        .collect()
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
    let messages = messages("check", &project("wrong_library"));
    let [message] = messages.as_slice() else {
        panic!("{messages:?}")
    };
    let expected = "lib.rs:4:5: error: Python will look for a module `wrong_library`, since the project is called `wrong_library`, and will not find `right_module`";
    assert!(message.starts_with(expected), "{message}");
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
