use std::ffi::{CStr, c_int};

use super::{PyAny, PyDict, PyModule, PyType, imported_type};
use crate::convert::IntoPyObjectExt;
use crate::error::{PyErr, PyResult};
use crate::exceptions::PyTypeError;
use crate::ffi;
use crate::hint::Hint;
use crate::intern;
use crate::object::{Bound, DerefToPyAny, Py};
use crate::panic::unwind;
use crate::python::Python;
use crate::sync::PyOnceLock;
use crate::type_object::PyTypeInfo;

/// `types.CodeType`: compiled Python code.
pub struct PyCode(());

impl DerefToPyAny for PyCode {}

// SAFETY: the type of what the compiler has made, which lives as long as the interpreter; `types.CodeType` could be set to
// something else.
unsafe impl PyTypeInfo for PyCode {
    const NAME: &'static str = "code";
    const TYPE_HINT: Hint = Hint::Import("types", "CodeType");

    #[inline]
    fn type_object_raw(py: Python<'_>) -> *mut ffi::PyTypeObject {
        static TYPE: PyOnceLock<Py<PyType>> = PyOnceLock::new();
        let compile = || -> PyResult<Py<PyType>> {
            // SAFETY: C strings; the result is a new reference, or null.
            let code: Bound<'_, PyAny> = unsafe {
                let code = ffi::Py_CompileString(c"0".as_ptr(), c"".as_ptr(), ffi::Py_eval_input);
                Bound::from_owned_or_err(py, code)?
            };
            Ok(code.get_type().unbind())
        };
        TYPE.get_or_try_init(py, compile)
            .unwrap_or_else(|error| unwind(error))
            .bind(py)
            .as_type_ptr()
    }
}

imported_type! {
    /// `types.FrameType`: a running function.
    PyFrame, "types", "FrameType", "frame"
}

imported_type! {
    /// `types.FunctionType`: a function written in Python.
    PyFunction, "types", "FunctionType", "function"
}

imported_type! {
    /// `contextvars.Context`: the values of context variables.
    PyContext, "contextvars", "Context", "Context"
}

/// What [`PyCode::compile`] reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PyCodeInput {
    /// One expression.
    Eval,
    /// The statements of a file.
    File,
}

impl PyCode {
    /// Code without instructions, that says it is of this place.
    ///
    /// # Panics
    /// When memory runs out.
    #[cfg(not(Py_LIMITED_API))]
    #[inline]
    pub(crate) fn empty<'py>(
        py: Python<'py>,
        file_name: &CStr,
        function_name: &CStr,
        first_line_number: i32,
    ) -> Bound<'py, PyCode> {
        // SAFETY: C strings; the result is a new reference, or null.
        unsafe {
            let (file, function) = (file_name.as_ptr(), function_name.as_ptr());
            let code = ffi::PyCode_NewEmpty(file, function, first_line_number);
            Bound::from_owned(py, code.cast())
        }
    }

    /// `compile(code, filename, "eval" or "exec")`.
    ///
    /// # Errors
    /// SyntaxError.
    #[inline]
    pub fn compile<'py>(
        py: Python<'py>,
        code: &CStr,
        filename: &CStr,
        input: PyCodeInput,
    ) -> PyResult<Bound<'py, PyCode>> {
        let start: c_int = match input {
            PyCodeInput::Eval => ffi::Py_eval_input,
            PyCodeInput::File => ffi::Py_file_input,
        };
        // SAFETY: C strings; the result is a new reference to a code object, or null.
        unsafe {
            let code = ffi::Py_CompileString(code.as_ptr(), filename.as_ptr(), start);
            Bound::from_owned_or_err(py, code)
        }
    }
}

impl<'py> Bound<'py, PyCode> {
    /// Runs the code: the value of an expression, `None` for statements.
    ///
    /// `globals` is `__main__`'s where not given and gets `__builtins__` where it has none, as with Python's `eval`;
    /// `locals` is `globals` where not given.
    ///
    /// # Errors
    /// What the code raises; TypeError for the code of a function that uses variables of the functions around it.
    #[inline]
    pub fn run(
        &self,
        globals: Option<&Bound<'py, PyDict>>,
        locals: Option<&Bound<'py, PyDict>>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let py = self.py();
        if !self.getattr(intern!(py, "co_freevars"))?.is_empty()? {
            return Err(PyTypeError::new_err(
                "code object passed to run() may not contain free variables",
            ));
        }
        let globals = match globals {
            Some(globals) => globals.clone(),
            None => main_globals(py)?,
        };
        add_builtins(&globals)?;
        let locals = locals.unwrap_or(&globals);
        // SAFETY: a code object and two dicts; returns a new reference. The function takes it for granted that there are no free
        // variables, as `exec` makes sure.
        unsafe {
            let result = ffi::PyEval_EvalCode(self.as_ptr(), globals.as_ptr(), locals.as_ptr());
            Bound::from_owned_or_err(py, result)
        }
    }
}

