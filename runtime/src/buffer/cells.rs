use std::cell::UnsafeCell;
use std::fmt;
use std::mem::MaybeUninit;

use super::element::Element;

/// One item of a buffer, to be read: [`Buffer::as_slice`](super::Buffer::as_slice).
///
/// Whoever else has the buffer may write to it at any time, on any thread.
#[repr(transparent)]
pub struct ReadOnlyCell<T>(Shared<T>);

/// One item of a buffer, to be read and written: [`Buffer::as_mut_slice`](super::Buffer::as_mut_slice).
///
/// Whoever else has the buffer may write to it at any time, on any thread.
#[repr(transparent)]
pub struct ReadWriteCell<T>(Shared<T>);

/// Memory that anybody may change, and that may contain anything.
#[repr(transparent)]
struct Shared<T>(UnsafeCell<MaybeUninit<T>>);

// SAFETY: items are read and written atomically only.
unsafe impl<T: Element> Sync for Shared<T> {}

impl<T: Element> Shared<T> {
    #[inline]
    fn as_ptr(&self) -> *mut T {
        self.0.get().cast()
    }
}

/// A cell with the layout of a `T`, which may have any content and be written to by others.
pub(super) trait CellOf<T> {}
impl<T> CellOf<T> for ReadOnlyCell<T> {}
impl<T> CellOf<T> for ReadWriteCell<T> {}

impl<T: Element> ReadOnlyCell<T> {
    /// The item as it is now.
    #[inline]
    pub fn get(&self) -> T {
        // SAFETY: an item of a buffer, aligned.
        unsafe { T::load(self.as_ptr()) }
    }

    /// Where the item is. Reading it by plain means is a data race when another thread writes it.
    #[inline]
    pub fn as_ptr(&self) -> *const T {
        self.0.as_ptr()
    }
}

impl<T: Element> ReadWriteCell<T> {
    /// The item as it is now.
    #[inline]
    pub fn get(&self) -> T {
        // SAFETY: an item of a buffer, aligned.
        unsafe { T::load(self.as_ptr()) }
    }

    /// Overwrites the item.
    #[inline]
    pub fn set(&self, value: T) {
        // SAFETY: an item of a writable buffer, aligned.
        unsafe { T::store(self.as_ptr(), value) }
    }

    /// Where the item is. Reading or writing it by plain means is a data race when another thread uses it.
    #[inline]
    pub fn as_ptr(&self) -> *mut T {
        self.0.as_ptr()
    }
}

impl<T: Element + fmt::Debug> fmt::Debug for ReadOnlyCell<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.get().fmt(f)
    }
}

impl<T: Element + fmt::Debug> fmt::Debug for ReadWriteCell<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.get().fmt(f)
    }
}
