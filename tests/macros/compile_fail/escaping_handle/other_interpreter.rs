//! What belongs to the interpreter that the thread is attached to does not get to another one.

use mybind::PyCallback;
use mybind::prelude::*;
use mybind::types::PyList;

fn attach(object: &Py<PyAny>, list: &Bound<'_, PyList>) {
    let _ = object.attach(|object| list.append(object));
}

fn call(callback: &PyCallback<(i32,), i32>, list: &Bound<'_, PyList>) {
    let _ = callback.attach(|callback| list.append(callback.call((1,))?));
}

fn brought_along(object: &Py<PyList>) -> Option<Bound<'_, PyAny>> {
    object.attach(|list| list.get_item(0).ok()).ok()?
}

fn main() {}
