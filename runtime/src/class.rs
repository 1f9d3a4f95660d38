//! A Rust value inside a Python object: [`Class`], the one way in which this crate makes types of its own.

mod nesting;

use std::ffi::{CStr, c_int, c_void};
use std::marker::PhantomData;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::ptr;

use crate::error::{PyErr, PyResult};
use crate::ffi;
use crate::interpreter::SavedException;
use crate::object::{Bound, Py};
use crate::panic;
use crate::python::Python;
use crate::sync::PyOnceLock;
use crate::types::{PyAny, PyType};

/// A class of Python objects with a `T` inside. It sits in a `static`, and each interpreter has a heap type of its own
/// for it, made on first use (<https://docs.python.org/3/c-api/type.html#creating-heap-allocated-types>).
///
/// Instances come from [`instantiate`](Self::instantiate) alone: Python code can neither call the class, nor derive from
/// it, nor change it. So each instance has its `T`, from before anybody sees it until nobody does any more.
///
/// Whatever threads share the object share the `T`, and the last of them drops it: hence `Send` and `Sync`. It is dropped on a
/// thread that is attached to the object's interpreter.
///
/// Python's garbage collector cannot look into a `T`: a cycle of references through one is never collected.
pub(crate) struct Class<T> {
    name: &'static CStr,
    doc: &'static CStr,
    slots: &'static [Slot],
    object: PyOnceLock<Py<PyType>>,
    holds: PhantomData<fn() -> T>,
}

/// What a class does for a protocol: a function in a slot of the type
/// (<https://docs.python.org/3/c-api/type.html#c.PyType_Slot>).
#[derive(Clone, Copy)]
#[repr(transparent)]
pub(crate) struct Slot(ffi::PyType_Slot);

// SAFETY: it points to functions and constants.
unsafe impl Sync for Slot {}

impl Slot {
    /// # Safety
    /// `function` is a C function as the slot `Py_...` of that number has it. As for its `self`, it is called with
    /// instances of the class that has the slot.
    pub(crate) const unsafe fn new(slot: c_int, function: *mut c_void) -> Self {
        Slot(ffi::PyType_Slot {
            slot,
            pfunc: function,
        })
    }
}

/// An instance, as it lies in memory.
#[cfg(not(all(Py_LIMITED_API, Py_GIL_DISABLED)))]
#[repr(C)]
struct Instance<T> {
    base: ffi::PyObject,
    value: T,
}

impl<T: Send + Sync + 'static> Class<T> {
    /// How large an instance is. Where the ABI does not tell how large an object is, as the negative of what is added
    /// to that.
    #[cfg(not(all(Py_LIMITED_API, Py_GIL_DISABLED)))]
    const SIZE: usize = size_of::<Instance<T>>();
    #[cfg(all(Py_LIMITED_API, Py_GIL_DISABLED))]
    const SIZE: usize = size_of::<T>();

    /// Python aligns objects as `malloc` does; and the type's specification has a C int for the size.
    const FITS: () = assert!(
        align_of::<T>() <= 2 * size_of::<usize>() && Self::SIZE < 1 << 24,
        "too large or too strictly aligned for the inside of a Python object: use a `Box`"
    );

    /// A class by this name, with the module in front (`mybind.Iterator`).
    pub(crate) const fn new(
        name: &'static CStr,
        doc: &'static CStr,
        slots: &'static [Slot],
    ) -> Self {
        const { Self::FITS };
        Class {
            name,
            doc,
            slots,
            object: PyOnceLock::new(),
            holds: PhantomData,
        }
    }

    /// A new instance with this value.
    ///
    /// # Errors
    /// MemoryError; then the value is dropped.
    pub(crate) fn instantiate<'py>(
        &'static self,
        py: Python<'py>,
        value: T,
    ) -> PyResult<Bound<'py, PyAny>> {
        let class = self.object.get_or_try_init(py, || self.create(py))?;
        // SAFETY: a heap type of ours; a new reference, or null. No Python code runs before the value is in its place.
        unsafe {
            let object = ffi::PyType_GenericAlloc(class.bind(py).as_ptr().cast(), 0);
            let object = Bound::from_owned_or_err(py, object)?;
            value_in::<T>(object.as_ptr()).write(value);
            Ok(object)
        }
    }

    /// The value in an instance.
    ///
    /// # Safety
    /// `object` is an instance of a class with a `T` inside, alive for `'a`.
    #[inline]
    pub(crate) unsafe fn value<'a>(object: *mut ffi::PyObject) -> &'a T {
        // SAFETY: the caller's promise; the value is there as long as the object.
        unsafe { &*value_in::<T>(object) }
    }

    /// The value in an instance, alive as long as the reference besides it.
    ///
    /// For a C function whose `self` the instance is, and that runs other code: whoever calls it has to keep it alive, but not all of CPython
    /// does (`sys.displayhook` before 3.14, an `itertools.chain` whose state is set meanwhile).
    ///
    /// # Safety
    /// `object` is an instance of a class with a `T` inside.
    #[inline]
    pub(crate) unsafe fn kept_value<'a, 'py>(
        py: Python<'py>,
        object: *mut ffi::PyObject,
    ) -> (Bound<'py, PyAny>, &'a T) {
        // SAFETY: the caller's promise; the value is there as long as the object.
        unsafe { (Bound::from_borrowed_ptr(py, object), Self::value(object)) }
    }

    /// The value in `object`, if it is an instance of this class.
    #[inline]
    pub(crate) fn value_of<'a>(&'static self, object: &'a Bound<'_, PyAny>) -> Option<&'a T> {
        let class = self.object.get(object.py())?.bind(object.py());
        // SAFETY: a live object, of this very type: there are no subclasses.
        unsafe {
            let is_instance = ffi::Py_TYPE(object.as_ptr()) == class.as_type_ptr();
            is_instance.then(|| Self::value(object.as_ptr()))
        }
    }

    /// This interpreter's type object.
    #[cold]
    fn create(&'static self, py: Python<'_>) -> PyResult<Py<PyType>> {
        let dealloc = deallocate::<T> as unsafe extern "C" fn(_);
        // SAFETY: the functions are as their slots have them; the type copies the docstring.
        let own = unsafe {
            [
                Slot::new(ffi::Py_tp_dealloc, dealloc as *mut c_void),
                Slot::new(ffi::Py_tp_doc, self.doc.as_ptr().cast_mut().cast()),
            ]
        };
        let end = Slot(ffi::PyType_Slot {
            slot: 0,
            pfunc: ptr::null_mut(),
        });
        let mut slots = [self.slots, &own, &[end]].concat();
        let size = Self::SIZE as c_int; // it fits, see `FITS`
        let flags = ffi::Py_TPFLAGS_DEFAULT
            | ffi::Py_TPFLAGS_DISALLOW_INSTANTIATION
            | ffi::Py_TPFLAGS_IMMUTABLETYPE;
        let mut spec = ffi::PyType_Spec {
            name: self.name.as_ptr(),
            basicsize: if cfg!(all(Py_LIMITED_API, Py_GIL_DISABLED)) {
                -size
            } else {
                size
            },
            itemsize: 0,
            flags: flags as _,
            slots: slots.as_mut_ptr().cast(),
        };
        // SAFETY: a well-formed specification, which is read during the call, but for the name, which is static; a new
        // reference to a type, or null.
        unsafe { Py::from_owned_ptr_or_err(py, ffi::PyType_FromSpec(&raw mut spec)) }
    }
}

