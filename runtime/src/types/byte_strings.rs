use std::ffi::c_char;
use std::io;
use std::marker::PhantomData;
use std::ops::Index;
use std::slice::SliceIndex;

use super::{PyAny, builtin_type, equal_to, to_ssize};
use crate::convert::{out_of_memory, with_capacity};
use crate::error::{PyResult, check_status};
use crate::ffi;
use crate::hint::Hint;
use crate::object::{Borrowed, Bound, Py};
use crate::panic::unwind;
use crate::python::Python;
use crate::sync::critical_section::with_critical_section;

builtin_type! {
    /// `bytes`.
    PyBytes, "bytes", Hint::BYTES, PyBytes_Type, check: PyBytes_Check
}

builtin_type! {
    /// `bytearray`.
    PyByteArray, "bytearray", Hint::Name("bytearray"), PyByteArray_Type, check: PyByteArray_Check
}

impl PyBytes {
    /// A new bytes object.
    ///
    /// # Panics
    /// When memory runs out.
    #[inline]
    pub fn new<'py>(py: Python<'py>, bytes: &[u8]) -> Bound<'py, PyBytes> {
        Self::try_new(py, bytes).unwrap_or_else(|error| unwind(error))
    }

    /// A new bytes object.
    ///
    /// # Errors
    /// MemoryError.
    #[inline]
    pub(crate) fn try_new<'py>(py: Python<'py>, bytes: &[u8]) -> PyResult<Bound<'py, PyBytes>> {
        // SAFETY: pointer and length of bytes, which are copied; the result is a new reference, or null.
        unsafe {
            let bytes =
                ffi::PyBytes_FromStringAndSize(bytes.as_ptr().cast(), to_ssize(bytes.len()));
            Bound::from_owned_or_err(py, bytes)
        }
    }

    /// A new bytes object of a given length, that `fill` writes, from zeros.
    ///
    /// # Errors
    /// MemoryError, and those of `fill`.
    #[inline]
    pub fn new_with<F>(py: Python<'_>, length: usize, fill: F) -> PyResult<Bound<'_, PyBytes>>
    where
        F: FnOnce(&mut [u8]) -> PyResult<()>,
    {
        // SAFETY: without a source, the object is of the given length and not initialised. Nobody else has it: bytes are not
        // tracked by the garbage collector.
        let (bytes, buffer) = unsafe {
            let bytes = ffi::PyBytes_FromStringAndSize(std::ptr::null(), to_ssize(length));
            let bytes = Bound::<PyBytes>::from_owned_or_err(py, bytes)?;
            let buffer: *mut u8 = ffi::PyBytes_AsString(bytes.as_ptr()).cast();
            buffer.write_bytes(0, length);
            (bytes, std::slice::from_raw_parts_mut(buffer, length))
        };
        fill(buffer)?;
        Ok(bytes)
    }
}

impl PyBytes {
    /// A new bytes object of what `write` writes, for which there is room for `capacity` bytes at first.
    ///
    /// # Errors
    /// MemoryError, and those of `write`.
    #[inline]
    pub fn new_with_writer<'py, F>(
        py: Python<'py>,
        capacity: usize,
        write: F,
    ) -> PyResult<Bound<'py, PyBytes>>
    where
        F: FnOnce(&mut PyBytesWriter<'py>) -> PyResult<()>,
    {
        let mut writer = PyBytesWriter {
            bytes: with_capacity(capacity)?,
            of: PhantomData,
        };
        write(&mut writer)?;
        Self::try_new(py, &writer.bytes)
    }

    /// A new bytes object of the `length` bytes at `start`.
    ///
    /// # Panics
    /// When memory runs out.
    ///
    /// # Safety
    /// As of [`slice::from_raw_parts`](std::slice::from_raw_parts).
    #[inline]
    pub unsafe fn from_ptr(py: Python<'_>, start: *const u8, length: usize) -> Bound<'_, PyBytes> {
        // SAFETY: the caller's promise.
        Self::new(py, unsafe { std::slice::from_raw_parts(start, length) })
    }
}

/// What [`PyBytes::new_with_writer`] lets be written to: by its methods, or as an [`io::Write`].
pub struct PyBytesWriter<'py> {
    bytes: Vec<u8>,
    of: PhantomData<Python<'py>>,
}

