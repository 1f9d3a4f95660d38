//! Python's callables in Rust, Rust's closures in Python.

use std::ffi::CStr;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use mybind::exceptions::{PyRuntimeError, PyValueError};
use mybind::ffi;
use mybind::prelude::*;
use mybind::types::{PyCFunction, PyDict, PyTuple};
use mybind::{Callback, Closure, PyCallback};

/// Two arguments of different types.
#[mybind]
pub(crate) fn apply(
    callback: Callback<'_, (i64, f64), String>,
    number: i64,
    factor: f64,
) -> PyResult<String> {
    callback.call((number, factor))
}

/// The results, in an `Option` with a default.
#[mybind(signature = (callback = None, numbers = vec![1, 2]))]
pub(crate) fn apply_all(
    callback: Option<Callback<'_, (i64,), i64>>,
    numbers: Vec<i64>,
) -> PyResult<Vec<i64>> {
    match callback {
        Some(callback) => numbers
            .into_iter()
            .map(|number| callback.call((number,)))
            .collect(),
        None => Ok(numbers),
    }
}

/// Arguments that are borrowed for the call alone.
#[mybind]
pub(crate) fn apply_slices(
    callback: Callback<'_, (&str, &[f64]), bool>,
    text: &str,
) -> PyResult<Vec<String>> {
    let mut kept = Vec::new();
    for word in text.split_whitespace() {
        let word = word.to_uppercase();
        if callback.call((&word, &[word.len() as f64]))? {
            kept.push(word);
        }
    }
    Ok(kept)
}

/// Any result will do.
#[mybind]
pub(crate) fn each(callback: Callback<'_, (i64,), ()>, count: i64) -> PyResult<()> {
    (0..count).try_for_each(|number| callback.call((number,)))
}

/// Arguments of unknown number.
#[mybind]
pub(crate) fn star(
    callback: Callback<'_, Bound<'_, PyTuple>, i64>,
    args: Bound<'_, PyTuple>,
) -> PyResult<i64> {
    callback.call(args)
}

/// No arguments.
#[mybind]
pub(crate) fn no_arguments(callback: Callback<'_, (), Py<PyAny>>) -> PyResult<Py<PyAny>> {
    callback.call(())
}

static KEPT: Mutex<Option<PyCallback<(i64,), i64>>> = Mutex::new(None);

/// Keeps it for later calls.
#[mybind]
pub(crate) fn keep(callback: PyCallback<(i64,), i64>) {
    *KEPT.lock().expect("nothing panics") = Some(callback);
}

/// Calls what is kept.
#[mybind]
pub(crate) fn kept(py: Python<'_>, number: i64) -> PyResult<i64> {
    let callback = KEPT
        .lock()
        .expect("nothing panics")
        .as_ref()
        .map(|kept| kept.clone_ref(py));
    match callback {
        Some(callback) => callback.call(py, (number,)),
        None => Err(PyRuntimeError::new_err("nothing is kept")),
    }
}

/// Calls what is kept on a thread that Python does not know.
#[mybind]
pub(crate) fn kept_on_thread(py: Python<'_>, number: i64) -> PyResult<i64> {
    let call = move || {
        let kept = KEPT.lock().expect("nothing panics");
        let kept = kept.as_ref().expect("something is kept");
        kept.attach(|callback| callback.call((number,)))
            .expect("Python runs")
    };
    py.detach(|| std::thread::spawn(call).join().expect("nothing panics"))
}

/// Called while the thread is detached, which it is not for the call itself.
#[mybind(detach)]
pub(crate) fn detached(callback: PyCallback<(i64,), i64>, number: i64) -> PyResult<i64> {
    let before = callback.attach(|callback| callback.call((number,)));
    let again = Python::attach(|py| callback.call(py, (number,)));
    Ok(before.expect("Python runs")? + again?)
}

/// Lets go of what is kept.
#[mybind]
pub(crate) fn unkeep() {
    KEPT.lock().expect("nothing panics").take();
}

/// A typed closure.
#[mybind]
pub(crate) fn adder(a: i64) -> Closure<(i64,), i64> {
    Closure::new(move |b| a + b)
        .with_name(c"add")
        .with_doc(c"Adds.")
}

/// Several arguments.
#[mybind]
pub(crate) fn joined(separator: String) -> Closure<(Vec<String>, Option<usize>), String> {
    Closure::new(move |words: Vec<String>, times: Option<usize>| {
        words.join(&separator).repeat(times.unwrap_or(1))
    })
}

/// A `Result`.
#[mybind]
pub(crate) fn failing() -> Closure<(i64,), PyResult<i64>> {
    Closure::new(|number| {
        if number < 0 {
            Err(PyValueError::new_err("negative"))
        } else {
            Ok(number)
        }
    })
}

/// It panics.
#[mybind]
pub(crate) fn panicking() -> Closure<(), ()> {
    Closure::new(|| panic!("in the closure"))
}

/// Nothing in, nothing out.
#[mybind]
pub(crate) fn unit_closure() -> Closure<(), ()> {
    Closure::new(|| ())
}

