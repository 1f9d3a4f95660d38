use super::bits::Bits;
use super::format::{ElementType, Kind};
use crate::hint::Hint;

/// The type of a buffer's items: integers of 8 to 64 bits, `f32`, `f64` and `bool`; with the feature `half` its `f16`, with `num-complex`
/// its `Complex<f32>` and `Complex<f64>`. C's `char` is `u8`.
///
/// # Safety
/// Only this crate can implement it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the type of a buffer's items",
    label = "no number that Python's buffers have",
    note = "integers of 8 to 64 bits, `f32`, `f64` and `bool` can; others with features of `mybind`"
)]
pub unsafe trait Element: Copy + Send + Sync + 'static + sealed::Sealed {
    #[doc(hidden)]
    const TYPE: ElementType;
    /// What an item is in Python.
    #[doc(hidden)]
    const HINT: Hint;
    /// Whether any bytes are a value.
    #[doc(hidden)]
    const ANY_BYTES: bool = true;

    /// Reads an item that others may be writing.
    ///
    /// # Safety
    /// `place` can be read, and is aligned for `Self`.
    #[doc(hidden)]
    unsafe fn load(place: *const Self) -> Self;

    /// Writes an item that others may be reading and writing.
    ///
    /// # Safety
    /// `place` can be written, and is aligned for `Self`.
    #[doc(hidden)]
    unsafe fn store(place: *mut Self, value: Self);

    /// Turns bytes into the values that they stand for, where not [`ANY_BYTES`](Self::ANY_BYTES) are.
    ///
    /// # Safety
    /// At `items` are the bytes of as many items, which nobody else writes.
    #[doc(hidden)]
    unsafe fn make_valid(_items: *mut Self, _count: usize) {}
}

mod sealed {
    pub trait Sealed {}
}

/// The types of which any bytes are a value.
macro_rules! elements {
    ($($element:ty: $kind:ident, $hint:ident, $bits:ty, $from:expr, $into:expr;)*) => {$(
        impl sealed::Sealed for $element {}

        // SAFETY: the crate's own.
        unsafe impl Element for $element {
            const TYPE: ElementType = ElementType::new(Kind::$kind, size_of::<$element>());
            const HINT: Hint = Hint::$hint;

            #[inline]
            unsafe fn load(place: *const Self) -> Self {
                // SAFETY: the caller's promise; the bits have the size of the item, and no stricter alignment.
                $from(unsafe { <$bits as Bits>::load(place.cast()) })
            }

            #[inline]
            unsafe fn store(place: *mut Self, value: Self) {
                // SAFETY: as above.
                unsafe { <$bits as Bits>::store(place.cast(), $into(value)) }
            }
        }
    )*};
}

macro_rules! integers {
    ($($integer:ty: $kind:ident, $bits:ty;)*) => {
        elements! {$(
            $integer: $kind, INT, $bits, |bits| bits as $integer, |value| value as $bits;
        )*}
    };
}

integers! {
    i8: Signed, u8;
    i16: Signed, u16;
    i32: Signed, u32;
    i64: Signed, u64;
    u8: Unsigned, u8;
    u16: Unsigned, u16;
    u32: Unsigned, u32;
    u64: Unsigned, u64;
}

#[cfg(target_pointer_width = "64")]
integers! {
    isize: Signed, u64;
    usize: Unsigned, u64;
}

#[cfg(target_pointer_width = "32")]
integers! {
    isize: Signed, u32;
    usize: Unsigned, u32;
}

elements! {
    f32: Float, FLOAT, u32, f32::from_bits, f32::to_bits;
    f64: Float, FLOAT, u64, f64::from_bits, f64::to_bits;
}

#[cfg(feature = "half")]
elements! {
    half::f16: Float, FLOAT, u16, half::f16::from_bits, half::f16::to_bits;
}

/// One part after the other: what somebody else is writing may be seen half written.
#[cfg(feature = "num-complex")]
macro_rules! complex {
    ($($part:ty)*) => {$(
        impl sealed::Sealed for num_complex::Complex<$part> {}

        // SAFETY: the crate's own. A complex is its two parts (`repr(C)`), which may have any bits.
        unsafe impl Element for num_complex::Complex<$part> {
            const TYPE: ElementType = ElementType::new(Kind::Complex, size_of::<Self>());
            const HINT: Hint = Hint::Name("complex");

            #[inline]
            unsafe fn load(place: *const Self) -> Self {
                let parts = place.cast::<$part>();
                // SAFETY: the caller's promise: two parts, one after the other.
                unsafe { Self::new(<$part>::load(parts), <$part>::load(parts.add(1))) }
            }

            #[inline]
            unsafe fn store(place: *mut Self, value: Self) {
                let parts = place.cast::<$part>();
                // SAFETY: as above.
                unsafe {
                    <$part>::store(parts, value.re);
                    <$part>::store(parts.add(1), value.im);
                }
            }
        }
    )*};
}

#[cfg(feature = "num-complex")]
complex! { f32 f64 }

impl sealed::Sealed for bool {}

// SAFETY: the crate's own.
unsafe impl Element for bool {
    const TYPE: ElementType = ElementType::new(Kind::Bool, 1);
    const HINT: Hint = Hint::BOOL;
    const ANY_BYTES: bool = false;

    #[inline]
    unsafe fn load(place: *const Self) -> Self {
        // SAFETY: the caller's promise; a byte, whatever it is.
        unsafe { <u8 as Bits>::load(place.cast()) != 0 }
    }

    #[inline]
    unsafe fn store(place: *mut Self, value: Self) {
        // SAFETY: the caller's promise.
        unsafe { <u8 as Bits>::store(place.cast(), value.into()) }
    }

    unsafe fn make_valid(items: *mut Self, count: usize) {
        // SAFETY: the caller's promise; bytes, whatever they are.
        let bytes = unsafe { std::slice::from_raw_parts_mut(items.cast::<u8>(), count) };
        for byte in bytes {
            *byte = (*byte != 0).into();
        }
    }
}
