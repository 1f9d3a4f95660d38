use std::str;

use super::{Piece, Writer, length};
use crate::hint::Hint;

/// The text of a type's hint, put together once for the type and not for every function that has it.
///
/// There is none of a hint that is longer than most; nor of one with a class that only the stub has, which a module has to
/// find in the hint itself.
pub(crate) struct Annotation {
    text: [u8; Annotation::CAPACITY],
    length: usize,
}

impl Annotation {
    const CAPACITY: usize = 256;

    /// The text of `hint`.
    #[inline]
    pub(crate) const fn of(hint: Hint) -> Self {
        let mut text = [0; Annotation::CAPACITY];
        let mut length = length(&[Piece::Hint(hint)]);
        if length > Annotation::CAPACITY || has_class(&hint) {
            length = 0;
        } else {
            Writer::into(&mut text).hint(&hint);
        }
        Annotation { text, length }
    }

    /// The piece that writes `hint`, of which this is the text.
    #[inline]
    pub(crate) const fn piece(&'static self, hint: Hint) -> Piece {
        match str::from_utf8(self.text.split_at(self.length).0) {
            Ok(text) if self.length > 0 => Piece::Text(text),
            _ => Piece::Hint(hint),
        }
    }
}

/// Whether there is a class in it that only the stub has.
#[inline]
const fn has_class(hint: &Hint) -> bool {
    match hint {
        Hint::OnlyInStub(_) => true,
        Hint::Subscript(generic, arguments) => has_class(generic) || have_class(arguments),
        Hint::Union(hints) | Hint::List(hints) => have_class(hints),
        _ => false,
    }
}

#[inline]
const fn have_class(hints: &[Hint]) -> bool {
    match hints {
        [] => false,
        [first, rest @ ..] => has_class(first) || have_class(rest),
    }
}
