//! Python bindings you can read.
//!
//! One attribute, [`#[mybind]`](macro@mybind), on an ordinary Rust function or module. It writes the code that
//! an expert would have written by hand against Python's C API, and the type stub beside it.
//!
//! ```
//! use mybind::prelude::*;
//!
//! /// Adds two numbers.
//! #[mybind]
//! fn add(a: i32, b: i32) -> i32 {
//!     a + b
//! }
//!
//! #[mybind]
//! mod hello {
//!     #[mybind]
//!     use super::add;
//! }
//! # fn main() {}
//! ```
//!
//! # Where things are
//!
//! * [`Python`], the proof that the thread is attached to an interpreter; [`Bound`], [`Borrowed`] and
//!   [`Py`], references to objects.
//! * [`FromPyObject`] and [`IntoPyObject`], the conversions; `docs/conversions.md` has tables of them.
//! * [`PyErr`] and [`exceptions`].
//! * [`types`], one handle per built-in type.
//! * [`Callback`] and [`Closure`], callables with types; [`Iter`] and [`RustIterator`], iterators.
//! * `buffer`, memory that is shared with Python; `numpy`, NumPy's arrays.
//! * [`pybacked`], text and bytes that are kept with their object.
//! * [`sync`], values that each interpreter has its own of.
//! * [`Hint`], what a type is called in the stub.
//! * [`function!`], for functions that a module's `init` adds; [`append_to_inittab!`], for a program that embeds Python.
//!
//! # Features
//!
//! * `extension-module`, on by default: libpython is not linked, since the interpreter that imports the library has it. A
//!   program that embeds Python needs `default-features = false`.
//! * `abi3-py310` to `abi3-py315`: one library for every CPython with the GIL from that version on (the stable ABI).
//! * `abi3t-py315`: one library for every CPython from 3.15 on, with the GIL and without it. Together with one of the above an older Python
//!   builds that one.
//! * Conversions of other crates' types, by the crate's name: `chrono`, `serde`, and others that `docs/conversions.md` lists.

#![warn(missing_docs)]

pub use mybind_macros::{FromPyObject, IntoPyObject, IntoPyObjectRef, mybind};

#[cfg(any(not(Py_LIMITED_API), Py_3_11))]
pub mod buffer;
mod call;
mod class;
mod convert;
mod deprecated;
mod error;
pub mod exceptions;
pub mod ffi;
mod hint;
mod interpreter;
pub mod marshal;
mod module;
#[cfg(all(feature = "numpy", any(not(Py_LIMITED_API), Py_3_11)))]
pub mod numpy;
mod object;
#[doc(hidden)] // public since PyO3 has such a module, as `type_object` is, and some in `types`
pub mod panic;
mod parameters;
mod places;
pub mod prelude;
#[doc(hidden)]
pub mod private;
pub mod pybacked;
mod python;
mod stub;
pub mod sync;
mod trampoline;
#[doc(hidden)]
pub mod type_object;
pub mod types;

#[doc(hidden)]
pub use private as __private;

/// [`create_exception!`] by its short name.
#[doc(no_inline)]
pub use crate::create_exception as exception;
#[cfg(feature = "serde")]
pub use convert::serde;
pub use convert::{Callback, Closure, Iter, PyCallback, RustIterator};
pub use convert::{ClosureArgs, ClosureFn};
pub use convert::{FromPyObject, FromPyObjectOwned, IntoPyObject, IntoPyObjectExt};
#[allow(deprecated)]
pub use deprecated::{
    DowncastError, DowncastIntoError, IntoPy, PyObject, ToPyObject, prepare_freethreaded_python,
};
pub use error::{CastError, CastIntoError, PyErr, PyErrArguments, PyResult, ToPyErr};
pub use hint::Hint;
pub use interpreter::{InterpreterEnded, WrongInterpreter};
pub use module::FunctionDefinition;
pub use object::{AnyReference, Borrowed, Bound, BoundObject, Py};
#[doc(hidden)]
pub use places::{basic, conversion, marker, pyclass};
pub use python::{Python, PythonVersionInfo};
pub use type_object::{PyTypeCheck, PyTypeInfo};
pub use types::PyAny;
