//! How the arguments of a call become the function's: a tuple with one conversion for each parameter.

use std::mem::MaybeUninit;

use crate::error::{PyErr, PyResult};
use crate::ffi;
use crate::object::Bound;
use crate::parameters::{Parameters, Slot};
use crate::python::Python;
use crate::types::PyAny;

/// Which parameters a function has, as far as it decides how a call is bound.
#[derive(Clone, Copy, Debug)]
pub struct Shape {
    /// Those that can be given by position and have no default.
    pub(crate) required: usize,
    /// Those with a default.
    pub(crate) optional: usize,
    /// Keyword-only ones without default.
    pub(crate) keyword: usize,
    /// Whether there is `*args`.
    pub(crate) varargs: bool,
    /// Whether there is `**kwargs`.
    pub(crate) kwargs: bool,
    /// Whether `**kwargs` is to be `None` when no keyword is left for it.
    pub(crate) kwargs_or_none: bool,
    /// Whether the function takes its module.
    pub(crate) module: bool,
}

impl Shape {
    const EMPTY: Shape = Shape {
        required: 0,
        optional: 0,
        keyword: 0,
        varargs: false,
        kwargs: false,
        kwargs_or_none: false,
        module: false,
    };

    const fn with(mut self, kind: Kind) -> Self {
        match kind {
            Kind::Required => self.required += 1,
            Kind::Optional => self.optional += 1,
            Kind::Keyword => self.keyword += 1,
            Kind::Varargs => self.varargs = true,
            Kind::Kwargs => self.kwargs = true,
            Kind::KwargsOrNone => (self.kwargs, self.kwargs_or_none) = (true, true),
            Kind::Module => self.module = true,
        }
        self
    }

    /// How many parameters have a name to be given by, or a position.
    pub(crate) const fn named(self) -> usize {
        self.required + self.optional + self.keyword
    }

    /// How many parameters there are.
    pub(crate) const fn count(self) -> usize {
        self.named() + self.varargs as usize + self.kwargs as usize + self.module as usize
    }
}

/// What a conversion is given.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// An argument by position, or by the name.
    Required,
    /// The same, or nothing.
    Optional,
    /// An argument by name.
    Keyword,
    /// The tuple `*args`.
    Varargs,
    /// The dict `**kwargs`.
    Kwargs,
    /// The dict `**kwargs`, `None` when it would be empty.
    KwargsOrNone,
    /// The module that the function is in.
    Module,
}

/// How one argument is converted.
pub trait Conversion<'py> {
    /// What the function is called with.
    type Value;

    /// What is converted.
    const KIND: Kind;

    /// Converts it.
    ///
    /// # Errors
    /// The conversion's. The parameter's name is not in it yet.
    ///
    /// # Safety
    /// `slot` points to what is bound, which stays alive for `'py`; there is something, unless the kind is [`Kind::Optional`].
    unsafe fn convert(self, slot: *const Slot<'py, 'py>) -> PyResult<Self::Value>;
}

/// A function that converts an argument: [`Argument::from_argument`](crate::convert::Argument::from_argument), or the user's
/// own (`from_py_with`).
pub trait Converter<'py> {
    /// What it gives.
    type Value;

    /// Calls it.
    ///
    /// # Errors
    /// Its own.
    fn convert(self, argument: &'py Bound<'py, PyAny>) -> PyResult<Self::Value>;
}

impl<'py, F, T, E: Into<PyErr>> Converter<'py> for F
where
    F: FnOnce(&'py Bound<'py, PyAny>) -> Result<T, E>,
{
    type Value = T;

    #[inline(always)]
    fn convert(self, argument: &'py Bound<'py, PyAny>) -> PyResult<T> {
        self(argument).map_err(Into::into)
    }
}

/// A function that gives to Python what a function has returned: [`ReturnValue::into_result`](crate::convert::ReturnValue::into_result), or
/// [`as_it_is`](super::as_it_is).
pub trait Returned<'py, R> {
    /// Calls it: it gives an owned reference.
    ///
    /// # Errors
    /// The function's own, or the conversion's.
    fn give(self, returned: R, py: Python<'py>) -> PyResult<*mut ffi::PyObject>;
}