#[inline]
fn main_globals(py: Python<'_>) -> PyResult<Bound<'_, PyDict>> {
    // SAFETY: both return references that are borrowed from the interpreter.
    unsafe {
        let main = ffi::PyImport_AddModule(c"__main__".as_ptr());
        if main.is_null() {
            return Err(PyErr::fetch(py));
        }
        Bound::from_borrowed_or_err(py, ffi::PyModule_GetDict(main))
    }
}

#[inline]
fn add_builtins(globals: &Bound<'_, PyDict>) -> PyResult<()> {
    let py = globals.py();
    let name = intern!(py, "__builtins__");
    if globals.contains(name)? {
        return Ok(());
    }
    // SAFETY: borrowed from the interpreter, or null.
    let builtins: Bound<'_, PyAny> =
        unsafe { Bound::from_borrowed_or_err(py, ffi::PyEval_GetBuiltins())? };
    globals.set_item(name, builtins)
}

impl PyModule {
    /// A new module of Python code, as if it had been imported from the file `file_name`; it is put into `sys.modules`, unless
    /// `module_name` is there already, which then is run anew.
    ///
    /// # Errors
    /// SyntaxError, and what the code raises.
    #[inline]
    pub fn from_code<'py>(
        py: Python<'py>,
        code: &CStr,
        file_name: &CStr,
        module_name: &CStr,
    ) -> PyResult<Bound<'py, PyModule>> {
        let code = PyCode::compile(py, code, file_name, PyCodeInput::File)?;
        // SAFETY: a C string, a code object and another C string; the result is a new reference, or null.
        let module: Bound<'py, PyAny> = unsafe {
            let (name, file) = (module_name.as_ptr(), file_name.as_ptr());
            Bound::from_owned_or_err(
                py,
                ffi::PyImport_ExecCodeModuleEx(name, code.as_ptr(), file),
            )?
        };
        Ok(module.cast_into()?)
    }
}

impl PyFrame {
    /// A frame that runs nothing, for tracebacks of code that is no Python.
    ///
    /// # Errors
    /// MemoryError.
    #[cfg(not(Py_LIMITED_API))]
    #[inline]
    pub fn new<'py>(
        py: Python<'py>,
        file_name: &CStr,
        function_name: &CStr,
        line_number: i32,
    ) -> PyResult<Bound<'py, PyFrame>> {
        let code = PyCode::empty(py, file_name, function_name, line_number);
        let (globals, locals) = (PyDict::new(py), PyDict::new(py));
        // SAFETY: this thread's state, code and two dicts; the result is a new reference, or null.
        unsafe {
            let frame = ffi::PyFrame_New(
                ffi::compat::PyThreadState_GetUnchecked(),
                code.as_ptr().cast(),
                globals.as_ptr(),
                locals.as_ptr(),
            );
            Bound::from_owned_or_err(py, frame.cast())
        }
    }
}

impl<'py> Bound<'py, PyFrame> {
    /// The line that runs.
    ///
    /// # Panics
    /// When memory runs out.
    #[inline]
    pub fn line_number(&self) -> i32 {
        let line = self.getattr(intern!(self.py(), "f_lineno"));
        // It is None where there is no line.
        let line = line.and_then(|line| line.extract::<Option<i32>>());
        line.unwrap_or_else(|error| unwind(error)).unwrap_or(0)
    }

    /// The code that runs.
    ///
    /// # Panics
    /// When memory runs out.
    #[inline]
    pub fn code(&self) -> Bound<'py, PyCode> {
        let code = self.getattr(intern!(self.py(), "f_code"));
        code.and_then(|code| Ok(code.cast_into()?))
            .unwrap_or_else(|error| unwind(error))
    }

    /// The frame that called this one.
    ///
    /// # Panics
    /// When memory runs out.
    #[inline]
    pub fn outer(&self) -> Option<Bound<'py, PyFrame>> {
        let outer = self.getattr(intern!(self.py(), "f_back"));
        outer
            .and_then(|outer| outer.extract())
            .unwrap_or_else(|error| unwind(error))
    }

    /// The value of a local variable.
    ///
    /// # Errors
    /// NameError when there is none.
    #[inline]
    pub fn var(&self, name: &CStr) -> PyResult<Bound<'py, PyAny>> {
        let py = self.py();
        let name = name.to_string_lossy().into_bound_py_any(py)?;
        self.locals().get_item(&name).map_err(|error| {
            use crate::exceptions::{PyKeyError, PyNameError};
            match error.is_instance_of::<PyKeyError>(py) {
                true => PyNameError::new_err(format!("variable {name:?} does not exist")),
                false => error,
            }
        })
    }

    /// The names of all modules' `builtins`.
    ///
    /// # Panics
    /// When memory runs out.
    #[inline]
    pub fn builtins(&self) -> Bound<'py, PyDict> {
        self.dict("f_builtins")
    }

    /// The variables of the module.
    ///
    /// # Panics
    /// When memory runs out.
    #[inline]
    pub fn globals(&self) -> Bound<'py, PyDict> {
        self.dict("f_globals")
    }

    /// The local variables: a dict, or a view of them from Python 3.13 on.
    ///
    /// # Panics
    /// When memory runs out.
    #[inline]
    pub fn locals(&self) -> Bound<'py, PyAny> {
        self.getattr(intern!(self.py(), "f_locals"))
            .unwrap_or_else(|error| unwind(error))
    }

    #[inline]
    fn dict(&self, name: &str) -> Bound<'py, PyDict> {
        self.getattr(name)
            .and_then(|dict| Ok(dict.cast_into()?))
            .unwrap_or_else(|error| unwind(error))
    }
}
