//! Classes that only the stub has: what a derived conversion calls the objects that it takes or makes.

use super::Piece;
use crate::hint::Hint;

/// A class of the stub, decorated with `@type_check_only`: no module has it at run time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StubClass {
    /// What tells it from every other class: its path in Rust.
    pub id: &'static str,
    /// Its name.
    pub name: &'static str,
    /// What it is a class of.
    pub kind: ClassKind,
    /// The types of its members, which may be such classes too.
    pub parts: &'static [Hint],
    /// Whether it has records of its own, and is not just called as another one.
    pub is_recorded: bool,
}

/// What a class of the stub is a class of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClassKind {
    /// Objects with certain attributes, which are only read.
    Protocol,
    /// Dicts with certain keys.
    TypedDict,
    /// Dicts with certain keys, which are only read: their values may be of narrower types.
    ReadOnlyDict,
}

impl ClassKind {
    #[inline]
    const fn base(self) -> &'static str {
        match self {
            ClassKind::Protocol => "Protocol",
            ClassKind::TypedDict | ClassKind::ReadOnlyDict => "TypedDict",
        }
    }
}

/// The classes that the stub of a module has to have, each once.
pub(super) struct OnlyInStub {
    classes: [Option<&'static StubClass>; OnlyInStub::CAPACITY],
    count: usize,
}

impl OnlyInStub {
    /// What is beyond is `Any` in the stub.
    const CAPACITY: usize = 256;

    /// Those that `pieces` name. Of several with one name it is the first, and none where the module has the name for
    /// something else; the stub's reader takes what is not there for `Any`.
    #[inline]
    pub(super) const fn named_by(lists: &[&[Piece]], names: &[&[&str]]) -> OnlyInStub {
        let mut found = OnlyInStub {
            classes: [None; OnlyInStub::CAPACITY],
            count: 0,
        };
        let mut list = 0;
        while list < lists.len() {
            found.add_pieces(lists[list], names);
            list += 1;
        }
        found
    }

    #[inline]
    pub(super) const fn get(&self, index: usize) -> Option<&'static StubClass> {
        if index < self.count {
            self.classes[index]
        } else {
            None
        }
    }

    #[inline]
    const fn add_pieces(&mut self, pieces: &[Piece], names: &[&[&str]]) {
        let mut index = 0;
        while index < pieces.len() {
            match &pieces[index] {
                Piece::Hint(hint) | Piece::Final(hint) => self.add_hint(hint, names),
                Piece::All(pieces) => self.add_pieces(pieces, names),
                _ => {}
            }
            index += 1;
        }
    }

    #[inline]
    const fn add_hints(&mut self, hints: &[Hint], names: &[&[&str]]) {
        let mut index = 0;
        while index < hints.len() {
            self.add_hint(&hints[index], names);
            index += 1;
        }
    }

    #[inline]
    const fn add_hint(&mut self, hint: &Hint, names: &[&[&str]]) {
        match hint {
            Hint::Subscript(generic, arguments) => {
                self.add_hint(generic, names);
                self.add_hints(arguments, names);
            }
            Hint::Union(hints) | Hint::List(hints) => self.add_hints(hints, names),
            Hint::OnlyInStub(class) if class.is_recorded && self.has_room_for(class, names) => {
                self.classes[self.count] = Some(class);
                self.count += 1;
                self.add_hints(class.parts, names);
            }
            _ => {}
        }
    }

    /// Whether its name is still free, among the `names` of the module too.
    #[inline]
    const fn has_room_for(&self, class: &StubClass, names: &[&[&str]]) -> bool {
        let mut index = 0;
        while let Some(known) = self.get(index) {
            if is_same(known.name, class.name) {
                return false;
            }
            index += 1;
        }
        let mut list = 0;
        while list < names.len() {
            index = 0;
            while index < names[list].len() {
                if is_same(names[list][index], class.name) {
                    return false;
                }
                index += 1;
            }
            list += 1;
        }
        self.count < OnlyInStub::CAPACITY
    }
}

/// `a == b`, which a const function cannot say.
#[inline]
pub(crate) const fn is_same(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    if a.len() != b.len() {
        return false;
    }
    let mut index = 0;
    while index < a.len() {
        if a[index] != b[index] {
            return false;
        }
        index += 1;
    }
    true
}

/// The record of a class. The modules that need it list its identity.
#[inline]
pub const fn class_record(class: &'static StubClass) -> [Piece; 7] {
    [
        Piece::Text(r#"{"type":"class","id":""#),
        Piece::Escaped(class.id),
        Piece::Text(r#"","name":""#),
        Piece::Escaped(class.name),
        Piece::Text(
            r#"","decorators":[{"type":"attribute","value":{"type":"name","id":"typing"},"attr":"type_check_only"}],"bases":[{"type":"attribute","value":{"type":"name","id":"typing"},"attr":""#,
        ),
        Piece::Text(class.kind.base()),
        Piece::Text(r#""}]}"#),
    ]
}

/// The record of a member of a class: a key of a dict, which may be missing where it is not required, or an attribute.
#[inline]
pub const fn member_record(
    class: &'static StubClass,
    name: &'static str,
    hint: Hint,
    is_required: bool,
) -> [Piece; 9] {
    const ATTRIBUTE: &str = r#"{"type":"attribute","name":""#;
    // From where older Pythons have them too.
    const READ_ONLY: &str = r#"{"type":"subscript","value":{"type":"attribute","value":{"type":"name","id":"typing_extensions"},"attr":"ReadOnly"},"slice":"#;
    const NOT_REQUIRED: &str = r#"{"type":"subscript","value":{"type":"attribute","value":{"type":"name","id":"typing_extensions"},"attr":"NotRequired"},"slice":"#;
    let (begin, before, qualifiers, after) = match (class.kind, is_required) {
        (ClassKind::Protocol, _) => (
            r#"{"type":"function","decorators":[{"type":"name","id":"property"}],"arguments":{"args":[{"name":"self"}]},"name":""#,
            r#"","returns":"#,
            ["", ""],
            r#","parent":""#,
        ),
        (ClassKind::TypedDict, _) => (ATTRIBUTE, r#"","annotation":"#, ["", ""], r#","parent":""#),
        (ClassKind::ReadOnlyDict, true) => (
            ATTRIBUTE,
            r#"","annotation":"#,
            [READ_ONLY, ""],
            r#"},"parent":""#,
        ),
        (ClassKind::ReadOnlyDict, false) => (
            ATTRIBUTE,
            r#"","annotation":"#,
            [READ_ONLY, NOT_REQUIRED],
            r#"}},"parent":""#,
        ),
    };
    [
        Piece::Text(begin),
        Piece::Escaped(name),
        Piece::Text(before),
        Piece::Text(qualifiers[0]),
        Piece::Text(qualifiers[1]),
        Piece::Hint(hint),
        Piece::Text(after),
        Piece::Escaped(class.id),
        Piece::Text(r#""}"#),
    ]
}
