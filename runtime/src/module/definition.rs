//! What Python makes a module from: a `PyModuleDef`, with its slots.

use std::cell::UnsafeCell;
use std::ffi::{c_int, c_void};
use std::ptr;
#[cfg(Py_LIMITED_API)]
use std::sync::atomic::{AtomicPtr, Ordering};

use super::{MethodDef, Module, execute};
use crate::error::{PyResult, check_status};
use crate::ffi;
use crate::object::Bound;
use crate::types::{PyAny, PyModule};

// `Py_mod_*` of CPython's moduleobject.h, by number: an abi3 build needs those of later versions too.
const MOD_EXEC: c_int = 2;
const MOD_MULTIPLE_INTERPRETERS: c_int = 3;
const MOD_GIL: c_int = 4;

/// A `PyModuleDef` with its slots
/// (<https://docs.python.org/3/c-api/module.html#c.PyModuleDef>), for multi-phase initialisation.
pub struct Definition {
    /// Python writes its reference count and index into it.
    definition: UnsafeCell<ffi::PyModuleDef>,
    /// The slots that each generation of CPython knows.
    #[cfg_attr(not(Py_LIMITED_API), allow(dead_code))]
    slots: SlotTables,
}

// SAFETY: only Python writes to it, under its own rules for definitions.
unsafe impl Sync for Definition {}

#[derive(Clone, Copy)]
struct SlotTables {
    /// Before 3.12.
    exec: *const ffi::PyModuleDef_Slot,
    /// 3.12.
    interpreters: *const ffi::PyModuleDef_Slot,
    /// 3.13 and later.
    gil: *const ffi::PyModuleDef_Slot,
}

impl Definition {
    /// The definition of the module `M`.
    #[inline]
    pub const fn of<M: Module>() -> Self {
        let slots = Slots::<M>::TABLES;
        Definition {
            definition: UnsafeCell::new(ffi::PyModuleDef {
                m_base: ffi::PyModuleDef_HEAD_INIT,
                m_name: M::NAME.as_ptr(),
                m_doc: M::DOC.as_ptr(),
                m_size: 0,
                m_methods: M::METHODS.as_ptr().cast_mut().cast(),
                m_slots: slots.of_build().cast_mut(),
                m_traverse: None,
                m_clear: None,
                m_free: None,
            }),
            slots,
        }
    }

    /// What `PyInit_` returns: the definition, which the importer makes the module from.
    ///
    /// # Safety
    /// The thread is attached.
    #[inline]
    pub unsafe fn initialize(&'static self) -> *mut ffi::PyObject {
        // SAFETY: the definition is static and well-formed; the thread is attached, by the caller's promise.
        unsafe { ffi::PyModuleDef_Init(self.as_ptr()) }
    }

    /// A module, without content yet.
    #[inline]
    pub(super) fn create<'py>(
        &'static self,
        spec: &Bound<'py, PyAny>,
    ) -> PyResult<Bound<'py, PyModule>> {
        let version = ffi::PYTHON_API_VERSION;
        // SAFETY: a static definition and a module spec; the result is a new reference to a module, or null.
        let module: Bound<'py, PyAny> = unsafe {
            let module = ffi::PyModule_FromDefAndSpec2(self.as_ptr(), spec.as_ptr(), version);
            Bound::from_owned_ptr_or_err(spec.py(), module)?
        };
        Ok(module.cast_into()?)
    }

    /// Gives a module that [`create`](Self::create) has made its content.
    #[inline]
    pub(super) fn execute(&'static self, module: &Bound<'_, PyModule>) -> PyResult<()> {
        // SAFETY: a live module, made from this definition.
        let status = unsafe { ffi::PyModule_ExecDef(module.as_ptr(), self.as_ptr()) };
        check_status(module.py(), status)
    }

    /// The names of the functions in the method table.
    #[inline]
    pub(super) fn functions(&'static self) -> impl Iterator<Item = &'static [u8]> {
        // SAFETY: Python does not write to this field, and the table is a `Module`'s, which is static and ends as it must.
        unsafe { MethodDef::names((*self.definition.get()).m_methods.cast()) }
    }

    /// The definition, with the slots that the running Python knows.
    #[inline]
    fn as_ptr(&'static self) -> *mut ffi::PyModuleDef {
        let definition = self.definition.get();
        // An abi3 build is loaded by many versions, and a version refuses slots that it does not know.
        #[cfg(Py_LIMITED_API)]
        {
            // SAFETY: the field is a pointer, aligned and alive; interpreters that come here at once write the same.
            let slots = unsafe { AtomicPtr::from_ptr(&raw mut (*definition).m_slots) };
            slots.store(self.slots.of_running().cast_mut(), Ordering::Relaxed);
        }
        definition
    }
}

