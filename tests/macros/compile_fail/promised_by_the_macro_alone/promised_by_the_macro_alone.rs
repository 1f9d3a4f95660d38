use mybind::prelude::*;
use mybind::__private::{Call, Declaration, Function, Parameters, ReturnValue};
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
            variadic: &[],
        },
        stub: &[],
    };

    fn call(_call: Call<'_>) -> *mut ffi::PyObject {
        std::ptr::null_mut()
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
