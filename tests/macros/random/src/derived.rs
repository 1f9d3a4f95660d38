//! Random types under the derives of conversions.

use crate::choose::Choose;
use crate::functions::visibility;
use crate::types;

/// A struct or an enum, as a derive sees it.
pub fn derived(choose: &mut Choose, number: usize) -> String {
    let name = match choose.mistake(6) {
        true => choose
            .one_of(&["Self", "r#type", "größe", "fn", "A<T>", "Option", "__Type"])
            .to_owned(),
        false => format!("Type{number}"),
    };
    let generics = choose.one_of_or(
        &[
            "",
            "",
            "",
            "",
            "<T>",
            "<T: Clone, U>",
            "<'py>",
            "<T, const N: usize>",
            "<T = i32>",
        ],
        &[
            "<'a, 'b>",
            "<",
            "<T",
            "<const N: usize = 1, T>",
            "<'py: 'a, T: ?Sized + 'py>",
        ],
    );
    let clause = choose.one_of_or(
        &["", "", "where i32: Copy"],
        &["where", "where T: Into<String>", "where T: , U:"],
    );
    let options = type_options(choose);
    let options = match options.contains("transparent") {
        true => without_names(&options, choose),
        false => options,
    };
    let visibility = visibility(choose);
    let extra = extra_fields(generics);
    // One field would be too few.
    let options = match extra.len() > 1 && !choose.is_wild() {
        true => options.replace("transparent", "crate = ::mybind"),
        false => options,
    };
    if choose.mistake(4) {
        let wrong = [
            "union U { a: i32 }",
            "fn f() {}",
            "struct",
            "struct A",
            "enum E {",
            "struct A();",
            "enum E {}",
            "struct A {}",
            "type A = i32;",
            "",
        ];
        return choose.one_of(&wrong).to_owned();
    }
    match choose.below(4) {
        0 | 1 => {
            let fields = named_fields(choose, &extra, options.contains("transparent"), false);
            format!("{options}{visibility} struct {name}{generics} {clause} {{ {fields} }}")
        }
        2 => {
            let options = without_names(&options, choose);
            let fields = tuple_fields(choose, &extra, options.contains("transparent"));
            format!("{options}{visibility} struct {name}{generics}({fields}) {clause};")
        }
        _ => {
            let options = without_names(&options, choose).replace("transparent", "hint = \"str\"");
            let variants = variants(choose, &extra);
            format!("{options}{visibility} enum {name}{generics} {clause} {{ {variants} }}")
        }
    }
}

/// The options without those that only fields with names have.
fn without_names(options: &str, choose: &mut Choose) -> String {
    match choose.mistake(20) {
        true => options.to_owned(),
        false => options
            .lines()
            .filter(|line| !line.contains("from_item_all") && !line.contains("rename_all"))
            .map(|line| format!("{line}\n"))
            .collect(),
    }
}

/// Types of fields that use what the type is generic over.
fn extra_fields(generics: &str) -> Vec<&'static str> {
    let mut fields = Vec::new();
    for (parameter, field) in [
        ("T", "T"),
        ("U", "Vec<U>"),
        ("const N", "[u8; N]"),
        ("'py", "mybind::Bound<'py, mybind::types::PyAny>"),
    ] {
        if generics.contains(parameter) {
            fields.push(field);
        }
    }
    fields
}

fn type_options(choose: &mut Choose) -> String {
    let mut options = String::new();
    while choose.chance(18) {
        let option = choose.one_of_or(
            &[
                "transparent",
                "from_item_all",
                "rename_all = \"camelCase\"",
                "crate = ::mybind",
                "hint = \"int\"",
                "rename_all = \"SCREAMING-KEBAB-CASE\"",
            ],
            &[
                "",
                "rename_all",
                "rename_all = \"x\"",
                "unknown",
                "default",
                "item",
                "crate = \"x\"",
                "hint = \"int]\"",
                "hint = 5",
                "name = \"x\"",
                "annotation = \"x\"",
                "transparent = 1",
                "transparent, transparent",
                "attribute(\"x\")",
            ],
        );
        let word = option.split([' ', '(']).next().unwrap_or_default();
        if choose.is_wild() || !options.contains(word) {
            options += &format!("#[mybind({option})]\n");
        }
    }
    if choose.chance(15) {
        options += "/// Says something.\n";
    }
    options
}

