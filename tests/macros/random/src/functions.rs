//! Random functions.

use crate::Marked;
use crate::choose::Choose;
use crate::options;
use crate::types::{self, Type};

/// A parameter that Python fills in.
pub(crate) struct Parameter {
    pub(crate) name: String,
    pub(crate) ty: Type,
    pub(crate) kind: Kind,
    pub(crate) default: Option<String>,
}

#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Kind {
    PositionalOnly,
    Positional,
    Varargs,
    KeywordOnly,
    Kwargs,
}

/// A function and its options.
pub fn function(choose: &mut Choose, number: usize) -> Marked {
    let name = name(choose, number);
    function_named(choose, &name)
}

pub(crate) fn function_named(choose: &mut Choose, name: &str) -> Marked {
    let mut parameters = parameters(choose);
    if choose.mistake(4) && !parameters.is_empty() {
        parameters.swap_remove(0);
    }
    let returns = types::returned(choose);
    let is_detached = parameters.iter().all(|parameter| parameter.ty.is_send) && choose.chance(12);
    let pass_module = !is_detached && choose.chance(8);
    let mut written: Vec<String> = parameters
        .iter()
        .map(|parameter| {
            let pattern = pattern(choose, &parameter.name);
            format!(
                "{}{pattern}: {}",
                attribute_of_parameter(choose),
                parameter.ty.text
            )
        })
        .collect();
    let mut add = |choose: &mut Choose, text: &str| {
        let place = choose.below(written.len() + 1);
        written.insert(place, text.to_owned());
    };
    if !is_detached && choose.chance(12) || choose.mistake(2) {
        add(choose, choose_token(is_detached));
    }
    if pass_module || choose.mistake(2) {
        add(choose, "the_module: &Bound<'_, PyModule>");
    }
    if choose.mistake(2) {
        let wrong = choose.one_of(&[
            "self",
            "&self",
            "&mut self",
            "self: Self",
            "x",
            "...",
            "i32",
            ": i32",
            "x:",
        ]);
        add(choose, wrong);
    }
    let options = options::of_function(choose, &parameters, is_detached, pass_module, name);
    let written = written.join(", ");
    let comma = if choose.chance(10) && !written.is_empty() {
        ","
    } else {
        ""
    };
    let (before, visibility, qualifiers) = (
        attributes(choose, &["#[inline]", "#[must_use]"]),
        visibility(choose),
        qualifiers(choose),
    );
    let generics = choose.one_of_or(
        &["", "", "", "", "<>"],
        &["<T>", "<'a>", "<'a, T: Copy>", "<const N: usize>", "<"],
    );
    let clause = choose.one_of_or(
        &["", "", "", "where i32: Copy"],
        &["where", "where T: Copy", "where Self: Sized"],
    );
    let body = choose.one_of_or(
        &[
            "{ todo!() }",
            "{ todo!() }",
            "{ loop {} }",
            "{ fn inner() {} todo!() }",
        ],
        &[";", "", "{}", "= 1;", "{ todo!() } struct X;"],
    );
    let item = format!(
        "{before}{visibility} {qualifiers} fn {name}{generics}({written}{comma}) {returns} {clause} {body}"
    );
    Marked { options, item }
}

fn choose_token(_is_detached: bool) -> &'static str {
    "the_token: Python<'_>"
}

pub(crate) fn name(choose: &mut Choose, number: usize) -> String {
    if choose.mistake(10) {
        return choose
            .one_of(&[
                "i32",
                "str",
                "r#type",
                "r#match",
                "lambda",
                "None",
                "self",
                "größe",
                "__init__",
                "_",
                "fn",
                "crate",
                "r#fn",
                "PanicException",
                "__all__",
                "init",
                "print",
                "async",
            ])
            .to_owned();
    }
    format!(
        "{}{number}",
        choose.one_of(&["f", "f", "function_", "größe", "py", "__runtime", "_"])
    )
}

/// Names of parameters; some of them are of a kind that generated code might use, too.
const NAMES: &[&str] = &[
    "a",
    "b",
    "c",
    "x",
    "value",
    "args",
    "kwargs",
    "py",
    "module",
    "nargs",
    "kwnames",
    "slots",
    "name",
    "r#type",
    "r#match",
    "größe",
    "名前",
    "__runtime",
    "_x",
    "self_",
    "error",
    "Self_",
];

pub(crate) fn parameter_name(choose: &mut Choose) -> String {
    let wrong = [
        "lambda",
        "None",
        "True",
        "self",
        "r#self",
        "class",
        "e\u{301}",
        "__debug__",
        "def",
    ];
    choose.one_of_or(NAMES, &wrong).to_owned()
}