/// How often it has been called.
#[mybind]
pub(crate) fn counter() -> Closure<(), usize> {
    let calls = AtomicUsize::new(0);
    Closure::new(move || calls.fetch_add(1, Ordering::Relaxed) + 1)
}

/// A callback in a closure.
#[mybind]
pub(crate) fn twice(callback: PyCallback<(i64,), i64>) -> Closure<(i64,), PyResult<i64>> {
    Closure::new(move |number| {
        Python::attach(|py| callback.call(py, (callback.call(py, (number,))?,)))
    })
}

/// A closure passed on to Python code.
#[mybind]
pub(crate) fn compose(
    py: Python<'_>,
    callback: Callback<'_, (Py<PyAny>,), Py<PyAny>>,
) -> PyResult<Py<PyAny>> {
    let closure = Closure::<(i64,), i64>::new(|number| number * 10).into_py_any(py)?;
    callback.call((closure,))
}

/// A function with its name and docstring.
#[mybind]
pub(crate) fn named(py: Python<'_>) -> PyResult<Bound<'_, PyCFunction>> {
    PyCFunction::new_closure(
        py,
        Some(c"named"),
        Some(c"What it does."),
        |args: &Bound<'_, PyTuple>,
         kwargs: Option<&Bound<'_, PyDict>>|
         -> PyResult<(usize, usize)> {
            if args.len() > 3 {
                return Err(PyValueError::new_err("too many"));
            }
            Ok((args.len(), kwargs.map_or(0, |kwargs| kwargs.len())))
        },
    )
}

/// No name, and no `Result`.
#[mybind]
pub(crate) fn counted(py: Python<'_>, start: usize) -> PyResult<Bound<'_, PyCFunction>> {
    PyCFunction::new_closure(
        py,
        None,
        None,
        move |args: &Bound<'_, PyTuple>, _: Option<&Bound<'_, PyDict>>| start + args.len(),
    )
}

/// Counts what is dropped.
static DROPS: AtomicUsize = AtomicUsize::new(0);

struct Tracked(Option<Py<PyAny>>);

impl Drop for Tracked {
    fn drop(&mut self) {
        DROPS.fetch_add(1, Ordering::Relaxed);
        if let Some(function) = self.0.take() {
            // Python code runs in the destructor, and its error goes nowhere.
            Python::attach(|py| {
                let _ = function.call0(py);
            });
            panic!("in the destructor");
        }
    }
}

/// A closure that counts when it is dropped, and calls the function then and panics.
#[mybind]
pub(crate) fn tracked(on_drop: Option<Py<PyAny>>) -> Closure<(u64,), ()> {
    let tracked = Tracked(on_drop);
    Closure::new(move |milliseconds| {
        let _ = &tracked;
        std::thread::sleep(Duration::from_millis(milliseconds));
    })
}

/// How many have been dropped.
#[mybind]
pub(crate) fn drops() -> usize {
    DROPS.load(Ordering::Relaxed)
}

unsafe extern "C" fn raw(_: *mut ffi::PyObject, _: *mut ffi::PyObject) -> *mut ffi::PyObject {
    // SAFETY: Python calls this attached.
    unsafe { ffi::PyLong_FromLong(5) }
}

unsafe extern "C" fn raw_keywords(
    module: *mut ffi::PyObject,
    args: *mut ffi::PyObject,
    kwargs: *mut ffi::PyObject,
) -> *mut ffi::PyObject {
    // SAFETY: Python calls this attached, with the module or null, a tuple, and a dict or null.
    unsafe {
        let count = if kwargs.is_null() {
            0
        } else {
            ffi::PyDict_Size(kwargs)
        };
        ffi::PyLong_FromSsize_t(
            ffi::PyTuple_Size(args) * 10 + count + if module.is_null() { 0 } else { 1000 },
        )
    }
}

/// Functions written against the C API.
#[mybind(pass_module)]
pub(crate) fn raw_function<'py>(
    module: &Bound<'py, PyModule>,
) -> PyResult<(
    Bound<'py, PyCFunction>,
    Bound<'py, PyCFunction>,
    Bound<'py, PyCFunction>,
)> {
    let (py, doc): (_, &CStr) = (module.py(), c"Raw.");
    // SAFETY: each does as a function of its kind must.
    unsafe {
        Ok((
            PyCFunction::new(py, raw, c"raw", doc, None)?,
            PyCFunction::new_with_keywords(py, raw_keywords, c"raw_keywords", doc, None)?,
            PyCFunction::new_with_keywords(py, raw_keywords, c"raw_keywords", doc, Some(module))?,
        ))
    }
}

/// `call`, `call1` and `call_method1` with many arguments.
#[mybind]
pub(crate) fn calls<'py>(object: &Bound<'py, PyAny>) -> PyResult<Vec<Bound<'py, PyAny>>> {
    let keywords = PyDict::new(object.py());
    keywords.set_item("key", 1)?;
    Ok(vec![
        object.call0()?,
        object.call1((1, "a", 2.5))?,
        object.call((1,), Some(&keywords))?,
        object.call_method1("__call__", (1, 2))?,
    ])
}
