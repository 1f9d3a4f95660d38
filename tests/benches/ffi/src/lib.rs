//! The benchmark's functions, by hand on pyo3-ffi: keywords and a panic guard in each.

use std::collections::HashMap;
use std::ffi::{CStr, c_char, c_long};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::ptr;

use pyo3_ffi::*;

type Object = *mut PyObject;
/// `None` says that the error indicator is set.
type Raised<T> = Option<T>;

/// Runs the body of a function: a panic becomes a `RuntimeError`.
#[inline(always)]
fn guard(body: impl FnOnce() -> Raised<Object>) -> Object {
    match catch_unwind(AssertUnwindSafe(body)) {
        Ok(result) => result.unwrap_or(ptr::null_mut()),
        Err(_) => {
            unsafe { PyErr_SetString(PyExc_RuntimeError, c"panic".as_ptr()) };
            ptr::null_mut()
        }
    }
}

#[cold]
fn raise<T>(class: Object, message: &CStr) -> Raised<T> {
    unsafe { PyErr_SetString(class, message.as_ptr()) };
    None
}

/// The arguments of a call: by position when they fit, else through [`bind_slowly`].
#[inline(always)]
unsafe fn bind<const N: usize>(
    names: &'static [&'static str; N],
    (required, positional): (usize, usize),
    args: *const Object,
    nargs: Py_ssize_t,
    kwnames: Object,
) -> Raised<[Object; N]> {
    let given = nargs as usize;
    let mut slots = [ptr::null_mut(); N];
    if kwnames.is_null() && required <= given && given <= positional {
        for (index, slot) in slots.iter_mut().enumerate() {
            if index < given {
                *slot = unsafe { *args.add(index) };
            }
        }
        return Some(slots);
    }
    unsafe {
        bind_slowly(
            names,
            (required, positional),
            args,
            given,
            kwnames,
            &mut slots,
        )?
    };
    Some(slots)
}

#[cold]
#[inline(never)]
unsafe fn bind_slowly(
    names: &[&str],
    (required, positional): (usize, usize),
    args: *const Object,
    given: usize,
    kwnames: Object,
    slots: &mut [Object],
) -> Raised<()> {
    unsafe {
        if given > positional {
            return raise(PyExc_TypeError, c"too many positional arguments");
        }
        for (index, slot) in slots.iter_mut().enumerate().take(given) {
            *slot = *args.add(index);
        }
        let keywords = if kwnames.is_null() {
            0
        } else {
            PyTuple_Size(kwnames)
        };
        for index in 0..keywords {
            let keyword = utf8(PyTuple_GetItem(kwnames, index))?;
            match names[given..].iter().position(|name| *name == keyword) {
                Some(found) if slots[given + found].is_null() => {
                    slots[given + found] = *args.add(given + index as usize);
                }
                Some(_) => return raise(PyExc_TypeError, c"multiple values for an argument"),
                None => return raise(PyExc_TypeError, c"unexpected keyword argument"),
            }
        }
        if slots[..required].iter().any(|slot| slot.is_null()) {
            return raise(PyExc_TypeError, c"missing a required argument");
        }
        Some(())
    }
}

/// A new dict of these keys and values: new references, or null with the error indicator set.
#[inline(always)]
unsafe fn dict_of(items: impl Iterator<Item = (Object, Object)>) -> Raised<Object> {
    // SAFETY: an attached thread, as in all of this; the dict takes references of its own, and these are given up.
    unsafe {
        let dict = some(PyDict_New())?;
        for (key, value) in items {
            let failed = key.is_null() || value.is_null() || PyDict_SetItem(dict, key, value) < 0;
            Py_XDECREF(key);
            Py_XDECREF(value);
            if failed {
                Py_DECREF(dict);
                return None;
            }
        }
        Some(dict)
    }
}

#[inline(always)]
unsafe fn as_i64(object: Object) -> Raised<i64> {
    let value = unsafe { PyLong_AsLong(object) };
    if value == -1 && unsafe { !PyErr_Occurred().is_null() } {
        None
    } else {
        Some(value)
    }
}

#[inline(always)]
unsafe fn as_i32(object: Object) -> Raised<i32> {
    match i32::try_from(unsafe { as_i64(object)? }) {
        Ok(value) => Some(value),
        Err(_) => raise(unsafe { PyExc_OverflowError }, c"int out of range"),
    }
}

