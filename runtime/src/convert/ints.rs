//! Integers and `int`.
//!
//! Anything with `__index__` is accepted, which includes `bool`; a float is not.

#[cfg(not(all(Py_3_12, not(Py_LIMITED_API), target_pointer_width = "64")))]
use std::ffi::c_long;
use std::ffi::c_void;

use super::InPlace;
use crate::convert::{FromPyObject, IntoPyObject};
use crate::error::{PyErr, PyResult, joined};
use crate::exceptions::{PyOverflowError, PyTypeError};
use crate::ffi;
use crate::hint::Hint;
use crate::object::{Borrowed, Bound};
use crate::python::Python;
use crate::types::{PyAny, PyInt};

/// A Rust integer type, as the functions shared by all of them need to know it.
struct IntType {
    name: &'static str,
    range: &'static str,
    /// What fits, as far as `i64` can say it.
    min: i64,
    max: i64,
}

/// The value of an `int` of one digit, below 2**30: nearly all of them. No call, no Python code.
///
/// From 3.12 on an `int` is its reference count, its type, a tag and its digits of 30 bits (`PyLongObject` in CPython's
/// `cpython/longintrepr.h`). The tag has the number of digits from bit 3 on, and in bits 0 and 1 the sign: 0, 1, 2 for
/// positive, zero, negative. The header promises this layout to extensions by its inline `PyUnstable_Long_CompactValue`.
#[cfg(all(Py_3_12, not(Py_LIMITED_API), target_pointer_width = "64"))]
#[inline]
fn compact_value(object: Borrowed<'_, '_, PyAny>) -> Option<i32> {
    #[repr(C)]
    struct LongObject {
        base: ffi::PyObject,
        tag: usize,
        digit: u32,
    }
    const TWO_DIGITS: usize = 2 << 3;
    const SIGN: usize = 3;

    // SAFETY: a live object; when its type says that it is an int, or a subclass, it has an int's layout, with at
    // least one digit allocated. Ints never change.
    unsafe {
        if ffi::PyLong_Check(object.as_ptr()) == 0 {
            return None;
        }
        let int = object.as_ptr().cast::<LongObject>();
        let tag = (*int).tag;
        if tag >= TWO_DIGITS {
            return None;
        }
        Some((1 - (tag & SIGN) as i32).wrapping_mul((*int).digit as i32))
    }
}

/// Before 3.12, and under the limited API, an int cannot be looked into: one call, still without Python code, tells the
/// value of an exact `int` that fits a C `long`.
#[cfg(not(all(Py_3_12, not(Py_LIMITED_API), target_pointer_width = "64")))]
#[inline]
fn compact_value(object: Borrowed<'_, '_, PyAny>) -> Option<c_long> {
    // SAFETY: an exact int, for which the function neither calls `__index__` nor raises.
    unsafe {
        if ffi::PyLong_CheckExact(object.as_ptr()) == 0 {
            return None;
        }
        let mut overflow = 0;
        let value = ffi::PyLong_AsLongAndOverflow(object.as_ptr(), &raw mut overflow);
        (overflow == 0).then_some(value)
    }
}

/// The `int` that `object` is or stands for.
pub(super) fn index<'py>(object: Borrowed<'_, 'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
    // SAFETY: a live object, an attached thread; `PyNumber_Index` gives a new reference or raises.
    unsafe {
        if ffi::PyLong_Check(object.as_ptr()) != 0 {
            return Ok(Borrowed::to_owned(object));
        }
        if ffi::PyIndex_Check(object.as_ptr()) == 0 {
            let name = super::type_name(object);
            let message = joined(&["'", &name, "' object cannot be interpreted as an integer"]);
            return Err(PyTypeError::new_err(message));
        }
        Bound::from_owned_or_err(object.py(), ffi::PyNumber_Index(object.as_ptr()))
    }
}

/// An `int`, as far as 64 bits can say it.
enum Value {
    Signed(i64),
    /// Above `i64::MAX`.
    Unsigned(u64),
    /// Needs more than 64 bits.
    Large,
}

fn value(int: &Bound<'_, PyAny>) -> Value {
    let mut overflow = 0;
    // SAFETY: `int` is an int, so that neither call runs Python code, and the first raises nothing.
    unsafe {
        let value = ffi::PyLong_AsLongLongAndOverflow(int.as_ptr(), &raw mut overflow);
        if overflow == 0 {
            return Value::Signed(value);
        }
        if overflow < 0 {
            return Value::Large;
        }
        let value = ffi::PyLong_AsUnsignedLongLong(int.as_ptr());
        if value == u64::MAX && !ffi::PyErr_Occurred().is_null() {
            ffi::PyErr_Clear();
            return Value::Large;
        }
        Value::Unsigned(value)
    }
}

