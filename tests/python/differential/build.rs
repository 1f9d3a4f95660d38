//! Writes a function for each line of `signatures.txt`, which returns what its parameters are bound to.

use std::fmt::Write;
use std::path::PathBuf;
use std::{env, fs};

fn main() {
    println!("cargo:rerun-if-changed=signatures.txt");
    let signatures = fs::read_to_string("signatures.txt").expect("it is beside this file");
    let mut module = String::from(
        "#[mybind(interpreters = \"main\", gil_used)]\nmod differential {\nuse super::*;\n",
    );
    for line in signatures.lines() {
        let (name, parameters) = line
            .trim_end_matches(')')
            .split_once('(')
            .expect("name(parameters)");
        write_function(&mut module, name, parameters).expect("a String takes any text");
    }
    module.push('}');
    let directory = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets it"));
    fs::write(directory.join("functions.rs"), module).expect("the directory is there");
}

fn write_function(module: &mut String, name: &str, signature: &str) -> std::fmt::Result {
    let mut parameters = Vec::new();
    let mut names = Vec::new();
    for part in signature
        .split(", ")
        .filter(|part| !matches!(*part, "" | "/" | "*"))
    {
        let (name, ty) = if let Some(name) = part.strip_prefix("**") {
            (name, "Bound<'py, PyDict>")
        } else if let Some(name) = part.strip_prefix('*') {
            (name, "Bound<'py, PyTuple>")
        } else if let Some(name) = part.strip_suffix("=None") {
            (name, "Option<Bound<'py, PyAny>>")
        } else {
            (part, "Bound<'py, PyAny>")
        };
        let name = if name == "type" { "r#type" } else { name };
        parameters.push(format!("{name}: {ty}"));
        names.push(name);
    }
    let signature = signature.replace("type", "r#type");
    let values = names
        .iter()
        .map(|name| format!("{name}.into_bound_py_any(python)?, "))
        .collect::<String>();
    let parameters = parameters
        .iter()
        .map(|parameter| format!(", {parameter}"))
        .collect::<String>();
    writeln!(module, "#[mybind(signature = ({signature}))]")?;
    writeln!(
        module,
        "fn {name}<'py>(python: Python<'py>{parameters}) -> PyResult<Vec<Bound<'py, PyAny>>> {{"
    )?;
    writeln!(module, "let _ = python;\nOk(vec![{values}])\n}}")
}
