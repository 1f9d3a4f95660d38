use std::ffi::{CStr, CString, c_char, c_void};
use std::mem::ManuallyDrop;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::ptr::{self, NonNull};

use super::builtin_type;
use crate::error::{PyErr, PyResult, check_status};
use crate::ffi;
use crate::hint::Hint;
use crate::interpreter::SavedException;
use crate::object::Bound;
use crate::panic;
use crate::python::Python;

builtin_type! {
    /// `types.CapsuleType`: a pointer with a name, by which one extension module gives another something that is no Python
    /// object (<https://docs.python.org/3/c-api/capsule.html>).
    PyCapsule, "PyCapsule", Hint::OBJECT, PyCapsule_Type, check: PyCapsule_CheckExact
}

/// What a capsule that was made of a value points to: the value comes first, so that a pointer to this is one to it.
#[repr(C)]
struct Contents<T, F> {
    value: ManuallyDrop<T>,
    destructor: ManuallyDrop<F>,
    /// Keeps the name alive, which Python does not copy.
    _name: Option<CString>,
}

impl PyCapsule {
    /// A capsule that points to `value`, and drops it when nobody has the capsule any more. For other modules to find it
    /// (`PyCapsule_Import`), the name is that of an attribute, `module.attribute`.
    ///
    /// # Errors
    /// MemoryError.
    #[inline]
    pub fn new_with_value<'py, T: 'static + Send>(
        py: Python<'py>,
        value: T,
        name: &'static CStr,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        Self::new_with_value_and_destructor(py, value, name, |_, _| {})
    }

    /// As [`new_with_value`](Self::new_with_value), with a name that is made at run time, or without one.
    ///
    /// # Errors
    /// MemoryError.
    #[inline]
    pub fn new<T: 'static + Send>(
        py: Python<'_>,
        value: T,
        name: Option<CString>,
    ) -> PyResult<Bound<'_, PyCapsule>> {
        Self::new_with_destructor(py, value, name, |_, _| {})
    }

    /// As [`new_with_value`](Self::new_with_value), and what drops the value: it gets it, and the capsule's [`context`](Bound::context).
    ///
    /// # Errors
    /// MemoryError.
    #[inline]
    pub fn new_with_value_and_destructor<'py, T, F>(
        py: Python<'py>,
        value: T,
        name: &'static CStr,
        destructor: F,
    ) -> PyResult<Bound<'py, PyCapsule>>
    where
        T: 'static + Send,
        F: FnOnce(T, *mut c_void) + Send + 'static,
    {
        own(py, value, name.as_ptr(), None, destructor)
    }

    /// As [`new`](Self::new), and what drops the value: it gets it, and the capsule's [`context`](Bound::context).
    ///
    /// # Errors
    /// MemoryError.
    #[inline]
    pub fn new_with_destructor<T, F>(
        py: Python<'_>,
        value: T,
        name: Option<CString>,
        destructor: F,
    ) -> PyResult<Bound<'_, PyCapsule>>
    where
        T: 'static + Send,
        F: FnOnce(T, *mut c_void) + Send + 'static,
    {
        let pointer = name.as_deref().map_or(ptr::null(), CStr::as_ptr);
        own(py, value, pointer, name, destructor)
    }

    /// A capsule of a pointer, which nobody frees.
    ///
    /// # Errors
    /// MemoryError.
    ///
    /// # Safety
    /// The pointer is what users of a capsule of this name expect, on any thread, as long as the capsule lives.
    #[inline]
    pub unsafe fn new_with_pointer<'py>(
        py: Python<'py>,
        pointer: NonNull<c_void>,
        name: &'static CStr,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        // SAFETY: the caller's promise is the same.
        unsafe { Self::new_with_pointer_and_destructor(py, pointer, name, None) }
    }

    /// A capsule of a pointer, with a C function that Python calls when nobody has the capsule any more.
    ///
    /// # Errors
    /// MemoryError.
    ///
    /// # Safety
    /// That of [`new_with_pointer`](Self::new_with_pointer), and the function is one that Python may call with the capsule.
    #[inline]
    pub unsafe fn new_with_pointer_and_destructor<'py>(
        py: Python<'py>,
        pointer: NonNull<c_void>,
        name: &'static CStr,
        destructor: Option<ffi::PyCapsule_Destructor>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        // SAFETY: a pointer that is not null and a static C string; the result is a new reference, or null.
        unsafe {
            let capsule = ffi::PyCapsule_New(pointer.as_ptr(), name.as_ptr(), destructor);
            Bound::from_owned_or_err(py, capsule)
        }
    }

    /// What the capsule `module.attribute` of this name points to, after importing the module.
    ///
    /// # Errors
    /// What the import raises, AttributeError when there is no such capsule.
    ///
    /// # Safety
    /// The capsule of this name points to a `T`, which lives for `'py`.
    #[inline]
    pub unsafe fn import<'py, T>(py: Python<'py>, name: &CStr) -> PyResult<&'py T> {
        // SAFETY: the caller's promise.
        unsafe { Ok(Self::import_pointer(py, name)?.cast().as_ref()) }
    }

    /// The pointer of the capsule `module.attribute` of this name, after importing the module.
    ///
    /// # Errors
    /// As [`import`](Self::import).
    #[inline]
    pub fn import_pointer(py: Python<'_>, name: &CStr) -> PyResult<NonNull<c_void>> {
        // SAFETY: a C string; null with an exception on errors.
        let pointer = unsafe { ffi::PyCapsule_Import(name.as_ptr(), 0) };
        NonNull::new(pointer).ok_or_else(|| PyErr::fetch(py))
    }
}

