use std::ffi::{CStr, c_int, c_void};
use std::ptr;
use std::sync::atomic::Ordering;

use super::Interpreter;
use crate::ffi;
use crate::object::Bound;
use crate::python::Python;
use crate::types::PyAny;

/// The name of capsules that hold an [`Interpreter`].
const CAPSULE: &CStr = c"mybind.Interpreter";

static AT_EXIT: Method = Method::new(c"mybind_at_exit", at_exit_called);
static AFTER_FORK: Method = Method::new(c"mybind_after_fork_in_child", after_fork_called);

/// A function without arguments that Python can call.
struct Method(ffi::PyMethodDef);

// SAFETY: never written; what it points to is constant.
unsafe impl Sync for Method {}

impl Method {
    const fn new(name: &'static CStr, function: ffi::PyCFunction) -> Self {
        Method(ffi::PyMethodDef {
            ml_name: name.as_ptr(),
            ml_meth: ffi::PyMethodDefPointer {
                PyCFunction: function,
            },
            ml_flags: ffi::METH_NOARGS,
            ml_doc: ptr::null(),
        })
    }
}

/// Has Python shut the record's gate when the interpreter exits, and tidy it after a fork. `None` when that cannot
/// be arranged; then an exception may be pending.
///
/// The gate must be shut after all `atexit` callbacks, since one of them may wait for a thread that must still
/// pass: so not our callback shuts it, which others may follow, but the destructor of what the callback owns.
/// Python clears the list of callbacks right after the last one, and before it refuses threads.
pub(super) fn at_exit<'py>(py: Python<'py>, record: &'static Interpreter) -> Option<()> {
    let callback = function(py, &AT_EXIT, &capsule(py, record, Some(callbacks_cleared))?)?;
    call(&import(py, c"atexit")?, c"register", [callback])?;

    // Not on Windows, where there is no fork.
    let os = import(py, c"os")?;
    // SAFETY: a live object, a C string.
    if unsafe { ffi::PyObject_HasAttrString(os.as_ptr(), c"register_at_fork".as_ptr()) } != 0 {
        let callback = function(py, &AFTER_FORK, &capsule(py, record, None)?)?;
        call_with_keyword(&os, c"register_at_fork", c"after_in_child", &callback)?;
    }
    Some(())
}

/// Has the interpreter keep the record and mark it as ended when it ends. Gives the record that is kept: that of
/// another thread, if that one was faster. `None` when out of memory.
pub(super) fn at_end(py: Python<'_>, record: &'static Interpreter) -> Option<&'static Interpreter> {
    // Several libraries may have this crate in them, each with its own records.
    let key = format!(
        "mybind.Interpreter.{:x}",
        (&raw const super::RECORDS).addr()
    );
    // SAFETY: the thread is attached to the record's interpreter; the dict is borrowed from it.
    let dict =
        unsafe { Bound::from_borrowed_or_opt(py, ffi::PyInterpreterState_GetDict(record.state)) }?;
    let capsule = capsule(py, record, Some(interpreter_ended))?;
    let kept = set_default(&dict, &key, &capsule)?;
    // SAFETY: the capsule is ours or another thread's, of the same name.
    let kept_record = unsafe { ffi::PyCapsule_GetPointer(kept.as_ptr(), CAPSULE.as_ptr()) };
    if !ptr::eq(kept_record, ptr::from_ref(record).cast()) {
        // SAFETY: a capsule that nobody else has. Its record, never published, must not be marked.
        unsafe { ffi::PyCapsule_SetDestructor(capsule.as_ptr(), None) };
    }
    // SAFETY: capsules of this name hold records, which are never freed.
    unsafe { kept_record.cast::<Interpreter>().as_ref() }
}

/// Has Python's main thread drop the record's references soon; whether it will.
pub(super) fn call_soon(record: &'static Interpreter) -> bool {
    let argument = ptr::from_ref(record).cast_mut().cast();
    // SAFETY: the function may be called on any thread while the main interpreter lives, which the gate guarantees.
    unsafe { ffi::Py_AddPendingCall(Some(pending_call), argument) == 0 }
}

/// `dict.setdefault(key, value)`, which is atomic. `None` when it failed; then an exception is pending.
pub(crate) fn set_default<'py>(
    dict: &Bound<'py, PyAny>,
    key: &str,
    value: &Bound<'py, PyAny>,
) -> Option<Bound<'py, PyAny>> {
    let key = string(dict.py(), key)?;
    call(dict, c"setdefault", [key, value.clone()])
}

fn string<'py>(py: Python<'py>, text: &str) -> Option<Bound<'py, PyAny>> {
    // A `&str` is never longer than `isize::MAX`.
    let length = text.len() as ffi::Py_ssize_t;
    // SAFETY: pointer and length of UTF-8 text; returns a new reference.
    unsafe {
        Bound::from_owned_or_opt(
            py,
            ffi::PyUnicode_FromStringAndSize(text.as_ptr().cast(), length),
        )
    }
}

fn import<'py>(py: Python<'py>, name: &CStr) -> Option<Bound<'py, PyAny>> {
    // SAFETY: a C string; returns a new reference.
    unsafe { Bound::from_owned_or_opt(py, ffi::PyImport_ImportModule(name.as_ptr())) }
}

fn capsule<'py>(
    py: Python<'py>,
    record: &'static Interpreter,
    destructor: Option<ffi::PyCapsule_Destructor>,
) -> Option<Bound<'py, PyAny>> {
    let pointer = ptr::from_ref(record).cast_mut().cast();
    // SAFETY: pointer and name are valid for ever; returns a new reference.
    unsafe {
        Bound::from_owned_or_opt(
            py,
            ffi::PyCapsule_New(pointer, CAPSULE.as_ptr(), destructor),
        )
    }
}

