//! Conversions between Rust values and Python objects: the two traits here, their implementations in a file a family.

mod addresses;
mod argument;
mod bools;
mod bytes;
mod c_strings;
mod callbacks;
mod closures;
mod crates;
mod derived;
mod floats;
mod handles;
mod ints;
mod items;
mod iterators;
mod maps;
mod non_zero;
mod option;
mod os_strings;
mod paths;
mod pointers;
mod queues;
mod ranges;
mod returned;
mod sequences;
mod sets;
mod text;
mod through;
mod times;
mod tuples;

pub use argument::Argument;
pub use callbacks::{Callback, PyCallback};
pub use closures::{Closure, ClosureArgs, ClosureFn};
#[cfg(feature = "serde")]
pub use crates::serde;
pub use derived::{
    Recursion, Variant, field, first_that_fits, optional_field, optional_item, text_variant,
    tuple_item, tuple_items, tuple_of,
};
pub use iterators::{Iter, RustIterator};
pub use returned::{ReturnError, ReturnValue};
#[cfg(not(any(Py_LIMITED_API, Py_3_14)))]
pub(crate) use text::ascii_in_place;

use std::borrow::Cow;
#[cfg(not(Py_LIMITED_API))]
use std::ffi::CStr;

use crate::error::{PyErr, PyResult};
use crate::exceptions::PyMemoryError;
use crate::ffi;
use crate::hint::Hint;
use crate::intern;
use crate::object::{Borrowed, Bound, BoundObject, Py};
use crate::python::Python;
use crate::types::{PyAny, PyString};

/// A Rust value that can be made from a Python object: what a parameter of a `#[mybind]` function must be.
///
/// `'a` is how long the object is kept alive, which a value such as `&'a str` may borrow for; `'py` is how long
/// the thread is attached. Nothing is borrowed for longer than that, since an object's memory may go with its interpreter: a type of your own
/// that borrows says so, by `impl<'a, 'py: 'a>`.
///
/// ```
/// use mybind::prelude::*;
/// use mybind::{Hint, exceptions::PyValueError};
///
/// struct Celsius(f64);
///
/// impl<'a, 'py> FromPyObject<'a, 'py> for Celsius {
///     type Error = PyErr;
///     const INPUT_HINT: Hint = <f64 as FromPyObject>::INPUT_HINT;
///
///     fn extract(object: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
///         let degrees: f64 = object.extract()?;
///         if degrees < -273.15 {
///             return Err(PyValueError::new_err("below absolute zero"));
///         }
///         Ok(Celsius(degrees))
///     }
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "a `{Self}` cannot be made from a Python object",
    label = "this type has no conversion from Python",
    note = "the types that have one are listed in the documentation of `mybind::FromPyObject`",
    note = "for a type of your own, write `impl<'a, 'py> FromPyObject<'a, 'py> for {Self}`",
    note = "or take `&Bound<'_, PyAny>` and convert it in the function"
)]
pub trait FromPyObject<'a, 'py>: Sized {
    /// What goes wrong when it goes wrong; `PyErr` for most.
    type Error: Into<PyErr>;

    /// What the stub says is accepted. It should admit nothing that [`extract`](Self::extract) refuses.
    const INPUT_HINT: Hint = Hint::ANY;

    /// Makes the value.
    ///
    /// # Errors
    /// By convention TypeError for a wrong type, OverflowError for a number out of range, ValueError for another bad value.
    fn extract(object: Borrowed<'a, 'py, PyAny>) -> Result<Self, Self::Error>;

    /// Whether this is an `Option`: as the type of `**kwargs` it is `None` when no keyword is left for it.
    #[doc(hidden)]
    const OPTIONAL: bool = false;

    /// For `u8`: how a `Vec<Self>` is made of the bytes of a bytes-like object.
    #[doc(hidden)]
    const FROM_BYTE: Option<fn(u8) -> Self> = None;

    /// Whether an argument of this type is first tried by [`extract_in_place`](Self::extract_in_place): where that is a few instructions
    /// and nearly always gives the value.
    #[doc(hidden)]
    const IN_PLACE: bool = false;

    /// The value, when it can be had by looking at the object's memory: no Python code runs, no exception is set,
    /// no reference is dropped. `None` says to use [`extract`](Self::extract).
    ///
    /// Items of a list are read by it without a reference of our own. That is why only this crate can name
    /// [`InPlace`], and so override this.
    #[doc(hidden)]
    #[inline]
    fn extract_in_place(_object: Borrowed<'a, 'py, PyAny>, _: InPlace) -> Option<Self> {
        None
    }

    /// What the stub says that a callback of this result returns.
    #[doc(hidden)]
    const RETURNED_HINT: Hint = Self::INPUT_HINT;

    /// The value, of what a callback has returned: for `()` that may be anything.
    ///
    /// # Errors
    /// As [`extract`](Self::extract).
    #[doc(hidden)]
    #[inline]
    fn from_returned(object: Borrowed<'a, 'py, PyAny>, _: InPlace) -> Result<Self, Self::Error> {
        Self::extract(object)
    }
}

/// What only this crate can name: see [`FromPyObject::extract_in_place`], [`FromPyObject::from_returned`] and [`IntoPyObject::into_returned`].
mod in_place {
    #[derive(Clone, Copy)]
    pub struct InPlace;
}
use in_place::InPlace;

/// A [`FromPyObject`] that borrows nothing: what may stand inside a container.
pub trait FromPyObjectOwned<'py>: for<'a> FromPyObject<'a, 'py> {}
impl<'py, T> FromPyObjectOwned<'py> for T where T: for<'a> FromPyObject<'a, 'py> {}