/// Where the value of an instance is.
///
/// # Safety
/// `object` is an instance of a class with a `T` inside.
#[inline]
unsafe fn value_in<T>(object: *mut ffi::PyObject) -> *mut T {
    #[cfg(not(all(Py_LIMITED_API, Py_GIL_DISABLED)))]
    // SAFETY: the caller's promise: such an instance has this layout.
    unsafe {
        &raw mut (*object.cast::<Instance<T>>()).value
    }
    #[cfg(all(Py_LIMITED_API, Py_GIL_DISABLED))]
    // SAFETY: the caller's promise: what its class has added to an object is a `T`. There are no subclasses.
    unsafe {
        ffi::PyObject_GetTypeData(object, ffi::Py_TYPE(object)).cast()
    }
}

/// `tp_dealloc`: drops the value, and frees the object
/// (<https://docs.python.org/3/c-api/typeobj.html#c.PyTypeObject.tp_dealloc>).
unsafe extern "C" fn deallocate<T>(object: *mut ffi::PyObject) {
    // SAFETY: Python calls this attached, once, when nobody has a reference to the instance any more.
    unsafe { nesting::deallocate(Python::assume_attached(), object, finish::<T>) }
}

/// What `tp_dealloc` has to do.
///
/// # Safety
/// The object is an instance with a `T` inside, to which nobody has a reference any more, and which is not used again.
unsafe fn finish<T>(py: Python<'_>, object: *mut ffi::PyObject) {
    // SAFETY: the caller's promise. An instance of a heap type has a reference to the type.
    unsafe {
        drop_value(py, value_in::<T>(object));
        let class = ffi::Py_TYPE(object);
        let free = ffi::PyType_GetSlot(class, ffi::Py_tp_free);
        let free = std::mem::transmute::<*mut c_void, ffi::freefunc>(free);
        free(object.cast());
        ffi::Py_DECREF(class.cast());
    }
}

/// Drops a value, which may run any code; it may panic too, which is reported as Python reports an error in a destructor.
///
/// # Safety
/// The value is not used any more.
unsafe fn drop_value<T>(py: Python<'_>, value: *mut T) {
    let _exception = SavedException::take(py);
    // SAFETY: the caller's promise.
    let dropped = catch_unwind(AssertUnwindSafe(|| unsafe { value.drop_in_place() }));
    if let Err(payload) = dropped {
        panic::raise(py, payload);
        PyErr::fetch(py).write_unraisable(py, None);
    }
}
