//! What Python 3.15 and later make a module from when its library is for the builds with the GIL and without it (abi3t): slots, by
//! PEP 793. A `PyModuleDef` would not do, since it begins with an object, and the two builds do not agree on what that is.
//!
//! Layouts and numbers are those of CPython 3.15's slots.h, slots_generated.h and modsupport.h. They are written out here since a
//! library with both stable ABIs may be built with an older Python.

use std::ffi::{c_int, c_void};

use super::{Module, execute};
use crate::ffi;

#[cfg(all(Py_LIMITED_API, Py_GIL_DISABLED))]
pub use definition::Definition;

/// A `PySlot`.
#[repr(C)]
pub struct Slot {
    id: u16,
    flags: u16,
    reserved: u32,
    value: Value,
}

#[repr(C)]
union Value {
    pointer: *const c_void,
    number: u64,
    function: unsafe extern "C" fn(*mut ffi::PyObject) -> c_int,
}

const MOD_EXEC: u16 = 85;
const MOD_MULTIPLE_INTERPRETERS: u16 = 86;
const MOD_GIL: u16 = 87;
const MOD_NAME: u16 = 100;
const MOD_DOC: u16 = 101;
const MOD_METHODS: u16 = 103;
const MOD_ABI: u16 = 109;

/// `PySlot_STATIC`: what the slot points to lives for ever.
const STATIC: u16 = 2;

impl Slot {
    const END: Slot = Slot::number(0, 0);

    const fn new(id: u16, flags: u16, value: Value) -> Slot {
        Slot {
            id,
            flags,
            reserved: 0,
            value,
        }
    }

    const fn of_static<T>(id: u16, pointer: *const T) -> Slot {
        let pointer = pointer.cast();
        Slot::new(id, STATIC, Value { pointer })
    }

    const fn number(id: u16, number: u64) -> Slot {
        Slot::new(id, 0, Value { number })
    }
}

/// A `PyABIInfo`: which Pythons may load the library.
#[repr(C)]
struct AbiInfo {
    major_version: u8,
    minor_version: u8,
    flags: u16,
    build_version: u32,
    abi_version: u32,
}

impl AbiInfo {
    const STABLE: u16 = 1;
    const GIL: u16 = 2;
    const FREE_THREADED: u16 = 4;

    const OF_BUILD: &AbiInfo = &AbiInfo {
        major_version: 1,
        minor_version: 0,
        flags: match (cfg!(Py_LIMITED_API), cfg!(Py_GIL_DISABLED)) {
            (true, true) => Self::STABLE | Self::GIL | Self::FREE_THREADED,
            (true, false) => Self::STABLE | Self::GIL,
            (false, true) => Self::FREE_THREADED,
            (false, false) => Self::GIL,
        },
        build_version: 0, // not said
        abi_version: 0,   // not said: slots are 3.15's, and who loads them has all that is older
    };
}

/// What `PyModExport_` returns: the slots, which the importer makes the module from.
#[inline]
pub const fn slots_of<M: Module>() -> *const Slot {
    let slots: &'static [Slot; 8] = const {
        &[
            Slot::of_static(MOD_ABI, AbiInfo::OF_BUILD),
            Slot::of_static(MOD_NAME, M::NAME.as_ptr()),
            Slot::of_static(MOD_DOC, M::DOC.as_ptr()),
            Slot::of_static(MOD_METHODS, M::METHODS.as_ptr()),
            Slot::new(
                MOD_EXEC,
                0,
                Value {
                    function: execute::<M>,
                },
            ),
            Slot::number(MOD_MULTIPLE_INTERPRETERS, M::INTERPRETERS as u64),
            Slot::number(MOD_GIL, !M::GIL_USED as u64),
            Slot::END,
        ]
    };
    slots.as_ptr()
}

#[cfg(all(Py_LIMITED_API, Py_GIL_DISABLED))]
mod definition {
    use super::super::MethodDef;
    use super::{Module, Slot, slots_of};
    use crate::error::{PyResult, check_status};
    use crate::exceptions::PyImportError;
    use crate::ffi;
    use crate::object::Bound;
    use crate::python::Python;
    use crate::types::{PyAny, PyModule};

    /// What a module is made from.
    pub struct Definition {
        slots: *const Slot,
        methods: *const MethodDef,
    }

    // SAFETY: slots and methods are constant.
    unsafe impl Sync for Definition {}

    impl Definition {
        /// The definition of the module `M`.
        #[inline]
        pub const fn of<M: Module>() -> Self {
            Definition {
                slots: slots_of::<M>(),
                methods: M::METHODS.as_ptr(),
            }
        }

        /// What `PyInit_` returns, which 3.15 and later do not call: an error.
        ///
        /// # Safety
        /// The thread is attached.
        #[cold]
        pub unsafe fn initialize(&'static self) -> *mut ffi::PyObject {
            // SAFETY: the caller's promise.
            let py = unsafe { Python::assume_attached() };
            PyImportError::new_err("a library with the ABI abi3t needs Python 3.15").restore(py);
            std::ptr::null_mut()
        }

        /// A module, without content yet.
        #[inline]
        pub(in crate::module) fn create<'py>(
            &'static self,
            spec: &Bound<'py, PyAny>,
        ) -> PyResult<Bound<'py, PyModule>> {
            // SAFETY: static slots and a module spec; the result is a new reference to a module, or null.
            let module: Bound<'py, PyAny> = unsafe {
                let module = ffi::PyModule_FromSlotsAndSpec(self.slots.cast(), spec.as_ptr());
                Bound::from_owned_ptr_or_err(spec.py(), module)?
            };
            Ok(module.cast_into()?)
        }

        /// The names of the functions in the method table.
        #[inline]
        pub(in crate::module) fn functions(&'static self) -> impl Iterator<Item = &'static [u8]> {
            // SAFETY: the table is a `Module`'s, which is static and ends as it must.
            unsafe { MethodDef::names(self.methods) }
        }

        /// Gives a module that [`create`](Self::create) has made its content.
        #[inline]
        pub(in crate::module) fn execute(
            &'static self,
            module: &Bound<'_, PyModule>,
        ) -> PyResult<()> {
            // SAFETY: a live module, made from slots.
            let status = unsafe { ffi::PyModule_Exec(module.as_ptr()) };
            check_status(module.py(), status)
        }
    }
}
