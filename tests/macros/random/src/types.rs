//! Random types, and expressions of them.

use crate::choose::Choose;

/// A type as it is written, and what an argument of it can have as its default.
#[derive(Debug, Clone)]
pub(crate) struct Type {
    pub(crate) text: String,
    pub(crate) defaults: Vec<String>,
    /// Whether a detached function may have it.
    pub(crate) is_send: bool,
}

impl Type {
    fn new(text: impl Into<String>, defaults: &[&str]) -> Type {
        Type {
            text: text.into(),
            defaults: defaults.iter().map(|&text| text.to_owned()).collect(),
            is_send: true,
        }
    }
}

/// What a parameter may be.
pub(crate) fn argument(choose: &mut Choose) -> Type {
    if choose.mistake(8) {
        let wrong = choose.one_of(&[
            "&'static str",
            "Vec<&str>",
            "impl Into<String>",
            "&mut i32",
            "Python<'static>",
            "dyn Fn(i32)",
            "_",
            "!",
            "fn(i32) -> i32",
            "*const u8",
            "(&str, i32)",
            "Self",
            "[i32]",
            "for<'a> fn(&'a str)",
            "m!(x)",
            "a::b::C<'a, { 1 + 1 }>",
            "<T as Trait>::Item",
            "Option<Option<&Bound<'_, PyAny>>>",
            "",
            "$ty",
        ]);
        return Type::new(wrong, &["1", "None"]);
    }
    let borrowed = match choose.below(10) {
        0 => Type::new("&str", &["\"text\"", "\"\"", "\"é\\n\\\"\""]),
        1 => Type::new("&[u8]", &["b\"ab\"", "b\"\\xff\\0\""]),
        2 => Type::new(
            "std::borrow::Cow<'_, str>",
            &["std::borrow::Cow::Borrowed(\"a\")"],
        ),
        3 => Type {
            is_send: false,
            ..Type::new(
                choose.one_of(&[
                    "&Bound<'_, PyAny>",
                    "Bound<'_, PyAny>",
                    "&Bound<'_, PyDict>",
                    "Py<PyAny>",
                    "Borrowed<'_, '_, PyList>",
                ]),
                &[],
            )
        },
        _ => return owned(choose, 0),
    };
    match choose.chance(25) {
        true => optional(borrowed),
        false => borrowed,
    }
}

fn optional(inner: Type) -> Type {
    Type {
        text: format!("Option<{}>", inner.text),
        defaults: vec!["None".to_owned()],
        is_send: inner.is_send,
    }
}

/// What may be stored, and be returned.
pub(crate) fn owned(choose: &mut Choose, depth: usize) -> Type {
    let simple: &[(&str, &[&str])] = &[
        (
            "i32",
            &[
                "0",
                "-1",
                "0x1f",
                "1_000",
                "i32::MAX",
                "{ 1 + 2 }",
                "-(5)",
                "crate::support::LIMIT",
                "7i32",
            ],
        ),
        ("u8", &["b'a'", "255", "u8::MAX"]),
        (
            "f64",
            &[
                "1.5",
                "-0.25",
                "1e300",
                "f64::INFINITY",
                "2.",
                "{ 0.1 + 0.2 }",
                "f64::NAN",
            ],
        ),
        ("bool", &["true", "false", "!true"]),
        ("char", &["'x'", "'\\u{e9}'", "'\\''"]),
        (
            "String",
            &[
                "\"text\"",
                "String::new()",
                "\"a\".to_owned()",
                "crate::support::text()",
            ],
        ),
        (
            "i128",
            &["0", "-170141183460469231731687303715884105728", "i128::MIN"],
        ),
        ("usize", &["0", "usize::MAX"]),
        ("std::primitive::u64", &["18446744073709551615"]),
        ("::std::string::String", &["r#\"a\"b\"#"]),
        ("(f32)", &["0.5"]),
        ("<Vec<i16> as IntoIterator>::Item", &["1"]),
        ("crate::support::Alias", &["crate::support::Alias::new()"]),
    ];
    if depth >= 3 || choose.chance(55) {
        let (text, defaults) = choose.one_of(simple);
        return Type::new(text, defaults);
    }
    let inner = owned(choose, depth + 1);
    let (text, is_send) = (&inner.text, inner.is_send);
    let of = |text: String, defaults: &[&str]| Type {
        is_send,
        ..Type::new(text, defaults)
    };
    match choose.below(9) {
        0 => of(format!("Vec<{text}>"), &["vec![]", "Vec::new()"]),
        1 => match text.starts_with("Option") {
            true => inner,
            false => optional(inner),
        },
        2 => of(format!("[{text}; {{ 1 + 1 }}]"), &[]),
        3 => of(format!("({text}, i32)"), &[]),
        4 => of(format!("({text},)"), &[]),
        5 => of(
            format!("std::collections::HashMap<String, {text}>"),
            &[
                "std::collections::HashMap::new()",
                "[].into_iter().collect()",
            ],
        ),
        6 => of(format!("Box<{text}>"), &[]),
        7 => of(
            format!("::std::vec::Vec::<{text}>"),
            &["::std::vec::Vec::new()"],
        ),
        _ => of(format!("std::collections::VecDeque<{text}>"), &[]),
    }
}

/// What `*args` and `**kwargs` may be.
pub(crate) fn variadic(choose: &mut Choose, keywords: bool) -> Type {
    let (text, is_send) = match (keywords, choose.below(4)) {
        (false, 0) => ("&Bound<'_, PyTuple>".to_owned(), false),
        (false, _) => (format!("Vec<{}>", owned(choose, 2).text), true),
        (true, 0) => ("Option<&Bound<'_, PyDict>>".to_owned(), false),
        (true, 1) => ("Bound<'_, PyDict>".to_owned(), false),
        (true, _) => (
            format!(
                "std::collections::BTreeMap<String, {}>",
                owned(choose, 2).text
            ),
            true,
        ),
    };
    Type {
        is_send,
        ..Type::new(text, &[])
    }
}

/// The arrow and the type of a result, and whether it can be sent.
pub(crate) fn returned(choose: &mut Choose) -> String {
    if choose.mistake(6) {
        return choose
            .one_of(&[
                "-> impl Iterator<Item = i32>",
                "-> &'static str",
                "-> !",
                "->",
                "-> Self",
                "-> Box<dyn Fn(i32) -> i32>",
                "-> Result<(), impl Error>",
                "- > i32",
                "=> i32",
            ])
            .to_owned();
    }
    let ty = owned(choose, 1).text;
    match choose.below(6) {
        0 => String::new(),
        1 => "-> ()".to_owned(),
        2 => format!("-> PyResult<{ty}>"),
        3 => format!("-> Result<{ty}, String>"),
        4 => format!("-> ::core::result::Result<Option<{ty}>, std::num::ParseIntError>"),
        _ => format!("-> {ty}"),
    }
}
