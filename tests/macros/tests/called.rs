//! The inputs of the expansions, and the names and forms in `src`, called from Python by `called.py`; and as the Rust
//! functions that they still are, by `src/rust_side.rs`.

use std::path::{Path, PathBuf};
use std::process::Command;

#[test]
fn items_can_be_called() {
    let library = library();
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("called");
    std::fs::create_dir_all(&folder).expect("writable");
    let suffix = if cfg!(windows) { "pyd" } else { "so" };
    for module in ["macro_tests", "macro_module", "numbers_", "renamed_runtime"] {
        let copy = folder.join(format!("{module}.{suffix}"));
        // A library that is written over while mapped would crash another run.
        let _ = std::fs::remove_file(&copy);
        std::fs::copy(&library, copy).expect("the library is there");
    }
    // The Python that the library is built for.
    let python = std::env::var("PYO3_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let output = Command::new(python)
        .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("called.py"))
        .env("PYTHONPATH", folder)
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .output()
        .expect("there is a Python");
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
}

/// The library that cargo has built beside this program.
fn library() -> PathBuf {
    let program = std::env::current_exe().expect("this program");
    let name = format!(
        "{}macro_tests{}",
        std::env::consts::DLL_PREFIX,
        std::env::consts::DLL_SUFFIX
    );
    program.parent().expect("a folder").join(name)
}