/// A Rust value that can be made into a Python object: what a `#[mybind]` function may return.
#[diagnostic::on_unimplemented(
    message = "a `{Self}` cannot be made into a Python object",
    label = "this type has no conversion to Python",
    note = "the types that have one are listed in the documentation of `mybind::IntoPyObject`",
    note = "for a type of your own, write `impl<'py> IntoPyObject<'py> for {Self}`"
)]
pub trait IntoPyObject<'py>: Sized {
    /// The Python type of the result.
    type Target;
    /// `Bound<'py, Self::Target>` for a new reference, `Borrowed<'_, 'py, Self::Target>` for one that is lent.
    type Output: BoundObject<'py, Self::Target>;
    /// What goes wrong when it goes wrong; `Infallible` for handles, `PyErr` for most.
    type Error: Into<PyErr>;

    /// What the stub says is returned.
    const OUTPUT_HINT: Hint = Hint::ANY;

    /// Makes the object.
    ///
    /// # Errors
    /// The exception raised, such as MemoryError.
    fn into_pyobject(self, py: Python<'py>) -> Result<Self::Output, Self::Error>;

    /// As a function returns it: the object as an owned reference, or null where the error indicator is set.
    ///
    /// `None`, `True` and `False` override this, since nobody counts the references to them from 3.12 on; and numbers, which come from the
    /// C API as they are returned to it. Others cannot: only this crate can name [`InPlace`].
    #[doc(hidden)]
    #[inline]
    fn into_returned(self, py: Python<'py>, _: InPlace) -> Result<*mut ffi::PyObject, Self::Error> {
        Ok(self.into_pyobject(py)?.into_ptr())
    }

    /// For `u8` and `&u8`: the byte. Sequences of these become `bytes` instead of a list.
    #[doc(hidden)]
    const AS_BYTE: Option<fn(&Self) -> u8> = None;
}

/// Shorthands on every [`IntoPyObject`].
pub trait IntoPyObjectExt<'py>: IntoPyObject<'py> {
    /// [`OUTPUT_HINT`](IntoPyObject::OUTPUT_HINT), for derived conversions: they name a field's type in one form only, so
    /// that the compiler says once of one that it has no conversion.
    #[doc(hidden)]
    const HINT: Hint = Self::OUTPUT_HINT;

    /// The object, of unstated type, owned.
    ///
    /// # Errors
    /// The conversion's, as a [`PyErr`].
    #[inline]
    fn into_bound_py_any(self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.into_pyobject(py)
            .map(|object| object.into_any().into_bound())
            .map_err(Into::into)
    }

    /// The object, of unstated type, free to be stored.
    ///
    /// # Errors
    /// The conversion's, as a [`PyErr`].
    #[inline]
    fn into_py_any(self, py: Python<'py>) -> PyResult<Py<PyAny>> {
        self.into_bound_py_any(py).map(Bound::unbind)
    }

    /// The object, with the conversion's error as a [`PyErr`].
    ///
    /// # Errors
    /// The conversion's, as a [`PyErr`].
    #[inline]
    fn into_pyobject_or_pyerr(self, py: Python<'py>) -> PyResult<Self::Output> {
        self.into_pyobject(py).map_err(Into::into)
    }
}

impl<'py, T: IntoPyObject<'py>> IntoPyObjectExt<'py> for T {}

/// The name of an object's type, as CPython's own messages have it: with the module in front for a type made by C code.
/// The limited API does not show that; there it is the name alone.
pub(crate) fn type_name<'a>(object: Borrowed<'a, '_, PyAny>) -> Cow<'a, str> {
    #[cfg(not(Py_LIMITED_API))]
    // SAFETY: a live object, whose type has a name: C text as lasting as a static type, and for others copied before any
    // Python code can give the type another one. Without a GIL another thread could do that meanwhile.
    unsafe {
        let class = ffi::Py_TYPE(object.as_ptr());
        let name = CStr::from_ptr((*class).tp_name);
        if ffi::PyType_HasFeature(class, ffi::Py_TPFLAGS_HEAPTYPE) == 0 {
            return name.to_string_lossy();
        }
        if cfg!(not(Py_GIL_DISABLED)) {
            return Cow::Owned(name.to_string_lossy().into_owned());
        }
    }
    let attribute = intern!(object.py(), "__name__");
    match object.get_type().getattr(attribute) {
        Ok(name) => match name.cast::<PyString>() {
            Ok(name) => Cow::Owned(name.to_string_lossy().into_owned()),
            Err(_) => Cow::Borrowed("unnamed"),
        },
        Err(_) => Cow::Borrowed("unnamed"),
    }
}

/// An empty vector with room for `capacity` items.
///
/// # Errors
/// MemoryError.
pub(crate) fn with_capacity<T>(capacity: usize) -> PyResult<Vec<T>> {
    let mut values = Vec::new();
    match values.try_reserve_exact(capacity) {
        Ok(()) => Ok(values),
        Err(_) => Err(out_of_memory(capacity)),
    }
}

/// MemoryError.
#[cold]
pub(crate) fn out_of_memory(capacity: usize) -> PyErr {
    PyMemoryError::new_err(format!("no memory for {capacity} items"))
}

/// What makes room for so many items in a collection (`Self`): nothing, in one that has no hasher.
macro_rules! reserve {
    () => {
        |_: &mut Self, _| Ok(())
    };
    ($hasher:ident) => {
        |items: &mut Self, length| {
            let reserved = items.try_reserve(length);
            reserved.map_err(|_| $crate::convert::out_of_memory(length))
        }
    };
}
pub(crate) use reserve;

/// The error of an item, with its index.
#[cold]
fn in_item(py: Python<'_>, index: usize, error: impl Into<PyErr>) -> PyErr {
    error.into().with_context(py, &format!("item {index}: "))
}
