//! The C API itself, for what this crate does not cover: [`pyo3_ffi`].
//!
//! Before Python 3.14 a thread that wants the GIL back while the interpreter shuts down is ended by `pthread_exit`. With glibc that unwinds the
//! thread's stack as a panic would: where the compiler did not expect it, the process aborts, and elsewhere values are dropped on a thread
//! that is not attached. So there the functions that may run Python code, and lose the GIL meanwhile, are this module's own: such a thread is
//! parked in them, as Python does it from 3.14 on. Else they are as they were, and cost no instruction more.
//!
//! Rust has no way to write a function like C's variadic ones, such as `PyErr_Format` or `PyObject_CallFunctionObjArgs`. Nothing here calls one
//! where it may run Python code. Neither are `pyo3_ffi`'s functions that are written in Rust over others, such as `Py_XDECREF` or
//! `PyObject_CallOneArg`, this module's own, but for [`Py_DECREF`].

pub use pyo3_ffi::*;

#[cfg(all(target_os = "linux", target_env = "gnu", not(Py_3_14)))]
pub mod compat;

#[cfg(all(target_os = "linux", target_env = "gnu", not(Py_3_14)))]
use std::ffi::{c_char, c_double, c_int, c_void};

#[cfg(all(target_os = "linux", target_env = "gnu", not(Py_3_14)))]
macro_rules! parking {
    ($($(#[$attribute:meta])* fn $name:ident($($argument:ident: $Type:ty),*) $(-> $Result:ty)?;)*) => {
        /// As `pyo3-ffi` has them, but for that they unwind, so that what is to happen then is compiled at all.
        mod declared {
            use super::*;

            unsafe extern "C-unwind" {
                $($(#[$attribute])* pub(super) fn $name($($argument: $Type),*) $(-> $Result)?;)*
            }
        }

        $(
            #[doc = concat!("`", stringify!($name), "` of the C API. A thread that Python ends meanwhile is parked.")]
            ///
            /// # Safety
            /// That of the C API: the thread is attached, and what is passed is as the function asks for it.
            $(#[$attribute])*
            #[allow(non_snake_case, clippy::let_unit_value, reason = "the name in the C API")]
            #[inline]
            pub unsafe extern "C" fn $name($($argument: $Type),*) $(-> $Result)? {
                let parking = crate::interpreter::Parking;
                // SAFETY: the caller's promise is the same.
                let result = unsafe { declared::$name($($argument),*) };
                std::mem::forget(parking);
                result
            }
        )*
    };
}

#[cfg(all(target_os = "linux", target_env = "gnu", not(Py_3_14)))]
parking! {
    // Calls.
    fn PyObject_Call(callable: *mut PyObject, args: *mut PyObject, kwargs: *mut PyObject) -> *mut PyObject;
    fn PyObject_CallNoArgs(callable: *mut PyObject) -> *mut PyObject;
    fn PyObject_CallObject(callable: *mut PyObject, args: *mut PyObject) -> *mut PyObject;
    #[cfg(any(Py_3_12, all(Py_3_11, not(Py_LIMITED_API))))]
    fn PyObject_Vectorcall(callable: *mut PyObject, args: *const *mut PyObject, nargsf: usize, kwnames: *mut PyObject) -> *mut PyObject;
    #[cfg(any(Py_3_12, not(Py_LIMITED_API)))]
    fn PyObject_VectorcallMethod(name: *mut PyObject, args: *const *mut PyObject, nargsf: usize, kwnames: *mut PyObject) -> *mut PyObject;
    #[cfg(not(Py_LIMITED_API))]
    fn PyObject_VectorcallDict(callable: *mut PyObject, args: *const *mut PyObject, nargsf: usize, kwargs: *mut PyObject) -> *mut PyObject;
    fn PyEval_EvalCode(code: *mut PyObject, globals: *mut PyObject, locals: *mut PyObject) -> *mut PyObject;

    // Any object.
    fn PyObject_GetAttr(object: *mut PyObject, name: *mut PyObject) -> *mut PyObject;
    fn PyObject_GetAttrString(object: *mut PyObject, name: *const c_char) -> *mut PyObject;
    #[cfg(Py_3_13)]
    fn PyObject_GetOptionalAttr(object: *mut PyObject, name: *mut PyObject, result: *mut *mut PyObject) -> c_int;
    fn PyObject_HasAttr(object: *mut PyObject, name: *mut PyObject) -> c_int;
    fn PyObject_HasAttrString(object: *mut PyObject, name: *const c_char) -> c_int;
    fn PyObject_SetAttr(object: *mut PyObject, name: *mut PyObject, value: *mut PyObject) -> c_int;
    fn PyObject_SetAttrString(object: *mut PyObject, name: *const c_char, value: *mut PyObject) -> c_int;
    fn PyObject_GetItem(object: *mut PyObject, key: *mut PyObject) -> *mut PyObject;
    fn PyObject_SetItem(object: *mut PyObject, key: *mut PyObject, value: *mut PyObject) -> c_int;
    fn PyObject_DelItem(object: *mut PyObject, key: *mut PyObject) -> c_int;
    fn PyObject_Str(object: *mut PyObject) -> *mut PyObject;
    fn PyObject_Repr(object: *mut PyObject) -> *mut PyObject;
    fn PyObject_ASCII(object: *mut PyObject) -> *mut PyObject;
    fn PyObject_Bytes(object: *mut PyObject) -> *mut PyObject;
    fn PyObject_Format(object: *mut PyObject, spec: *mut PyObject) -> *mut PyObject;
    fn PyObject_Hash(object: *mut PyObject) -> Py_hash_t;
    fn PyObject_IsTrue(object: *mut PyObject) -> c_int;
    fn PyObject_Not(object: *mut PyObject) -> c_int;
    fn PyObject_Size(object: *mut PyObject) -> Py_ssize_t;
    fn PyObject_Length(object: *mut PyObject) -> Py_ssize_t;
    fn PyObject_RichCompare(left: *mut PyObject, right: *mut PyObject, operator: c_int) -> *mut PyObject;
    fn PyObject_RichCompareBool(left: *mut PyObject, right: *mut PyObject, operator: c_int) -> c_int;
    fn PyObject_IsInstance(object: *mut PyObject, class: *mut PyObject) -> c_int;
    fn PyObject_IsSubclass(derived: *mut PyObject, class: *mut PyObject) -> c_int;
    fn PyObject_Dir(object: *mut PyObject) -> *mut PyObject;
    fn PyObject_GetIter(object: *mut PyObject) -> *mut PyObject;
    fn PyIter_Next(iterator: *mut PyObject) -> *mut PyObject;
    fn PyIter_Send(iterator: *mut PyObject, value: *mut PyObject, result: *mut *mut PyObject) -> PySendResult;
    fn PyOS_FSPath(path: *mut PyObject) -> *mut PyObject;
    #[cfg(any(not(Py_LIMITED_API), Py_3_11))]
    fn PyObject_GetBuffer(object: *mut PyObject, view: *mut Py_buffer, flags: c_int) -> c_int;
    #[cfg(any(not(Py_LIMITED_API), Py_3_11))]
    fn PyBuffer_Release(view: *mut Py_buffer);

    // Numbers.
    fn PyNumber_Index(object: *mut PyObject) -> *mut PyObject;
    fn PyNumber_Long(object: *mut PyObject) -> *mut PyObject;
    fn PyNumber_Float(object: *mut PyObject) -> *mut PyObject;
    fn PyNumber_Add(left: *mut PyObject, right: *mut PyObject) -> *mut PyObject;
    fn PyNumber_Subtract(left: *mut PyObject, right: *mut PyObject) -> *mut PyObject;
    fn PyNumber_Multiply(left: *mut PyObject, right: *mut PyObject) -> *mut PyObject;
    fn PyNumber_MatrixMultiply(left: *mut PyObject, right: *mut PyObject) -> *mut PyObject;
    fn PyNumber_FloorDivide(left: *mut PyObject, right: *mut PyObject) -> *mut PyObject;
    fn PyNumber_TrueDivide(left: *mut PyObject, right: *mut PyObject) -> *mut PyObject;
    fn PyNumber_Remainder(left: *mut PyObject, right: *mut PyObject) -> *mut PyObject;
    fn PyNumber_Divmod(left: *mut PyObject, right: *mut PyObject) -> *mut PyObject;
    fn PyNumber_Power(left: *mut PyObject, right: *mut PyObject, modulo: *mut PyObject) -> *mut PyObject;
    fn PyNumber_Lshift(left: *mut PyObject, right: *mut PyObject) -> *mut PyObject;
    fn PyNumber_Rshift(left: *mut PyObject, right: *mut PyObject) -> *mut PyObject;
    fn PyNumber_And(left: *mut PyObject, right: *mut PyObject) -> *mut PyObject;
    fn PyNumber_Xor(left: *mut PyObject, right: *mut PyObject) -> *mut PyObject;
    fn PyNumber_Or(left: *mut PyObject, right: *mut PyObject) -> *mut PyObject;
    fn PyNumber_Negative(object: *mut PyObject) -> *mut PyObject;
    fn PyNumber_Positive(object: *mut PyObject) -> *mut PyObject;
    fn PyNumber_Absolute(object: *mut PyObject) -> *mut PyObject;
    fn PyNumber_Invert(object: *mut PyObject) -> *mut PyObject;
    fn PyFloat_AsDouble(object: *mut PyObject) -> c_double;
    fn PyComplex_RealAsDouble(object: *mut PyObject) -> c_double;
    fn PyComplex_ImagAsDouble(object: *mut PyObject) -> c_double;

    // Sequences and mappings.
    fn PySequence_Size(object: *mut PyObject) -> Py_ssize_t;
    fn PySequence_Concat(left: *mut PyObject, right: *mut PyObject) -> *mut PyObject;
    fn PySequence_Repeat(object: *mut PyObject, count: Py_ssize_t) -> *mut PyObject;
    fn PySequence_InPlaceConcat(left: *mut PyObject, right: *mut PyObject) -> *mut PyObject;
    fn PySequence_InPlaceRepeat(object: *mut PyObject, count: Py_ssize_t) -> *mut PyObject;
    fn PySequence_GetItem(object: *mut PyObject, index: Py_ssize_t) -> *mut PyObject;
    fn PySequence_SetItem(object: *mut PyObject, index: Py_ssize_t, value: *mut PyObject) -> c_int;
    fn PySequence_DelItem(object: *mut PyObject, index: Py_ssize_t) -> c_int;
    fn PySequence_GetSlice(object: *mut PyObject, from: Py_ssize_t, to: Py_ssize_t) -> *mut PyObject;
    fn PySequence_SetSlice(object: *mut PyObject, from: Py_ssize_t, to: Py_ssize_t, value: *mut PyObject) -> c_int;
    fn PySequence_DelSlice(object: *mut PyObject, from: Py_ssize_t, to: Py_ssize_t) -> c_int;
    fn PySequence_Count(object: *mut PyObject, value: *mut PyObject) -> Py_ssize_t;
    fn PySequence_Contains(object: *mut PyObject, value: *mut PyObject) -> c_int;
    fn PySequence_Index(object: *mut PyObject, value: *mut PyObject) -> Py_ssize_t;
    fn PySequence_List(object: *mut PyObject) -> *mut PyObject;
    fn PySequence_Tuple(object: *mut PyObject) -> *mut PyObject;
    fn PyMapping_Size(object: *mut PyObject) -> Py_ssize_t;
    fn PyMapping_Items(object: *mut PyObject) -> *mut PyObject;
    fn PyMapping_Keys(object: *mut PyObject) -> *mut PyObject;
    fn PyMapping_Values(object: *mut PyObject) -> *mut PyObject;
    fn PySlice_Unpack(slice: *mut PyObject, start: *mut Py_ssize_t, stop: *mut Py_ssize_t, step: *mut Py_ssize_t) -> c_int;

    // Dicts, sets and lists: keys have a hash and compare, and what goes may have a destructor.
    fn PyDict_Contains(dict: *mut PyObject, key: *mut PyObject) -> c_int;
    fn PyDict_GetItemWithError(dict: *mut PyObject, key: *mut PyObject) -> *mut PyObject;
    #[cfg(Py_3_13)]
    fn PyDict_GetItemRef(dict: *mut PyObject, key: *mut PyObject, result: *mut *mut PyObject) -> c_int;
    fn PyDict_SetItem(dict: *mut PyObject, key: *mut PyObject, value: *mut PyObject) -> c_int;
    #[cfg(not(Py_LIMITED_API))]
    fn PyDict_SetDefault(dict: *mut PyObject, key: *mut PyObject, value: *mut PyObject) -> *mut PyObject;
    #[cfg(all(Py_3_13, not(Py_LIMITED_API)))]
    fn PyDict_SetDefaultRef(dict: *mut PyObject, key: *mut PyObject, value: *mut PyObject, result: *mut *mut PyObject) -> c_int;
    fn PyDict_DelItem(dict: *mut PyObject, key: *mut PyObject) -> c_int;
    fn PyDict_Update(dict: *mut PyObject, other: *mut PyObject) -> c_int;
    fn PyDict_Merge(dict: *mut PyObject, other: *mut PyObject, replace: c_int) -> c_int;
    fn PyDict_MergeFromSeq2(dict: *mut PyObject, pairs: *mut PyObject, replace: c_int) -> c_int;
    fn PyDict_Clear(dict: *mut PyObject);
    fn PySet_New(items: *mut PyObject) -> *mut PyObject;
    fn PyFrozenSet_New(items: *mut PyObject) -> *mut PyObject;
    fn PySet_Add(set: *mut PyObject, key: *mut PyObject) -> c_int;
    fn PySet_Contains(set: *mut PyObject, key: *mut PyObject) -> c_int;
    fn PySet_Discard(set: *mut PyObject, key: *mut PyObject) -> c_int;
    fn PySet_Clear(set: *mut PyObject) -> c_int;
    fn PyList_SetItem(list: *mut PyObject, index: Py_ssize_t, item: *mut PyObject) -> c_int;
    fn PyList_SetSlice(list: *mut PyObject, from: Py_ssize_t, to: Py_ssize_t, items: *mut PyObject) -> c_int;
    fn PyList_Sort(list: *mut PyObject) -> c_int;

    // Bytes and texts of any object, encodings that Python code defines.
    fn PyBytes_FromObject(object: *mut PyObject) -> *mut PyObject;
    fn PyByteArray_FromObject(object: *mut PyObject) -> *mut PyObject;
    fn PyMemoryView_FromObject(object: *mut PyObject) -> *mut PyObject;
    fn PyUnicode_FromEncodedObject(object: *mut PyObject, encoding: *const c_char, errors: *const c_char) -> *mut PyObject;
    fn PyUnicode_AsEncodedString(text: *mut PyObject, encoding: *const c_char, errors: *const c_char) -> *mut PyObject;
    fn PyUnicode_EncodeFSDefault(text: *mut PyObject) -> *mut PyObject;
    fn PyUnicode_DecodeFSDefaultAndSize(text: *const c_char, length: Py_ssize_t) -> *mut PyObject;

    // Modules.
    fn PyImport_Import(name: *mut PyObject) -> *mut PyObject;
    fn PyImport_ImportModule(name: *const c_char) -> *mut PyObject;
    fn PyImport_GetModule(name: *mut PyObject) -> *mut PyObject;
    fn PyModule_FromDefAndSpec2(definition: *mut PyModuleDef, spec: *mut PyObject, version: c_int) -> *mut PyObject;
    fn PyImport_ExecCodeModuleEx(name: *const c_char, code: *mut PyObject, path: *const c_char) -> *mut PyObject;
    fn PyCapsule_Import(name: *const c_char, no_block: c_int) -> *mut c_void;
    fn Py_CompileString(text: *const c_char, filename: *const c_char, start: c_int) -> *mut PyObject;

    // Exceptions and warnings.
    fn PyErr_CheckSignals() -> c_int;
    fn PyErr_Clear();
    #[cfg(Py_3_12)]
    fn PyErr_SetRaisedException(exception: *mut PyObject);
    fn PyErr_Restore(class: *mut PyObject, value: *mut PyObject, traceback: *mut PyObject);
    fn PyErr_SetNone(class: *mut PyObject);
    fn PyErr_SetObject(class: *mut PyObject, value: *mut PyObject);
    fn PyErr_NewExceptionWithDoc(name: *const c_char, doc: *const c_char, base: *mut PyObject, dict: *mut PyObject) -> *mut PyObject;
    fn PyException_SetTraceback(exception: *mut PyObject, traceback: *mut PyObject) -> c_int;
    fn PyException_SetCause(exception: *mut PyObject, cause: *mut PyObject);
    fn PyException_SetContext(exception: *mut PyObject, context: *mut PyObject);
    fn PyErr_NormalizeException(class: *mut *mut PyObject, value: *mut *mut PyObject, traceback: *mut *mut PyObject);
    fn PyErr_WarnEx(category: *mut PyObject, message: *const c_char, stacklevel: Py_ssize_t) -> c_int;
    fn PyErr_WarnExplicit(category: *mut PyObject, message: *const c_char, filename: *const c_char, line: c_int, module: *const c_char, registry: *mut PyObject) -> c_int;
    fn PyErr_PrintEx(set_last: c_int);
    fn PyErr_Display(class: *mut PyObject, value: *mut PyObject, traceback: *mut PyObject);
    #[cfg(Py_3_12)]
    fn PyErr_DisplayException(exception: *mut PyObject);
    fn PyErr_WriteUnraisable(object: *mut PyObject);

    // The end of an object.
    fn _Py_DecRef(object: *mut PyObject);
    fn PyThreadState_Clear(state: *mut PyThreadState);

    // Where the GIL is taken, or objects go with the thread.
    fn PyEval_RestoreThread(state: *mut PyThreadState);
    fn PyGILState_Ensure() -> PyGILState_STATE;
    fn PyGILState_Release(state: PyGILState_STATE);
    #[cfg(all(Py_3_13, Py_GIL_DISABLED))]
    fn PyCriticalSection_Begin(section: *mut PyCriticalSection, object: *mut PyObject);
    #[cfg(all(Py_3_13, Py_GIL_DISABLED))]
    fn PyCriticalSection_End(section: *mut PyCriticalSection);
    #[cfg(all(Py_3_13, Py_GIL_DISABLED))]
    fn PyCriticalSection2_Begin(section: *mut PyCriticalSection2, a: *mut PyObject, b: *mut PyObject);
    #[cfg(all(Py_3_13, Py_GIL_DISABLED))]
    fn PyCriticalSection2_End(section: *mut PyCriticalSection2);

    // What the garbage collector counts: before 3.12 it is run by whoever makes one too many.
    #[cfg(not(Py_3_12))]
    fn PyTuple_New(size: Py_ssize_t) -> *mut PyObject;
    #[cfg(not(Py_3_12))]
    fn PyTuple_GetSlice(tuple: *mut PyObject, from: Py_ssize_t, to: Py_ssize_t) -> *mut PyObject;
    #[cfg(not(Py_3_12))]
    fn PyList_New(size: Py_ssize_t) -> *mut PyObject;
    #[cfg(not(Py_3_12))]
    fn PyList_GetSlice(list: *mut PyObject, from: Py_ssize_t, to: Py_ssize_t) -> *mut PyObject;
    #[cfg(not(Py_3_12))]
    fn PyList_AsTuple(list: *mut PyObject) -> *mut PyObject;
    #[cfg(not(Py_3_12))]
    fn PyDict_New() -> *mut PyObject;
    #[cfg(not(Py_3_12))]
    fn PyDict_Copy(dict: *mut PyObject) -> *mut PyObject;
    #[cfg(not(Py_3_12))]
    fn PyDict_Items(dict: *mut PyObject) -> *mut PyObject;
    #[cfg(not(Py_3_12))]
    fn PyDict_Keys(dict: *mut PyObject) -> *mut PyObject;
    #[cfg(not(Py_3_12))]
    fn PyDict_Values(dict: *mut PyObject) -> *mut PyObject;
    #[cfg(not(Py_3_12))]
    fn PyCFunction_NewEx(definition: *mut PyMethodDef, this: *mut PyObject, module: *mut PyObject) -> *mut PyObject;
    #[cfg(not(Py_3_12))]
    fn PyModule_NewObject(name: *mut PyObject) -> *mut PyObject;
    #[cfg(not(Py_3_12))]
    fn PyType_FromSpec(spec: *mut PyType_Spec) -> *mut PyObject;
    #[cfg(not(Py_3_12))]
    fn PySlice_New(start: *mut PyObject, stop: *mut PyObject, step: *mut PyObject) -> *mut PyObject;
    #[cfg(not(Py_3_12))]
    fn PyDictProxy_New(mapping: *mut PyObject) -> *mut PyObject;
    #[cfg(not(Py_3_12))]
    fn Py_GenericAlias(origin: *mut PyObject, args: *mut PyObject) -> *mut PyObject;
    #[cfg(not(Py_3_12))]
    fn PyWeakref_NewRef(object: *mut PyObject, callback: *mut PyObject) -> *mut PyObject;
    #[cfg(not(Py_3_12))]
    fn PyWeakref_NewProxy(object: *mut PyObject, callback: *mut PyObject) -> *mut PyObject;
}

/// `Py_DECREF` of the C API. A thread that Python ends in the object's destructor is parked.
///
/// # Safety
/// The thread is attached, and the caller owns the reference, which is gone afterwards.
#[cfg(all(target_os = "linux", target_env = "gnu", not(Py_3_14)))]
#[allow(non_snake_case, reason = "the name in the C API")]
#[inline(always)]
pub unsafe fn Py_DECREF(object: *mut PyObject) {
    /// Out of line, since there is one wherever a handle is dropped.
    #[inline(never)]
    unsafe extern "C" fn last(object: *mut PyObject) {
        // SAFETY: the caller's promise.
        unsafe { _Py_DecRef(object) }
    }
    // SAFETY: the caller's promise. That a reference is not the last one is certain with the GIL alone; where the count is not for us to
    // read, Python does it all.
    unsafe {
        if cfg!(any(Py_LIMITED_API, Py_GIL_DISABLED)) {
            _Py_DecRef(object);
        } else if Py_REFCNT(object) == 1 {
            last(object);
        } else {
            pyo3_ffi::Py_DECREF(object);
        }
    }
}