#[inline(always)]
unsafe fn as_f64(object: Object) -> Raised<f64> {
    let value = unsafe { PyFloat_AsDouble(object) };
    if value == -1.0 && unsafe { !PyErr_Occurred().is_null() } {
        None
    } else {
        Some(value)
    }
}

#[inline(always)]
unsafe fn utf8<'a>(object: Object) -> Raised<&'a str> {
    let mut length = 0;
    unsafe {
        let text = PyUnicode_AsUTF8AndSize(object, &mut length);
        if text.is_null() {
            return None;
        }
        Some(std::str::from_utf8_unchecked(std::slice::from_raw_parts(
            text.cast(),
            length as usize,
        )))
    }
}

fn some(object: Object) -> Raised<Object> {
    if object.is_null() { None } else { Some(object) }
}

const fn method(name: &'static str, function: PyCFunctionFastWithKeywords) -> PyMethodDef {
    PyMethodDef {
        ml_name: name.as_ptr().cast::<c_char>(),
        ml_meth: PyMethodDefPointer {
            PyCFunctionFastWithKeywords: function,
        },
        ml_flags: METH_FASTCALL | METH_KEYWORDS,
        ml_doc: ptr::null(),
    }
}

macro_rules! functions {
    ($(fn $function:ident($($name:ident),*) [$required:expr, $positional:expr] $body:block)*
     $(variadic fn $variadic:ident($args:ident, $nargs:ident, $kwnames:ident) $variadic_body:block)*) => {
        $(unsafe extern "C" fn $variadic(
            _: Object, $args: *const Object, $nargs: Py_ssize_t, $kwnames: Object,
        ) -> Object {
            // SAFETY: the interpreter has called, so that the thread is attached, and the arguments are as it passes them.
            guard(|| unsafe { some($variadic_body) })
        })*

        $(unsafe extern "C" fn $function(
            _: Object, args: *const Object, nargs: Py_ssize_t, kwnames: Object,
        ) -> Object {
            guard(|| unsafe {
                let bounds = ($required, $positional);
                let [$($name),*] = bind(&[$(stringify!($name)),*], bounds, args, nargs, kwnames)?;
                some($body)
            })
        })*

        static mut METHODS: [PyMethodDef; 18] = [
            $(method(concat!(stringify!($function), "\0"), $function),)*
            $(method(concat!(stringify!($variadic), "\0"), $variadic),)*
            PyMethodDef::zeroed(),
        ];
    };
}

