//! How one argument of a call becomes the function's.

use super::shape::Kind;
use crate::error::{PyErr, PyResult};
use crate::ffi;
use crate::object::Bound;
use crate::parameters::Slot;
use crate::python::Python;
use crate::types::PyAny;

/// What a conversion gives. Known of each, whether or not it can be made: so the compiler has something to say of a type that cannot be
/// converted in one place, where it stands.
pub trait Typed<'py> {
    /// What it gives.
    type Value;
}

/// How one argument is converted.
pub trait Conversion<'py>: Typed<'py> {
    /// What is converted.
    const KIND: Kind;

    /// As [`Converter::IN_PLACE`].
    const IN_PLACE: bool = false;

    /// As [`Converter::in_place`].
    ///
    /// # Safety
    /// As [`convert`](Self::convert).
    #[inline(always)]
    unsafe fn in_place(_slot: *const Slot<'py, 'py>, _given: bool) -> Option<Self::Value> {
        None
    }

    /// Converts it.
    ///
    /// # Errors
    /// The conversion's. The parameter's name is not in it yet.
    ///
    /// # Safety
    /// `slot` points to what is bound, which stays alive for `'py`. For the kind [`Kind::Optional`] that may be nothing; and unless `given`,
    /// there is no slot.
    unsafe fn convert(self, slot: *const Slot<'py, 'py>, given: bool) -> PyResult<Self::Value>;
}

/// What converts an argument: [`FromPython`](crate::convert::Argument::FROM_PYTHON), or [`With`] a function of the user's.
pub trait Converter<'py>: Typed<'py> {
    /// Whether [`in_place`](Self::in_place) ever gives anything.
    const IN_PLACE: bool = false;

    /// The value, when it can be had by looking at the object's memory: no Python code runs, and no exception is set.
    #[inline(always)]
    fn in_place(_argument: &'py Bound<'py, PyAny>) -> Option<Self::Value> {
        None
    }

    /// The value.
    ///
    /// # Errors
    /// The conversion's.
    fn convert(self, argument: &'py Bound<'py, PyAny>) -> PyResult<Self::Value>;
}

/// A conversion by a function of the user's (`from_py_with`).
pub struct With<F>(pub F);

impl<'py, F, T, E> Typed<'py> for With<F>
where
    F: FnOnce(&'py Bound<'py, PyAny>) -> Result<T, E>,
{
    type Value = T;
}

impl<'py, F, T, E: Into<PyErr>> Converter<'py> for With<F>
where
    F: FnOnce(&'py Bound<'py, PyAny>) -> Result<T, E>,
{
    #[inline(always)]
    fn convert(self, argument: &'py Bound<'py, PyAny>) -> PyResult<T> {
        (self.0)(argument).map_err(Into::into)
    }
}

/// What gives to Python what a function has returned: [`ToPython`](crate::convert::ReturnValue::TO_PYTHON), or [`AsItIs`].
pub trait Returned<'py, R> {
    /// Gives it: an owned reference, or null where the error indicator is set.
    ///
    /// # Errors
    /// The function's own, or the conversion's.
    fn give(returned: R, py: Python<'py>) -> PyResult<*mut ffi::PyObject>;
}

/// Gives the result of a function that is an object already, or null where the error indicator is set.
pub struct AsItIs;

impl<'py> Returned<'py, PyResult<*mut ffi::PyObject>> for AsItIs {
    #[inline(always)]
    fn give(
        returned: PyResult<*mut ffi::PyObject>,
        _py: Python<'py>,
    ) -> PyResult<*mut ffi::PyObject> {
        returned
    }
}

macro_rules! given {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        pub struct $name<C>(pub C);

        impl<'py, C: Typed<'py>> Typed<'py> for $name<C> {
            type Value = C::Value;
        }

        impl<'py, C: Converter<'py>> Conversion<'py> for $name<C> {
            const KIND: Kind = Kind::$name;
            // The module may be missing.
            const IN_PLACE: bool = C::IN_PLACE && !matches!(Kind::$name, Kind::Module);

            #[inline(always)]
            unsafe fn in_place(slot: *const Slot<'py, 'py>, _given: bool) -> Option<C::Value> {
                // SAFETY: the caller's promise.
                C::in_place(unsafe { given(slot) })
            }

            #[inline(always)]
            unsafe fn convert(
                self,
                slot: *const Slot<'py, 'py>,
                _given: bool,
            ) -> PyResult<C::Value> {
                // SAFETY: the caller's promise.
                self.0.convert(unsafe { given(slot) })
            }
        }
    )*};
}

given! {
    /// Converts an argument that every call must have, by position or by name.
    Required
    /// Converts a keyword-only argument that every call must have.
    Keyword
    /// Converts `*args`.
    Varargs
    /// Converts the function's module.
    Module
}

/// Converts `**kwargs`. When no keyword is left for it, that is `None` if the parameter is an `Option`, and else an empty dict.
pub struct Kwargs<const OPTIONAL: bool, C>(pub C);

impl<'py, const OPTIONAL: bool, C: Typed<'py>> Typed<'py> for Kwargs<OPTIONAL, C> {
    type Value = C::Value;
}

impl<'py, const OPTIONAL: bool, C: Converter<'py>> Conversion<'py> for Kwargs<OPTIONAL, C> {
    const KIND: Kind = if OPTIONAL {
        Kind::KwargsOrNone
    } else {
        Kind::Kwargs
    };

    #[inline(always)]
    unsafe fn convert(self, slot: *const Slot<'py, 'py>, _given: bool) -> PyResult<C::Value> {
        // SAFETY: the caller's promise.
        self.0.convert(unsafe { given(slot) })
    }
}

/// Converts an argument that may be left out, since its parameter has a default; `None` when it is.
pub struct Optional<C>(pub C);

impl<'py, C: Typed<'py>> Typed<'py> for Optional<C> {
    type Value = Option<C::Value>;
}

impl<'py, C: Converter<'py>> Conversion<'py> for Optional<C> {
    const KIND: Kind = Kind::Optional;
    const IN_PLACE: bool = C::IN_PLACE;

    #[inline(always)]
    unsafe fn in_place(slot: *const Slot<'py, 'py>, given: bool) -> Option<Self::Value> {
        // SAFETY: the caller's promise: there is a slot.
        match given.then(|| unsafe { &*slot }) {
            Some(Some(argument)) => C::in_place(argument).map(Some),
            _ => Some(None),
        }
    }

    #[inline(always)]
    unsafe fn convert(self, slot: *const Slot<'py, 'py>, given: bool) -> PyResult<Self::Value> {
        // SAFETY: the caller's promise: there is a slot.
        match given.then(|| unsafe { &*slot }) {
            Some(Some(argument)) => self.0.convert(argument).map(Some),
            _ => Ok(None),
        }
    }
}

/// The argument in a slot that is filled.
///
/// # Safety
/// As [`Conversion::convert`].
#[inline(always)]
unsafe fn given<'py>(slot: *const Slot<'py, 'py>) -> &'py Bound<'py, PyAny> {
    // SAFETY: a filled slot is one pointer to a live object, and so is a `Bound`.
    unsafe { &*slot.cast() }
}