impl PyBytesWriter<'_> {
    /// How many bytes are written.
    #[inline]
    pub fn len(&self) -> usize {
        self.bytes.len()
    }

    /// Whether none are written.
    #[inline]
    pub fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }

    /// Writes these bytes.
    ///
    /// # Errors
    /// MemoryError.
    #[inline]
    pub fn write_bytes(&mut self, bytes: &[u8]) -> PyResult<()> {
        self.bytes
            .try_reserve(bytes.len())
            .map_err(|_| out_of_memory(bytes.len()))?;
        self.bytes.extend_from_slice(bytes);
        Ok(())
    }
}

/// Fails only for want of memory.
impl io::Write for PyBytesWriter<'_> {
    #[inline]
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.write_all(bytes).map(|()| bytes.len())
    }

    #[inline]
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.write_bytes(bytes)
            .map_err(|_| io::ErrorKind::OutOfMemory.into())
    }

    #[inline]
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl<'py> Bound<'py, PyBytes> {
    /// The bytes, borrowed from the object.
    #[inline]
    pub fn as_bytes(&self) -> &[u8] {
        self.as_borrowed().as_bytes()
    }
}

impl<'a, 'py: 'a> Borrowed<'a, 'py, PyBytes> {
    /// The bytes, borrowed for as long as the object is.
    #[inline]
    pub fn as_bytes(self) -> &'a [u8] {
        // SAFETY: a bytes object never changes, and lives for `'a`.
        unsafe {
            let start: *const c_char = ffi::PyBytes_AsString(self.as_ptr());
            std::slice::from_raw_parts(start.cast(), ffi::PyBytes_Size(self.as_ptr()) as usize)
        }
    }
}

impl AsRef<[u8]> for Bound<'_, PyBytes> {
    #[inline]
    fn as_ref(&self) -> &[u8] {
        self.as_bytes()
    }
}

impl AsRef<[u8]> for Borrowed<'_, '_, PyBytes> {
    #[inline]
    fn as_ref(&self) -> &[u8] {
        self.as_bytes()
    }
}

/// `bytes[index]`, a byte or, by a range, a slice of them.
impl<I: SliceIndex<[u8]>> Index<I> for Bound<'_, PyBytes> {
    type Output = I::Output;

    #[inline]
    fn index(&self, index: I) -> &I::Output {
        &self.as_bytes()[index]
    }
}

equal_to! {
    PyBytes: [u8] = |bytes, other| bytes.as_bytes() == other
}

impl Py<PyBytes> {
    /// The bytes, borrowed from the object.
    ///
    /// # Panics
    /// As [`bind`](Py::bind).
    #[inline]
    #[track_caller]
    pub fn as_bytes<'a>(&'a self, py: Python<'a>) -> &'a [u8] {
        self.bind_borrowed(py).as_bytes()
    }
}

