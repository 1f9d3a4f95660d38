//! `==` between numbers of Python and of Rust.

use super::{PyFloat, PyInt};
use crate::object::{Borrowed, Bound};

/// By the value that `$value` makes of the object, in all forms that differ in references.
macro_rules! equality {
    ($marker:ident: $($rust:ident)* = |$object:ident| $value:expr) => {$(
        equality! { @ $rust, [Bound<'_, $marker>] [&Bound<'_, $marker>] [Borrowed<'_, '_, $marker>] = |$object| $value }
    )*};
    (@ $rust:ident, $([$handle:ty])* = |$object:ident| $value:expr) => {$(
        impl PartialEq<$rust> for $handle {
            #[inline]
            fn eq(&self, other: &$rust) -> bool {
                let $object = self;
                $value == Some(*other)
            }
        }

        impl PartialEq<$handle> for $rust {
            #[inline]
            fn eq(&self, other: &$handle) -> bool {
                other == self
            }
        }
    )*};
}

equality! { PyInt: i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize = |int| int.extract().ok() }
equality! { PyFloat: f32 f64 = |float| Some(float.value() as _) }