impl<'py, F, R> Returned<'py, R> for F
where
    F: FnOnce(R, Python<'py>) -> PyResult<*mut ffi::PyObject>,
{
    #[inline(always)]
    fn give(self, returned: R, py: Python<'py>) -> PyResult<*mut ffi::PyObject> {
        self(returned, py)
    }
}

macro_rules! given {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        pub struct $name<C>(pub C);

        impl<'py, C: Converter<'py>> Conversion<'py> for $name<C> {
            type Value = C::Value;
            const KIND: Kind = Kind::$name;

            #[inline(always)]
            unsafe fn convert(self, slot: *const Slot<'py, 'py>) -> PyResult<C::Value> {
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

impl<'py, const OPTIONAL: bool, C: Converter<'py>> Conversion<'py> for Kwargs<OPTIONAL, C> {
    type Value = C::Value;
    const KIND: Kind = if OPTIONAL {
        Kind::KwargsOrNone
    } else {
        Kind::Kwargs
    };

    #[inline(always)]
    unsafe fn convert(self, slot: *const Slot<'py, 'py>) -> PyResult<C::Value> {
        // SAFETY: the caller's promise.
        self.0.convert(unsafe { given(slot) })
    }
}

/// Converts an argument that may be left out, since its parameter has a default; `None` when it is.
pub struct Optional<C>(pub C);

impl<'py, C: Converter<'py>> Conversion<'py> for Optional<C> {
    type Value = Option<C::Value>;
    const KIND: Kind = Kind::Optional;

    #[inline(always)]
    unsafe fn convert(self, slot: *const Slot<'py, 'py>) -> PyResult<Self::Value> {
        // SAFETY: the caller's promise.
        match unsafe { &*slot } {
            Some(argument) => self.0.convert(argument).map(Some),
            None => Ok(None),
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

/// The conversions of all parameters: first those that can be given by position, then the keyword-only ones, `*args`, `**kwargs`, and the
/// module.
///
/// The function itself takes them in this order, after the token; what it returns is `R`.
#[diagnostic::on_unimplemented(
    message = "a function can have no more than 32 parameters",
    note = "take some of them together: by `**kwargs`, or a type with `#[derive(FromPyObject)]`"
)]
pub trait Conversions<'py, R> {
    /// The function that is called.
    type Function;

    /// Room for as many arguments.
    type Slots;

    /// Which parameters these are.
    const SHAPE: Shape;

    /// Nothing bound yet.
    const SLOTS: Self::Slots;

    /// Converts what is bound, and calls the function.
    ///
    /// # Errors
    /// The first conversion's that fails, with its parameter's name.
    ///
    /// # Safety
    /// `slots` points to one slot for each conversion, as its `convert` needs it.
    unsafe fn call(
        self,
        py: Python<'py>,
        slots: *const Slot<'py, 'py>,
        parameters: Parameters,
        function: Self::Function,
    ) -> PyResult<R>;
}

macro_rules! conversions {
    ($($conversion:ident $value:ident $index:tt,)*) => {
        impl<'py, R, $($conversion: Conversion<'py>),*> Conversions<'py, R> for ($($conversion,)*) {
            type Function = fn(Python<'py>, $($conversion::Value),*) -> R;
            type Slots = [MaybeUninit<Slot<'py, 'py>>; <[usize]>::len(&[$($index),*])];

            const SHAPE: Shape = Shape::EMPTY$(.with($conversion::KIND))*;
            const SLOTS: Self::Slots = [MaybeUninit::uninit(); <[usize]>::len(&[$($index),*])];

            #[inline(always)]
            #[allow(unused_variables)] // without parameters
            unsafe fn call(
                self,
                py: Python<'py>,
                slots: *const Slot<'py, 'py>,
                parameters: Parameters,
                function: Self::Function,
            ) -> PyResult<R> {
                $(
                    // SAFETY: the caller's promise: there are as many slots.
                    let $value = match unsafe { self.$index.convert(slots.add($index)) } {
                        Ok(value) => value,
                        Err(error) => return Err(parameters.name_argument(py, error, $index)),
                    };
                )*
                Ok(function(py, $($value),*))
            }
        }
    };
}

/// The tuples of each length.
macro_rules! of_each_length {
    ([$($before:tt)*]) => {
        conversions!($($before)*);
    };
    ([$($before:tt)*] $conversion:ident $value:ident $index:tt, $($rest:tt)*) => {
        conversions!($($before)*);
        of_each_length!([$($before)* $conversion $value $index,] $($rest)*);
    };
}

#[rustfmt::skip]
of_each_length!(
    [] C0 a0 0, C1 a1 1, C2 a2 2, C3 a3 3, C4 a4 4, C5 a5 5, C6 a6 6, C7 a7 7, C8 a8 8, C9 a9 9, C10 a10 10, C11 a11 11, C12 a12 12,
    C13 a13 13, C14 a14 14, C15 a15 15, C16 a16 16, C17 a17 17, C18 a18 18, C19 a19 19, C20 a20 20, C21 a21 21, C22 a22 22, C23 a23 23,
    C24 a24 24, C25 a25 25, C26 a26 26, C27 a27 27, C28 a28 28, C29 a29 29, C30 a30 30, C31 a31 31,
);
