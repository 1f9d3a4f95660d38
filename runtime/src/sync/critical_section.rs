//! Critical sections: on free-threaded Python, an object's own lock, which Python's containers hold while they are read or
//! changed (<https://docs.python.org/3/c-api/synchronization.html#python-critical-section-api>). With a GIL there is nothing to do.

use crate::object::Bound;
use crate::types::PyAny;

#[cfg(all(Py_GIL_DISABLED, not(Py_LIMITED_API)))]
mod section {
    use std::mem::MaybeUninit;

    use crate::ffi;

    /// Ends a critical section, also when the code in it panics.
    pub(super) struct Section(Box<MaybeUninit<ffi::PyCriticalSection>>);

    impl Section {
        /// # Safety
        /// The thread is attached, and sections end in the reverse order in which they begin.
        pub(super) unsafe fn begin(object: *mut ffi::PyObject) -> Self {
            let mut section = Box::new(MaybeUninit::uninit());
            // SAFETY: a live object, and memory that stays where it is; the function initialises it.
            unsafe { ffi::PyCriticalSection_Begin(section.as_mut_ptr(), object) };
            Section(section)
        }
    }

    impl Drop for Section {
        fn drop(&mut self) {
            // SAFETY: begun before, on this thread.
            unsafe { ffi::PyCriticalSection_End(self.0.as_mut_ptr()) }
        }
    }

    /// As [`Section`], of two objects at once.
    pub(super) struct Section2(Box<MaybeUninit<ffi::PyCriticalSection2>>);

    impl Section2 {
        /// # Safety
        /// As for [`Section::begin`].
        pub(super) unsafe fn begin(a: *mut ffi::PyObject, b: *mut ffi::PyObject) -> Self {
            let mut section = Box::new(MaybeUninit::uninit());
            // SAFETY: live objects, and memory that stays where it is; the function initialises it.
            unsafe { ffi::PyCriticalSection2_Begin(section.as_mut_ptr(), a, b) };
            Section2(section)
        }
    }

    impl Drop for Section2 {
        fn drop(&mut self) {
            // SAFETY: begun before, on this thread.
            unsafe { ffi::PyCriticalSection2_End(self.0.as_mut_ptr()) }
        }
    }
}

/// Calls `f` while no other thread is in a critical section of `object`.
///
/// What detaches the thread, or waits for another section, lets other threads in meanwhile: it is no lock to rely on for anything but
/// the object itself. With a GIL, and in abi3 builds, `f` is just called.
#[inline]
pub fn with_critical_section<F, R>(object: &Bound<'_, PyAny>, f: F) -> R
where
    F: FnOnce() -> R,
{
    #[cfg(all(Py_GIL_DISABLED, not(Py_LIMITED_API)))]
    // SAFETY: attached, as the handle shows; it ends with this function.
    let _section = unsafe { section::Section::begin(object.as_ptr()) };
    #[cfg(not(all(Py_GIL_DISABLED, not(Py_LIMITED_API))))]
    let _ = object;
    f()
}

/// As [`with_critical_section`], of two objects at once, in whatever order others take them.
#[inline]
pub fn with_critical_section2<F, R>(a: &Bound<'_, PyAny>, b: &Bound<'_, PyAny>, f: F) -> R
where
    F: FnOnce() -> R,
{
    #[cfg(all(Py_GIL_DISABLED, not(Py_LIMITED_API)))]
    // SAFETY: attached, as the handles show; it ends with this function.
    let _section = unsafe { section::Section2::begin(a.as_ptr(), b.as_ptr()) };
    #[cfg(not(all(Py_GIL_DISABLED, not(Py_LIMITED_API))))]
    let _ = (a, b);
    f()
}
