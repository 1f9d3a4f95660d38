//! Random modules.

use crate::Marked;
use crate::choose::Choose;
use crate::functions::{self, attributes, function_named, visibility};
use crate::types;

/// A module and its options: an inline one, or a function that is one.
pub fn module(choose: &mut Choose, number: usize) -> Marked {
    let name = match choose.mistake(10) {
        true => functions::name(choose, number),
        false => format!("module_{number}"),
    };
    match choose.chance(25) {
        true => written_as_function(choose, &name),
        false => inline(choose, &name, 0),
    }
}

fn inline(choose: &mut Choose, name: &str, depth: usize) -> Marked {
    let mut members = String::from("use mybind::prelude::*; use mybind::types::*;\n");
    let count = choose.below(5);
    for number in 0..count {
        members += &member(choose, &format!("{name}_{number}"), number, depth);
        members.push('\n');
    }
    let (before, visibility) = (attributes(choose, &[]), visibility(choose));
    let inside = choose.one_of_or(
        &["", "", "//! Says something.\n", "#![allow(unused)]\n"],
        &["#![mybind]", "#!["],
    );
    let end = choose.one_of_or(&["}"], &["", "};", "} }"]);
    let begin = choose.one_of_or(&["{"], &[";", ""]);
    Marked {
        options: module_options(choose, name, depth),
        item: format!("{before}{visibility} mod {name} {begin} {inside}{members}{end}"),
    }
}

fn module_options(choose: &mut Choose, name: &str, depth: usize) -> String {
    let mut options = Vec::new();
    // The outermost one would have to be called as the library.
    if depth == 0 && !choose.mistake(10) {
        options.push("submodule".to_owned());
    }
    if choose.chance(15) {
        options.push(format!("name = \"{name}_in_python\""));
    }
    for option in [
        "gil_used",
        "interpreters = \"main\"",
        "interpreters = \"per_gil\"",
        "crate = ::mybind",
    ] {
        if choose.chance(6)
            && (choose.is_wild()
                || !option.starts_with("interpreters")
                || options
                    .iter()
                    .all(|other| !other.starts_with("interpreters")))
        {
            options.push(option.to_owned());
        }
    }
    if choose.mistake(10) {
        let wrong = [
            "init",
            "signature = (a)",
            "interpreters = \"none\"",
            "interpreters",
            "gil_used = 1",
            "name = \"a.b\"",
            "name = \"größe\"",
            "module",
            "detach = 1",
            "adds = ()",
            "functions = (a)",
            "submodule(1)",
        ];
        options.push(choose.one_of(&wrong).to_owned());
    }
    options.join(", ")
}

fn member(choose: &mut Choose, name: &str, number: usize, depth: usize) -> String {
    let marked = |Marked { options, item }: Marked| match options.is_empty() {
        true => format!("#[mybind] {item}"),
        false => format!("#[mybind({options})] {item}"),
    };
    if choose.mistake(10) {
        return choose
            .one_of(&[
                "#[mybind] struct S;",
                "#[mybind] static X: i32 = 1;",
                "#[mybind] use a::*;",
                "#[mybind] use {a, b as _};",
                "#[mybind] use self;",
                "#[mybind] use super::f as g, h;",
                "#[mybind] const _: i32 = 1;",
                "#[mybind(name = \"x\", name = \"y\")] const A: i32 = 1;",
                "#[mybind] const A = 1;",
                "#[mybind] const fn f() {}",
                "#[mybind] m!();",
                "#[mybind(functions = (a, b c))] m!(a, b);",
                "#[mybind(functions = a)] m! {}",
                "#[mybind] mod other;",
                "#[mybind] impl S {}",
                "#[mybind] trait T {}",
                "#[mybind] extern \"C\" {}",
                "#[mybind] macro_rules! m { () => {} }",
                "#[mybind]",
                "#[mybind] #[mybind] fn twice() {}",
                "#[mybind(init)] fn init(a: i32, b: i32) {}",
                "#[mybind(init, name = \"x\")] fn init() {}",
                "#[mybind] type T = i32;",
                "x y z",
                "#[mybind] pub(crate) use a::{self, b::{c, d::*}};",
            ])
            .to_owned();
    }
    match choose.below(if depth < 2 { 8 } else { 7 }) {
        0 => format!("#[allow(dead_code)] fn helper_{number}() -> i32 {{ {number} }}"),
        1 => {
            let (before, visibility) = (attributes(choose, &[]), visibility(choose));
            let (ty, value) = choose.one_of(&[
                ("i32", "-1"),
                ("&str", "\"text\""),
                ("f64", "1.5"),
                ("Option<u8>", "None"),
                ("[i32; 2]", "[1, 2]"),
                ("bool", "{ true }"),
                ("&'static [u8]", "b\"ab\""),
                ("char", "'x'"),
                ("u128", "u128::MAX"),
            ]);
            let option = if choose.chance(20) {
                format!("(name = \"c_{name}\")")
            } else {
                String::new()
            };
            format!(
                "{before}#[mybind{option}] {visibility} const {}: {ty} = {value};",
                name.to_uppercase()
            )
        }
        2 => format!(
            "#[mybind] {} use crate::support::exported as {name};",
            visibility(choose)
        ),
        3 => format!(
            "#[mybind(init)] fn init_{name}(module: &Bound<'_, PyModule>) -> PyResult<()> {{ {} }}",
            body(choose, "module", name)
        ),
        7 => marked(inline(choose, name, depth + 1)),
        _ => marked(function_named(choose, name)),
    }
}

