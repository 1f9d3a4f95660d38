//! What the crate relies on cannot be said by others, or not without `unsafe`.

use mybind::buffer::Element;
use mybind::prelude::*;
use mybind::types::PyCallArgs;
use mybind::{BoundObject, ClosureArgs, FromPyObject, Hint, PyTypeCheck, PyTypeInfo};

#[derive(Clone, Copy)]
struct Mine;

impl PyTypeInfo for Mine {
    const NAME: &'static str = "mine";
    const TYPE_HINT: Hint = Hint::ANY;

    fn type_object_raw(_: Python<'_>) -> *mut mybind::ffi::PyTypeObject {
        std::ptr::null_mut()
    }
}

struct Anything;

impl PyTypeCheck for Anything {
    const NAME: &'static str = "anything";
    const TYPE_HINT: Hint = Hint::ANY;

    fn type_check(_: &Bound<'_, PyAny>) -> bool {
        true
    }
}

unsafe impl Element for Mine {}

impl BoundObject<'_, Mine> for Mine {}

impl PyCallArgs<'_> for Mine {}

impl ClosureArgs for Mine {}

impl<'a, 'py> FromPyObject<'a, 'py> for Mine {
    type Error = PyErr;

    fn extract(_: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
        Ok(Mine)
    }

    fn extract_in_place(
        object: Borrowed<'a, 'py, PyAny>,
        _: mybind::convert::in_place::InPlace,
    ) -> Option<Self> {
        object.call0().ok().map(|_| Mine)
    }
}

fn main() {}
