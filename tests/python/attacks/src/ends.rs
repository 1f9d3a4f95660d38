//! What happens at the end of a thread.

use std::cell::RefCell;

use mybind::prelude::*;

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
