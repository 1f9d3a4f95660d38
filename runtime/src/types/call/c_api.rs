//! The functions of the C API that call objects, and so run Python code for as long as it takes: a thread that Python ends meanwhile is
//! parked (see [`unless_ended`]).

use crate::ffi::PyObject;
use crate::interpreter::unless_ended;

macro_rules! functions {
    ($($(#[$attribute:meta])* fn $name:ident($($argument:ident: $Type:ty),*);)*) => {
        /// As `pyo3-ffi` has them, but for that they unwind, so that what is to happen then is compiled at all.
        #[cfg(all(target_os = "linux", target_env = "gnu", not(Py_3_14)))]
        mod declared {
            use super::*;

            unsafe extern "C-unwind" {
                $($(#[$attribute])* pub(super) fn $name($($argument: $Type),*) -> *mut PyObject;)*
            }
        }
        #[cfg(not(all(target_os = "linux", target_env = "gnu", not(Py_3_14))))]
        use crate::ffi as declared;

        $(
            $(#[$attribute])*
            #[allow(non_snake_case, reason = "the name in the C API")]
            #[inline]
            pub(crate) unsafe fn $name($($argument: $Type),*) -> *mut PyObject {
                // SAFETY: the caller's promise is the same.
                unless_ended(|| unsafe { declared::$name($($argument),*) })
            }
        )*
    };
}

functions! {
    fn PyObject_Call(callable: *mut PyObject, args: *mut PyObject, kwargs: *mut PyObject);
    #[cfg(any(Py_3_12, all(Py_3_11, not(Py_LIMITED_API))))]
    fn PyObject_Vectorcall(callable: *mut PyObject, args: *const *mut PyObject, nargsf: usize, kwnames: *mut PyObject);
    #[cfg(any(Py_3_12, not(Py_LIMITED_API)))]
    fn PyObject_VectorcallMethod(name: *mut PyObject, args: *const *mut PyObject, nargsf: usize, kwnames: *mut PyObject);
    #[cfg(not(Py_LIMITED_API))]
    fn PyObject_VectorcallDict(callable: *mut PyObject, args: *const *mut PyObject, nargsf: usize, kwargs: *mut PyObject);
}
