use mybind::prelude::*;
use mybind::__private::{Function, MethodDef, ReturnValue, Stub};

struct Nothing;

impl Function for Nothing {
    const METHOD: MethodDef = MethodDef::END;
    const STUB: Stub = Stub { name: "", body: &[] };
}

impl<'py> ReturnValue<'py> for Nothing {
    const HINT: mybind::Hint = mybind::Hint::ANY;

    fn into_result(self, _py: Python<'py>) -> PyResult<*mut mybind::ffi::PyObject> {
        Ok(std::ptr::null_mut())
    }
}

mybind::__exception_marker! { Dangling, "Dangling", mybind::Hint::ANY, |_py, _class| std::ptr::null_mut() }

fn main() {}
