//! Defaults of every kind, and what is shown of them.

use std::borrow::Cow;
use std::path::{Path, PathBuf};

use mybind::prelude::*;

const BOOL: bool = true;
const SIGNED: i64 = i64::MIN;
const LARGE: u128 = u128::MAX;
const SMALL: i128 = i128::MIN;
const FLOAT: f64 = 0.1;
const SINGLE: f32 = 0.1;
const MANY: f64 = -1e20;
const INFINITE: f64 = f64::NEG_INFINITY;
const NOT_A_NUMBER: f64 = f64::NAN;
const CHAR: char = 'ß';
const TEXT: &str = "it's \"é\"\n\u{1f600}\\";
const NONE: Option<i32> = None;
const SOME: Option<&str> = Some("some");

/// Literals.
#[mybind(signature = (
    int = 1, negative = -2, hex = 0xff, grouped = 1_000, float = 1.5, whole = 2.0, exponent = 1e-7, large = 1e300,
    yes = true, letter = 'é', text = "it's \"q\"\t\\ é \u{1f600}",
))]
pub fn literals(
    int: i32,
    negative: i64,
    hex: u8,
    grouped: u32,
    float: f64,
    whole: f64,
    exponent: f32,
    large: f64,
    yes: bool,
    letter: char,
    text: &str,
) -> (i32, i64, u8, u32, f64, f64, f32, f64, bool, char, String) {
    (
        int,
        negative,
        hex,
        grouped,
        float,
        whole,
        exponent,
        large,
        yes,
        letter,
        text.to_owned(),
    )
}

/// Paths of constants.
#[mybind(signature = (
    yes = BOOL, signed = SIGNED, large = LARGE, small = SMALL, float = FLOAT, single = SINGLE, infinite = INFINITE,
    letter = CHAR, text = TEXT, none = NONE, some = SOME, far = i32::MAX,
))]
pub fn paths(
    yes: bool,
    signed: i64,
    large: u128,
    small: i128,
    float: f64,
    single: f32,
    infinite: f64,
    letter: char,
    text: &str,
    none: Option<i32>,
    some: Option<&str>,
    far: i32,
) -> (
    bool,
    i64,
    u128,
    i128,
    f64,
    f32,
    f64,
    char,
    String,
    Option<i32>,
    Option<String>,
    i32,
) {
    (
        yes,
        signed,
        large,
        small,
        float,
        single,
        infinite,
        letter,
        text.into(),
        none,
        some.map(Into::into),
        far,
    )
}

/// What has no literal in Python, or needs too many digits.
#[mybind(signature = (nan = NOT_A_NUMBER, least = f64::MIN))]
pub fn not_a_number(nan: f64, least: f64) -> (f64, f64) {
    (nan, least)
}

/// Floats of 32 and of 64 bits.
#[mybind(signature = (pi = std::f32::consts::PI, small = f32::EPSILON, large = -1e20, many = MANY, most = f32::MAX))]
pub fn floats(pi: f32, small: f32, large: f32, many: f64, most: f32) -> [f64; 5] {
    [pi.into(), small.into(), large.into(), many, most.into()]
}

/// Options.
#[mybind(signature = (a = None, b = Some(1), c = 2, d = "d", e = Some(String::from("e"))))]
pub fn options(
    a: Option<i32>,
    b: Option<i32>,
    c: Option<i32>,
    d: Option<String>,
    e: Option<String>,
) -> (
    Option<i32>,
    Option<i32>,
    Option<i32>,
    Option<String>,
    Option<String>,
) {
    (a, b, c, d, e)
}

/// Containers.
#[mybind(signature = (pair = (1, 'a'), single = (1.5,), list = [1, -2, 3], empty = [], nested = [(1, [2.5, 3.5])], unit = ()))]
pub fn containers(
    pair: (i32, char),
    single: (f64,),
    list: [i32; 3],
    empty: [i32; 0],
    nested: [(i32, [f64; 2]); 1],
    unit: Option<()>,
) -> (
    (i32, char),
    (f64,),
    Vec<i32>,
    Vec<i32>,
    Vec<(i32, [f64; 2])>,
    bool,
) {
    (
        pair,
        single,
        list.to_vec(),
        empty.to_vec(),
        nested.to_vec(),
        unit.is_some(),
    )
}

fn counted() -> usize {
    use std::sync::atomic::{AtomicUsize, Ordering};
    static COUNT: AtomicUsize = AtomicUsize::new(0);
    COUNT.fetch_add(1, Ordering::Relaxed)
}

/// An expression, evaluated at each call that needs it.
#[mybind(signature = (number = counted()))]
pub fn expression(number: usize) -> usize {
    number
}

/// A path in braces is an expression.
#[mybind(signature = (number = { SIGNED }, repeated = [1; 2], added = 1 + 2, maybe = { SIGNED }))]
pub fn hidden(
    number: i64,
    repeated: [i32; 2],
    added: i32,
    maybe: Option<i64>,
) -> (i64, Vec<i32>, i32, Option<i64>) {
    (number, repeated.to_vec(), added, maybe)
}

/// A default sees no other parameter, but an item of the same name.
#[mybind(signature = (number = 1, same = { number() }))]
pub fn scopes(number: i32, same: i32) -> i32 {
    number + same
}

fn number() -> i32 {
    10
}

/// `return` in a default ends the default.
#[mybind(signature = (number = { if BOOL { return 7 } 8 }))]
pub fn returning(number: i32) -> i32 {
    number * 2
}

/// Bytes and the byte.
#[mybind(signature = (byte = b'a', bytes = b"a\x00\xff'"))]
pub fn bytes(byte: u8, bytes: &[u8]) -> (u8, Vec<u8>) {
    (byte, bytes.to_vec())
}

/// Literals that become what is taken.
#[mybind(signature = (path = "a/b.toml", borrowed = TEXT, text = "c", bytes = b"de", maybe = "f", none = None))]
pub fn converted(
    path: PathBuf,
    borrowed: &Path,
    text: Cow<'_, str>,
    bytes: Vec<u8>,
    maybe: Option<PathBuf>,
    none: Option<&Path>,
) -> (PathBuf, bool, String, Vec<u8>, Option<PathBuf>, bool) {
    let is_text = borrowed.as_os_str() == TEXT;
    (
        path,
        is_text,
        text.into_owned(),
        bytes,
        maybe,
        none.is_none(),
    )
}
