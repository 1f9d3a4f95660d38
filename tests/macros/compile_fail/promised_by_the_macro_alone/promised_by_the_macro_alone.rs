use mybind::prelude::*;
use mybind::__private::{Call, Declaration, Function, Piece, ReturnValue, Signature};
use mybind::ffi;

struct Nothing;

impl Function for Nothing {
    const DECLARATION: Declaration = Declaration {
        name: c"",
        doc: c"",
        signature: &Signature {
            positional_only: 0,
            required: 0,
            optional: 0,
            keyword_only: 0,
            required_keywords: 0,
            names: *b"\x01f\0",
        },
    };
    const STUB: &'static [Piece] = &[];

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
