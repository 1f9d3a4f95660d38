//! What a type is called in the stub.

use crate::stub::StubClass;

/// A type as Python's type checkers know it: what stands for a Rust type in the `.pyi` file.
///
/// A tree of constants, since it is put together in const evaluation: a generic type's hint contains its
/// parameters' hints, whatever alias the user wrote for them.
///
/// ```
/// use mybind::Hint;
///
/// const CELSIUS: Hint = Hint::Name("float");
/// // `collections.abc.Sequence[float] | None`
/// const READINGS: Hint = Hint::Union(&[
///     Hint::Subscript(&Hint::Import("collections.abc", "Sequence"), &[CELSIUS]),
///     Hint::None,
/// ]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hint {
    /// A built-in name: `int`.
    Name(&'static str),
    /// A name that the stub has to import, as module and name: `collections.abc`, `Sequence`.
    Import(&'static str, &'static str),
    /// A generic type and its arguments: `dict[str, int]`; without any, `tuple[()]`.
    Subscript(&'static Hint, &'static [Hint]),
    /// A class that this library defines, by what tells it from the others; `Any` where no module of the library exports it.
    Class(&'static str),
    /// Any one of several: `int | None`.
    Union(&'static [Hint]),
    /// A list, as in the first argument of `Callable[[int, str], None]`.
    List(&'static [Hint]),
    /// A string, as in `Literal["fast"]`.
    Str(&'static str),
    /// Another constant in Python's words, as in `Literal[1, True]`.
    Verbatim(&'static str),
    /// A class that only the stub has, for type checkers: what `#[derive(FromPyObject)]` and its kin write.
    OnlyInStub(&'static StubClass),
    /// `None`.
    None,
    /// `...`, as in `tuple[int, ...]`.
    Ellipsis,
}

impl Hint {
    /// `typing.Any`: nothing is known, everything is allowed.
    pub const ANY: Hint = Hint::Import("typing", "Any");
    /// `object`: everything is accepted.
    pub const OBJECT: Hint = Hint::Name("object");
    /// `bool`.
    pub const BOOL: Hint = Hint::Name("bool");
    /// `int`.
    pub const INT: Hint = Hint::Name("int");
    /// `float`.
    pub const FLOAT: Hint = Hint::Name("float");
    /// `str`.
    pub const STR: Hint = Hint::Name("str");
    /// `bytes`.
    pub const BYTES: Hint = Hint::Name("bytes");
    /// `list`.
    pub const LIST: Hint = Hint::Name("list");
    /// `tuple`.
    pub const TUPLE: Hint = Hint::Name("tuple");
    /// `dict`.
    pub const DICT: Hint = Hint::Name("dict");
    /// `set`.
    pub const SET: Hint = Hint::Name("set");
    /// `frozenset`.
    pub const FROZENSET: Hint = Hint::Name("frozenset");
    /// `collections.abc.Sequence`.
    pub const SEQUENCE: Hint = Hint::Import("collections.abc", "Sequence");
    /// `collections.abc.Mapping`.
    pub const MAPPING: Hint = Hint::Import("collections.abc", "Mapping");
    /// `typing.Literal`.
    pub const LITERAL: Hint = Hint::Import("typing", "Literal");

    /// This hint where an object is accepted: `object` for `Any`, which says that nothing is asked of it.
    #[inline]
    pub(crate) const fn as_input(self) -> Hint {
        if let Hint::Import(module, name) = self {
            // As bytes: a const function cannot compare strings.
            if matches!((module.as_bytes(), name.as_bytes()), (b"typing", b"Any")) {
                return Hint::OBJECT;
            }
        }
        self
    }
}
