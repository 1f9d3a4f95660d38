use std::any::Any;
use std::ffi::CStr;

use super::{PyAny, PyDict, PyModule, PyString, PyTuple, builtin_type};
use crate::class::Class;
use crate::convert::ReturnValue;
use crate::error::PyResult;
use crate::ffi;
use crate::hint::Hint;
use crate::object::{Borrowed, Bound};
use crate::python::Python;
use crate::trampoline;

builtin_type! {
    /// `types.BuiltinFunctionType`: a function written in C, or in Rust.
    PyCFunction, "builtin_function_or_method", Hint::Import("types", "BuiltinFunctionType"), PyCFunction_Type,
    check: PyCFunction_Check
}

impl PyCFunction {
    /// A function that calls a Rust closure, with the arguments as they are given. For one whose arguments are converted,
    /// see [`Closure`](crate::Closure).
    ///
    /// `name` is `closure` where not given. The closure is dropped with the function; Python's garbage collector cannot
    /// look into it, so a cycle of references through it is never collected.
    ///
    /// ```no_run
    /// use mybind::prelude::*;
    /// use mybind::types::{PyCFunction, PyDict, PyTuple};
    ///
    /// /// `counted(3)(1, 2)` is 5.
    /// #[mybind]
    /// fn counted(py: Python<'_>, start: usize) -> PyResult<Bound<'_, PyCFunction>> {
    ///     PyCFunction::new_closure(py, Some(c"count"), None, move |args: &Bound<'_, PyTuple>, _: Option<&Bound<'_, PyDict>>| {
    ///         start + args.len()
    ///     })
    /// }
    /// ```
    ///
    /// # Errors
    /// MemoryError.
    #[inline]
    pub fn new_closure<'py, F, R>(
        py: Python<'py>,
        name: Option<&'static CStr>,
        doc: Option<&'static CStr>,
        closure: F,
    ) -> PyResult<Bound<'py, PyCFunction>>
    where
        F: Fn(&Bound<'_, PyTuple>, Option<&Bound<'_, PyDict>>) -> R + Send + Sync + 'static,
        for<'p> R: ReturnValue<'p>,
    {
        let definition = definition(
            name.unwrap_or(CLOSURE),
            doc.unwrap_or(c""),
            ffi::METH_VARARGS | ffi::METH_KEYWORDS,
            ffi::PyMethodDefPointer {
                PyCFunctionWithKeywords: call_closure::<F, R>,
            },
        );
        // SAFETY: a C function for `Captured`s with an `F`.
        unsafe { Captured::bind(py, definition, closure) }
    }

    /// A function without parameters, written against the C API. Its definition is never freed.
    ///
    /// # Errors
    /// MemoryError.
    ///
    /// # Safety
    /// `function` does as a C function without parameters must: it is called attached, with `module` or null and
    /// null, and gives an owned reference, or null with the error indicator set.
    #[inline]
    pub unsafe fn new<'py>(
        py: Python<'py>,
        function: ffi::PyCFunction,
        name: &'static CStr,
        doc: &'static CStr,
        module: Option<&Bound<'py, PyModule>>,
    ) -> PyResult<Bound<'py, PyCFunction>> {
        let call = ffi::PyMethodDefPointer {
            PyCFunction: function,
        };
        // SAFETY: the caller's promise.
        unsafe { never_freed(py, definition(name, doc, ffi::METH_NOARGS, call), module) }
    }

    /// A function of any positional and keyword arguments, written against the C API. Its definition is never freed.
    ///
    /// # Errors
    /// MemoryError.
    ///
    /// # Safety
    /// `function` does as a C function of any arguments must: it is called attached, with `module` or null, a tuple, and
    /// a dict or null; it gives an owned reference, or null with the error indicator set.
    #[inline]
    pub unsafe fn new_with_keywords<'py>(
        py: Python<'py>,
        function: ffi::PyCFunctionWithKeywords,
        name: &'static CStr,
        doc: &'static CStr,
        module: Option<&Bound<'py, PyModule>>,
    ) -> PyResult<Bound<'py, PyCFunction>> {
        let call = ffi::PyMethodDefPointer {
            PyCFunctionWithKeywords: function,
        };
        let flags = ffi::METH_VARARGS | ffi::METH_KEYWORDS;
        // SAFETY: the caller's promise.
        unsafe { never_freed(py, definition(name, doc, flags, call), module) }
    }

    /// `PyCFunction_NewEx`.
    ///
    /// # Errors
    /// MemoryError.
    ///
    /// # Safety
    /// `definition` lives as long as the function; `this` may own it. Its C function takes `this`, or null, as `self`.
    #[inline]
    pub(crate) unsafe fn bind<'py>(
        py: Python<'py>,
        definition: *const ffi::PyMethodDef,
        this: Option<&Bound<'py, PyAny>>,
        module: Option<&Bound<'py, PyString>>,
    ) -> PyResult<Bound<'py, PyCFunction>> {
        let pointer = |object: Option<*mut ffi::PyObject>| object.unwrap_or(std::ptr::null_mut());
        // SAFETY: the caller's promise, and objects that are null or alive. The result is a new reference or null.
        unsafe {
            Bound::from_owned_or_err(
                py,
                ffi::PyCFunction_NewEx(
                    definition.cast_mut(),
                    pointer(this.map(Bound::as_ptr)),
                    pointer(module.map(Bound::as_ptr)),
                ),
            )
        }
    }
}

