//! The command, on files of all kinds. What is built is tested by the others; here there mostly is no Python.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// Runs the command in a directory with the file `name`.
fn run(name: &str, content: impl AsRef<[u8]>, arguments: &[&str]) -> Output {
    run_with("no-python-here", name, content, arguments)
}

fn run_with(python: &str, name: &str, content: impl AsRef<[u8]>, arguments: &[&str]) -> Output {
    let directory = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("files")
        .join(name);
    fs::create_dir_all(&directory).expect("writable");
    fs::write(directory.join(name), content).expect("writable");
    Command::new(env!("CARGO_BIN_EXE_walkthrough"))
        .current_dir(&directory)
        .arg(name)
        .args(arguments)
        .args(["--python", python])
        .output()
        .expect("the command runs")
}

fn shown(output: &Output) -> String {
    let (out, error) = (
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr),
    );
    assert!(output.status.success(), "{error}");
    assert!(!out.contains('\x1b'), "plain in a pipe");
    out.into_owned()
}

fn refused(output: &Output) -> String {
    assert_eq!(
        output.status.code(),
        Some(1),
        "{}",
        String::from_utf8_lossy(&output.stdout)
    );
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn a_mistake() {
    let output = run(
        "mistake.rs",
        "#[mybind]\nfn f(lambda: i32) {}\n\n#[mybind]\nunsafe fn g() {}\n",
        &[],
    );
    let expected = "error: `lambda` is a keyword in Python and cannot name a parameter: call it `lambda_`
 --> mistake.rs:2:6
  |
2 | fn f(lambda: i32) {}
  |      ^^^^^^

error: Python could call this `unsafe fn` with any arguments: export a safe function that checks what must hold and calls it
 --> mistake.rs:5:1
  |
5 | unsafe fn g() {}
  | ^^^^^^
";
    assert_eq!(refused(&output), expected);
}

#[test]
fn a_syntax_error() {
    let error = refused(&run(
        "syntax.rs",
        "fn f() {}\n#[mybind]\nfn g(a: i32 {}\n",
        &[],
    ));
    assert!(
        error.contains("error") && error.contains("--> syntax.rs:3:"),
        "{error}"
    );
    let error = refused(&run("comma.rs", "#[mybind]\nfn g(a i32) {}\n", &[]));
    assert!(error.contains("--> comma.rs:2:8"), "{error}");
}

#[test]
fn nothing_to_show() {
    for content in ["", "\n// nothing\n", "fn f() {}\n"] {
        let error = refused(&run("empty.rs", content, &[]));
        assert_eq!(error, "empty.rs: no function in it has `#[mybind]`\n");
    }
    let error = refused(&run("binary.rs", b"\xff\xfe\0", &[]));
    assert!(error.contains("binary.rs: not UTF-8"), "{error}");
    let missing = Command::new(env!("CARGO_BIN_EXE_walkthrough"))
        .arg("no/such/file.rs")
        .output();
    let error = refused(&missing.expect("the command runs"));
    assert!(error.starts_with("no/such/file.rs: "), "{error}");
}

#[test]
fn forty_functions() {
    let functions: String = (1..=40)
        .map(|n| format!("#[mybind]\nfn g{n}(x: i32) -> i32 {{ x + {n} }}\n\n"))
        .collect();
    let out = shown(&run("forty.rs", &functions, &[]));
    assert!(out.contains("exports 40 functions"), "{out}");
    assert!(
        out.contains("function: g1\n") && !out.contains("function: g2\n"),
        "{out}"
    );
    let out = shown(&run("forty.rs", &functions, &["--function", "g23"]));
    assert!(
        out.contains("function: g23\n") && !out.contains("function: g1\n"),
        "{out}"
    );
    assert!(out.contains("use super::g23;"), "{out}");
    let error = refused(&run("forty.rs", &functions, &["--function", "g41"]));
    assert!(
        error.contains("no function `g41` in it has `#[mybind]`; there are g1, g2"),
        "{error}"
    );
}

#[test]
fn modules_macros_and_cfgs() {
    let source = "\u{feff}#![allow(dead_code)]
use mybind::prelude::*;

macro_rules! doubles { ($($name:ident)*) => { $(#[mybind] fn $name(x: i32) -> i32 { 2 * x })* } }

mod plain {
    #[cfg(unix)]
    #[mybind]
    pub fn only_there() -> &'static str { concat!(\"a\", \"ü\") }
}

/// Größe.
#[mybind]
mod outer {
    #[mybind(functions = (twice))]
    doubles!(twice);
    #[mybind]
    mod inner {
        #[mybind(signature = (r#type, *args))]
        fn deep(r#type: i32, args: Vec<i32>) -> usize { args.len() }
    }
}

doubles!(lost);
";
    let out = shown(&run("modules.rs", source, &[]));
    assert!(
        out.contains("exports 2 functions") && out.contains("`only_there`"),
        "{out}"
    );
    assert!(out.contains("only under: #[cfg(unix)]"), "{out}");
    assert!(
        out.contains("What macros write is not seen here: `doubles!`"),
        "{out}"
    );
    assert!(out.contains("use super::plain::only_there;"), "{out}");
    let out = shown(&run("modules.rs", source, &["--function", "deep"]));
    assert!(
        out.contains("enum __deep {}") && out.contains("name: type\n"),
        "{out}"
    );
    assert!(
        out.contains("PyInit_outer") && out.contains("__runtime::Varargs"),
        "{out}"
    );
}

#[test]
fn a_module_that_is_a_function() {
    let source = "use mybind::prelude::*;

#[mybind]
fn half(x: f64) -> f64 { x / 2.0 }

#[mybind]
fn numbers(m: &Bound<'_, PyModule>) -> PyResult<()> {
    m.add_function(wrap_pyfunction!(half, m)?)
}
";
    let out = shown(&run(
        "function_module.rs",
        source.replace("#[mybind]\nfn numbers", "#[mybind(module)]\nfn numbers"),
        &[],
    ));
    assert!(
        out.contains("PyInit_numbers") && !out.contains("was added here"),
        "{out}"
    );
}

#[test]
fn what_is_missing_is_said() {
    let out = shown(&run(
        "alone.rs",
        "use mybind::prelude::*;\n\n#[mybind]\nfn alone() {}\n",
        &[],
    ));
    assert!(
        out.contains("[Not shown here] Missing here: a Python."),
        "{out}"
    );
    let html = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("alone.html");
    let written = run(
        "alone.rs",
        "#[mybind]\nfn alone() {}\n",
        &["--html", &html.display().to_string()],
    );
    assert!(shown(&written).is_empty());
    let page = fs::read_to_string(html).expect("written");
    assert!(page.contains("class=\"missing\""), "{page}");
}

#[test]
fn usage() {
    let command = |arguments: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_walkthrough"))
            .args(arguments)
            .output();
        output.expect("the command runs")
    };
    assert!(shown(&command(&["--help"])).contains("usage: walkthrough [FILE.rs]"));
    for wrong in [
        &["--no-such"][..],
        &["a.rs", "b.rs"],
        &["--function"],
        &["--language", "xx"],
    ] {
        assert_eq!(command(wrong).status.code(), Some(2), "{wrong:?}");
    }
}

#[test]
fn what_only_the_compiler_sees() {
    let python = &super::tools()
        .python
        .as_ref()
        .expect("the tests need a Python")
        .program;
    let python = python.display().to_string();
    let source = "use mybind::prelude::*;

#[mybind]
fn typed(x: &[String]) -> i32 {
    x.len()
}
";
    let error = refused(&run_with(&python, "typed.rs", source, &[]));
    assert!(
        error.contains("error[E0308]: mismatched types") && error.contains("--> typed.rs:5:5"),
        "{error}"
    );
    let elsewhere = "use mybind::prelude::*;
use no_such_crate::thing;

#[mybind]
fn needy() {
    thing();
}
";
    let out = shown(&run_with(&python, "needy.rs", elsewhere, &[]));
    assert_eq!(out.matches("--> needy.rs:2:5").count(), 1, "{out}");
    assert!(out.contains("as shown above"), "{out}");
}
