use super::{PyAny, builtin_type};
use crate::error::PyResult;
use crate::ffi;
use crate::hint::Hint;
use crate::object::Bound;

builtin_type! {
    /// `memoryview`.
    PyMemoryView, "memoryview", Hint::Name("memoryview"), PyMemoryView_Type, check: PyMemoryView_Check
}

impl PyMemoryView {
    /// `memoryview(object)`.
    ///
    /// # Errors
    /// TypeError when the object has no buffer, BufferError when it does not give it away.
    #[inline]
    pub fn from<'py>(object: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyMemoryView>> {
        // SAFETY: a live object; the result is a new reference, or null.
        unsafe {
            Bound::from_owned_or_err(object.py(), ffi::PyMemoryView_FromObject(object.as_ptr()))
        }
    }
}
