//! Critical sections: on free-threaded Python, an object's own lock, which Python's containers hold while they are read or
//! changed (<https://docs.python.org/3/c-api/synchronization.html#python-critical-section-api>). With a GIL there is nothing to do.

use crate::object::Bound;
use crate::types::PyAny;

#[cfg(Py_GIL_DISABLED)]
mod section {
    use std::mem::MaybeUninit;

    use crate::ffi;

    /// Declares what begins a critical section of so many objects, and ends it when it is dropped, also when the code in it panics.
    macro_rules! sections {
        ($($section:ident: $record:ident $begin:ident $end:ident ($($object:ident),*);)*) => {$(
            pub(super) struct $section(*mut ffi::$record);

            impl $section {
                /// # Safety
                /// The thread is attached, the objects are alive, and sections end in the reverse order in which they begin. `place` is
                /// not used, and stays where it is, until this one has ended.
                pub(super) unsafe fn begin(
                    place: &mut MaybeUninit<ffi::$record>,
                    $($object: *mut ffi::PyObject),*
                ) -> Self {
                    let record = place.as_mut_ptr();
                    // SAFETY: the caller's promise; the function initialises the record, which the thread state then points to.
                    unsafe { ffi::$begin(record, $($object),*) };
                    $section(record)
                }
            }

            impl Drop for $section {
                fn drop(&mut self) {
                    // SAFETY: begun before, on this thread.
                    unsafe { ffi::$end(self.0) }
                }
            }
        )*};
    }

    sections! {
        Section: PyCriticalSection PyCriticalSection_Begin PyCriticalSection_End (object);
        Section2: PyCriticalSection2 PyCriticalSection2_Begin PyCriticalSection2_End (a, b);
    }
}

/// Calls `f` while no other thread is in a critical section of `object`.
///
/// What detaches the thread, or waits for another section, lets other threads in meanwhile: it is no lock to rely on for anything but
/// the object itself. With a GIL `f` is just called.
#[inline]
pub fn with_critical_section<F, R>(object: &Bound<'_, PyAny>, f: F) -> R
where
    F: FnOnce() -> R,
{
    #[cfg(Py_GIL_DISABLED)]
    let mut place = std::mem::MaybeUninit::uninit();
    #[cfg(Py_GIL_DISABLED)]
    // SAFETY: attached, as the handle shows; it ends with this function, before `place` does.
    let _section = unsafe { section::Section::begin(&mut place, object.as_ptr()) };
    #[cfg(not(Py_GIL_DISABLED))]
    let _ = object;
    f()
}

/// As [`with_critical_section`], of two objects at once, in whatever order others take them.
#[inline]
pub fn with_critical_section2<F, R>(a: &Bound<'_, PyAny>, b: &Bound<'_, PyAny>, f: F) -> R
where
    F: FnOnce() -> R,
{
    #[cfg(Py_GIL_DISABLED)]
    let mut place = std::mem::MaybeUninit::uninit();
    #[cfg(Py_GIL_DISABLED)]
    // SAFETY: attached, as the handles show; it ends with this function, before `place` does.
    let _section = unsafe { section::Section2::begin(&mut place, a.as_ptr(), b.as_ptr()) };
    #[cfg(not(Py_GIL_DISABLED))]
    let _ = (a, b);
    f()
}