#[cold]
fn out_of_range(value: Value, wanted: &IntType) -> PyErr {
    let IntType { name, range, .. } = wanted;
    PyOverflowError::new_err(match value {
        Value::Signed(value) => format!("{value} is out of range for {name} ({range})"),
        Value::Unsigned(value) => format!("{value} is out of range for {name} ({range})"),
        Value::Large => format!("int out of range for {name} ({range})"),
    })
}

/// What is no compact int, for every type that `i64` covers.
#[cold]
#[inline(never)]
fn extract_i64(object: Borrowed<'_, '_, PyAny>, wanted: &IntType) -> PyResult<i64> {
    match value(&index(object)?) {
        Value::Signed(value) if wanted.min <= value && value <= wanted.max => Ok(value),
        value => Err(out_of_range(value, wanted)),
    }
}

/// What is no compact int, for the unsigned types of 64 bits.
#[cold]
#[inline(never)]
fn extract_u64(object: Borrowed<'_, '_, PyAny>, wanted: &IntType) -> PyResult<u64> {
    match value(&index(object)?) {
        Value::Signed(value) if value >= 0 => Ok(value as u64),
        Value::Unsigned(value) => Ok(value),
        value => Err(out_of_range(value, wanted)),
    }
}

/// The halves of an int of up to 128 bits: `int >> 64`, as `int` itself does it, and the low 64 bits.
#[inline]
fn halves(int: &Bound<'_, PyAny>) -> PyResult<(Value, u64)> {
    let py = int.py();
    // SAFETY: `int` is an int, so that the mask raises nothing; and the function in the slot of `int`'s own type, which is there, is of this
    // kind, and gives for two ints an int, or raises MemoryError. What a subclass has in its slot may give anything.
    unsafe {
        let low = ffi::PyLong_AsUnsignedLongLongMask(int.as_ptr());
        let shift = Bound::<PyInt>::from_owned_or_err(py, ffi::PyLong_FromLong(64))?;
        let rshift = ffi::PyType_GetSlot(&raw mut ffi::PyLong_Type, ffi::Py_nb_rshift);
        let rshift = std::mem::transmute::<*mut c_void, ffi::binaryfunc>(rshift);
        let shifted = rshift(int.as_ptr(), shift.as_ptr());
        Ok((value(&Bound::from_owned_or_err(py, shifted)?), low))
    }
}

#[cold]
#[inline]
fn extract_i128(object: Borrowed<'_, '_, PyAny>, wanted: &IntType) -> PyResult<i128> {
    match halves(&index(object)?)? {
        (Value::Signed(high), low) => Ok(i128::from(high) << 64 | i128::from(low)),
        _ => Err(out_of_range(Value::Large, wanted)),
    }
}

#[cold]
#[inline]
fn extract_u128(object: Borrowed<'_, '_, PyAny>, wanted: &IntType) -> PyResult<u128> {
    let int = index(object)?;
    let (high, low) = halves(&int)?;
    let high = match high {
        Value::Signed(high) if high >= 0 => high as u64,
        Value::Unsigned(high) => high,
        _ => return Err(out_of_range(value(&int), wanted)),
    };
    Ok(u128::from(high) << 64 | u128::from(low))
}

/// The int of these halves.
#[inline]
fn from_halves<'py>(
    py: Python<'py>,
    high: *mut ffi::PyObject,
    low: u64,
) -> PyResult<Bound<'py, PyInt>> {
    // SAFETY: `high` is a new reference to an int, or null with the exception set; so is what the calls give.
    unsafe {
        let high = Bound::<PyInt>::from_owned_or_err(py, high)?;
        let shift = Bound::<PyInt>::from_owned_or_err(py, ffi::PyLong_FromLong(64))?;
        let shifted = ffi::PyNumber_Lshift(high.as_ptr(), shift.as_ptr());
        let shifted = Bound::<PyInt>::from_owned_or_err(py, shifted)?;
        let low = Bound::<PyInt>::from_owned_or_err(py, ffi::PyLong_FromUnsignedLongLong(low))?;
        Bound::from_owned_or_err(py, ffi::PyNumber_Or(shifted.as_ptr(), low.as_ptr()))
    }
}