fn parameters(choose: &mut Choose) -> Vec<Parameter> {
    let count = choose.one_of(&[0, 1, 1, 2, 2, 3, 4, 6]);
    let positional = choose.below(count + 1).max(choose.below(count + 1));
    let positional_only = if choose.chance(35) {
        choose.below(positional + 1)
    } else {
        0
    };
    let mut kinds: Vec<Kind> = (0..positional)
        .map(|index| {
            if index < positional_only {
                Kind::PositionalOnly
            } else {
                Kind::Positional
            }
        })
        .collect();
    if choose.chance(15) {
        kinds.push(Kind::Varargs);
    }
    kinds.extend((positional..count).map(|_| Kind::KeywordOnly));
    if choose.chance(15) {
        kinds.push(Kind::Kwargs);
    }
    let mut parameters: Vec<Parameter> = Vec::new();
    for kind in kinds {
        let name = parameter_name(choose);
        if parameters.iter().any(|other| other.name == name) && !choose.mistake(5) {
            continue;
        }
        let ty = match kind {
            Kind::Varargs | Kind::Kwargs => types::variadic(choose, kind == Kind::Kwargs),
            _ => types::argument(choose),
        };
        parameters.push(Parameter {
            name,
            ty,
            kind,
            default: None,
        });
    }
    add_defaults(choose, &mut parameters);
    parameters
}

fn add_defaults(choose: &mut Choose, parameters: &mut [Parameter]) {
    let mut last = true;
    for parameter in parameters.iter_mut().rev() {
        let can = match parameter.kind {
            Kind::PositionalOnly | Kind::Positional => last,
            Kind::KeywordOnly => true,
            Kind::Varargs | Kind::Kwargs => false,
        };
        let can = can || choose.mistake(4);
        if can && choose.chance(40) && !parameter.ty.defaults.is_empty() {
            parameter.default = Some(choose.one_of(&parameter.ty.defaults));
        }
        if choose.mistake(3) {
            let wrong = [
                "",
                "= 1",
                "a = 1",
                "|x| x",
                "return",
                "x?",
                "1, 2",
                "-",
                "unsafe { f() }",
                "'a'..='b'",
                "\"a\" \"b\"",
                "#[x] 1",
            ];
            parameter.default = Some(choose.one_of(&wrong).to_owned());
        }
        if matches!(parameter.kind, Kind::PositionalOnly | Kind::Positional) {
            last = parameter.default.is_some();
        }
    }
}

fn pattern(choose: &mut Choose, name: &str) -> String {
    if choose.mistake(4) {
        return choose
            .one_of(&[
                "(a, b)",
                "_",
                "ref x",
                "&x",
                "[a, b]",
                "x @ 1",
                "mut",
                "Some(x)",
                "a::B { c }",
                "1",
            ])
            .to_owned();
    }
    match choose.chance(8) {
        true => format!("mut {name}"),
        false => name.to_owned(),
    }
}

fn attribute_of_parameter(choose: &mut Choose) -> &'static str {
    if choose.chance(4) {
        return choose.one_of_or(
            &["#[allow(unused)] ", "#[allow(unused_mut)] "],
            &[
                "#[cfg(all())] ",
                "#[mybind] ",
                "#[mybind(from_py_with = f)] ",
                "#[mybind(from_py_with = |x| x, name = 1)] #[mybind] ",
                "#[",
                "#![a] ",
                "/// x\n",
            ],
        );
    }
    ""
}

/// Attributes of any item, and those that may stand on such a one alone.
pub(crate) fn attributes(choose: &mut Choose, more: &[&str]) -> String {
    let mut attributes = String::new();
    while choose.chance(25) {
        if choose.chance(20) && !more.is_empty() {
            attributes += choose.one_of(more);
            continue;
        }
        attributes += choose.one_of_or(
            &[
                "/// Says \"something\".\n",
                "/** Says\n * more */",
                "#[doc = \"text\"]",
                "#[doc = concat!(\"a\", \"b\")]",
                "#[allow(dead_code)]",
                "#[cfg(all())]",
                "#[cfg_attr(all(), allow(unused))]",
                "#[doc(hidden)]",
                "///\n",
                "/// # Errors\n/// `x`\\\n",
            ],
            &[
                "#[mybind]",
                "#[mybind(name = \"x\")]",
                "#![inner]",
                "#[doc]",
                "#[doc = 5]",
                "#[cfg]",
                "#[]",
                "#[doc = \"a\\0b\"]",
                "#",
                "#[cfg(any())]",
                "#[mybind::mybind]",
            ],
        );
        attributes.push('\n');
    }
    attributes
}

pub(crate) fn visibility(choose: &mut Choose) -> &'static str {
    choose.one_of_or(
        &["pub", "pub", "", "pub(crate)", "pub(in crate)"],
        &[
            "pub(",
            "pub()",
            "crate",
            "pub(in a::b)",
            "pub pub",
            "pub(self)",
            "pub(super)",
        ],
    )
}

fn qualifiers(choose: &mut Choose) -> &'static str {
    choose.one_of_or(
        &["", "", "", "extern \"C\"", "extern \"Rust\""],
        &[
            "unsafe",
            "async",
            "const async",
            "default",
            "const",
            "safe",
            "extern",
            "unsafe extern \"C\"",
            "gen",
        ],
    )
}
