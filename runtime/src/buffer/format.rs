use std::ffi::{CStr, c_int, c_long, c_longlong, c_short};
use std::fmt;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    Bool,
    Signed,
    Unsigned,
    Float,
    /// Two floats, the size is that of both.
    Complex,
}

/// What a format string says of an item.
#[doc(hidden)]
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ElementType {
    kind: Kind,
    size: usize,
}

impl ElementType {
    pub(super) const fn new(kind: Kind, size: usize) -> Self {
        ElementType { kind, size }
    }

    /// NumPy's name for it.
    #[inline]
    pub(crate) const fn name(self) -> &'static str {
        self.description().0
    }

    /// The format of an item in native byte order.
    #[inline]
    fn format(self) -> &'static CStr {
        self.description().1
    }

    /// The format of an item that Python is given: where C's `long` has 64 bits it is that, which is what NumPy calls `int64`.
    /// C's `long long` is another type to NumPy, of the same size.
    #[inline]
    pub(super) fn given_format(self) -> &'static CStr {
        match (self.kind, self.size == size_of::<c_long>(), self.size) {
            (Kind::Signed, true, 8) => c"l",
            (Kind::Unsigned, true, 8) => c"L",
            _ => self.format(),
        }
    }

    /// NumPy's name, and the letter of the `struct` module.
    #[inline]
    const fn description(self) -> (&'static str, &'static CStr) {
        match (self.kind, self.size) {
            (Kind::Bool, _) => ("bool", c"?"),
            (Kind::Signed, 1) => ("int8", c"b"),
            (Kind::Signed, 2) => ("int16", c"h"),
            (Kind::Signed, 4) => ("int32", c"i"),
            (Kind::Signed, _) => ("int64", c"q"),
            (Kind::Unsigned, 1) => ("uint8", c"B"),
            (Kind::Unsigned, 2) => ("uint16", c"H"),
            (Kind::Unsigned, 4) => ("uint32", c"I"),
            (Kind::Unsigned, _) => ("uint64", c"Q"),
            (Kind::Float, 2) => ("float16", c"e"),
            (Kind::Float, 4) => ("float32", c"f"),
            (Kind::Float, _) => ("float64", c"d"),
            (Kind::Complex, 8) => ("complex64", c"Zf"),
            (Kind::Complex, _) => ("complex128", c"Zd"),
        }
    }

    /// What a format of the `struct` module says, in native byte order
    /// (<https://docs.python.org/3/library/struct.html#format-strings>). `None` for anything but one such number.
    #[inline]
    pub(super) fn of_format(format: &CStr) -> Option<Self> {
        match *format.to_bytes() {
            [b'Z', letter] | [b'@' | b'^' | b'=', b'Z', letter] => Self::complex(letter),
            // `^` is native, too: PEP 3118.
            [letter] | [b'@' | b'^', letter] => Self::native(letter),
            [b'=', letter] => Self::standard(letter),
            [b'<', b'Z', letter] if cfg!(target_endian = "little") => Self::complex(letter),
            [b'>' | b'!', b'Z', letter] if cfg!(target_endian = "big") => Self::complex(letter),
            [b'<', letter] if cfg!(target_endian = "little") => Self::standard(letter),
            [b'>' | b'!', letter] if cfg!(target_endian = "big") => Self::standard(letter),
            // A single byte has no order.
            [b'<' | b'>' | b'!', letter] => Self::standard(letter).filter(|found| found.size == 1),
            _ => None,
        }
    }

    /// What a format says that is not in native byte order.
    #[inline]
    pub(super) fn of_swapped_format(format: &CStr) -> Option<Self> {
        match *format.to_bytes() {
            [b'<' | b'>' | b'!', letter] => Self::standard(letter),
            [b'<' | b'>' | b'!', b'Z', letter] => Self::complex(letter),
            _ => None,
        }
    }

    #[inline]
    fn native(letter: u8) -> Option<Self> {
        let size = match letter.to_ascii_lowercase() {
            b'h' => size_of::<c_short>(),
            b'i' => size_of::<c_int>(),
            b'l' => size_of::<c_long>(),
            b'q' => size_of::<c_longlong>(),
            b'n' => size_of::<isize>(),
            _ => return Self::standard(letter),
        };
        let kind = match letter.is_ascii_lowercase() {
            true => Kind::Signed,
            false => Kind::Unsigned,
        };
        Some(Self::new(kind, size))
    }

    /// `Z` and what both parts are: an extension of PEP 3118.
    #[inline]
    fn complex(part: u8) -> Option<Self> {
        match part {
            b'f' => Some(Self::new(Kind::Complex, 8)),
            b'd' => Some(Self::new(Kind::Complex, 16)),
            _ => None,
        }
    }

    #[inline]
    fn standard(letter: u8) -> Option<Self> {
        Some(match letter {
            b'?' => Self::new(Kind::Bool, 1),
            b'b' => Self::new(Kind::Signed, 1),
            b'B' | b'c' => Self::new(Kind::Unsigned, 1),
            b'h' => Self::new(Kind::Signed, 2),
            b'H' => Self::new(Kind::Unsigned, 2),
            b'i' | b'l' => Self::new(Kind::Signed, 4),
            b'I' | b'L' => Self::new(Kind::Unsigned, 4),
            b'q' => Self::new(Kind::Signed, 8),
            b'Q' => Self::new(Kind::Unsigned, 8),
            b'e' => Self::new(Kind::Float, 2),
            b'f' => Self::new(Kind::Float, 4),
            b'd' => Self::new(Kind::Float, 8),
            _ => return None,
        })
    }
}

/// `float64 ('d')`
impl fmt::Display for ElementType {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (name, format) = self.description();
        write!(f, "{name} ('{}')", format.to_string_lossy())
    }
}