#[inline]
fn from_i128(py: Python<'_>, value: i128) -> PyResult<Bound<'_, PyInt>> {
    match i64::try_from(value) {
        Ok(value) => value.into_pyobject(py),
        Err(_) => {
            // SAFETY: the thread is attached.
            let high = unsafe { ffi::PyLong_FromLongLong((value >> 64) as i64) };
            from_halves(py, high, value as u64)
        }
    }
}

#[inline]
fn from_u128(py: Python<'_>, value: u128) -> PyResult<Bound<'_, PyInt>> {
    match u64::try_from(value) {
        Ok(value) => value.into_pyobject(py),
        Err(_) => {
            // SAFETY: the thread is attached.
            let high = unsafe { ffi::PyLong_FromUnsignedLongLong((value >> 64) as u64) };
            from_halves(py, high, value as u64)
        }
    }
}

/// Both directions for one type: its range in words, the function for what is no compact int, and the C function that makes one. Or else
/// how to make one, and how to make one to be returned.
macro_rules! int {
    ($int:ident, $range:expr, $extract:path, $make:ident $(, $byte:ident)?) => {
        int!(
            $int,
            $range,
            $extract,
            |value, py| {
                // SAFETY: the thread is attached; a new reference to an int, or null with the exception set.
                unsafe { Bound::from_owned_or_err(py, ffi::$make(value.into())) }
            },
            {
                let _: Python<'_> = py;
                // SAFETY: the thread is attached.
                Ok(unsafe { ffi::$make(value.into()) })
            }
            $(, $byte)?
        );
    };
    (
        $int:ident, $range:expr, $extract:path, |$value:ident, $py:ident| $into:expr, $returned:expr $(, $byte:ident)?
    ) => {
        impl<'a, 'py> FromPyObject<'a, 'py> for $int {
            type Error = PyErr;

            const INPUT_HINT: Hint = Hint::INT;
            const IN_PLACE: bool = true;
            $(const FROM_BYTE: Option<fn(u8) -> Self> = Some(|$byte| $byte);)?

            #[inline]
            fn extract(object: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
                const TYPE: IntType = IntType {
                    name: stringify!($int),
                    range: $range,
                    min: if $int::MIN == 0 { 0 } else { $int::MIN as i64 },
                    max: if size_of::<$int>() < 8 { $int::MAX as i64 } else { i64::MAX },
                };
                match Self::extract_in_place(object, InPlace) {
                    Some(value) => Ok(value),
                    // In range, as `TYPE` says.
                    None => $extract(object, &TYPE).map(|value| value as $int),
                }
            }

            #[inline]
            fn extract_in_place(object: Borrowed<'a, 'py, PyAny>, _: InPlace) -> Option<Self> {
                compact_value(object).and_then(|value| value.try_into().ok())
            }
        }

        impl<'py> IntoPyObject<'py> for $int {
            type Target = PyInt;
            type Output = Bound<'py, PyInt>;
            type Error = PyErr;

            const OUTPUT_HINT: Hint = Hint::INT;
            $(const AS_BYTE: Option<fn(&Self) -> u8> = Some(|$byte| *$byte);)?

            #[inline]
            fn into_pyobject(self, $py: Python<'py>) -> PyResult<Self::Output> {
                let $value = self;
                $into
            }

            #[inline]
            fn into_returned(self, $py: Python<'py>, _: InPlace) -> PyResult<*mut ffi::PyObject> {
                let $value = self;
                $returned
            }
        }

        impl<'py> IntoPyObject<'py> for &$int {
            type Target = PyInt;
            type Output = Bound<'py, PyInt>;
            type Error = PyErr;

            const OUTPUT_HINT: Hint = Hint::INT;
            $(const AS_BYTE: Option<fn(&Self) -> u8> = Some(|$byte| **$byte);)?

            #[inline]
            fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
                (*self).into_pyobject(py)
            }
        }
    };
}

const I32_RANGE: &str = "-2147483648 to 2147483647";
const U32_RANGE: &str = "0 to 4294967295";
const I64_RANGE: &str = "-9223372036854775808 to 9223372036854775807";
const U64_RANGE: &str = "0 to 18446744073709551615";

int!(i8, "-128 to 127", extract_i64, PyLong_FromLong);
int!(u8, "0 to 255", extract_i64, PyLong_FromLong, byte);
int!(i16, "-32768 to 32767", extract_i64, PyLong_FromLong);
int!(u16, "0 to 65535", extract_i64, PyLong_FromLong);
int!(i32, I32_RANGE, extract_i64, PyLong_FromLong);
int!(u32, U32_RANGE, extract_i64, PyLong_FromLongLong);
int!(i64, I64_RANGE, extract_i64, PyLong_FromLongLong);
int!(u64, U64_RANGE, extract_u64, PyLong_FromUnsignedLongLong);
int!(
    i128,
    "-2**127 to 2**127 - 1",
    extract_i128,
    |value, py| from_i128(py, value),
    from_i128(py, value).map(Bound::into_ptr)
);
int!(
    u128,
    "0 to 2**128 - 1",
    extract_u128,
    |value, py| from_u128(py, value),
    from_u128(py, value).map(Bound::into_ptr)
);

#[cfg(target_pointer_width = "64")]
int!(isize, I64_RANGE, extract_i64, PyLong_FromSsize_t);
#[cfg(target_pointer_width = "64")]
int!(usize, U64_RANGE, extract_u64, PyLong_FromSize_t);
#[cfg(target_pointer_width = "32")]
int!(isize, I32_RANGE, extract_i64, PyLong_FromSsize_t);
#[cfg(target_pointer_width = "32")]
int!(usize, U32_RANGE, extract_i64, PyLong_FromSize_t);
