//! The records that the type stub is made from, written in const evaluation.
//!
//! The format is that of the crate `pyo3-introspection`, version 1, which maturin's `--generate-stubs` reads from the
//! built library: a JSON text with its length in front, under a symbol `PYO3_INTROSPECTION_1_*`.
//!
//! The macro writes down what it knows as text; between the texts are [`Piece`]s that only the compiler can work out.

mod annotation;
mod class;
mod constant;
mod writer;

use std::ffi::CStr;

use crate::convert::IntoPyObject;
use crate::hint::Hint;
use crate::module::{Module, Submodule};

pub(crate) use annotation::Annotation;
pub(crate) use class::is_same;
pub use class::{ClassKind, StubClass, class_record, member_record};
pub use constant::{Constant, Kind, Shown, constant};
use writer::Writer;

/// Something to be written.
#[derive(Clone, Copy)]
pub enum Piece {
    /// Text as it stands.
    Text(&'static str),
    /// Text between the quotes of a JSON string.
    Escaped(&'static str),
    /// A type, as an expression of the record.
    Hint(Hint),
    /// `typing.Final[...]` of a type, as an expression of the record.
    Final(Hint),
    /// A constant in Python's words.
    Python(Constant),
    /// A constant, as an expression of the record.
    Constant(Constant),
    /// A list of strings, which is made of several, as an expression of the record.
    Names(&'static [&'static [&'static str]]),
    /// The identities of what is in a module and has no record that says so, as a JSON list: other modules, overloads, and classes
    /// that only the stub has, where these pieces name them and none of the module's names is theirs. Each list is made of several.
    Members(
        &'static [&'static [Submodule]],
        &'static [&'static [&'static str]],
        &'static [&'static [Piece]],
    ),
    /// Nothing: says that these identities are of further records of a function, one for each overload.
    Further(&'static [&'static str]),
    /// Several pieces.
    All(&'static [Piece]),
}

/// A function's record, but for the module that it is in.
#[derive(Clone, Copy)]
pub struct Stub {
    /// The function's name in Python.
    pub name: &'static str,
    /// Everything after the name: the members `arguments`, `returns` and `doc` of the JSON object.
    pub body: &'static [Piece],
}

/// How many bytes `pieces` are when written.
#[inline]
pub const fn length(pieces: &[Piece]) -> usize {
    record_length("", pieces) - 1
}

/// How many bytes a record is that begins with `head`, goes on with `body` and is closed.
///
/// For the pieces of nearly all functions this is one short loop: a call more for each piece, and const evaluation takes twice
/// as long.
#[inline]
pub const fn record_length(head: &str, body: &[Piece]) -> usize {
    let mut length = head.len() + 1;
    let mut index = 0;
    while index < body.len() {
        length += match &body[index] {
            Piece::Text(text) => text.len(),
            piece => {
                let mut writer = Writer::measuring();
                writer.piece(piece);
                writer.length()
            }
        };
        index += 1;
    }
    length
}

/// A record as the stub's reader finds it: the length, then that many bytes of JSON.
#[repr(C)]
pub struct Record<const LENGTH: usize> {
    length: u32,
    text: [u8; LENGTH],
}

impl<const LENGTH: usize> Record<LENGTH> {
    /// Writes `pieces`, of which [`length`] must be `LENGTH`.
    #[inline]
    pub const fn new(pieces: &[Piece]) -> Self {
        let mut text = [0; LENGTH];
        Writer::into(&mut text).pieces(pieces);
        Record {
            length: LENGTH as u32,
            text,
        }
    }

    /// Writes the record that begins with `head` and goes on with `body`, and closes it; their [`record_length`] must be
    /// `LENGTH`.
    #[inline]
    pub const fn of(head: &str, body: &[Piece]) -> Self {
        let mut text = [0; LENGTH];
        Writer::into(&mut text).enclosed(head, body, "}");
        Record {
            length: LENGTH as u32,
            text,
        }
    }
}

/// A C string that is put together in const evaluation.
#[repr(C)]
pub struct Text<const LENGTH: usize> {
    text: [u8; LENGTH],
    nul: u8,
}

impl<const LENGTH: usize> Text<LENGTH> {
    /// Writes `pieces`, of which [`length`] must be `LENGTH`.
    ///
    /// # Panics
    /// When there is a NUL character in them; in const evaluation, that is a compile error.
    #[inline]
    pub const fn new(pieces: &[Piece]) -> Self {
        let mut text = [0; LENGTH];
        Writer::into(&mut text).pieces(pieces);
        let mut index = 0;
        while index < LENGTH {
            assert!(
                text[index] != 0,
                "a docstring is a C string and cannot contain a NUL character"
            );
            index += 1;
        }
        Text { text, nul: 0 }
    }

    /// The text as a C string.
    #[inline]
    pub const fn as_c_str(&'static self) -> &'static CStr {
        let start: *const u8 = (&raw const *self).cast();
        // SAFETY: `repr(C)` bytes without padding, all initialised: `LENGTH` that are not NUL, as `new` made sure, and one
        // that is.
        unsafe {
            CStr::from_bytes_with_nul_unchecked(std::slice::from_raw_parts(start, LENGTH + 1))
        }
    }
}

/// What a value that is added to a module is called in the stub.
#[inline]
pub const fn hint_of<'py, T: IntoPyObject<'py>>(_: &T) -> Hint {
    T::OUTPUT_HINT
}

/// The record of a module's `__all__`, which has all these names.
#[inline]
pub const fn all_record<M: Module>(names: &'static [&'static [&'static str]]) -> [Piece; 5] {
    [
        Piece::Text(r#"{"type":"attribute","name":"__all__","parent":""#),
        Piece::Escaped(M::STUB_ID),
        Piece::Text(match is_empty(names) {
            // An empty list tells type checkers nothing of its items.
            true => {
                r#"","annotation":{"type":"subscript","value":{"type":"name","id":"list"},"slice":{"type":"name","id":"str"}},"value":"#
            }
            false => r#"","value":"#,
        }),
        Piece::Names(names),
        Piece::Text("}"),
    ]
}

#[inline]
const fn is_empty(names: &[&[&str]]) -> bool {
    match names {
        [] => true,
        [first, rest @ ..] => first.is_empty() && is_empty(rest),
    }
}

/// The record of a module's `PanicException`.
#[inline]
pub const fn panic_exception_record<M: Module>() -> [Piece; 5] {
    [
        Piece::Text(r#"{"type":"class","id":""#),
        Piece::Escaped(M::STUB_ID),
        Piece::Text(
            r#".PanicException","name":"PanicException","bases":[{"type":"name","id":"BaseException"}],"parent":""#,
        ),
        Piece::Escaped(M::STUB_ID),
        Piece::Text(r#""}"#),
    ]
}

/// What one item of `*args` is, when all of them together are converted to a type with the hint `hint`.
#[inline]
pub const fn item_hint(hint: Hint) -> Hint {
    match hint {
        Hint::Subscript(_, [item] | [item, Hint::Ellipsis]) => *item,
        Hint::Union([first, ..]) => item_hint(*first),
        _ => Hint::OBJECT,
    }
}

/// What one value of `**kwargs` is, when all of them together are converted to a type with the hint `hint`.
#[inline]
pub const fn value_hint(hint: Hint) -> Hint {
    match hint {
        Hint::Subscript(_, [_, value]) => *value,
        Hint::Union([first, ..]) => value_hint(*first),
        _ => Hint::OBJECT,
    }
}
