//! Comparisons and arithmetic of any objects, through their special methods.

use std::cmp::Ordering;
use std::ffi::c_int;

use super::PyAny;
use crate::convert::{IntoPyObject, IntoPyObjectExt};
use crate::error::PyResult;
use crate::exceptions::PyTypeError;
use crate::ffi;
use crate::object::{Borrowed, Bound, BoundObject};

/// A comparison operator, as `__richcmp__` functions of the C API know them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(i32)]
pub enum CompareOp {
    /// `<`
    Lt = ffi::Py_LT,
    /// `<=`
    Le = ffi::Py_LE,
    /// `==`
    Eq = ffi::Py_EQ,
    /// `!=`
    Ne = ffi::Py_NE,
    /// `>`
    Gt = ffi::Py_GT,
    /// `>=`
    Ge = ffi::Py_GE,
}

impl CompareOp {
    /// The operator that the C API calls `op`.
    #[inline]
    pub fn from_raw(op: c_int) -> Option<Self> {
        match op {
            ffi::Py_LT => Some(CompareOp::Lt),
            ffi::Py_LE => Some(CompareOp::Le),
            ffi::Py_EQ => Some(CompareOp::Eq),
            ffi::Py_NE => Some(CompareOp::Ne),
            ffi::Py_GT => Some(CompareOp::Gt),
            ffi::Py_GE => Some(CompareOp::Ge),
            _ => None,
        }
    }

    /// Whether two values in this order fulfil the comparison.
    #[inline]
    pub fn matches(self, result: Ordering) -> bool {
        match self {
            CompareOp::Lt => result.is_lt(),
            CompareOp::Le => result.is_le(),
            CompareOp::Eq => result.is_eq(),
            CompareOp::Ne => result.is_ne(),
            CompareOp::Gt => result.is_gt(),
            CompareOp::Ge => result.is_ge(),
        }
    }
}

macro_rules! comparisons {
    ($($name:ident $operator:ident $text:literal)*) => {$(
        #[doc = concat!("`bool(self ", $text, " other)`.")]
        ///
        /// # Errors
        /// TypeError when the types cannot be compared so, and what their methods raise.
        #[inline]
        pub fn $name<O: IntoPyObject<'py>>(&self, other: O) -> PyResult<bool> {
            self.rich_compare(other, CompareOp::$operator)?.is_truthy()
        }
    )*};
}

/// Comparisons.
impl<'py> Bound<'py, PyAny> {
    /// The result of the comparison, which need not be a bool: a NumPy array gives an array.
    ///
    /// # Errors
    /// TypeError when the types cannot be compared so, and what their methods raise.
    #[inline]
    pub fn rich_compare<O: IntoPyObject<'py>>(
        &self,
        other: O,
        op: CompareOp,
    ) -> PyResult<Bound<'py, PyAny>> {
        let other = other.into_pyobject_or_pyerr(self.py())?;
        rich_compare(self, other.as_borrowed().to_any(), op)
    }

    comparisons! {
        eq Eq "=="
        ne Ne "!="
        lt Lt "<"
        le Le "<="
        gt Gt ">"
        ge Ge ">="
    }

    /// Where `self` stands in relation to `other`: tries `==`, `<` and `>`.
    ///
    /// # Errors
    /// TypeError when none of the three holds, and what their methods raise.
    #[inline]
    pub fn compare<O: IntoPyObject<'py>>(&self, other: O) -> PyResult<Ordering> {
        let other = other.into_pyobject_or_pyerr(self.py())?;
        let other = other.as_borrowed().to_any();
        for (op, ordering) in [
            (CompareOp::Eq, Ordering::Equal),
            (CompareOp::Lt, Ordering::Less),
            (CompareOp::Gt, Ordering::Greater),
        ] {
            if rich_compare(self, other, op)?.is_truthy()? {
                return Ok(ordering);
            }
        }
        Err(PyTypeError::new_err(
            "the objects are neither equal nor less nor greater than each other",
        ))
    }
}

#[inline]
fn rich_compare<'py>(
    left: &Bound<'py, PyAny>,
    right: Borrowed<'_, 'py, PyAny>,
    op: CompareOp,
) -> PyResult<Bound<'py, PyAny>> {
    // SAFETY: two live objects and a valid operator; the result is a new reference, or null.
    unsafe {
        Bound::from_owned_or_err(
            left.py(),
            ffi::PyObject_RichCompare(left.as_ptr(), right.as_ptr(), op as c_int),
        )
    }
}

macro_rules! unary_operators {
    ($($name:ident $function:ident $text:literal)*) => {$(
        #[doc = concat!("`", $text, "`.")]
        ///
        /// # Errors
        /// TypeError when the type does not have it, and what its method raises.
        #[inline]
        pub fn $name(&self) -> PyResult<Bound<'py, PyAny>> {
            // SAFETY: a live object; the result is a new reference, or null.
            unsafe { Bound::from_owned_or_err(self.py(), ffi::$function(self.as_ptr())) }
        }
    )*};
}

macro_rules! binary_operators {
    ($($name:ident $function:ident $text:literal)*) => {$(
        #[doc = concat!("`", $text, "`.")]
        ///
        /// # Errors
        /// TypeError when the types do not have it, and what their methods raise.
        #[inline]
        pub fn $name<O: IntoPyObject<'py>>(&self, other: O) -> PyResult<Bound<'py, PyAny>> {
            let other = other.into_pyobject_or_pyerr(self.py())?;
            let other = other.as_borrowed();
            // SAFETY: two live objects; the result is a new reference, or null.
            unsafe { Bound::from_owned_or_err(self.py(), ffi::$function(self.as_ptr(), other.as_ptr())) }
        }
    )*};
}

/// Arithmetic.
impl<'py> Bound<'py, PyAny> {
    unary_operators! {
        neg PyNumber_Negative "-self"
        pos PyNumber_Positive "+self"
        abs PyNumber_Absolute "abs(self)"
        bitnot PyNumber_Invert "~self"
    }

    binary_operators! {
        add PyNumber_Add "self + other"
        sub PyNumber_Subtract "self - other"
        mul PyNumber_Multiply "self * other"
        matmul PyNumber_MatrixMultiply "self @ other"
        div PyNumber_TrueDivide "self / other"
        floor_div PyNumber_FloorDivide "self // other"
        rem PyNumber_Remainder "self % other"
        divmod PyNumber_Divmod "divmod(self, other)"
        lshift PyNumber_Lshift "self << other"
        rshift PyNumber_Rshift "self >> other"
        bitand PyNumber_And "self & other"
        bitor PyNumber_Or "self | other"
        bitxor PyNumber_Xor "self ^ other"
    }

    /// `pow(self, exponent, modulus)`; give `py.None()` for no modulus.
    ///
    /// # Errors
    /// TypeError when the types do not have it, and what their methods raise.
    #[inline]
    pub fn pow<E, M>(&self, exponent: E, modulus: M) -> PyResult<Bound<'py, PyAny>>
    where
        E: IntoPyObject<'py>,
        M: IntoPyObject<'py>,
    {
        let exponent = exponent.into_pyobject_or_pyerr(self.py())?;
        let modulus = modulus.into_pyobject_or_pyerr(self.py())?;
        let (exponent, modulus) = (exponent.as_borrowed(), modulus.as_borrowed());
        // SAFETY: three live objects; the result is a new reference, or null.
        unsafe {
            let power = ffi::PyNumber_Power(self.as_ptr(), exponent.as_ptr(), modulus.as_ptr());
            Bound::from_owned_or_err(self.py(), power)
        }
    }
}