/// What a function made of a closure is called where it is given no name.
pub(crate) const CLOSURE: &CStr = c"closure";

/// A closure, and how Python calls it: the `__self__` of the function.
pub(crate) struct Captured {
    definition: Definition,
    closure: Box<dyn Any + Send + Sync>,
}

static CAPTURED: Class<Captured> = Class::new(
    c"mybind.Closure",
    c"The Rust closure that a function calls.",
    &[],
);

/// A definition that points to functions and constants alone.
struct Definition(ffi::PyMethodDef);

// SAFETY: what it points to is constant.
unsafe impl Send for Definition {}
// SAFETY: as above.
unsafe impl Sync for Definition {}

impl Captured {
    /// The function that calls `closure`.
    ///
    /// # Errors
    /// MemoryError.
    ///
    /// # Safety
    /// The definition's name and docstring are static, and its C function takes a `Captured` with an `F` as `self`.
    #[inline]
    pub(crate) unsafe fn bind<'py, F: Send + Sync + 'static>(
        py: Python<'py>,
        definition: ffi::PyMethodDef,
        closure: F,
    ) -> PyResult<Bound<'py, PyCFunction>> {
        let captured = CAPTURED.instantiate(
            py,
            Captured {
                definition: Definition(definition),
                closure: Box::new(closure),
            },
        )?;
        // SAFETY: an instance; a function lets go of its `self` last, and so of its definition.
        unsafe {
            let this: &Captured = Class::value(captured.as_ptr());
            PyCFunction::bind(py, &raw const this.definition.0, Some(&captured), None)
        }
    }

    /// The closure of such a function, and the function's name; both are there as long as the reference besides them.
    ///
    /// # Safety
    /// `this` is the `self` of a function made by [`bind`](Self::bind).
    #[inline]
    pub(crate) unsafe fn closure<'a, 'py, F: 'static>(
        py: Python<'py>,
        this: *mut ffi::PyObject,
    ) -> (Bound<'py, PyAny>, &'a F, &'static CStr) {
        // SAFETY: the caller's promise; the name is static C text.
        let (kept, captured, name) = unsafe {
            let (kept, captured): (_, &Captured) = Class::kept_value(py, this);
            let name = CStr::from_ptr(captured.definition.0.ml_name);
            (kept, captured, name)
        };
        let closure = captured.closure.downcast_ref();
        (
            kept,
            closure.expect("a function calls its own closure"),
            name,
        )
    }
}

unsafe extern "C" fn call_closure<F, R>(
    this: *mut ffi::PyObject,
    args: *mut ffi::PyObject,
    kwargs: *mut ffi::PyObject,
) -> *mut ffi::PyObject
where
    F: Fn(&Bound<'_, PyTuple>, Option<&Bound<'_, PyDict>>) -> R + 'static,
    for<'p> R: ReturnValue<'p>,
{
    // SAFETY: Python calls this attached, with the function's `self`, a tuple, and a dict or null, alive for the call.
    unsafe {
        trampoline::boundary(Python::assume_attached(), |py| {
            let args = Borrowed::from_borrowed(py, args);
            let kwargs = Borrowed::from_borrowed_or_opt(py, kwargs);
            let (_kept, closure, _) = Captured::closure::<F>(py, this);
            closure(&args, kwargs.as_deref()).into_result(py)
        })
    }
}

/// A `PyMethodDef` (<https://docs.python.org/3/c-api/structures.html#c.PyMethodDef>).
#[inline]
pub(crate) fn definition(
    name: &'static CStr,
    doc: &'static CStr,
    flags: std::ffi::c_int,
    call: ffi::PyMethodDefPointer,
) -> ffi::PyMethodDef {
    ffi::PyMethodDef {
        ml_name: name.as_ptr(),
        ml_meth: call,
        ml_flags: flags,
        ml_doc: doc.as_ptr(),
    }
}

/// The function of a definition, which is leaked: `__self__` is the module, so it cannot own it.
///
/// # Safety
/// As [`PyCFunction::bind`], with the module as `this`.
#[inline]
unsafe fn never_freed<'py>(
    py: Python<'py>,
    definition: ffi::PyMethodDef,
    module: Option<&Bound<'py, PyModule>>,
) -> PyResult<Bound<'py, PyCFunction>> {
    let name = module.map(Bound::<PyModule>::name).transpose()?;
    let this = module.map(Bound::as_any);
    // SAFETY: the caller's promise.
    unsafe { PyCFunction::bind(py, Box::leak(Box::new(definition)), this, name.as_ref()) }
}