functions! {
    fn noop() [0, 0] {
        Py_NewRef(Py_None())
    }
    fn add(a, b) [2, 2] {
        PyLong_FromLong(as_i32(a)?.wrapping_add(as_i32(b)?).into())
    }
    fn add_f64(a, b) [2, 2] {
        PyFloat_FromDouble(as_f64(a)? + as_f64(b)?)
    }
    fn negate(x) [1, 1] {
        if x == Py_True() {
            Py_NewRef(Py_False())
        } else if x == Py_False() {
            Py_NewRef(Py_True())
        } else {
            return raise(PyExc_TypeError, c"negate() argument must be bool");
        }
    }
    fn greet(name) [1, 1] {
        let text = format!("Hello, {}!", utf8(name)?);
        PyUnicode_FromStringAndSize(text.as_ptr().cast(), text.len() as Py_ssize_t)
    }
    fn byte_len(data) [1, 1] {
        if PyBytes_Check(data) == 0 {
            return raise(PyExc_TypeError, c"byte_len() argument must be bytes");
        }
        PyLong_FromSsize_t(PyBytes_Size(data))
    }
    fn sum_f64(xs) [1, 1] {
        if PyList_Check(xs) == 0 {
            return raise(PyExc_TypeError, c"sum_f64() argument must be a list");
        }
        let mut values = Vec::with_capacity(PyList_Size(xs) as usize);
        let mut index = 0;
        while index < PyList_Size(xs) {
            values.push(as_f64(PyList_GetItem(xs, index))?);
            index += 1;
        }
        PyFloat_FromDouble(values.iter().sum())
    }
    fn range_list(n) [1, 1] {
        let count = as_i64(n)?.max(0);
        let list = some(PyList_New(count as Py_ssize_t))?;
        for value in 0..count {
            let item = PyLong_FromLong(value as c_long);
            if item.is_null() {
                Py_DECREF(list);
                return None;
            }
            PyList_SetItem(list, value as Py_ssize_t, item);
        }
        list
    }
    fn word_count(text) [1, 1] {
        let mut counts = HashMap::new();
        for word in utf8(text)?.split_whitespace() {
            *counts.entry(word.to_owned()).or_insert(0_usize) += 1;
        }
        dict_of(counts.into_iter().map(|(word, count)| {
            let key = PyUnicode_FromStringAndSize(word.as_ptr().cast(), word.len() as Py_ssize_t);
            (key, PyLong_FromSize_t(count))
        }))?
    }
    fn join(words) [1, 1] {
        if PyList_Check(words) == 0 {
            return raise(PyExc_TypeError, c"join() argument must be a list");
        }
        let mut text = String::new();
        let mut index = 0;
        while index < PyList_Size(words) {
            text.push_str(utf8(PyList_GetItem(words, index))?);
            index += 1;
        }
        PyUnicode_FromStringAndSize(text.as_ptr().cast(), text.len() as Py_ssize_t)
    }
    fn sum_values(values) [1, 1] {
        if PyDict_Check(values) == 0 {
            return raise(PyExc_TypeError, c"sum_values() argument must be a dict");
        }
        let mut map = HashMap::with_capacity(PyDict_Size(values) as usize);
        let (mut at, mut key, mut value) = (0, ptr::null_mut(), ptr::null_mut());
        while PyDict_Next(values, &mut at, &mut key, &mut value) != 0 {
            map.insert(utf8(key)?.to_owned(), as_f64(value)?);
        }
        PyFloat_FromDouble(map.values().sum())
    }
    fn squares(n) [1, 1] {
        let map: HashMap<i64, i64> = (0..as_i64(n)?).map(|i| (i, i * i)).collect();
        let items = map.into_iter();
        dict_of(items.map(|(key, value)| (PyLong_FromLong(key as c_long), PyLong_FromLong(value as c_long))))?
    }
    fn scale(x, factor, offset) [1, 2] {
        let factor = if factor.is_null() { 2.0 } else { as_f64(factor)? };
        let offset = if offset.is_null() { 0.0 } else { as_f64(offset)? };
        PyFloat_FromDouble(as_f64(x)? * factor + offset)
    }
    fn opt(x) [0, 1] {
        let absent = x.is_null() || x == Py_None();
        PyLong_FromLong(if absent { -1 } else { as_i32(x)? }.into())
    }
    fn fail(x) [1, 1] {
        let x = as_i32(x)?;
        if x < 0 {
            return raise(PyExc_ValueError, c"negative");
        }
        PyLong_FromLong(x.into())
    }
    variadic fn pack(args, nargs, kwnames) {
        if !kwnames.is_null() {
            return raise(PyExc_TypeError, c"pack() takes no keyword arguments");
        }
        let tuple = some(PyTuple_New(nargs))?;
        for index in 0..nargs {
            PyTuple_SetItem(tuple, index, Py_NewRef(*args.add(index as usize)));
        }
        tuple
    }
    variadic fn options(args, nargs, kwnames) {
        if nargs != 0 {
            return raise(PyExc_TypeError, c"options() takes no positional arguments");
        }
        let dict = some(PyDict_New())?;
        let given = if kwnames.is_null() { 0 } else { PyTuple_Size(kwnames) };
        for index in 0..given {
            let name = PyTuple_GetItem(kwnames, index);
            if PyDict_SetItem(dict, name, *args.add(index as usize)) < 0 {
                Py_DECREF(dict);
                return None;
            }
        }
        dict
    }
}

static mut SLOTS: [PyModuleDef_Slot; 1] = [PyModuleDef_Slot {
    slot: 0,
    value: ptr::null_mut(),
}];

static mut DEFINITION: PyModuleDef = PyModuleDef {
    m_base: PyModuleDef_HEAD_INIT,
    m_name: c"bench".as_ptr(),
    m_doc: ptr::null(),
    m_size: 0,
    m_methods: (&raw mut METHODS).cast(),
    m_slots: (&raw mut SLOTS).cast(),
    m_traverse: None,
    m_clear: None,
    m_free: None,
};

#[unsafe(no_mangle)]
pub unsafe extern "C" fn PyInit_bench() -> Object {
    unsafe { PyModuleDef_Init(&raw mut DEFINITION) }
}
