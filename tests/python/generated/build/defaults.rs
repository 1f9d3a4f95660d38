//! Random defaults of parameters: an expression in Rust, and what it is in Python once it has been there and back.

use crate::choose::Choose;
use crate::types::{INTS, Type};

use Type::{Array, Generic, Simple, Slice, Tuple};

/// A value in both languages.
#[derive(Clone)]
pub(crate) struct Value {
    pub(crate) rust: String,
    pub(crate) python: String,
}

impl Value {
    fn new(rust: impl Into<String>, python: impl Into<String>) -> Value {
        Value {
            rust: rust.into(),
            python: python.into(),
        }
    }

    fn same(text: impl Into<String>) -> Value {
        let text = text.into();
        Value::new(text.clone(), text)
    }
}

/// A default of a parameter of this type, `None` for what has none that does not need an interpreter.
pub(crate) fn default(ty: &Type, choose: &mut Choose) -> Option<Value> {
    match ty {
        // What `signature` makes easier than the type itself would be.
        Simple("String") if choose.chance(70) => Some(text(choose)),
        // Which `None` is meant nobody could tell.
        Generic("Option", inside) if matches!(inside[0], Generic("Option", _)) => None,
        Generic("Option", inside) if choose.chance(30) => default(&inside[0], choose),
        // `Some` has no type to make of an array's reference a slice's.
        Generic("Option", inside) if inside[0] == Simple("&'a [u8]") => Some(none()),
        // What is a constant, by its path, and what is shown as `...`.
        Simple(name) if INTS.contains(name) && choose.chance(20) => Some(match choose.below(2) {
            0 => Value::new(format!("{name}::MIN"), least(name)),
            _ => Value::new("{ 1 + 2 }", "3"),
        }),
        Simple("f64") if choose.chance(20) => {
            let (rust, python) = choose.one_of(&[
                ("f64::INFINITY", "float('inf')"),
                ("f64::NAN", "float('nan')"),
                ("-f64::INFINITY", "-float('inf')"),
            ]);
            Some(Value::new(rust, python))
        }
        _ => value(ty, choose),
    }
}

/// A value of exactly this type.
fn value(ty: &Type, choose: &mut Choose) -> Option<Value> {
    Some(match ty {
        Simple(name) => simple(name, choose)?,
        Generic("Option", _) if choose.chance(40) => none(),
        Generic("Option", inside) => wrapped("Some", value(&inside[0], choose)?),
        Generic("NonZero", _) => Value::new(format!("<{ty}>::MIN"), least_non_zero(ty)),
        Generic("Range", _) => Value::new("1..3", "range(1, 3)"),
        Generic("Cell", inside) => wrapped("Cell::new", value(&inside[0], choose)?),
        Generic("Box", inside) => wrapped("Box::new", value(&inside[0], choose)?),
        Generic("Rc", inside) => wrapped("Rc::new", value(&inside[0], choose)?),
        Generic("Vec", inside) => sequence("vec!", "", &inside[0], choose.below(3), choose)?,
        Generic("VecDeque" | "BinaryHeap", _) if choose.chance(30) => empty(ty),
        Generic(queue @ ("VecDeque" | "BinaryHeap"), inside) => {
            let array = sequence("", "", &inside[0], 1, choose)?;
            Value::new(format!("{queue}::from({})", array.rust), array.python)
        }
        // A list cannot be a key in Python.
        Generic(_, inside) if choose.chance(30) || inside[0].to_string().contains("Vec") => {
            empty(ty)
        }
        Generic(map @ ("HashMap" | "BTreeMap"), inside) => {
            let (key, item) = (value(&inside[0], choose)?, value(&inside[1], choose)?);
            Value::new(
                format!("{map}::from([({}, {})])", key.rust, item.rust),
                format!("{{{}: {}}}", key.python, item.python),
            )
        }
        Generic(set, inside) => {
            let item = value(&inside[0], choose)?;
            Value::new(
                format!("{set}::from([{}])", item.rust),
                format!("{{{}}}", item.python),
            )
        }
        Slice(_, item) => sequence("vec!", ".into_boxed_slice()", item, 1, choose)?,
        Array(item, length) => sequence("", "", item, *length, choose)?,
        Tuple(items) => {
            let items: Option<Vec<Value>> = items.iter().map(|item| value(item, choose)).collect();
            let items = items?;
            let written = |text: fn(&Value) -> &str| -> String {
                items
                    .iter()
                    .map(|item| format!("{},", text(item)))
                    .collect()
            };
            Value::new(
                format!("({})", written(|item| &item.rust)),
                format!("({})", written(|item| &item.python)),
            )
        }
    })
}

