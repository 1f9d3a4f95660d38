//! Random types of parameters.

use std::fmt;

use crate::choose::Choose;

/// A type in Rust. A borrowed one has the lifetime `'a`, a handle of Python's the lifetime `'py`.
#[derive(Clone, PartialEq)]
pub(crate) enum Type {
    Simple(&'static str),
    /// `Vec<T>`, `HashMap<K, V>`.
    Generic(&'static str, Vec<Type>),
    /// `Box<[T]>`.
    Slice(&'static str, Box<Type>),
    Array(Box<Type>, usize),
    Tuple(Vec<Type>),
}

use Type::{Array, Generic, Simple, Slice, Tuple};

pub(crate) const INTS: &[&str] = &[
    "i8", "i16", "i32", "i64", "i128", "isize", "u8", "u16", "u32", "u64", "u128", "usize",
];
const COPIED: &[&str] = &["i8", "u64", "i128", "f32", "f64", "bool", "char"];
const TEXTS: &[&str] = &[
    "char", "String", "String", "Box<str>", "OsString", "CString",
];
const BORROWED: &[&str] = &["&'a str", "&'a [u8]", "Cow<'a, str>", "Cow<'a, [u8]>"];
const LENT: &[&str] = &[
    "&'a Bound<'py, PyAny>",
    "&'a Bound<'py, PyDict>",
    "&'a Bound<'py, PyList>",
];
const HANDLES: &[&str] = &[
    "Bound<'py, PyAny>",
    "Bound<'py, PyBytes>",
    "Bound<'py, PyDict>",
    "Bound<'py, PyFloat>",
    "Bound<'py, PyInt>",
    "Bound<'py, PyList>",
    "Bound<'py, PySet>",
    "Bound<'py, PyString>",
    "Bound<'py, PyTuple>",
];
const SEQUENCES: &[&str] = &["Vec", "Vec", "VecDeque"];

/// The types that were there already. Most are taken from these: each new one costs the compiler as much as a function.
#[derive(Default)]
pub(crate) struct Types {
    owned: Vec<Type>,
}

impl Types {
    /// A whole argument, which may be borrowed.
    pub(crate) fn argument(&mut self, choose: &mut Choose) -> Type {
        let ty = match choose.below(100) {
            0..12 => Simple(choose.one_of(BORROWED)),
            12..16 => Simple(choose.one_of(LENT)),
            _ => return self.owned(choose),
        };
        optional(ty, choose, 30)
    }

    /// What `*args` is.
    pub(crate) fn varargs(&mut self, choose: &mut Choose) -> Type {
        match choose.below(10) {
            0 => Simple("&'a Bound<'py, PyTuple>"),
            1 => Slice("Box", Box::new(self.owned(choose))),
            2 => Array(Box::new(self.owned(choose)), choose.below(3)),
            3 => Tuple((0..2).map(|_| self.owned(choose)).collect()),
            _ => Generic(choose.one_of(SEQUENCES), vec![self.owned(choose)]),
        }
    }

    /// What `**kwargs` is.
    pub(crate) fn kwargs(&mut self, choose: &mut Choose) -> Type {
        let ty = match choose.below(8) {
            0 => Simple("Bound<'py, PyDict>"),
            1 => Simple("&'a Bound<'py, PyDict>"),
            _ => {
                let key = Simple(choose.one_of(&["String", "String", "Box<str>", "char"]));
                let map = choose.one_of(&["HashMap", "BTreeMap"]);
                Generic(map, vec![key, self.owned(choose)])
            }
        };
        optional(ty, choose, 25)
    }

    /// What may be stored, and be inside of others.
    fn owned(&mut self, choose: &mut Choose) -> Type {
        if !self.owned.is_empty() && choose.chance(80) {
            return choose.one_of(&self.owned);
        }
        let ty = owned(choose, 0);
        self.owned.push(ty.clone());
        ty
    }
}

fn optional(ty: Type, choose: &mut Choose, percent: usize) -> Type {
    match choose.chance(percent) {
        true => Generic("Option", vec![ty]),
        false => ty,
    }
}

fn owned(choose: &mut Choose, depth: usize) -> Type {
    let inner = |choose: &mut Choose| owned(choose, depth + 1);
    match choose.below(if depth < 3 { 100 } else { 44 }) {
        0..16 => Simple(choose.one_of(INTS)),
        16..22 => Simple(choose.one_of(&["f32", "f64"])),
        22..25 => Simple("bool"),
        25..33 => Simple(choose.one_of(TEXTS)),
        33..35 => Simple("PathBuf"),
        35..38 => Generic("NonZero", vec![Simple(choose.one_of(INTS))]),
        38..40 => Generic("Range", vec![Simple(choose.one_of(INTS))]),
        40..42 => Generic("Cell", vec![Simple(choose.one_of(COPIED))]),
        42..44 => Simple(choose.one_of(HANDLES)),
        44..54 => Generic("Option", vec![inner(choose)]),
        54..64 => Generic(choose.one_of(SEQUENCES), vec![inner(choose)]),
        64..67 => Generic("Vec", vec![Simple("u8")]),
        67..69 => Generic("BinaryHeap", vec![key(choose, depth + 1)]),
        69..74 => Array(Box::new(inner(choose)), choose.below(4)),
        74..82 => tuple(choose, inner),
        82..91 => {
            let map = choose.one_of(&["HashMap", "BTreeMap"]);
            Generic(map, vec![key(choose, depth + 1), inner(choose)])
        }
        91..97 => {
            let set = choose.one_of(&["HashSet", "BTreeSet"]);
            Generic(set, vec![key(choose, depth + 1)])
        }
        97 => Slice("Box", Box::new(inner(choose))),
        _ => Generic(choose.one_of(&["Box", "Rc"]), vec![inner(choose)]),
    }
}

/// What a set or the keys of a map can be: what is hashed and sorted.
fn key(choose: &mut Choose, depth: usize) -> Type {
    let inner = |choose: &mut Choose| key(choose, depth + 1);
    match choose.below(if depth < 3 { 20 } else { 15 }) {
        0..7 => Simple(choose.one_of(INTS)),
        7..13 => Simple(choose.one_of(TEXTS)),
        13 => Simple("bool"),
        14 => Generic("NonZero", vec![Simple(choose.one_of(INTS))]),
        15..17 => Generic("Option", vec![inner(choose)]),
        17..19 => tuple(choose, inner),
        // Which Python cannot hash.
        _ => Generic("Vec", vec![inner(choose)]),
    }
}

fn tuple(choose: &mut Choose, inner: impl Fn(&mut Choose) -> Type) -> Type {
    let count = choose.one_of(&[0, 1, 1, 2, 2, 2, 2, 3, 3, 4, 12]);
    match count {
        // All of one type, which the compiler has to see once.
        12 => Tuple(vec![Simple(choose.one_of(INTS)); 12]),
        _ => Tuple((0..count).map(|_| inner(choose)).collect()),
    }
}

impl Type {
    /// Whether it may be used while other threads run Python.
    pub(crate) fn is_send(&self) -> bool {
        let text = self.to_string();
        !text.contains("Rc<") && !text.contains("'py")
    }
}

impl fmt::Display for Type {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Simple(name) => f.write_str(name),
            Generic(name, arguments) => write!(f, "{name}<{}>", list(arguments)),
            Slice(name, item) => write!(f, "{name}<[{item}]>"),
            Array(item, length) => write!(f, "[{item}; {length}]"),
            Tuple(items) if items.len() == 1 => write!(f, "({},)", items[0]),
            Tuple(items) => write!(f, "({})", list(items)),
        }
    }
}

fn list(types: &[Type]) -> String {
    let texts: Vec<_> = types.iter().map(Type::to_string).collect();
    texts.join(", ")
}
