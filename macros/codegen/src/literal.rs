//! What a literal stands for: its escapes, prefixes, suffixes and underscores resolved.

use proc_macro2::Literal;

/// The value of a literal.
pub(crate) enum Value {
    /// Text.
    Str(String),
    /// Bytes.
    Bytes(Vec<u8>),
    /// A character.
    Char(char),
    /// An integer.
    Int(u128),
    /// The digits of a float, without underscores.
    Float(String),
    /// A C string, an integer that Rust has no type for, or no literal of Rust.
    Other,
}

/// The value of `literal`.
pub(crate) fn value(literal: &Literal) -> Value {
    let written = literal.to_string();
    let value = match written.as_bytes() {
        [b'"' | b'r', ..] => text(&written).map(Value::Str),
        [b'\'', ..] => quoted(&written, '\'').and_then(character).map(Value::Char),
        [b'b', b'\'', ..] => quoted(&written[1..], '\'')
            .and_then(|content| unescape(content).first().copied())
            .map(|byte| Value::Int(byte.into())),
        [b'b', b'"' | b'r', ..] => bytes(&written[1..]).map(Value::Bytes),
        [b'0'..=b'9', ..] => number(&written),
        _ => None,
    };
    value.unwrap_or(Value::Other)
}

fn text(written: &str) -> Option<String> {
    String::from_utf8(bytes(written)?).ok()
}

/// The content of `"..."`, `r"..."` or `r#"..."#`.
fn bytes(written: &str) -> Option<Vec<u8>> {
    let Some(raw) = written.strip_prefix('r') else {
        return quoted(written, '"').map(unescape);
    };
    let content = raw.trim_start_matches('#');
    let hashes = &raw[..raw.len() - content.len()];
    let content = content.strip_prefix('"')?.strip_suffix(hashes)?;
    Some(content.strip_suffix('"')?.as_bytes().to_owned())
}

fn quoted(written: &str, quote: char) -> Option<&str> {
    written.strip_prefix(quote)?.strip_suffix(quote)
}

fn character(content: &str) -> Option<char> {
    String::from_utf8(unescape(content)).ok()?.chars().next()
}

/// The bytes that `content` stands for. What is no escape was rustc's to refuse before.
fn unescape(content: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut rest = content;
    while let Some((before, escape)) = rest.split_once('\\') {
        bytes.extend_from_slice(before.as_bytes());
        let mut chars = escape.chars();
        let char = chars.next().unwrap_or('\\');
        rest = chars.as_str();
        match char {
            'n' => bytes.push(b'\n'),
            'r' => bytes.push(b'\r'),
            't' => bytes.push(b'\t'),
            '0' => bytes.push(b'\0'),
            'x' => {
                let digits = rest.get(..2).unwrap_or_default();
                rest = &rest[digits.len()..];
                bytes.extend(u8::from_str_radix(digits, 16));
            }
            'u' => {
                let (digits, after) = rest.split_once('}').unwrap_or((rest, ""));
                rest = after;
                let digits = digits.replace(['{', '_'], "");
                let char = u32::from_str_radix(&digits, 16)
                    .ok()
                    .and_then(char::from_u32);
                bytes.extend(char.unwrap_or_default().to_string().bytes());
            }
            // A line that goes on in the next one.
            '\n' => rest = rest.trim_start_matches([' ', '\t', '\n', '\r']),
            // `\\`, `\'` and `\"`.
            _ => bytes.extend(char.to_string().bytes()),
        }
    }
    bytes.extend_from_slice(rest.as_bytes());
    bytes
}

/// A number with its underscores and its suffix.
fn number(written: &str) -> Option<Value> {
    let radix = match written.get(..2) {
        Some("0x") => 16,
        Some("0o") => 8,
        Some("0b") => 2,
        _ => 10,
    };
    let digits = if radix == 10 { written } else { &written[2..] };
    // In base 16 `f` is a digit.
    let is_suffix = |char| matches!(char, 'i' | 'u') || char == 'f' && radix == 10;
    let (digits, suffix) = digits.split_at(digits.find(is_suffix).unwrap_or(digits.len()));
    let digits = digits.replace('_', "");
    // `1f64` is a float without a point.
    if radix == 10 && (suffix.starts_with('f') || digits.contains(['.', 'e', 'E'])) {
        return Some(Value::Float(digits));
    }
    u128::from_str_radix(&digits, radix).ok().map(Value::Int)
}

#[cfg(test)]
mod tests {
    use super::{Value, value};

    /// What Rust says of the same literal.
    macro_rules! same {
        ($($kind:ident $literal:literal $(as $given:expr)?;)*) => {$(
            #[allow(unused_variables)]
            let expected = $literal;
            $(let expected = $given;)?
            match value(&stringify!($literal).parse().expect("a literal")) {
                Value::$kind(read) => assert!(read == expected, "{} is {read:?}", stringify!($literal)),
                _ => panic!("{} is no {}", stringify!($literal), stringify!($kind)),
            }
        )*};
    }

    #[test]
    fn a_literal_is_what_rust_says() {
        same! {
            Str "";
            Str "a\n\r\t\0\\\'\"\x41\u{1F600}\u{e_9}é";
            Str "\\n\\";
            Str "one \
                 line";
            Str r"\n";
            Str r##"a"#\"##;
            Bytes b"a\xff\\\"\0";
            Bytes br"\xff";
            Char 'a';
            Char '\'';
            Char '\u{1F600}';
            Int b'\xff' as 0xff;
            Int b'a' as 97;
            Int 1_000u64 as 1000;
            Int 0xffu8 as 0xff;
            Int 0x1f32;
            Int 0b1_0i8 as 2;
            Int 0o17_usize as 15;
            Int 340282366920938463463374607431768211455u128;
            Float 1f64 as "1";
            Float 1. as "1.";
            Float 1_0.5_0 as "10.50";
            Float 1e5_f64 as "1e5";
            Float 1.5E-3f32 as "1.5E-3";
        }
        assert!(matches!(
            value(&"c\"a\"".parse().expect("a literal")),
            Value::Other
        ));
    }
}
