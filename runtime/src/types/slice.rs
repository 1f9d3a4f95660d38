use super::{builtin_type, to_length};
use crate::error::{PyResult, check_status};
use crate::ffi;
use crate::hint::Hint;
use crate::object::Bound;
use crate::panic::unwind;
use crate::python::Python;
use crate::type_object::PyTypeInfo;

builtin_type! {
    /// `slice`.
    PySlice, "slice", Hint::Name("slice"), PySlice_Type, check: PySlice_Check
}

builtin_type! {
    /// `range`.
    PyRange, "range", Hint::Name("range"), PyRange_Type, check: PyRange_Check
}

/// What a slice means for a sequence of a given length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PySliceIndices {
    /// The first index.
    pub start: isize,
    /// The index to end before.
    pub stop: isize,
    /// The difference between two indices, never 0.
    pub step: isize,
    /// How many indices there are.
    pub slicelength: usize,
}

impl PySliceIndices {
    /// These, of a sequence whose length is not known yet: `slicelength` is 0.
    #[inline]
    pub fn new(start: isize, stop: isize, step: isize) -> Self {
        PySliceIndices {
            start,
            stop,
            step,
            slicelength: 0,
        }
    }
}

impl PySlice {
    /// `slice(start, stop, step)`.
    ///
    /// # Panics
    /// When memory runs out.
    #[inline]
    pub fn new(py: Python<'_>, start: isize, stop: isize, step: isize) -> Bound<'_, PySlice> {
        let slice = Self::type_object(py)
            .call1((start, stop, step))
            .unwrap_or_else(|error| unwind(error));
        // SAFETY: `slice` cannot be derived from, and its call gives an instance.
        unsafe { slice.cast_into_unchecked() }
    }

    /// `slice(None, None)`.
    ///
    /// # Panics
    /// When memory runs out.
    #[inline]
    pub fn full(py: Python<'_>) -> Bound<'_, PySlice> {
        // SAFETY: null stands for None; the result is a new reference, or null.
        unsafe {
            let none = std::ptr::null_mut();
            Bound::from_owned(py, ffi::PySlice_New(none, none, none))
        }
    }
}

impl Bound<'_, PySlice> {
    /// The indices of a sequence of length `length`; a negative one counts as 0.
    ///
    /// # Errors
    /// TypeError when start, stop or step is no index, ValueError when step is 0, and what `__index__` raises.
    #[inline]
    pub fn indices(&self, length: isize) -> PyResult<PySliceIndices> {
        let length = length.max(0);
        let (mut start, mut stop, mut step) = (0, 0, 0);
        // SAFETY: a slice; the three are written unless it fails.
        unsafe {
            let status = ffi::PySlice_Unpack(self.as_ptr(), &mut start, &mut stop, &mut step);
            check_status(self.py(), status)?;
            let slicelength = ffi::PySlice_AdjustIndices(length, &mut start, &mut stop, step);
            Ok(PySliceIndices {
                start,
                stop,
                step,
                slicelength: to_length(self.py(), slicelength)?,
            })
        }
    }
}

impl PyRange {
    /// `range(start, stop)`.
    ///
    /// # Errors
    /// MemoryError.
    #[inline]
    pub fn new(py: Python<'_>, start: isize, stop: isize) -> PyResult<Bound<'_, PyRange>> {
        Self::new_with_step(py, start, stop, 1)
    }

    /// `range(start, stop, step)`.
    ///
    /// # Errors
    /// ValueError when `step` is 0, MemoryError.
    #[inline]
    pub fn new_with_step(
        py: Python<'_>,
        start: isize,
        stop: isize,
        step: isize,
    ) -> PyResult<Bound<'_, PyRange>> {
        Ok(Self::type_object(py)
            .call1((start, stop, step))?
            .cast_into()?)
    }
}

macro_rules! range_parts {
    ($($name:ident $text:literal)*) => {$(
        #[doc = concat!("`self.", $text, "`.")]
        ///
        /// # Errors
        /// OverflowError when it does not fit.
        #[inline]
        pub fn $name(&self) -> PyResult<isize> {
            self.getattr($text)?.extract()
        }
    )*};
}

impl Bound<'_, PyRange> {
    range_parts! {
        start "start"
        stop "stop"
        step "step"
    }
}