/// A capsule that owns `value`. `pointer` is its name, which `name` or static memory keeps.
#[inline]
fn own<'py, T: 'static + Send, F: FnOnce(T, *mut c_void) + Send + 'static>(
    py: Python<'py>,
    value: T,
    pointer: *const c_char,
    name: Option<CString>,
    destructor: F,
) -> PyResult<Bound<'py, PyCapsule>> {
    let contents = Box::into_raw(Box::new(Contents {
        value: ManuallyDrop::new(value),
        destructor: ManuallyDrop::new(destructor),
        _name: name,
    }));
    // SAFETY: the capsule takes over the box, whose kind its destructor knows; when there is no capsule, it is ours again.
    unsafe {
        let capsule = ffi::PyCapsule_New(contents.cast(), pointer, Some(destroy::<T, F>));
        Bound::from_owned_or_err(py, capsule).inspect_err(|_| {
            let mut contents = Box::from_raw(contents);
            ManuallyDrop::drop(&mut contents.value);
            ManuallyDrop::drop(&mut contents.destructor);
        })
    }
}

/// The destructor of a capsule that owns a value: Python calls it attached, once, when nobody has the capsule any more.
unsafe extern "C" fn destroy<T, F: FnOnce(T, *mut c_void)>(capsule: *mut ffi::PyObject) {
    // SAFETY: the capsule is one of `own`, whatever its name is by now, and still has its box.
    unsafe {
        let py = Python::assume_attached();
        let _exception = SavedException::take(py);
        let context = ffi::PyCapsule_GetContext(capsule);
        let pointer = ffi::PyCapsule_GetPointer(capsule, ffi::PyCapsule_GetName(capsule));
        let destroyed = catch_unwind(AssertUnwindSafe(|| {
            let mut contents = Box::from_raw(pointer.cast::<Contents<T, F>>());
            let value = ManuallyDrop::take(&mut contents.value);
            ManuallyDrop::take(&mut contents.destructor)(value, context);
        }));
        if let Err(payload) = destroyed {
            panic::raise(py, payload);
            PyErr::fetch(py).write_unraisable(py, None);
        }
    }
}

/// The name of a capsule, which may change or go when other code says so.
#[derive(Debug, Clone, Copy)]
pub struct CapsuleName {
    pointer: NonNull<c_char>,
}

impl CapsuleName {
    /// The name.
    ///
    /// # Safety
    /// The capsule has this name for `'a`.
    #[inline]
    pub unsafe fn as_cstr<'a>(self) -> &'a CStr {
        // SAFETY: the caller's promise; a capsule's name is a C string.
        unsafe { CStr::from_ptr(self.as_ptr()) }
    }

    /// The name, as a pointer.
    #[inline]
    pub fn as_ptr(self) -> *const c_char {
        self.pointer.as_ptr()
    }
}

impl Bound<'_, PyCapsule> {
    /// Sets the [`context`](Self::context).
    ///
    /// # Errors
    /// None for a capsule that is whole.
    #[inline]
    #[allow(clippy::not_unsafe_ptr_arg_deref, reason = "the pointer is only kept")]
    pub fn set_context(&self, context: *mut c_void) -> PyResult<()> {
        // SAFETY: a capsule; the pointer is only kept.
        check_status(self.py(), unsafe {
            ffi::PyCapsule_SetContext(self.as_ptr(), context)
        })
    }

    /// A second pointer that the capsule keeps; null where none was set.
    ///
    /// # Errors
    /// None for a capsule that is whole.
    #[inline]
    pub fn context(&self) -> PyResult<*mut c_void> {
        // SAFETY: a capsule; null may be what was set.
        let context = unsafe { ffi::PyCapsule_GetContext(self.as_ptr()) };
        match context.is_null() && PyErr::occurred(self.py()) {
            true => Err(PyErr::fetch(self.py())),
            false => Ok(context),
        }
    }

    /// The pointer of a capsule of this name.
    ///
    /// # Errors
    /// ValueError when it has another name.
    #[inline]
    pub fn pointer_checked(&self, name: Option<&CStr>) -> PyResult<NonNull<c_void>> {
        let name = name.map_or(ptr::null(), CStr::as_ptr);
        // SAFETY: a capsule and a C string or null; null with an exception on errors.
        let pointer = unsafe { ffi::PyCapsule_GetPointer(self.as_ptr(), name) };
        NonNull::new(pointer).ok_or_else(|| PyErr::fetch(self.py()))
    }

    /// Whether the capsule has this name.
    #[inline]
    pub fn is_valid_checked(&self, name: Option<&CStr>) -> bool {
        let name = name.map_or(ptr::null(), CStr::as_ptr);
        // SAFETY: a capsule and a C string or null; it cannot fail.
        unsafe { ffi::PyCapsule_IsValid(self.as_ptr(), name) != 0 }
    }

    /// The capsule's name.
    ///
    /// # Errors
    /// None for a capsule that is whole.
    #[inline]
    pub fn name(&self) -> PyResult<Option<CapsuleName>> {
        // SAFETY: a capsule; null where it has no name.
        let name = unsafe { ffi::PyCapsule_GetName(self.as_ptr()) };
        match NonNull::new(name.cast_mut()) {
            None if PyErr::occurred(self.py()) => Err(PyErr::fetch(self.py())),
            pointer => Ok(pointer.map(|pointer| CapsuleName { pointer })),
        }
    }
}