fn field_type(choose: &mut Choose) -> String {
    match choose.mistake(6) {
        true => choose
            .one_of(&[
                "&str",
                "&'static str",
                "Self",
                "Box<Self>",
                "",
                "dyn Fn()",
                "impl Copy",
                "Vec<&'a str>",
                "fn(i32)",
                "_",
                "m!(x)",
            ])
            .to_owned(),
        false => types::owned(choose, 1).text,
    }
}

fn field_option(choose: &mut Choose, named: bool) -> String {
    if !choose.chance(25) {
        return String::new();
    }
    let right: &[&str] = match named {
        true => &[
            "item",
            "item(\"key\")",
            "item(0)",
            "attribute",
            "attribute(\"other\")",
            "default",
            "hint = \"int\"",
            "item(b'x')",
            "item(-1)",
        ],
        false => &["hint = \"int\"", "hint = \"Sequence[int]\""],
    };
    let option = choose.one_of_or(
        right,
        &[
            "item()",
            "item(a b)",
            "attribute(5)",
            "default = ",
            "default(1)",
            "from_py_with = ",
            "from_py_with = f",
            "into_py_with = g",
            "name = \"x\"",
            "unknown",
            "item, attribute",
            "default = 1 + 2",
            "annotation = \"x\"",
            "transparent",
            "hint = \"(\"",
        ],
    );
    format!("#[mybind({option})] ")
}

fn named_fields(choose: &mut Choose, extra: &[&str], single: bool, in_variant: bool) -> String {
    let names = [
        "a",
        "b",
        "r#type",
        "größe",
        "self_",
        "some_long_name",
        "py",
        "object",
    ];
    let count = if single && !choose.is_wild() {
        usize::from(extra.is_empty())
    } else {
        choose.below(4) + usize::from(extra.is_empty())
    };
    let mut fields = String::new();
    for name in names.iter().take(count) {
        // One that is always looked up, since all could not have defaults.
        let option = if fields.is_empty() && !choose.is_wild() || single {
            String::new()
        } else {
            field_option(choose, true)
        };
        fields += &format!(
            "{option}{} {name}: {}, ",
            if in_variant && !choose.is_wild() {
                ""
            } else {
                visibility(choose)
            },
            field_type(choose)
        );
    }
    for (name, ty) in ["t", "u", "v"].iter().zip(extra) {
        fields += &format!("{name}: {ty}, ");
    }
    fields
}

fn tuple_fields(choose: &mut Choose, extra: &[&str], single: bool) -> String {
    let count = if single && !choose.is_wild() {
        usize::from(extra.is_empty())
    } else {
        choose.below(3) + usize::from(extra.is_empty())
    };
    let mut fields: Vec<String> = (0..count)
        .map(|_| format!("{}{}", field_option(choose, false), field_type(choose)))
        .collect();
    fields.extend(extra.iter().map(|&ty| ty.to_owned()));
    fields.join(", ")
}

fn variants(choose: &mut Choose, extra: &[&str]) -> String {
    let mut variants = String::new();
    for number in 0..=choose.below(4) {
        let option = match choose.chance(20) {
            true => choose.one_of_or(
                &["#[mybind(annotation = \"one\")] ", "/// One.\n"],
                &[
                    "#[mybind(name = 5)] ",
                    "#[mybind(transparent)] ",
                    "#[mybind(from_item_all)] ",
                    "#[mybind(item)] ",
                    "#[mybind] ",
                    "#[mybind = 1] ",
                ],
            ),
            false => "",
        };
        let shape = match choose.below(3) {
            0 => String::new(),
            1 => format!("({})", tuple_fields(choose, &[], false)),
            _ => format!("{{ {} }}", named_fields(choose, &[], false, true)),
        };
        // The text of a variant may be given only where there is nothing else.
        let name = if shape.is_empty() && choose.chance(20) {
            format!("#[mybind(name = \"v {number}\")] ")
        } else {
            String::new()
        };
        let discriminant = if choose.mistake(5) { " = 1 << 2" } else { "" };
        variants += &format!(
            "{name}{}Variant{number}{shape}{discriminant}, ",
            if name.is_empty() { option } else { "" }
        );
    }
    if !extra.is_empty() {
        variants += &format!("Last({})", extra.join(", "));
    }
    variants
}
