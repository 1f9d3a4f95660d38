//! References to Python objects: [`Bound`] (owned, attached), [`Borrowed`] (somebody else's, attached) and
//! [`Py`] (owned, free to be stored and sent).

mod borrowed;
mod bound;
mod py;

pub use borrowed::Borrowed;
pub use bound::{Bound, BoundObject, DerefToPyAny};
pub use py::Py;