fn function<'py>(
    py: Python<'py>,
    method: &'static Method,
    capsule: &Bound<'py, PyAny>,
) -> Option<Bound<'py, PyAny>> {
    let method = (&raw const method.0).cast_mut();
    // SAFETY: Python reads the definition, which is static, and takes its own reference to the capsule.
    unsafe {
        Bound::from_owned_or_opt(
            py,
            ffi::PyCFunction_NewEx(method, capsule.as_ptr(), ptr::null_mut()),
        )
    }
}

fn call<'py, const N: usize>(
    object: &Bound<'py, PyAny>,
    method: &CStr,
    arguments: [Bound<'py, PyAny>; N],
) -> Option<Bound<'py, PyAny>> {
    let py = object.py();
    // SAFETY: live objects and a C string; each place of the tuple, which nobody else has seen, takes over a reference. All functions but
    // that return new references.
    unsafe {
        let method = Bound::<PyAny>::from_owned_or_opt(
            py,
            ffi::PyObject_GetAttrString(object.as_ptr(), method.as_ptr()),
        )?;
        let tuple = Bound::<PyAny>::from_owned_or_opt(py, ffi::PyTuple_New(N as ffi::Py_ssize_t))?;
        for (index, argument) in arguments.into_iter().enumerate() {
            ffi::PyTuple_SetItem(
                tuple.as_ptr(),
                index as ffi::Py_ssize_t,
                argument.into_ptr(),
            );
        }
        Bound::from_owned_or_opt(
            py,
            ffi::PyObject_CallObject(method.as_ptr(), tuple.as_ptr()),
        )
    }
}

fn call_with_keyword<'py>(
    object: &Bound<'py, PyAny>,
    method: &CStr,
    keyword: &CStr,
    argument: &Bound<'py, PyAny>,
) -> Option<Bound<'py, PyAny>> {
    let py = object.py();
    // SAFETY: live objects and C strings; all functions return new references.
    unsafe {
        let method = Bound::<PyAny>::from_owned_or_opt(
            py,
            ffi::PyObject_GetAttrString(object.as_ptr(), method.as_ptr()),
        )?;
        let positional = Bound::<PyAny>::from_owned_or_opt(py, ffi::PyTuple_New(0))?;
        let keywords = Bound::<PyAny>::from_owned_or_opt(py, ffi::PyDict_New())?;
        if ffi::PyDict_SetItemString(keywords.as_ptr(), keyword.as_ptr(), argument.as_ptr()) != 0 {
            return None;
        }
        Bound::from_owned_or_opt(
            py,
            ffi::PyObject_Call(method.as_ptr(), positional.as_ptr(), keywords.as_ptr()),
        )
    }
}

/// The record in a capsule.
///
/// # Safety
/// `capsule` is a capsule made by [`capsule`], and the thread attached.
unsafe fn record_in(capsule: *mut ffi::PyObject) -> &'static Interpreter {
    // SAFETY: the caller's promise; the pointer is a record, never freed.
    unsafe { &*ffi::PyCapsule_GetPointer(capsule, CAPSULE.as_ptr()).cast() }
}

/// Python begins to exit.
unsafe extern "C" fn at_exit_called(
    capsule: *mut ffi::PyObject,
    _: *mut ffi::PyObject,
) -> *mut ffi::PyObject {
    // SAFETY: `self` of this function is always such a capsule, and Python calls it attached.
    let record = unsafe { record_in(capsule) };
    record.exiting.store(true, Ordering::Relaxed);
    // SAFETY: the thread is attached.
    unsafe { ffi::Py_NewRef(ffi::Py_None()) }
}

/// The `atexit` callbacks have been called and cleared; or only cleared, by `atexit._clear()`.
unsafe extern "C" fn callbacks_cleared(capsule: *mut ffi::PyObject) {
    // SAFETY: only such capsules have this destructor, and destructors run attached.
    let (record, py) = unsafe { (record_in(capsule), Python::assume_attached()) };
    if !record.exiting.load(Ordering::Relaxed) {
        return;
    }
    record.gate.shut();
    if record.gate.has_others_inside() {
        // SAFETY: the thread is attached; those inside may need it detached to get out.
        let state = unsafe { ffi::PyEval_SaveThread() };
        record.gate.wait_until_empty();
        // SAFETY: this thread's own state, just saved.
        unsafe { ffi::PyEval_RestoreThread(state) };
    }
    record.drop_released(py);
}

/// The interpreter's dict is cleared: no object of it is to be touched any more.
unsafe extern "C" fn interpreter_ended(capsule: *mut ffi::PyObject) {
    // SAFETY: only such capsules have this destructor, and destructors run attached.
    let record = unsafe { record_in(capsule) };
    record.gate.shut();
    record.alive.store(false, Ordering::Release);
}

/// This is the child of a `fork`.
unsafe extern "C" fn after_fork_called(
    capsule: *mut ffi::PyObject,
    _: *mut ffi::PyObject,
) -> *mut ffi::PyObject {
    // SAFETY: `self` of this function is always such a capsule, and Python calls it attached.
    let record = unsafe { record_in(capsule) };
    record.gate.forget_other_threads();
    record.released.call_done();
    // SAFETY: the thread is attached.
    unsafe { ffi::Py_NewRef(ffi::Py_None()) }
}

/// What `Py_AddPendingCall` calls. Before 3.12 that may be in another interpreter than the one asked for.
extern "C" fn pending_call(record: *mut c_void) -> c_int {
    // SAFETY: `call_soon` passes a record, never freed; Python calls this attached.
    let (record, py) = unsafe { (&*record.cast::<Interpreter>(), Python::assume_attached()) };
    record.released.call_done();
    if record.is_current(py) {
        record.drop_released(py);
    }
    0
}
