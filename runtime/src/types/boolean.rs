use super::{builtin_type, equal_to};
use crate::ffi;
use crate::hint::Hint;
use crate::object::{Borrowed, Bound};
use crate::python::Python;

builtin_type! {
    /// `bool`: `True` or `False`.
    PyBool, "bool", Hint::BOOL, PyBool_Type, check: PyBool_Check
}

impl PyBool {
    /// `True` or `False`.
    #[inline]
    pub fn new<'py>(py: Python<'py>, value: bool) -> Borrowed<'py, 'py, PyBool> {
        // SAFETY: both always live while their interpreter does.
        unsafe {
            Borrowed::from_borrowed(
                py,
                if value {
                    ffi::Py_True()
                } else {
                    ffi::Py_False()
                },
            )
        }
    }
}

impl Bound<'_, PyBool> {
    /// Whether it is `True`.
    #[inline]
    pub fn is_true(&self) -> bool {
        // SAFETY: `True` always lives.
        self.as_ptr() == unsafe { ffi::Py_True() }
    }
}

equal_to! {
    PyBool: bool = |value, other| value.is_true() == *other
}
