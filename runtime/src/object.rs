//! References to Python objects: [`Bound`] (owned, attached), [`Borrowed`] (somebody else's, attached) and
//! [`Py`] (owned, free to be stored and sent).
//!
//! # What SAFETY comments rest on, all over the crate
//! * "A live object": a handle owns a reference, or borrows one for as long as its lifetime says
//!   (<https://docs.python.org/3/c-api/intro.html#objects-types-and-reference-counts>). It is of the interpreter that the thread is attached
//!   to: tokens and handles cannot leave the thread, and [`Py`] compares.
//! * "The thread is attached": there is a `Python<'py>`, by itself or in a handle
//!   (<https://docs.python.org/3/c-api/init.html#thread-state-and-the-global-interpreter-lock>).
//! * "A new reference, or null", "borrowed": what the C API's documentation says of the function that is called. Null comes with the error
//!   indicator set (<https://docs.python.org/3/c-api/intro.html#exceptions>); where it does not, [`PyErr::fetch`](crate::PyErr::fetch) makes a SystemError
//!   of it.
//! * "Alive for the call": whoever calls a C function keeps its `self` and its arguments (<https://docs.python.org/3/c-api/call.html>). A
//!   fault of CPython here, as that a `functools.partial` lets go of its arguments when its state is set while it calls, hits its own
//!   functions as well as ours.

mod any_reference;
mod borrowed;
mod bound;
mod pointers;
mod py;

pub use any_reference::AnyReference;
pub use borrowed::Borrowed;
pub use bound::{Bound, BoundObject, DerefToPyAny};
pub use py::Py;