fn simple(name: &str, choose: &mut Choose) -> Option<Value> {
    Some(match name {
        "f32" | "f64" => Value::same(choose.one_of(&["0.0", "-0.0", "1.5", "-0.25", "2e9"])),
        "bool" => match choose.chance(50) {
            true => Value::new("true", "True"),
            false => Value::new("false", "False"),
        },
        "char" => {
            let text = choose.one_of(&["x", "é", " ", "\u{1f600}"]);
            Value::new(format!("'{text}'"), format!("\"{text}\""))
        }
        "&'a str" => text(choose),
        "&'a [u8]" => Value::same("b\"ab\\x00\""),
        "String" => converted(text(choose), "String::from"),
        "Box<str>" => converted(text(choose), "Box::from"),
        "OsString" => converted(text(choose), "OsString::from"),
        "Cow<'a, str>" => converted(text(choose), "Cow::Borrowed"),
        "Cow<'a, [u8]>" => Value::new("Cow::Borrowed(b\"ab\" as &[u8])", "b\"ab\""),
        "CString" => Value::new("c\"ab\".to_owned()", "\"ab\""),
        "PathBuf" => Value::new("PathBuf::from(\"a/b\")", "pathlib.Path(\"a/b\")"),
        _ if INTS.contains(&name) => {
            let number = choose.one_of(&["0", "1", "7", "100", "0x1f", "1_0"]);
            match name.starts_with('i') && choose.chance(40) {
                true => Value::same(format!("-{number}")),
                false => Value::same(number),
            }
        }
        _ => return None, // a handle
    })
}

fn text(choose: &mut Choose) -> Value {
    Value::same(format!("{:?}", choose.one_of(&["", "text", "é", "a 'b'"])))
}

fn converted(value: Value, by: &str) -> Value {
    Value::new(format!("{by}({})", value.rust), value.python)
}

fn wrapped(by: &str, value: Value) -> Value {
    converted(value, by)
}

fn none() -> Value {
    Value::same("None")
}

fn sequence(
    before: &str,
    after: &str,
    item: &Type,
    length: usize,
    choose: &mut Choose,
) -> Option<Value> {
    let items: Option<Vec<Value>> = (0..length).map(|_| value(item, choose)).collect();
    let items = items?;
    let written = |text: fn(&Value) -> &str| -> String {
        let texts: Vec<&str> = items.iter().map(text).collect();
        texts.join(", ")
    };
    let python = match item {
        // Bytes are `bytes`.
        Simple("u8") => format!("bytes([{}])", written(|item| &item.python)),
        _ => format!("[{}]", written(|item| &item.python)),
    };
    let rust = format!("{before}[{}]{after}", written(|item| &item.rust));
    Some(Value::new(rust, python))
}

/// An empty container.
fn empty(ty: &Type) -> Value {
    let Generic(name, inside) = ty else {
        unreachable!("only these have a `new`");
    };
    let python = match (*name, &inside[0]) {
        ("HashMap" | "BTreeMap", _) => "{}",
        ("HashSet" | "BTreeSet", _) => "set()",
        (_, Simple("u8")) => "b\"\"",
        _ => "[]",
    };
    Value::new(format!("{name}::new()"), python)
}

fn least(int: &str) -> String {
    match int {
        "isize" => "-(2**63)".to_owned(),
        _ if int.starts_with('u') => "0".to_owned(),
        _ => {
            let bits: u32 = int[1..].parse().expect("the type's width");
            format!("-(2**{})", bits - 1)
        }
    }
}

fn least_non_zero(ty: &Type) -> String {
    match ty {
        Generic(_, inside) => match inside[0] {
            Simple(int) if int.starts_with('i') => least(int),
            _ => "1".to_owned(),
        },
        _ => unreachable!("it is a `NonZero`"),
    }
}