/// A function that is a module.
fn written_as_function(choose: &mut Choose, name: &str) -> Marked {
    let parameter = choose.one_of_or(&["m", "module", "r#type"], &["_", "(a, b)", "mut m"]);
    let ty = choose.one_of_or(
        &[
            "&Bound<'_, PyModule>",
            "&Bound<'_, PyModule>",
            "&mybind::Bound<'_, mybind::types::PyModule>",
        ],
        &["&PyModule", "i32", "Bound<'_, PyModule>"],
    );
    let (before, visibility) = (attributes(choose, &[]), visibility(choose));
    let options = ["module".to_owned(), module_options(choose, name, 0)];
    let mut options: Vec<String> = options
        .into_iter()
        .filter(|text| !text.is_empty())
        .collect();
    if choose.chance(15) {
        options.push(adds(choose, name));
    }
    Marked {
        options: options.join(", "),
        item: format!(
            "{before}{visibility} fn {name}({parameter}: {ty}) -> PyResult<()> {{ {} }}",
            body(choose, parameter, name)
        ),
    }
}

fn adds(choose: &mut Choose, name: &str) -> String {
    let ty = types::owned(choose, 2).text;
    let other = choose.one_of_or(
        &["crate::support::exported", "LIMIT: \"int\"", ""],
        &["1", "a b", "x:", "X: ", "Vec<i32>", "x: \"int]\""],
    );
    format!("adds = (VALUE_{name}: {ty}, {other})")
}

/// What a function does with the module that it fills.
fn body(choose: &mut Choose, module: &str, name: &str) -> String {
    let mut statements = String::new();
    for number in 0..choose.below(4) {
        let statement = choose.one_of_or(
            &[
                "$m.add_function(wrap_pyfunction!(crate::support::exported, $m)?)?;",
                "$m.add_function(wrap_pyfunction!(crate::support::exported)($m)?)?;",
                "$m.add_wrapped(wrap_pyfunction!(crate::support::exported))?;",
                "$m.add(\"NAME\", 5)?;",
                "$m.add(\"NAME\", crate::support::LIMIT)?;",
                "$m.add(\"NAME\", vec![1])?;",
                "$m.add(\"NAME\", $m.py().get_type::<mybind::exceptions::PyValueError>())?;",
                "if true { $m.add(\"NAME\", \"text\")?; }",
                "let py = $m.py(); let _ = py;",
                "$m.add_function(mybind::wrap_pyfunction!(crate::support::exported, $m)?)?;",
                "let closure = |it: &Bound<'_, PyModule>| it.add(\"NAME\", 1); closure($m)?;",
                "#[cfg(all())] $m.add(\"NAME\", -1.5)?;",
            ],
            &[
                "$m.add_function(f)?",
                "$m.add(NAME, 5)?;",
                "$m.add()",
                "$m.",
                "m!($m);",
                "$m.add_wrapped(wrap_pymodule!(a::b))?;",
                "$m.add_function(wrap_pyfunction!(f<T>, $m))",
                "$m.add(\"a b\", 5)?;",
                "$m.add(\"\", )?;",
                "let $m = 1;",
                "$m.add::<i32>(\"X\", 1)?;",
            ],
        );
        statements += &statement
            .replace("$m", module)
            .replace("NAME", &format!("{name}_{number}_"));
    }
    statements + "Ok(())"
}