impl SlotTables {
    /// The slots of the version that this build is for; the first ones for abi3.
    #[inline]
    const fn of_build(self) -> *const ffi::PyModuleDef_Slot {
        match () {
            () if cfg!(Py_LIMITED_API) => self.exec,
            () if cfg!(Py_3_13) => self.gil,
            () if cfg!(Py_3_12) => self.interpreters,
            () => self.exec,
        }
    }

    #[cfg(Py_LIMITED_API)]
    #[inline]
    fn of_running(self) -> *const ffi::PyModuleDef_Slot {
        match crate::python::running_version().1 {
            ..12 => self.exec,
            12 => self.interpreters,
            _ => self.gil,
        }
    }
}

struct Slots<M>(M);

impl<M: Module> Slots<M> {
    const EXEC: ffi::PyModuleDef_Slot = slot(
        MOD_EXEC,
        execute::<M> as unsafe extern "C" fn(_) -> _ as *mut c_void,
    );
    const INTERPRETERS: ffi::PyModuleDef_Slot = slot(
        MOD_MULTIPLE_INTERPRETERS,
        ptr::without_provenance_mut(M::INTERPRETERS as usize),
    );
    const GIL: ffi::PyModuleDef_Slot =
        slot(MOD_GIL, ptr::without_provenance_mut(!M::GIL_USED as usize));
    const END: ffi::PyModuleDef_Slot = slot(0, ptr::null_mut());

    const TABLES: SlotTables = SlotTables {
        exec: &raw const *const { &[Self::EXEC, Self::END] } as *const _,
        interpreters: &raw const *const { &[Self::EXEC, Self::INTERPRETERS, Self::END] }
            as *const _,
        gil: &raw const *const { &[Self::EXEC, Self::INTERPRETERS, Self::GIL, Self::END] }
            as *const _,
    };
}

#[inline]
const fn slot(slot: c_int, value: *mut c_void) -> ffi::PyModuleDef_Slot {
    ffi::PyModuleDef_Slot { slot, value }
}

/// `PyInit_` as a function of the module's type, for the table of built-in modules.
///
/// # Safety
/// Python calls this, on an attached thread.
unsafe extern "C" fn initialize<M: Module>() -> *mut ffi::PyObject {
    // SAFETY: the caller's promise is the same.
    unsafe { M::definition().initialize() }
}

/// Adds a module to the table of built-in modules.
///
/// # Panics
/// When Python is initialised already, or there is no memory.
#[inline]
pub fn append_to_inittab<M: Module>() {
    let assert_in_time = || {
        // SAFETY: may be called at any time.
        let is_initialized = unsafe { ffi::Py_IsInitialized() } != 0;
        assert!(
            !is_initialized,
            "append_to_inittab! must come before Python::initialize()"
        );
    };
    // Before as well: what runs in the midst of the initialisation must not wait for its end.
    assert_in_time();
    let _alone = crate::python::before_initialization();
    assert_in_time();
    // SAFETY: Python is not initialised, nobody else changes the table, and name and function are static.
    let status = unsafe { ffi::PyImport_AppendInittab(M::NAME.as_ptr(), Some(initialize::<M>)) };
    assert!(status == 0, "no memory for the table of built-in modules");
}

/// Makes a `#[mybind] mod` of this program importable in the Python that it embeds; to be called before
/// [`Python::initialize`](crate::Python::initialize). Not for the ABI abi3t, which is for libraries.
///
/// # Panics
/// When Python is initialised already.
#[macro_export]
macro_rules! append_to_inittab {
    ($($module:ident)::+) => {
        $crate::__private::append_to_inittab::<$($module)::+::__MybindModule>()
    };
}
