use mybind::prelude::*;
use mybind::__private::{Declaration, Function, Parameters, ReturnValue};
use mybind::ffi;

struct Nothing;

impl Function for Nothing {
    const DECLARATION: Declaration = Declaration {
        name: c"",
        doc: c"",
        parameters: &Parameters {
            function: "",
            names: &[],
            positional_only: 0,
            positional: 0,
            required: 0,
            required_keywords: &[],
        },
        stub: &[],
    };

    unsafe fn call(
        _py: Python<'_>,
        module: *mut ffi::PyObject,
        _args: *const *mut ffi::PyObject,
        _nargs: ffi::Py_ssize_t,
        _kwnames: *mut ffi::PyObject,
    ) -> PyResult<*mut ffi::PyObject> {
        Ok(module)
    }
}

impl<'py> ReturnValue<'py> for Nothing {
    const HINT: mybind::Hint = mybind::Hint::ANY;

    fn into_result(self, _py: Python<'py>) -> PyResult<*mut ffi::PyObject> {
        Ok(std::ptr::null_mut())
    }
}

mybind::__exception_marker! { Dangling, "Dangling", mybind::Hint::ANY, |_py, _class| std::ptr::null_mut() }

fn main() {}
