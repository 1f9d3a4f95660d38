//! Types and parameters in Python's own words, as the user writes them where the stub should say more than Rust's types do.

mod names;
mod reader;

use crate::constant::Constant;
use crate::ir::Kind;
use reader::Reader;

/// A type in Python's words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TypeHint {
    /// A built-in name: `int`.
    Name(String),
    /// A name, and the module that it is imported from.
    Import(String, String),
    /// A generic type and its arguments.
    Subscript(Box<TypeHint>, Vec<TypeHint>),
    /// `a | b`.
    Union(Vec<TypeHint>),
    /// A list, as in `Callable[[int], str]`.
    List(Vec<TypeHint>),
    /// Text, in a `Literal`.
    Str(String),
    /// Another constant in Python's words, in a `Literal`.
    Verbatim(String),
    /// `None`.
    None,
    /// `...`.
    Ellipsis,
}

/// A parameter in Python's words.
#[derive(Debug)]
pub struct WrittenParameter {
    /// Its name.
    pub name: String,
    /// How it can be given.
    pub kind: Kind,
    /// Its type, where it is written.
    pub hint: Option<TypeHint>,
    /// Its default, if any.
    pub default: Option<Constant>,
}

/// What is wrong with a text, in the words that follow it in a message.
pub type Mistake = String;

/// The type that `text` is.
///
/// # Errors
/// What is wrong with it.
pub fn parse_type(text: &str) -> Result<TypeHint, Mistake> {
    let mut reader = Reader::new(text);
    let hint = reader.union()?;
    reader.end()?;
    Ok(hint)
}

/// The parameters and the return type that `text` is: `(x: int, *, y: str = ...) -> int`. Types may be left out.
///
/// # Errors
/// What is wrong with it.
pub fn parse_signature(text: &str) -> Result<(Vec<WrittenParameter>, Option<TypeHint>), Mistake> {
    let mut reader = Reader::new(text);
    let parameters = reader.parameters()?;
    let returns = match reader.take("->") {
        true => Some(reader.union()?),
        false => None,
    };
    reader.end()?;
    Ok((parameters, returns))
}

#[cfg(test)]
mod tests {
    use super::{TypeHint, parse_signature, parse_type};

    fn import(module: &str, name: &str) -> TypeHint {
        TypeHint::Import(module.to_owned(), name.to_owned())
    }

    #[test]
    fn types_are_read() {
        let int = || TypeHint::Name("int".to_owned());
        let of = |generic, arguments| TypeHint::Subscript(Box::new(generic), arguments);
        let cases = [
            ("int", int()),
            (" int|None ", TypeHint::Union(vec![int(), TypeHint::None])),
            (
                "Sequence[int]",
                of(import("collections.abc", "Sequence"), vec![int()]),
            ),
            (
                "a.b.C[int, ...]",
                of(import("a.b", "C"), vec![int(), TypeHint::Ellipsis]),
            ),
            (
                "Literal['a', \"b\", -1, True, None]",
                of(
                    import("typing", "Literal"),
                    vec![
                        TypeHint::Str("a".to_owned()),
                        TypeHint::Str("b".to_owned()),
                        TypeHint::Verbatim("-1".to_owned()),
                        TypeHint::Verbatim("True".to_owned()),
                        TypeHint::None,
                    ],
                ),
            ),
            (
                "Callable[[], int]",
                of(
                    import("collections.abc", "Callable"),
                    vec![TypeHint::List(Vec::new()), int()],
                ),
            ),
            (
                "tuple[()]",
                of(TypeHint::Name("tuple".to_owned()), Vec::new()),
            ),
        ];
        for (text, expected) in cases {
            assert_eq!(parse_type(text), Ok(expected), "{text}");
        }
    }

    #[test]
    fn what_is_no_type_is_refused() {
        for text in [
            "",
            "int |",
            "list[int",
            "list[int]]",
            "'int'",
            "Point",
            "1",
            "a..b",
            "Literal[1.5]",
            "Literal['\\n']",
            "class",
            "None.x",
            "int int",
        ] {
            assert!(parse_type(text).is_err(), "{text}");
        }
        for text in [
            "",
            "x: int",
            "(x",
            "(x: int = y)",
            "(*)x",
            "() -> ",
            "(*args = 1)",
        ] {
            assert!(parse_signature(text).is_err(), "{text}");
        }
        assert!(parse_signature("(a, /, b: int = ..., *args: str, c='x', **d,) -> None").is_ok());
    }
}
