//! The value of a constant that is some parameter's default, as Python is shown it.

use super::writer::Writer;

/// A constant's value.
#[derive(Clone, Copy)]
pub enum Constant {
    /// `None`.
    None,
    /// `True`, `False`.
    Bool(bool),
    /// An integer.
    Int {
        /// Whether there is a minus sign.
        negative: bool,
        /// What follows it.
        magnitude: u128,
    },
    /// A float, and which of Rust's types it has.
    Float(f64, Precision),
    /// A string.
    Str(&'static str),
    /// A string of one character.
    Char(char),
    /// `...`.
    Unknown,
}

/// What a float's digits must give again.
#[derive(Clone, Copy)]
pub enum Precision {
    /// The same `f32`.
    Single,
    /// The same `f64`.
    Double,
}

impl Precision {
    #[inline]
    const fn is_same(self, a: f64, b: f64) -> bool {
        match self {
            Precision::Single => a as f32 == b as f32,
            Precision::Double => a == b,
        }
    }
}

/// A type whose constants can be shown to Python.
///
/// # Safety
/// [`KIND`](Self::KIND) says which type this is.
#[diagnostic::on_unimplemented(
    message = "a constant of type `{Self}` cannot be shown to Python as a default",
    label = "a bare path is taken as a constant of a number, `bool`, `char` or string type",
    note = "write the default in braces, `{{ path }}`, to have it evaluated at each call and shown as `...`"
)]
pub unsafe trait Shown {
    /// Which type this is.
    const KIND: Kind;
}

macro_rules! kinds {
    ($($kind:ident $optional:ident $ty:ty => |$value:ident| $constant:expr;)*) => {
        /// Which type a constant has.
        #[derive(Clone, Copy)]
        #[allow(missing_docs)]
        pub enum Kind { $($kind, $optional,)* }

        $(
            // SAFETY: it is.
            #[diagnostic::do_not_recommend]
            unsafe impl Shown for $ty {
                const KIND: Kind = Kind::$kind;
            }
            // SAFETY: it is.
            #[diagnostic::do_not_recommend]
            unsafe impl Shown for Option<$ty> {
                const KIND: Kind = Kind::$optional;
            }
        )*

        /// The value behind `value`.
        ///
        /// # Safety
        /// It is of the type that `kind` says.
        #[inline]
        const unsafe fn constant_of_kind(kind: Kind, value: *const ()) -> Constant {
            match kind {$(
                Kind::$kind => {
                    // SAFETY: the caller's promise.
                    let $value = unsafe { *value.cast::<$ty>() };
                    $constant
                }
                Kind::$optional => {
                    // SAFETY: the caller's promise.
                    match unsafe { *value.cast::<Option<$ty>>() } {
                        Some($value) => $constant,
                        None => Constant::None,
                    }
                }
            )*}
        }
    };
}

/// The value of a constant.
#[inline]
pub const fn constant<T: Shown>(value: &'static T) -> Constant {
    let value: *const T = value;
    // SAFETY: the type is as its kind says, by the contract of `Shown`.
    unsafe { constant_of_kind(T::KIND, value.cast()) }
}

macro_rules! signed {
    ($value:ident) => {
        Constant::Int {
            negative: $value < 0,
            magnitude: $value.unsigned_abs() as u128,
        }
    };
}

macro_rules! unsigned {
    ($value:ident) => {
        Constant::Int {
            negative: false,
            magnitude: $value as u128,
        }
    };
}

kinds! {
    Bool OptionBool bool => |value| Constant::Bool(value);
    I8 OptionI8 i8 => |value| signed!(value);
    I16 OptionI16 i16 => |value| signed!(value);
    I32 OptionI32 i32 => |value| signed!(value);
    I64 OptionI64 i64 => |value| signed!(value);
    I128 OptionI128 i128 => |value| signed!(value);
    Isize OptionIsize isize => |value| signed!(value);
    U8 OptionU8 u8 => |value| unsigned!(value);
    U16 OptionU16 u16 => |value| unsigned!(value);
    U32 OptionU32 u32 => |value| unsigned!(value);
    U64 OptionU64 u64 => |value| unsigned!(value);
    U128 OptionU128 u128 => |value| unsigned!(value);
    Usize OptionUsize usize => |value| unsigned!(value);
    F32 OptionF32 f32 => |value| Constant::Float(value as f64, Precision::Single);
    F64 OptionF64 f64 => |value| Constant::Float(value, Precision::Double);
    Char OptionChar char => |value| Constant::Char(value);
    Str OptionStr &'static str => |value| Constant::Str(value);
}

