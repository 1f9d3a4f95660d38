//! `docs/migration.md`: both sides of its listings compile, and do what its Python code says.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;
use std::{env, fs};

use mybind_tests::{Environment, Python, Run, build_directory, workspace};

fn cargo() -> PathBuf {
    env::var_os("CARGO").unwrap_or("cargo".into()).into()
}

/// The library of one side, built for the default Python.
fn library(side: &str, python: &Python) -> PathBuf {
    let directory = build_directory().join("migration");
    Command::new(cargo())
        .args(["build", "-q", "--locked", "--manifest-path"])
        .arg(workspace().join(format!("tests/migration/{side}/Cargo.toml")))
        .env("CARGO_TARGET_DIR", directory.join(side))
        .env("CARGO_PROFILE_DEV_DEBUG", "0")
        .env("PYO3_PYTHON", &python.program)
        .env("PYO3_BUILD_EXTENSION_MODULE", "1")
        .run();
    let name = format!(
        "{}migration{}",
        env::consts::DLL_PREFIX,
        env::consts::DLL_SUFFIX
    );
    let library = directory.join(side).join("debug").join(name);
    // Windows imports nothing else.
    let module = directory.join(format!(
        "{side}.{}",
        if cfg!(windows) { "pyd" } else { "so" }
    ));
    fs::copy(library, &module).expect("cargo has just made it");
    module
}

/// The default Python, with NumPy.
static ENVIRONMENT: LazyLock<Environment> = LazyLock::new(|| {
    let environment = Environment::new("migration", &Python::default_one(), "requirements.txt");
    environment.install_if_possible("numpy");
    environment
});

/// `run.py` with these arguments.
fn run(arguments: &[&Path]) {
    ENVIRONMENT
        .command("python")
        .arg(workspace().join("tests/migration/run.py"))
        .args(arguments)
        .env("RUST_BACKTRACE", "0")
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .run();
}

#[test]
fn pyo3() {
    run(&[Path::new("pyo3"), &library("pyo3", &Python::default_one())]);
}

#[test]
fn mybind() {
    run(&[
        Path::new("mybind"),
        &library("mybind", &Python::default_one()),
    ]);
}

#[test]
fn tables() {
    run(&[Path::new("tables"), &cargo()]);
}
