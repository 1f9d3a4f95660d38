//! `hello.rs`, written by hand against the C API: what the walkthrough lays beside the generated code.

use std::cell::UnsafeCell;
use std::ffi::{CStr, CString, c_int, c_long};
use std::num::ParseIntError;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::{ptr, slice, str};

use pyo3_ffi::*;

/// The functions themselves, as in `hello.rs`.
mod rust {
    use super::ParseIntError;

    pub(super) fn add(a: i32, b: i32) -> i32 {
        a + b
    }

    pub(super) fn total(text: &str, separator: &str, scale: i64) -> Result<i64, ParseIntError> {
        let numbers = text
            .split(separator)
            .map(|number| number.trim().parse::<i64>());
        Ok(numbers.sum::<Result<i64, _>>()? * scale)
    }
}

/// `add(a, b)`
unsafe extern "C" fn add(
    _module: *mut PyObject,
    args: *const *mut PyObject,
    nargs: Py_ssize_t,
    kwnames: *mut PyObject,
) -> *mut PyObject {
    guarded(|| {
        let [a, b] = if nargs == 2 && kwnames.is_null() {
            // SAFETY: two arguments by position.
            unsafe { [*args, *args.add(1)] }
        } else {
            let signature = Signature {
                function: c"add",
                names: &[c"a", c"b"],
                positional: 2,
                required: 2,
            };
            // SAFETY: what the interpreter passed.
            unsafe { signature.bind(args, nargs, kwnames) }?
        };
        // SAFETY: the caller owns the arguments during the call.
        let (a, b) = unsafe { (to_i32(a)?, to_i32(b)?) };
        let sum = rust::add(a, b);
        // SAFETY: the thread is attached. The result is a new reference, or null with an exception set.
        Some(unsafe { PyLong_FromLong(c_long::from(sum)) })
    })
}

/// `total(text, separator=',', *, scale=1)`
unsafe extern "C" fn total(
    _module: *mut PyObject,
    args: *const *mut PyObject,
    nargs: Py_ssize_t,
    kwnames: *mut PyObject,
) -> *mut PyObject {
    guarded(|| {
        let [text, separator, scale] = match nargs {
            // SAFETY: so many arguments by position.
            1 if kwnames.is_null() => unsafe { [*args, ptr::null_mut(), ptr::null_mut()] },
            // SAFETY: as above.
            2 if kwnames.is_null() => unsafe { [*args, *args.add(1), ptr::null_mut()] },
            _ => {
                let signature = Signature {
                    function: c"total",
                    names: &[c"text", c"separator", c"scale"],
                    positional: 2,
                    required: 1,
                };
                // SAFETY: what the interpreter passed.
                unsafe { signature.bind(args, nargs, kwnames) }?
            }
        };
        // SAFETY: the caller owns the arguments during the call, and a `str` keeps its UTF-8 as long as it lives.
        let (text, separator, scale) = unsafe {
            let text = to_str(text)?;
            let separator = if separator.is_null() {
                ","
            } else {
                to_str(separator)?
            };
            let scale = if scale.is_null() { 1 } else { to_i64(scale)? };
            (text, separator, scale)
        };
        // SAFETY: the thread is attached, and nothing of Python is used until it is so again.
        let result = unsafe {
            let thread = PyEval_SaveThread();
            let result = catch_unwind(|| rust::total(text, separator, scale));
            PyEval_RestoreThread(thread);
            result
        };
        match result.unwrap_or_else(|payload| resume_unwind(payload)) {
            // SAFETY: the thread is attached.
            Ok(total) => Some(unsafe { PyLong_FromLongLong(total) }),
            Err(error) => {
                let message = CString::new(error.to_string()).unwrap_or_default();
                // SAFETY: a class that lives for ever, and a C string.
                unsafe { PyErr_SetString(PyExc_ValueError, message.as_ptr()) };
                None
            }
        }
    })
}

/// What Python calls to get the module.
#[unsafe(no_mangle)]
unsafe extern "C" fn PyInit_by_hand() -> *mut PyObject {
    // SAFETY: the definition is static.
    unsafe { PyModuleDef_Init(MODULE.0.get()) }
}

static METHODS: Shared<[PyMethodDef; 3]> = Shared(UnsafeCell::new([
    method(c"add", add, c"add(a, b)\n--\n\nAdds two numbers."),
    method(
        c"total",
        total,
        c"total(text, separator=',', *, scale=1)\n--\n\nSums the numbers in a text.",
    ),
    PyMethodDef::zeroed(),
]));

static SLOTS: Shared<[PyModuleDef_Slot; 1]> = Shared(UnsafeCell::new([PyModuleDef_Slot {
    slot: 0,
    value: ptr::null_mut(),
}]));

static MODULE: Shared<PyModuleDef> = Shared(UnsafeCell::new(PyModuleDef {
    m_base: PyModuleDef_HEAD_INIT,
    m_name: c"by_hand".as_ptr(),
    m_doc: c"What the walkthrough follows.".as_ptr(),
    m_size: 0,
    m_methods: METHODS.0.get().cast(),
    m_slots: SLOTS.0.get().cast(),
    m_traverse: None,
    m_clear: None,
    m_free: None,
}));

/// A static that the interpreter may write to.
struct Shared<T>(UnsafeCell<T>);

