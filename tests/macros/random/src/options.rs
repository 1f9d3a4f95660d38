//! Random options of functions, and signatures.

use crate::choose::Choose;
use crate::functions::{Kind, Parameter};

pub(crate) fn of_function(
    choose: &mut Choose,
    parameters: &[Parameter],
    is_detached: bool,
    pass_module: bool,
    name: &str,
) -> String {
    let needs_signature = parameters
        .iter()
        .any(|parameter| parameter.kind != Kind::Positional || parameter.default.is_some());
    let mut options = Vec::new();
    if (needs_signature || choose.chance(30)) && !choose.mistake(5) {
        let signature = signature(choose, parameters);
        options.push(format!(
            "signature = ({signature}){}",
            returned_hint(choose)
        ));
    }
    if choose.chance(10) {
        for _ in 0..choose.one_of(&[2, 2, 3]) {
            options.push(overload(choose, parameters));
        }
    }
    if is_detached {
        options.push(
            choose
                .one_of_or(
                    &["detach", "detach = true"],
                    &["detach = 1", "detach(true)"],
                )
                .to_owned(),
        );
    }
    if pass_module {
        options.push("pass_module".to_owned());
    }
    if choose.chance(10) {
        let python = format!("{}_in_python", name.trim_start_matches("r#"));
        let wrong = [
            "name = \"lambda\"",
            "name = \"a b\"",
            "name = \"\"",
            "name = x",
            "name",
            "name(\"x\")",
            "name = 'x'",
            "name = b\"x\"",
            "name = \"a\\0\"",
        ];
        options.push(match choose.mistake(30) {
            true => choose.one_of(&wrong).to_owned(),
            false => format!("name = {python:?}"),
        });
    }
    while choose.chance(12) {
        let option = choose.one_of_or(
            &[
                "deprecated = \"use another\"",
                "warn(message = \"slow\")",
                "warn(message = \"slow\", category = mybind::exceptions::PyFutureWarning)",
                "text_signature = \"(a, b=1)\"",
                "text_signature = None",
                "crate = ::mybind",
                "crate = mybind",
            ],
            &[
                "init",
                "module",
                "adds = (a, b: i32)",
                "functions = (a)",
                "unknown",
                "unknown = 1",
                "signature",
                "signature = a",
                "overload = \"(x\"",
                "overload = \"() -> int\"",
                "text_signature = \"x\"",
                "text_signature = Some",
                "warn()",
                "warn(category = X)",
                "deprecated",
                "deprecated = 5",
                "from_py_with = (a = f)",
                "from_py_with = a",
                "crate",
                "crate = \"x\"",
                "crate = a b",
                "detach = false",
                "submodule",
                "gil_used",
                ",",
                "= 1",
                "signature = (a = )",
                "adds",
                "adds = (x: \"int\")",
                "pass_module = false",
                "module = true",
                "::",
                "name = \"x\" \"y\"",
            ],
        );
        let word = option.split([' ', '(']).next();
        if choose.is_wild()
            || !options
                .iter()
                .any(|other| other.split([' ', '(']).next() == word)
        {
            options.push(option.to_owned());
        }
    }
    options.join(if choose.mistake(1) { " " } else { ", " })
}

/// A signature of these parameters.
fn signature(choose: &mut Choose, parameters: &[Parameter]) -> String {
    let mut parts = Vec::new();
    let mut before = None;
    for parameter in parameters {
        let Parameter { name, kind, .. } = parameter;
        if before == Some(Kind::PositionalOnly) && *kind != Kind::PositionalOnly {
            parts.push("/".to_owned());
        }
        if *kind == Kind::KeywordOnly && !matches!(before, Some(Kind::Varargs | Kind::KeywordOnly))
        {
            parts.push("*".to_owned());
        }
        let stars = match kind {
            Kind::Varargs => "*",
            Kind::Kwargs => "**",
            _ => "",
        };
        let default = parameter
            .default
            .as_ref()
            .map(|default| format!(" = {default}"));
        let hint = hint(choose).map(|hint| format!(": {hint:?}"));
        parts.push(
            [
                stars,
                name,
                &hint.unwrap_or_default(),
                &default.unwrap_or_default(),
            ]
            .concat(),
        );
        before = Some(*kind);
    }
    if before == Some(Kind::PositionalOnly) {
        parts.push("/".to_owned());
    }
    if choose.mistake(8) {
        let wrong = choose.one_of(&[
            "/", "*", "**kw", "*args", "unknown", "a", "a = 1", "_", "*, ", "a: int", "**", "a b",
            "1",
        ]);
        let place = choose.below(parts.len() + 1);
        parts.insert(place, wrong.to_owned());
    }
    if choose.chance(10) && !parts.is_empty() {
        parts.push(String::new());
    }
    parts.join(", ")
}

const HINTS: &[&str] = &[
    "int",
    "Any",
    "str | None",
    "Sequence[int]",
    "dict[str, list[float]]",
    "decimal.Decimal",
    "Literal['a', 1]",
    "Callable[[int, str], None]",
    "tuple[int, ...]",
    "collections.abc.Iterator[bytes]",
    "None",
    "typing.Optional[int]",
    "Callable[..., int]",
    "tuple[()]",
];
const WRONG_HINTS: &[&str] = &[
    "",
    "[",
    "int]",
    "a b",
    "int |",
    "1",
    "'",
    "a.",
    ".a",
    "Callable[",
    "é",
    "int,",
    "lambda: 1",
    "a[1:2]",
    "\0",
    "((((((((((((int))))))))))))",
    "Literal['",
    "*",
    "int[]",
];

fn hint(choose: &mut Choose) -> Option<&'static str> {
    choose
        .chance(8)
        .then(|| choose.one_of_or(HINTS, WRONG_HINTS))
}

fn returned_hint(choose: &mut Choose) -> String {
    match choose.chance(6) {
        true => format!(" -> {:?}", choose.one_of_or(HINTS, WRONG_HINTS)),
        false => String::new(),
    }
}

/// A way to call a function of these parameters: with what has no default, and some of what has.
fn overload(choose: &mut Choose, parameters: &[Parameter]) -> String {
    let mut parts = Vec::new();
    let mut before = None;
    let mut skipped = false;
    for parameter in parameters {
        let (kind, has_default) = (parameter.kind, parameter.default.is_some());
        let by_position = matches!(kind, Kind::PositionalOnly | Kind::Positional);
        if matches!(kind, Kind::Varargs) && skipped {
            continue;
        }
        if (has_default && (choose.chance(40) || by_position && skipped)) || choose.mistake(3) {
            skipped |= by_position;
            continue;
        }
        if before == Some(Kind::PositionalOnly) && kind != Kind::PositionalOnly {
            parts.push("/".to_owned());
        }
        if kind == Kind::KeywordOnly && !matches!(before, Some(Kind::Varargs | Kind::KeywordOnly)) {
            parts.push("*".to_owned());
        }
        let stars = match kind {
            Kind::Varargs => "*",
            Kind::Kwargs => "**",
            _ => "",
        };
        let hint = hint(choose)
            .map(|hint| format!(": {hint}"))
            .unwrap_or_default();
        let name = parameter.name.trim_start_matches("r#");
        parts.push(format!("{stars}{name}{hint}"));
        before = Some(kind);
    }
    if before == Some(Kind::PositionalOnly) {
        parts.push("/".to_owned());
    }
    let returns = choose.one_of_or(
        &["", " -> int", " -> str | None"],
        &[" ->", "int", " -> ]", ":"],
    );
    format!(
        "overload = {:?}",
        format!("({}){returns}", parts.join(", "))
    )
}
