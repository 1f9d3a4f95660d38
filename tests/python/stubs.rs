//! The stubs: their text, and what three type checkers make of them.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use std::{env, fs};

use mybind_tests::{Abi, Environment, Python, Run, Wheels, build_directory, workspace};

/// The default Python, with the wheels and the type checkers.
static CHECKERS: LazyLock<Environment> = LazyLock::new(|| {
    let python = Python::default_one();
    let environment = Environment::new("checkers", &python, "requirements-checkers.txt");
    environment.install_if_possible("numpy");
    environment.install(Wheels::of(&python, Abi::Full));
    environment
});

fn directory() -> PathBuf {
    workspace().join("tests/python")
}

/// The stubs of a package, by their paths in it.
fn stubs(package: &Path) -> BTreeSet<PathBuf> {
    let mut found = BTreeSet::new();
    let mut directories = vec![package.to_owned()];
    while let Some(directory) = directories.pop() {
        for path in fs::read_dir(&directory)
            .into_iter()
            .flatten()
            .flatten()
            .map(|entry| entry.path())
        {
            if path.is_dir() {
                directories.push(path);
            } else if path.extension().is_some_and(|extension| extension == "pyi") {
                found.insert(path.strip_prefix(package).expect("it is inside").to_owned());
            }
        }
    }
    found
}

/// The stubs are those in `expected/`. `MYBIND_BLESS=1` puts them there.
#[test]
fn text() {
    for (project, package) in [
        ("arrays", "arrays"),
        ("crates", "crates"),
        ("derived", "derived"),
        ("exchange", "exchange"),
        ("functions", "functions"),
        ("native", "pkg"),
        ("standard", "standard"),
        ("modules", "modules"),
        ("ported", "ported"),
    ] {
        let package = CHECKERS.site_packages().join(package);
        let expected = directory().join(project).join("expected");
        if env::var_os("MYBIND_BLESS").is_some() {
            let _ = fs::remove_dir_all(&expected); // there may be none yet
            for stub in stubs(&package) {
                let to = expected.join(&stub);
                fs::create_dir_all(to.parent().expect("it is in a directory"))
                    .expect("the repository can be written to");
                fs::copy(package.join(stub), to).expect("the repository can be written to");
            }
        }
        assert!(!stubs(&package).is_empty(), "{project} has no stubs");
        assert_eq!(
            stubs(&package),
            stubs(&expected),
            "{project}: MYBIND_BLESS=1 accepts these stubs"
        );
        for stub in stubs(&package) {
            let read = |path: PathBuf| {
                fs::read_to_string(path)
                    .expect("it was found just now")
                    .replace("\r\n", "\n")
            };
            assert_eq!(
                read(package.join(&stub)),
                read(expected.join(&stub)),
                "{project}: {}: MYBIND_BLESS=1 accepts the first",
                stub.display()
            );
        }
    }
}

/// The lines of a file that end in `# error`.
fn marked_lines(file: &Path) -> BTreeSet<usize> {
    let text = fs::read_to_string(file).expect("it is there");
    let marked = text
        .lines()
        .enumerate()
        .filter(|(_, line)| line.ends_with("# error"));
    marked.map(|(index, _)| index + 1).collect()
}

/// The lines of a file that a checker complained of.
fn rejected_lines(file: &Path, output: &str) -> BTreeSet<usize> {
    let name = file.file_name().expect("a file").to_string_lossy();
    let places = output
        .lines()
        .filter(|line| line.contains(": error: ") || line.contains(" - error: "));
    let number = |line: &str| {
        line.split_once(&format!("{name}:"))?
            .1
            .split(':')
            .next()?
            .parse()
            .ok()
    };
    places
        .map(|line| number(line).unwrap_or_else(|| panic!("not in {name}: {line}")))
        .collect()
}

/// The checker rejects the file if lines are marked, by these lines and no other.
fn assert_rejects_marked_lines(check: impl Fn(&Path) -> Result<String, String>, file: &Path) {
    let marked = marked_lines(file);
    match check(file) {
        Ok(_) => assert!(marked.is_empty(), "{} is accepted", file.display()),
        Err(output) => assert_eq!(rejected_lines(file, &output), marked, "{output}"),
    }
}

/// Files without a line to reject, with some, and the examples in `docs/conversions.md`.
fn checked_files() -> Vec<PathBuf> {
    let documented = build_directory().join("python/documented_types.py");
    CHECKERS
        .command("python")
        .arg(directory().join("tables/typed.py"))
        .arg(&documented)
        .run();
    let typed = directory().join("typed");
    vec![typed.join("uses.py"), typed.join("misuses.py"), documented]
}

#[test]
fn mypy() {
    let check = |file: &Path| {
        let mut command = CHECKERS.command("mypy");
        command
            .args(["--strict", "--no-incremental", "--cache-dir"])
            .arg(if cfg!(windows) { "nul" } else { "/dev/null" });
        command
            .arg(file)
            .current_dir(directory().join("typed"))
            .try_run()
    };
    for file in checked_files() {
        assert_rejects_marked_lines(check, &file);
    }
}

#[test]
fn pyright() {
    let check = |file: &Path| {
        let mut command = CHECKERS.command("pyright");
        command
            .arg("--pythonpath")
            .arg(CHECKERS.program("python"))
            .arg(file);
        command.current_dir(directory().join("typed")).try_run()
    };
    for file in checked_files() {
        assert_rejects_marked_lines(check, &file);
    }
}

/// mypy's stubtest compares the stubs with the modules.
#[test]
fn stubtest() {
    // maturin puts the library `X` into a package `X` and writes no stub for the library itself, `X.X`.
    for project in [
        "arrays",
        "crates",
        "derived",
        "documented",
        "exchange",
        "functions",
        "standard",
        "modules",
        "ported",
    ] {
        CHECKERS
            .command("stubtest")
            .args([project, "--allowlist"])
            .arg(directory().join(project).join("stubtest.txt"))
            .run();
    }
    CHECKERS.command("stubtest").arg("pkg").run();
}