// SAFETY: only the interpreter writes to it, under its own rules.
unsafe impl<T> Sync for Shared<T> {}

const fn method(
    name: &'static CStr,
    function: PyCFunctionFastWithKeywords,
    doc: &'static CStr,
) -> PyMethodDef {
    PyMethodDef {
        ml_name: name.as_ptr(),
        ml_meth: PyMethodDefPointer {
            PyCFunctionFastWithKeywords: function,
        },
        ml_flags: METH_FASTCALL | METH_KEYWORDS,
        ml_doc: doc.as_ptr(),
    }
}

/// Runs the body of a function. `None` means that an exception is set; a panic sets one too.
fn guarded(body: impl FnOnce() -> Option<*mut PyObject>) -> *mut PyObject {
    catch_unwind(AssertUnwindSafe(body))
        .unwrap_or_else(|_| {
            // SAFETY: the interpreter calls C functions on attached threads.
            unsafe { PyErr_SetString(PyExc_SystemError, c"a Rust panic".as_ptr()) };
            None
        })
        .unwrap_or(ptr::null_mut())
}

/// The parameters of a function.
struct Signature {
    function: &'static CStr,
    names: &'static [&'static CStr],
    positional: usize,
    required: usize,
}

impl Signature {
    /// Gives each parameter its argument, or null. `None` when an exception is set.
    ///
    /// # Safety
    /// The arguments are those that the interpreter passes to a function with these parameters.
    unsafe fn bind<const N: usize>(
        &self,
        args: *const *mut PyObject,
        nargs: Py_ssize_t,
        kwnames: *mut PyObject,
    ) -> Option<[*mut PyObject; N]> {
        let mut slots = [ptr::null_mut(); N];
        let function = self.function.as_ptr();
        let given = nargs as usize;
        if given > self.positional {
            let format = c"%s() takes %zd positional arguments but %zd were given";
            // SAFETY: the arguments that the format asks for.
            unsafe {
                PyErr_Format(
                    PyExc_TypeError,
                    format.as_ptr(),
                    function,
                    self.positional,
                    nargs,
                )
            };
            return None;
        }
        for (index, slot) in slots.iter_mut().enumerate().take(given) {
            // SAFETY: there are `given` arguments by position.
            *slot = unsafe { *args.add(index) };
        }
        let keywords = if kwnames.is_null() {
            0
        } else {
            // SAFETY: a tuple.
            unsafe { PyTuple_Size(kwnames) as usize }
        };
        for index in 0..keywords {
            // SAFETY: the names are strings; the values follow those by position.
            let (keyword, value) = unsafe {
                let keyword = PyTuple_GetItem(kwnames, index as Py_ssize_t);
                (keyword, *args.add(given + index))
            };
            // SAFETY: a string, and a C string.
            let is_named = |name: &&CStr| unsafe {
                PyUnicode_CompareWithASCIIString(keyword, name.as_ptr()) == 0
            };
            let format = match self.names.iter().position(is_named) {
                Some(index) if slots[index].is_null() => {
                    slots[index] = value;
                    continue;
                }
                Some(_) => c"%s() got multiple values for argument '%U'",
                None => c"%s() got an unexpected keyword argument '%U'",
            };
            // SAFETY: the arguments that the format asks for.
            unsafe { PyErr_Format(PyExc_TypeError, format.as_ptr(), function, keyword) };
            return None;
        }
        if let Some(missing) = slots[..self.required]
            .iter()
            .position(|slot| slot.is_null())
        {
            let (format, name) = (c"%s() missing required argument: '%s'", self.names[missing]);
            // SAFETY: the arguments that the format asks for.
            unsafe { PyErr_Format(PyExc_TypeError, format.as_ptr(), function, name.as_ptr()) };
            return None;
        }
        Some(slots)
    }
}

/// # Safety
/// A live object; the thread is attached.
unsafe fn to_i64(object: *mut PyObject) -> Option<i64> {
    // SAFETY: the caller's promise. `PyNumber_Index` gives a new reference, which is given up.
    unsafe {
        let int = PyNumber_Index(object);
        if int.is_null() {
            return None;
        }
        let value = PyLong_AsLongLong(int);
        Py_DECREF(int);
        let failed = value == -1 && !PyErr_Occurred().is_null();
        (!failed).then_some(value)
    }
}

/// # Safety
/// As [`to_i64`].
unsafe fn to_i32(object: *mut PyObject) -> Option<i32> {
    // SAFETY: the caller's promise.
    let value = unsafe { to_i64(object) }?;
    c_int::try_from(value)
        .map_err(|_| {
            // SAFETY: a class that lives for ever, and a C string.
            unsafe { PyErr_SetString(PyExc_OverflowError, c"too large for an i32".as_ptr()) };
        })
        .ok()
}

/// # Safety
/// As [`to_i64`]; the text lives as long as the object.
unsafe fn to_str<'a>(object: *mut PyObject) -> Option<&'a str> {
    let mut length = 0;
    // SAFETY: the caller's promise; anything but a `str` is refused.
    let bytes = unsafe { PyUnicode_AsUTF8AndSize(object, &mut length) };
    if bytes.is_null() {
        return None;
    }
    // SAFETY: so many bytes of UTF-8, which the object owns.
    unsafe {
        Some(str::from_utf8_unchecked(slice::from_raw_parts(
            bytes.cast(),
            length as usize,
        )))
    }
}