impl PyByteArray {
    /// A new bytearray.
    ///
    /// # Panics
    /// When memory runs out.
    #[inline]
    pub fn new<'py>(py: Python<'py>, bytes: &[u8]) -> Bound<'py, PyByteArray> {
        // SAFETY: pointer and length of bytes, which are copied; the result is a new reference, or null.
        unsafe {
            let bytes =
                ffi::PyByteArray_FromStringAndSize(bytes.as_ptr().cast(), to_ssize(bytes.len()));
            Bound::from_owned(py, bytes)
        }
    }

    /// A new bytearray of a given length, that `fill` writes, from zeros.
    ///
    /// # Errors
    /// MemoryError, and those of `fill`.
    #[inline]
    pub fn new_with<F>(py: Python<'_>, length: usize, fill: F) -> PyResult<Bound<'_, PyByteArray>>
    where
        F: FnOnce(&mut [u8]) -> PyResult<()>,
    {
        // SAFETY: without a source, the object is of the given length and not initialised. Nobody else has it: bytearrays are
        // not tracked by the garbage collector.
        let (bytes, buffer) = unsafe {
            let bytes = ffi::PyByteArray_FromStringAndSize(std::ptr::null(), to_ssize(length));
            let bytes = Bound::<PyByteArray>::from_owned_or_err(py, bytes)?;
            let buffer = bytes.data();
            buffer.write_bytes(0, length);
            (bytes, std::slice::from_raw_parts_mut(buffer, length))
        };
        fill(buffer)?;
        Ok(bytes)
    }

    /// `bytearray(bytes)`: of anything with the buffer protocol.
    ///
    /// # Errors
    /// TypeError when it has none, and MemoryError.
    #[inline]
    pub fn from<'py>(bytes: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyByteArray>> {
        // SAFETY: a live object; the result is a new reference, or null.
        unsafe { Bound::from_owned_or_err(bytes.py(), ffi::PyByteArray_FromObject(bytes.as_ptr())) }
    }
}

impl<'py> Bound<'py, PyByteArray> {
    /// `len(self)`.
    #[inline]
    pub fn len(&self) -> usize {
        // SAFETY: a bytearray, whose size cannot fail.
        unsafe { ffi::PyByteArray_Size(self.as_ptr()) as usize }
    }

    /// `len(self) == 0`.
    #[inline]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Where the bytes are, until Python code next runs or another thread changes them.
    #[inline]
    pub fn data(&self) -> *mut u8 {
        // SAFETY: a bytearray.
        unsafe { ffi::PyByteArray_AsString(self.as_ptr()).cast() }
    }

    /// The bytes in place.
    ///
    /// # Safety
    /// While the slice is used, no Python code runs that could change or resize the bytearray, on this thread or another.
    #[inline]
    pub unsafe fn as_bytes(&self) -> &[u8] {
        // SAFETY: the caller's promise.
        unsafe { std::slice::from_raw_parts(self.data(), self.len()) }
    }

    /// The bytes in place, to be changed.
    ///
    /// # Safety
    /// As [`as_bytes`](Self::as_bytes); and nobody else reads them meanwhile.
    #[allow(
        clippy::mut_from_ref,
        reason = "the object is shared; exclusiveness is the caller's promise"
    )]
    #[inline]
    pub unsafe fn as_bytes_mut(&self) -> &mut [u8] {
        // SAFETY: the caller's promise.
        unsafe { std::slice::from_raw_parts_mut(self.data(), self.len()) }
    }

    /// A copy of the bytes.
    #[inline]
    pub fn to_vec(&self) -> Vec<u8> {
        // SAFETY: copying runs no Python code, and other threads wait for the GIL, or for the critical section where there is none.
        with_critical_section(self, || unsafe { self.as_bytes() }.to_vec())
    }

    /// Makes it shorter, or longer by zeros.
    ///
    /// # Errors
    /// BufferError while a memoryview has the bytes, MemoryError.
    #[inline]
    pub fn resize(&self, length: usize) -> PyResult<()> {
        // Where there is no GIL, nobody else is to resize it before the new bytes are zeros.
        with_critical_section(self, || {
            let before = self.len();
            // SAFETY: a bytearray.
            let status = unsafe { ffi::PyByteArray_Resize(self.as_ptr(), to_ssize(length)) };
            check_status(self.py(), status)?;
            if let Some(added) = length.checked_sub(before) {
                // SAFETY: the bytearray has that length now, and nobody else has got to know of the new bytes.
                unsafe { self.data().add(before).write_bytes(0, added) };
            }
            Ok(())
        })
    }
}
