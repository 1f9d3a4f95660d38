use std::ffi::{CStr, c_char, c_void};
use std::{fmt, slice};

use crate::ffi;

/// How the items of a buffer lie in memory. [`Buffer`](super::Buffer) and [`PyBuffer`](super::PyBuffer) dereference to it.
#[repr(transparent)]
pub struct BufferLayout(ffi::Py_buffer);

// SAFETY: what it points to is not changed while the buffer is held, but for the items, which it only has the address of.
unsafe impl Send for BufferLayout {}
// SAFETY: as above.
unsafe impl Sync for BufferLayout {}

impl BufferLayout {
    /// # Safety
    /// The buffer's format, shape and strides can be read as long as the result lives; each is null or of `ndim` numbers.
    pub(super) const unsafe fn new(buffer: ffi::Py_buffer) -> Self {
        BufferLayout(buffer)
    }

    #[inline]
    pub(super) fn as_ptr(&self) -> *const ffi::Py_buffer {
        &raw const self.0
    }

    /// Where the first item is. Reading it is unsafe: it is gone when the buffer is released, and others may write it.
    #[inline]
    pub fn buf_ptr(&self) -> *mut c_void {
        self.0.buf
    }

    /// Where the item at these indices is, one for each dimension.
    ///
    /// # Panics
    /// When there are more or fewer indices than dimensions, or one is out of range.
    #[inline]
    #[track_caller]
    pub fn get_ptr(&self, indices: &[usize]) -> *mut c_void {
        self.place_of(indices).unwrap_or_else(|| {
            panic!(
                "no item at {indices:?} of a buffer of shape {:?}",
                self.shape()
            )
        })
    }

    /// Where the item at these indices is; `None` when one is out of range.
    #[inline]
    #[track_caller]
    pub(crate) fn place_of(&self, indices: &[usize]) -> Option<*mut c_void> {
        let (shape, strides) = (self.shape(), self.strides());
        assert_eq!(
            indices.len(),
            shape.len(),
            "a buffer has an index for each dimension"
        );
        let mut offset = 0;
        for ((&index, &length), &stride) in indices.iter().zip(shape).zip(strides) {
            if index >= length {
                return None;
            }
            offset += index as isize * stride;
        }
        // An address in the buffer, whatever order it has: the exporter has laid it out so.
        Some(self.0.buf.wrapping_byte_offset(offset))
    }

    /// Whether the memory must not be written to.
    #[inline]
    pub fn readonly(&self) -> bool {
        self.0.readonly != 0
    }

    /// The size of an item, in bytes.
    #[inline]
    pub fn item_size(&self) -> usize {
        self.0.itemsize as usize
    }

    /// The number of items, of all dimensions together.
    #[inline]
    pub fn item_count(&self) -> usize {
        // Items of no size are items, too.
        self.len_bytes()
            .checked_div(self.item_size())
            .unwrap_or_else(|| self.shape().iter().product())
    }

    /// The size of all items, in bytes; not of the memory that they lie in, which may have gaps.
    #[inline]
    pub fn len_bytes(&self) -> usize {
        self.0.len as usize
    }

    /// The number of dimensions; 0 for a single number.
    #[inline]
    pub fn dimensions(&self) -> usize {
        self.0.ndim as usize
    }

    /// The length of each dimension.
    #[inline]
    pub fn shape(&self) -> &[usize] {
        // SAFETY: as many lengths, none of them negative.
        unsafe { numbers(self.0.shape.cast(), self.dimensions()) }
    }

    /// How many bytes further the next item of each dimension is; negative where it is in front.
    #[inline]
    pub fn strides(&self) -> &[isize] {
        // SAFETY: as many strides.
        unsafe { numbers(self.0.strides, self.dimensions()) }
    }

    /// The type of an item as the exporter has it, in the notation of the [`struct`](https://docs.python.org/3/library/struct.html#format-strings)
    /// module.
    #[inline]
    pub fn format(&self) -> &CStr {
        match self.0.format.is_null() {
            true => c"B",
            // SAFETY: C text that lasts as long as the buffer.
            false => unsafe { CStr::from_ptr(self.0.format) },
        }
    }

    /// Whether the items lie row by row without gaps, as in C.
    #[inline]
    pub fn is_c_contiguous(&self) -> bool {
        self.is_contiguous(b'C')
    }

    /// Whether the items lie column by column without gaps, as in Fortran.
    #[inline]
    pub fn is_fortran_contiguous(&self) -> bool {
        self.is_contiguous(b'F')
    }

    #[inline]
    fn is_contiguous(&self, order: u8) -> bool {
        // SAFETY: the function only reads the description.
        unsafe { ffi::PyBuffer_IsContiguous(self.as_ptr(), order as c_char) != 0 }
    }

    /// Whether shape and strides are there, as was asked for.
    #[inline]
    pub(super) fn has_strides(&self) -> bool {
        self.0.ndim == 0 || !(self.0.shape.is_null() || self.0.strides.is_null())
    }

    /// Whether all items are at multiples of this.
    #[inline]
    pub(super) fn is_aligned(&self, alignment: usize) -> bool {
        let strides = self.shape().iter().zip(self.strides());
        self.0.len == 0
            || self.0.buf.addr() % alignment == 0
                && strides
                    .filter(|(length, _)| **length > 1)
                    .all(|(_, stride)| stride.unsigned_abs() % alignment == 0)
    }
}

/// A slice that C describes: where there is nothing, the pointer may be null.
///
/// # Safety
/// `pointer` is null, or points to that many numbers, which last for `'a`.
#[inline]
unsafe fn numbers<'a, T>(pointer: *const T, count: usize) -> &'a [T] {
    match pointer.is_null() {
        true => &[],
        // SAFETY: the caller's promise.
        false => unsafe { slice::from_raw_parts(pointer, count) },
    }
}

impl fmt::Debug for BufferLayout {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Buffer")
            .field("format", &self.format())
            .field("shape", &self.shape())
            .field("strides", &self.strides())
            .field("readonly", &self.readonly())
            .finish()
    }
}
