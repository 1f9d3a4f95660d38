//! What can be a name in Python.

use proc_macro2::{TokenStream, TokenTree};

/// Whether `name` is a keyword in Python: one of `keyword.kwlist`, or `__debug__`, which nothing can be called either.
pub(crate) fn is_keyword(name: &str) -> bool {
    const KEYWORDS: [&str; 36] = [
        "False",
        "None",
        "True",
        "and",
        "as",
        "assert",
        "async",
        "await",
        "break",
        "class",
        "continue",
        "def",
        "del",
        "elif",
        "else",
        "except",
        "finally",
        "for",
        "from",
        "global",
        "if",
        "import",
        "in",
        "is",
        "lambda",
        "nonlocal",
        "not",
        "or",
        "pass",
        "raise",
        "return",
        "try",
        "while",
        "with",
        "yield",
        "__debug__",
    ];
    KEYWORDS.contains(&name)
}

/// Whether `name` is an identifier in Python; Rust's identifiers are Python's, and its keywords are the same kind of token.
pub(crate) fn is_identifier(name: &str) -> bool {
    // What may stand around an identifier in Rust, or before it, is part of no name.
    let is_more = |char: char| char.is_whitespace() || matches!(char, '#' | '/');
    let tokens = name.parse::<TokenStream>().unwrap_or_default();
    let mut tokens = tokens.into_iter();
    let is_word = matches!(tokens.next(), Some(TokenTree::Ident(_))) && tokens.next().is_none();
    is_word && !name.contains(is_more)
}

/// Whether a class of the stub can have `name` as a member: `__name` would be another name there, and one that hints begin
/// with would hide what they mean.
pub(crate) fn is_member_name(name: &str) -> bool {
    const IN_HINTS: [&str; 12] = [
        "bool",
        "bytes",
        "dict",
        "float",
        "frozenset",
        "int",
        "list",
        "object",
        "property",
        "set",
        "str",
        "tuple",
    ];
    let is_plain = is_identifier(name) && !is_keyword(name) && name != "_";
    is_plain && !name.starts_with("__") && !IN_HINTS.contains(&name)
}
