//! Writing in const evaluation: the same walk first counts the bytes, then copies them.

use std::marker::PhantomData;
use std::ptr;

use super::class::{OnlyInStub, StubClass};
use super::{Constant, Piece};
use crate::hint::Hint;
use crate::module::{Submodule, is_hook};

/// Writes to a buffer, or only counts.
///
/// The buffer is a bare pointer, since what slices do on the way takes const evaluation many times as long as the copying.
pub(super) struct Writer<'a> {
    is_measuring: bool,
    /// Null when measuring.
    buffer: *mut u8,
    capacity: usize,
    length: usize,
    borrowed: PhantomData<&'a mut [u8]>,
}

impl<'a> Writer<'a> {
    #[inline]
    pub(super) const fn measuring() -> Self {
        Writer {
            is_measuring: true,
            buffer: ptr::null_mut(),
            capacity: usize::MAX,
            length: 0,
            borrowed: PhantomData,
        }
    }

    #[inline]
    pub(super) const fn into(buffer: &'a mut [u8]) -> Self {
        Writer {
            is_measuring: false,
            capacity: buffer.len(),
            buffer: buffer.as_mut_ptr(),
            length: 0,
            borrowed: PhantomData,
        }
    }

    #[inline]
    pub(super) const fn length(&self) -> usize {
        self.length
    }

    #[inline]
    pub(super) const fn pieces(&mut self, pieces: &[Piece]) {
        self.enclosed("", pieces, "");
    }

    /// Writes `pieces` between two texts.
    ///
    /// As [`record_length`](super::record_length): a short loop over variables of its own for what most pieces are.
    #[inline]
    pub(super) const fn enclosed(&mut self, head: &str, pieces: &[Piece], tail: &str) {
        self.text(head);
        let (buffer, capacity, is_measuring) = (self.buffer, self.capacity, self.is_measuring);
        let (count, mut index, mut length) = (pieces.len(), 0, self.length);
        while index < count {
            match &pieces[index] {
                Piece::Text(text) => {
                    let size = text.len();
                    assert!(size <= capacity - length, "the length was measured");
                    if !is_measuring {
                        // SAFETY: the buffer, which nobody else can touch, has room for the text, as just asserted.
                        unsafe {
                            ptr::copy_nonoverlapping(text.as_ptr(), buffer.add(length), size)
                        };
                    }
                    length += size;
                }
                piece => {
                    self.length = length;
                    self.piece(piece);
                    length = self.length;
                }
            }
            index += 1;
        }
        self.length = length;
        self.text(tail);
    }

