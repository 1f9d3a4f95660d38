//! Which words of a listing are keywords, comments and the like.

use std::ops::Range;

use crate::model::Language;

/// What a word is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// `// so`
    Comment,
    /// `"so"`
    Text,
    /// `1`
    Number,
    /// `fn`
    Keyword,
    /// `Vec`, `i32`
    Type,
    /// `name(`, `name!`
    Function,
    /// `#[so]`, `>>>`
    Mark,
}

impl Class {
    /// A short name, for the page's style.
    pub fn name(self) -> &'static str {
        match self {
            Class::Comment => "com",
            Class::Text => "str",
            Class::Number => "num",
            Class::Keyword => "key",
            Class::Type => "typ",
            Class::Function => "fun",
            Class::Mark => "mar",
        }
    }
}

/// Places and what is there.
pub type Classes = Vec<(Range<usize>, Class)>;

/// The classes of `text`, in order and without overlaps.
pub fn classes(text: &str, language: Language) -> Classes {
    match language {
        Language::Rust | Language::Python | Language::Json => code(text, language),
        Language::Assembly => by_line(text, assembly),
        Language::Console | Language::Text => by_line(text, console),
    }
}

const RUST: &[&str] = &[
    "as", "async", "const", "crate", "else", "enum", "extern", "false", "fn", "for", "if", "impl",
    "in", "let", "match", "mod", "move", "mut", "pub", "ref", "return", "self", "static", "struct",
    "super", "trait", "true", "type", "unsafe", "use", "where", "while",
];
const PYTHON: &[&str] = &[
    "and", "as", "class", "def", "else", "except", "False", "for", "from", "if", "import", "in",
    "is", "lambda", "None", "not", "or", "pass", "raise", "return", "True", "try", "with",
];
const JSON: &[&str] = &["true", "false", "null"];
const PRIMITIVES: &[&str] = &[
    "bool", "char", "f32", "f64", "float", "i16", "i32", "i64", "i8", "int", "isize", "str", "u16",
    "u32", "u64", "u8", "usize",
];

fn code(text: &str, language: Language) -> Classes {
    let (comment, keywords) = match language {
        Language::Rust => ("//", RUST),
        Language::Python => ("#", PYTHON),
        _ => ("\0", JSON),
    };
    let mut classes = Vec::new();
    let mut at = 0;
    while let Some(first) = text[at..].chars().next() {
        let rest = &text[at..];
        let until = |end: &dyn Fn(char) -> bool| rest.find(end).unwrap_or(rest.len());
        let (length, class) = if rest.starts_with(comment) {
            (until(&|char| char == '\n'), Some(Class::Comment))
        } else if let Some(length) = string(rest, language) {
            (length, Some(Class::Text))
        } else if language == Language::Rust && (rest.starts_with("#[") || rest.starts_with("#!["))
        {
            (
                rest.find(']').map_or(rest.len(), |end| end + 1),
                Some(Class::Mark),
            )
        } else if language == Language::Python && rest.starts_with(">>>") {
            (3, Some(Class::Mark))
        } else if first.is_ascii_digit() {
            (
                until(&|char| !(char.is_alphanumeric() || "_.".contains(char))),
                Some(Class::Number),
            )
        } else if first.is_alphabetic() || first == '_' {
            let length = until(&|char| !(char.is_alphanumeric() || char == '_'));
            (length, word(&rest[..length], &rest[length..], keywords))
        } else {
            (first.len_utf8(), None)
        };
        classes.extend(class.map(|class| (at..at + length, class)));
        at += length;
    }
    classes
}

fn word(word: &str, after: &str, keywords: &[&str]) -> Option<Class> {
    let is_camel_case = word.starts_with(|char: char| char.is_ascii_uppercase())
        && word.contains(|char: char| char.is_ascii_lowercase());
    if keywords.contains(&word) {
        Some(Class::Keyword)
    } else if PRIMITIVES.contains(&word) || is_camel_case {
        Some(Class::Type)
    } else {
        (after.starts_with(['(', '!']) || after.starts_with("::<")).then_some(Class::Function)
    }
}

/// The length of the string literal that `text` begins with.
fn string(text: &str, language: Language) -> Option<usize> {
    let mut prefix = 0;
    if language == Language::Rust {
        prefix = text.find(|char: char| !"brc".contains(char))?;
        if !["", "b", "c", "r", "br", "cr"].contains(&&text[..prefix]) {
            return None;
        }
    }
    let quoted = &text[prefix..];
    if text[..prefix].ends_with('r') {
        let hashes = quoted.len() - quoted.trim_start_matches('#').len();
        let body = quoted[hashes..].strip_prefix('"')?;
        let end = format!("\"{}", "#".repeat(hashes));
        let length = body
            .find(&end)
            .map_or(body.len(), |index| index + end.len());
        return Some(prefix + hashes + 1 + length);
    }
    if language == Language::Python && quoted.starts_with("\"\"\"") {
        return Some(
            quoted[3..]
                .find("\"\"\"")
                .map_or(quoted.len(), |end| end + 6),
        );
    }
    let quote = quoted
        .chars()
        .next()
        .filter(|&char| char == '"' || char == '\'' && language == Language::Python)?;
    let mut is_escaped = false;
    for (index, char) in quoted.char_indices().skip(1) {
        match char {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            '\n' if language == Language::Python => return None,
            char if char == quote => return Some(prefix + index + 1),
            _ => {}
        }
    }
    None
}

fn by_line(text: &str, classes_of: fn(&str) -> Classes) -> Classes {
    let mut start = 0;
    let mut classes = Vec::new();
    for line in text.split_inclusive('\n') {
        let moved = classes_of(line.trim_end());
        classes.extend(
            moved
                .into_iter()
                .map(|(range, class)| (range.start + start..range.end + start, class)),
        );
        start += line.len();
    }
    classes
}

/// The count in front, the label, and the instruction's name.
fn assembly(line: &str) -> Classes {
    let mut classes = Vec::new();
    let mut at = 0;
    let comment = line.find("; ").unwrap_or(line.len());
    for word in line[..comment].split_inclusive(' ') {
        let bare = word.trim();
        let range = at..at + bare.len();
        at += word.len();
        if bare.is_empty() {
            continue;
        }
        if bare.ends_with(':') {
            classes.push((range, Class::Mark));
        } else if bare.chars().all(|char| char.is_ascii_digit()) {
            classes.push((range, Class::Number));
        } else {
            classes.push((range, Class::Keyword));
            break;
        }
    }
    if comment < line.len() {
        classes.push((comment..line.len(), Class::Comment));
    }
    classes
}

/// Lines that are typed, and the head of an error.
fn console(line: &str) -> Classes {
    if line.starts_with("$ ") {
        vec![(0..line.len(), Class::Mark)]
    } else if line.starts_with("error") {
        vec![(0..line.len(), Class::Keyword)]
    } else {
        Vec::new()
    }
}