impl Constant {
    /// In Python's words, ASCII alone.
    #[inline]
    pub(super) const fn write_python(&self, writer: &mut Writer<'_>) {
        match *self {
            Constant::None => writer.text("None"),
            Constant::Bool(value) => writer.text(if value { "True" } else { "False" }),
            Constant::Int {
                negative,
                magnitude,
            } => {
                writer.text(if negative { "-" } else { "" });
                write_digits(writer, magnitude);
            }
            Constant::Float(value, precision) => write_float(writer, value, precision),
            Constant::Str(text) => {
                writer.byte(b'\'');
                write_str(writer, text);
                writer.byte(b'\'');
            }
            Constant::Char(value) => {
                writer.byte(b'\'');
                write_char(writer, value);
                writer.byte(b'\'');
            }
            Constant::Unknown => writer.text("..."),
        }
    }

    /// The one character, between the quotes of a JSON string.
    #[inline]
    pub(super) const fn write_char_json(&self, writer: &mut Writer<'_>) {
        if let Constant::Char(value) = self {
            let mut buffer = [0; 4];
            writer.escaped(value.encode_utf8(&mut buffer));
        }
    }
}

#[inline]
const fn write_digits(writer: &mut Writer<'_>, number: u128) {
    if number >= 10 {
        write_digits(writer, number / 10);
    }
    writer.byte(b'0' + (number % 10) as u8);
}

/// A float, by the fewest decimal digits that give it again when Python reads them and, for an `f32`, Rust rounds what
/// Python has read; `...` for the few for which that cannot be told by exact arithmetic, and for nan, which `inspect`
/// does not read.
///
/// `digits / 10^places` and `digits * 10^zeros` are rounded once, and correctly, when both are floats exactly: below
/// 2^53 and up to 10^22. So when one gives the number, reading the decimal text gives it too.
#[inline]
const fn write_float(writer: &mut Writer<'_>, value: f64, precision: Precision) {
    const EXACT: f64 = (1u64 << 53) as f64;
    let (sign, value) = match value.is_sign_negative() {
        true => ("-", -value),
        false => ("", value),
    };
    if value.is_infinite() {
        writer.text(sign);
        return writer.text("1e999");
    }
    let mut power = 1.0;
    let mut places = 0;
    while places <= 22 && value * power < EXACT {
        let digits = nearest_integer(value * power);
        if precision.is_same(digits as f64 / power, value) {
            writer.text(sign);
            return write_fraction(writer, digits, places);
        }
        power *= 10.0;
        places += 1;
    }
    let mut power = 1e22;
    let mut zeros = 22;
    while zeros > 0 && value / power < EXACT {
        let digits = nearest_integer(value / power);
        if precision.is_same(digits as f64 * power, value) {
            writer.text(sign);
            write_digits(writer, digits as u128);
            writer.byte(b'e');
            return write_digits(writer, zeros);
        }
        power /= 10.0;
        zeros -= 1;
    }
    writer.text("...");
}

#[inline]
const fn nearest_integer(value: f64) -> u64 {
    (value + 0.5) as u64
}

/// `digits` with a point before the last `places` of them.
#[inline]
const fn write_fraction(writer: &mut Writer<'_>, digits: u64, places: u32) {
    let power = 10u128.pow(places);
    write_digits(writer, digits as u128 / power);
    writer.byte(b'.');
    let mut rest = digits as u128 % power;
    let mut place = power / 10;
    if place == 0 {
        writer.byte(b'0');
    }
    while place > 0 {
        writer.byte(b'0' + (rest / place) as u8);
        rest %= place;
        place /= 10;
    }
}

#[inline]
const fn write_str(writer: &mut Writer<'_>, text: &str) {
    let mut rest = text.as_bytes();
    while let [first, ..] = rest {
        // The length of a character follows from its first byte, and its bits from all of them.
        let (length, mut code) = match *first {
            byte @ ..=0x7f => (1, byte as u32),
            byte @ ..=0xdf => (2, byte as u32 & 0x1f),
            byte @ ..=0xef => (3, byte as u32 & 0x0f),
            byte => (4, byte as u32 & 0x07),
        };
        let mut index = 1;
        while index < length {
            code = code << 6 | (rest[index] as u32 & 0x3f);
            index += 1;
        }
        if let Some(value) = char::from_u32(code) {
            write_char(writer, value);
        }
        rest = rest.split_at(length).1;
    }
}

#[inline]
const fn write_char(writer: &mut Writer<'_>, value: char) {
    let code = value as u32;
    match value {
        '\'' | '\\' => {
            writer.byte(b'\\');
            writer.byte(code as u8);
        }
        ' '..='~' => writer.byte(code as u8),
        _ if code <= 0xff => {
            writer.text(r"\x");
            writer.hex(code as u8);
        }
        _ if code <= 0xffff => {
            writer.text(r"\u");
            writer.hex((code >> 8) as u8);
            writer.hex(code as u8);
        }
        _ => {
            writer.text(r"\U00");
            writer.hex((code >> 16) as u8);
            writer.hex((code >> 8) as u8);
            writer.hex(code as u8);
        }
    }
}
