//! What happens at the end of a thread.

use std::cell::RefCell;

use mybind::prelude::*;
use mybind::types::PySlice;

/// Holds a function, and calls it when it is dropped.
struct Caller(Py<PyAny>);

impl Drop for Caller {
    fn drop(&mut self) {
        Python::attach(|py| {
            let called = self.0.bind(py).call0();
            assert!(called.is_ok(), "a function that does not raise");
        });
    }
}

thread_local! {
    static AT_END: RefCell<Vec<Caller>> = const { RefCell::new(Vec::new()) };
}

/// Calls the function when this thread ends, by the destructor of a thread-local variable.
#[mybind]
pub(crate) fn at_end_of_thread(function: Py<PyAny>) {
    AT_END.with_borrow_mut(|all| all.push(Caller(function)));
}

/// Says so when it is dropped.
struct Held;

impl Drop for Held {
    fn drop(&mut self) {
        println!("dropped");
    }
}

/// The first index of the slice. What it holds until it knows that is not dropped, unless something unwinds.
#[mybind]
pub(crate) fn first_index(slice: &Bound<'_, PySlice>) -> PyResult<isize> {
    let held = Held;
    let indices = slice.indices(10);
    std::mem::forget(held);
    Ok(indices?.start)
}
