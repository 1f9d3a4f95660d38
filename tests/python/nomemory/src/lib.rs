//! Calls a function while chosen allocations of Python fail: the first, the second, and so on. Or often, in little time.

#![deny(warnings, missing_docs, unsafe_op_in_unsafe_fn)]

mod allocators;

use mybind::prelude::*;
use mybind::types::{PyDict, PyTuple};

/// How many allocations were asked for, and what the function returned or raised.
type Outcome<'py> = (u64, Option<Bound<'py, PyAny>>, Option<Bound<'py, PyAny>>);

/// Makes Python's allocations fail.
#[mybind]
mod nomemory {
    use super::*;

    /// Calls `function` while the allocations from the one numbered `first` to that numbered `last` fail; they are counted
    /// from 1. Those of other threads count, too.
    #[mybind(signature = (first, last, function, args, kwargs = None))]
    fn call<'py>(
        first: u64,
        last: u64,
        function: &Bound<'py, PyAny>,
        args: &Bound<'py, PyTuple>,
        kwargs: Option<&Bound<'py, PyDict>>,
    ) -> Outcome<'py> {
        let py = function.py();
        let kwargs = kwargs.map_or(std::ptr::null_mut(), Bound::as_ptr);
        allocators::fail_from(first, last);
        // SAFETY: a live object, a tuple, and a dict or null; the result is a new reference or null.
        let result =
            unsafe { mybind::ffi::PyObject_Call(function.as_ptr(), args.as_ptr(), kwargs) };
        let count = allocators::stop_failing();
        // SAFETY: just said.
        match unsafe { Bound::from_owned_ptr_or_opt(py, result) } {
            Some(result) => (count, Some(result), None),
            None => {
                let error = PyErr::fetch(py).into_value(py).into_bound(py);
                (count, None, Some(error.into_any()))
            }
        }
    }

    /// Calls `function` with each of these arguments in turn, so many times. What it returns or raises is dropped.
    #[mybind]
    fn call_often(
        function: &Bound<'_, PyAny>,
        arguments: Vec<(Bound<'_, PyTuple>, Bound<'_, PyDict>)>,
        times: usize,
    ) {
        for (args, kwargs) in std::iter::repeat_n(&arguments, times).flatten() {
            let kwargs = match kwargs.is_empty() {
                true => std::ptr::null_mut(), // without it there is no dict to take apart
                false => kwargs.as_ptr(),
            };
            // SAFETY: a live object, a tuple, and a dict or null; the result is a new reference, or null with an exception.
            unsafe {
                match mybind::ffi::PyObject_Call(function.as_ptr(), args.as_ptr(), kwargs) {
                    result if result.is_null() => mybind::ffi::PyErr_Clear(),
                    result => mybind::ffi::Py_DECREF(result),
                }
            }
        }
    }

    #[mybind(init)]
    fn install() {
        allocators::install();
    }
}