    #[inline]
    pub(super) const fn piece(&mut self, piece: &Piece) {
        match piece {
            Piece::Text(text) => self.text(text),
            Piece::Escaped(text) => self.escaped(text),
            Piece::Hint(hint) => self.hint(hint),
            Piece::Final(hint) => {
                self.text(r#"{"type":"subscript","value":"#);
                self.hint(&Hint::Import("typing", "Final"));
                self.text(r#","slice":"#);
                self.hint(hint);
                self.text("}");
            }
            Piece::Python(constant) => constant.write_python(self),
            Piece::Constant(constant) => constant.write_json(self),
            Piece::Names(names) => self.names(names),
            Piece::Members(submodules, names, pieces) => {
                self.members(submodules, pieces, &OnlyInStub::named_by(pieces, names));
            }
            Piece::Further(_) => {}
            Piece::All(pieces) => self.pieces(pieces),
        }
    }

    #[inline]
    pub(super) const fn text(&mut self, text: &str) {
        let start = self.length;
        self.length += text.len();
        assert!(self.length <= self.capacity, "the length was measured");
        if !self.is_measuring {
            // SAFETY: as above. One copy for all of it: byte by byte, const evaluation takes ten times as long.
            unsafe {
                ptr::copy_nonoverlapping(text.as_ptr(), self.buffer.add(start), text.len());
            }
        }
    }

    #[inline]
    pub(super) const fn byte(&mut self, byte: u8) {
        let start = self.length;
        self.length += 1;
        assert!(self.length <= self.capacity, "the length was measured");
        if !self.is_measuring {
            // SAFETY: as above.
            unsafe { *self.buffer.add(start) = byte };
        }
    }

    /// Text between the quotes of a JSON string.
    #[inline]
    pub(super) const fn escaped(&mut self, text: &str) {
        self.escaped_as(text, r#"\""#, r"\\", r"\u00");
    }

    /// Text between the quotes of a Python string that is in a JSON string.
    #[inline]
    const fn python_escaped(&mut self, text: &str) {
        self.escaped_as(text, r#"\\\""#, r"\\\\", r"\\x");
    }

    /// Text with `quote` and `backslash` in the places of these, and `control` before a control character's two digits.
    #[inline]
    const fn escaped_as(&mut self, text: &str, quote: &str, backslash: &str, control: &str) {
        if is_plain(text) {
            return self.text(text);
        }
        let bytes = text.as_bytes();
        let mut index = 0;
        while index < bytes.len() {
            match bytes[index] {
                b'"' => self.text(quote),
                b'\\' => self.text(backslash),
                byte @ ..=0x1f => {
                    self.text(control);
                    self.hex(byte);
                }
                byte => self.byte(byte),
            }
            index += 1;
        }
    }

    /// Two hexadecimal digits.
    #[inline]
    pub(super) const fn hex(&mut self, byte: u8) {
        const DIGITS: &[u8; 16] = b"0123456789abcdef";
        self.byte(DIGITS[(byte >> 4) as usize]);
        self.byte(DIGITS[(byte & 0xf) as usize]);
    }

    #[inline]
    pub(super) const fn hint(&mut self, hint: &Hint) {
        match hint {
            Hint::Name(name) => {
                self.text(r#"{"type":"name","id":""#);
                self.escaped(name);
                self.text(r#""}"#);
            }
            Hint::Import(module, name) => {
                self.text(r#"{"type":"attribute","value":{"type":"name","id":""#);
                self.escaped(module);
                self.text(r#""},"attr":""#);
                self.escaped(name);
                self.text(r#""}"#);
            }
            Hint::Subscript(generic, arguments) => {
                self.text(r#"{"type":"subscript","value":"#);
                self.hint(generic);
                self.text(r#","slice":"#);
                match arguments {
                    [argument] => self.hint(argument),
                    _ => self.hints(r#"{"type":"tuple","elts":["#, arguments),
                }
                self.text("}");
            }
            Hint::Union(hints) => self.union(hints),
            Hint::List(hints) => self.hints(r#"{"type":"list","elts":["#, hints),
            Hint::Str(text) => self.string(text),
            // The record's int is any text.
            Hint::Verbatim(text) => {
                self.text(r#"{"type":"constant","kind":"int","value":""#);
                self.escaped(text);
                self.text(r#""}"#);
            }
            Hint::Class(id) | Hint::OnlyInStub(StubClass { id, .. }) => {
                self.text(r#"{"type":"id","id":""#);
                self.escaped(id);
                self.text(r#""}"#);
            }
            Hint::None => self.text(r#"{"type":"constant","kind":"none"}"#),
            Hint::Ellipsis => self.text(r#"{"type":"constant","kind":"ellipsis"}"#),
        }
    }

    #[inline]
    const fn hints(&mut self, open: &str, hints: &[Hint]) {
        self.text(open);
        let mut index = 0;
        while index < hints.len() {
            if index > 0 {
                self.text(",");
            }
            self.hint(&hints[index]);
            index += 1;
        }
        self.text("]}");
    }

    /// `a | b | c` is `(a | b) | c`; a union of none is a type that has no value.
    #[inline]
    const fn union(&mut self, hints: &[Hint]) {
        match hints {
            [] => self.hint(&Hint::Import("typing", "Never")),
            [hint] => self.hint(hint),
            [rest @ .., last] => {
                self.text(r#"{"type":"binop","op":"bitor","left":"#);
                self.union(rest);
                self.text(r#","right":"#);
                self.hint(last);
                self.text("}");
            }
        }
    }

    /// A string, as an expression of the record.
    #[inline]
    pub(super) const fn string(&mut self, text: &str) {
        self.text(r#"{"type":"constant","kind":"str","value":""#);
        self.escaped(text);
        self.text(r#""}"#);
    }

    /// A list of strings in Python's words: the record's int is any text, and a string in it is 38 bytes shorter than an expression.
    #[inline]
    const fn names(&mut self, lists: &[&[&str]]) {
        self.text(r#"{"type":"constant","kind":"int","value":"["#);
        let (mut list, mut is_first) = (0, true);
        while list < lists.len() {
            let mut index = 0;
            while index < lists[list].len() {
                let name = lists[list][index];
                index += 1;
                if is_hook(name.as_bytes()) {
                    continue;
                }
                self.text(if is_first { r#"\""# } else { r#", \""# });
                self.python_escaped(name);
                self.text(r#"\""#);
                is_first = false;
            }
            list += 1;
        }
        self.text(r#"]"}"#);
    }

    #[inline]
    const fn members(
        &mut self,
        submodules: &[&[Submodule]],
        types: &[&[Piece]],
        classes: &OnlyInStub,
    ) {
        self.text("[");
        let (mut list, mut is_first) = (0, true);
        while list < submodules.len() {
            let mut index = 0;
            while index < submodules[list].len() {
                self.identity(submodules[list][index].stub_id(), is_first);
                is_first = false;
                index += 1;
            }
            list += 1;
        }
        list = 0;
        while list < types.len() {
            is_first = self.further(types[list], is_first);
            list += 1;
        }
        let mut class = 0;
        while let Some(found) = classes.get(class) {
            self.identity(found.id, is_first);
            is_first = false;
            class += 1;
        }
        self.text("]");
    }

    /// The identities of further records that `pieces` speak of; gives whether the list is still empty.
    #[inline]
    const fn further(&mut self, pieces: &[Piece], mut is_first: bool) -> bool {
        let mut index = 0;
        while index < pieces.len() {
            match &pieces[index] {
                Piece::All(pieces) => is_first = self.further(pieces, is_first),
                Piece::Further(ids) => {
                    let mut id = 0;
                    while id < ids.len() {
                        self.identity(ids[id], is_first);
                        is_first = false;
                        id += 1;
                    }
                }
                _ => {}
            }
            index += 1;
        }
        is_first
    }

    #[inline]
    const fn identity(&mut self, id: &str, is_first: bool) {
        self.text(if is_first { "\"" } else { ",\"" });
        self.escaped(id);
        self.text("\"");
    }
}

impl Constant {
    /// As an expression of the record.
    #[inline]
    const fn write_json(&self, writer: &mut Writer<'_>) {
        match self {
            Constant::None => writer.text(r#"{"type":"constant","kind":"none"}"#),
            Constant::Bool(value) => {
                writer.text(r#"{"type":"constant","kind":"bool","value":"#);
                writer.text(if *value { "true" } else { "false" });
                writer.text("}");
            }
            Constant::Str(text) => writer.string(text),
            Constant::Char(_) => {
                writer.text(r#"{"type":"constant","kind":"str","value":""#);
                self.write_char_json(writer);
                writer.text(r#""}"#);
            }
            Constant::Unknown => writer.text(r#"{"type":"constant","kind":"ellipsis"}"#),
            // The record's int is any text, its float has no sign.
            Constant::Int { .. } | Constant::Float(..) => {
                writer.text(r#"{"type":"constant","kind":"int","value":""#);
                self.write_python(writer);
                writer.text(r#""}"#);
            }
        }
    }
}

/// Whether there is nothing in a text that has to be escaped.
#[inline]
const fn is_plain(text: &str) -> bool {
    let bytes = text.as_bytes();
    let mut index = 0;
    while index < bytes.len() {
        if matches!(bytes[index], b'"' | b'\\' | ..=0x1f) {
            return false;
        }
        index += 1;
    }
    true
}
