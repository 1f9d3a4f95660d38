//! How the arguments of a call become the function's: a tuple with one conversion for each parameter.

use std::mem::MaybeUninit;

use super::shape::{Kind, Shape};
use crate::convert::{Answer, Request};
use crate::error::{PyErr, PyResult};
use crate::ffi;
use crate::object::Bound;
use crate::parameters::{Parameters, Slot};
use crate::python::Python;
use crate::types::PyAny;

/// How one argument is converted.
pub trait Conversion<'py> {
    /// What the function is called with.
    type Value;

    /// What is converted.
    const KIND: Kind;

    /// As [`Converter::is_in_place`].
    fn is_in_place(&self) -> bool;

    /// As [`Converter::in_place`].
    ///
    /// # Safety
    /// As [`convert`](Self::convert).
    unsafe fn in_place(&self, slot: *const Slot<'py, 'py>, given: bool) -> Option<Self::Value>;

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

/// What converts an argument: [`Argument::from_argument`](crate::convert::Argument::from_argument), or [`With`] a function of the user's.
pub trait Converter<'py> {
    /// What it gives.
    type Value;

    /// Whether [`in_place`](Self::in_place) ever gives anything: known where this is compiled.
    fn is_in_place(&self) -> bool;

    /// The value, when it can be had by looking at the object's memory: no Python code runs, and no exception is set.
    fn in_place(&self, argument: &'py Bound<'py, PyAny>) -> Option<Self::Value>;

    /// The value.
    ///
    /// # Errors
    /// The conversion's.
    fn convert(self, argument: &'py Bound<'py, PyAny>) -> PyResult<Self::Value>;
}

impl<'py, F, T> Converter<'py> for F
where
    F: Fn(Request<'py, 'py>) -> Result<T, Answer>,
{
    type Value = T;

    #[inline(always)]
    fn is_in_place(&self) -> bool {
        matches!(self(Request::IsInPlace), Err(Answer::InPlace(true)))
    }

    #[inline(always)]
    fn in_place(&self, argument: &'py Bound<'py, PyAny>) -> Option<T> {
        self(Request::InPlace(argument)).ok()
    }

    #[inline(always)]
    fn convert(self, argument: &'py Bound<'py, PyAny>) -> PyResult<T> {
        match self(Request::Extract(argument)) {
            Ok(value) => Ok(value),
            Err(Answer::Raised(error)) => Err(error),
            Err(Answer::InPlace(_)) => unreachable!("it was asked for the value"),
        }
    }
}

/// A conversion by a function of the user's (`from_py_with`).
pub struct With<F>(pub F);

impl<'py, F, T, E: Into<PyErr>> Converter<'py> for With<F>
where
    F: FnOnce(&'py Bound<'py, PyAny>) -> Result<T, E>,
{
    type Value = T;

    #[inline(always)]
    fn is_in_place(&self) -> bool {
        false
    }

    #[inline(always)]
    fn in_place(&self, _argument: &'py Bound<'py, PyAny>) -> Option<T> {
        None
    }

    #[inline(always)]
    fn convert(self, argument: &'py Bound<'py, PyAny>) -> PyResult<T> {
        (self.0)(argument).map_err(Into::into)
    }
}

/// A function that gives to Python what a function has returned: [`ReturnValue::into_result`](crate::convert::ReturnValue::into_result), or
/// [`as_it_is`](super::as_it_is).
pub trait Returned<'py, R>: Copy {
    /// Calls it: it gives an owned reference, or null where the error indicator is set.
    ///
    /// # Errors
    /// The function's own, or the conversion's.
    fn give(self, returned: R, py: Python<'py>) -> PyResult<*mut ffi::PyObject>;
}

impl<'py, F, R> Returned<'py, R> for F
where
    F: FnOnce(R, Python<'py>) -> PyResult<*mut ffi::PyObject> + Copy,
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
            fn is_in_place(&self) -> bool {
                // The module may be missing.
                self.0.is_in_place() && !matches!(Kind::$name, Kind::Module)
            }

            #[inline(always)]
            unsafe fn in_place(
                &self,
                slot: *const Slot<'py, 'py>,
                _given: bool,
            ) -> Option<C::Value> {
                // SAFETY: the caller's promise.
                self.0.in_place(unsafe { given(slot) })
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

impl<'py, const OPTIONAL: bool, C: Converter<'py>> Conversion<'py> for Kwargs<OPTIONAL, C> {
    type Value = C::Value;
    const KIND: Kind = if OPTIONAL {
        Kind::KwargsOrNone
    } else {
        Kind::Kwargs
    };

    #[inline(always)]
    fn is_in_place(&self) -> bool {
        false
    }

    #[inline(always)]
    unsafe fn in_place(&self, _slot: *const Slot<'py, 'py>, _given: bool) -> Option<C::Value> {
        None
    }

    #[inline(always)]
    unsafe fn convert(self, slot: *const Slot<'py, 'py>, _given: bool) -> PyResult<C::Value> {
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
    fn is_in_place(&self) -> bool {
        self.0.is_in_place()
    }

    #[inline(always)]
    unsafe fn in_place(&self, slot: *const Slot<'py, 'py>, given: bool) -> Option<Self::Value> {
        // SAFETY: the caller's promise: there is a slot.
        match given.then(|| unsafe { &*slot }) {
            Some(Some(argument)) => self.0.in_place(argument).map(Some),
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

/// Where the arguments of a call are.
#[derive(Clone, Copy)]
pub struct Arguments<'py> {
    /// Those of all parameters but the module's, in the order of [`Conversions`].
    pub(super) slots: *const Slot<'py, 'py>,
    /// How many slots there are. Past them is nothing bound.
    pub(super) given: usize,
    /// The function's module.
    pub(super) module: *const Slot<'py, 'py>,
}

impl<'py> Arguments<'py> {
    /// Where the argument at `index` is, and whether there is one.
    #[inline(always)]
    fn slot<C: Conversion<'py>>(self, index: usize) -> (*const Slot<'py, 'py>, bool) {
        let slot = match C::KIND {
            Kind::Module => self.module,
            _ => self.slots.wrapping_add(index),
        };
        (slot, index < self.given)
    }
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
    type Function: Copy;

    /// Room for as many arguments.
    type Slots;

    /// Which parameters these are.
    const SHAPE: Shape;

    /// Nothing bound yet.
    const SLOTS: Self::Slots;

    /// What the function is called with.
    type Values;

    /// Whether [`in_place`](Self::in_place) ever gives anything: known where this is compiled.
    fn is_in_place(&self) -> bool;

    /// All values, when they can be had in place, by looking at the objects alone.
    ///
    /// # Safety
    /// As [`convert`](Self::convert).
    unsafe fn in_place(&self, arguments: Arguments<'py>) -> Option<Self::Values>;

    /// Converts what is bound.
    ///
    /// # Errors
    /// The first conversion's that fails, with its parameter's name.
    ///
    /// # Safety
    /// Each conversion finds its argument as its `convert` needs it.
    unsafe fn convert(
        self,
        py: Python<'py>,
        arguments: Arguments<'py>,
        parameters: Parameters,
    ) -> PyResult<Self::Values>;

    /// Calls the function.
    fn call(function: Self::Function, py: Python<'py>, values: Self::Values) -> R;
}

macro_rules! conversions {
    ($($conversion:ident $value:ident $index:tt,)*) => {
        #[allow(unused_variables)] // without parameters
        impl<'py, R, $($conversion: Conversion<'py>),*> Conversions<'py, R> for ($($conversion,)*) {
            type Function = fn(Python<'py>, $($conversion::Value),*) -> R;
            type Slots = [MaybeUninit<Slot<'py, 'py>>; <[usize]>::len(&[$($index),*])];
            type Values = ($($conversion::Value,)*);

            const SHAPE: Shape = Shape::EMPTY$(.with($conversion::KIND))*;
            const SLOTS: Self::Slots = [MaybeUninit::uninit(); <[usize]>::len(&[$($index),*])];

            #[inline(always)]
            fn is_in_place(&self) -> bool {
                true $(&& self.$index.is_in_place())*
            }

            #[inline(always)]
            unsafe fn in_place(&self, arguments: Arguments<'py>) -> Option<Self::Values> {
                $(
                    let (slot, given) = arguments.slot::<$conversion>($index);
                    // SAFETY: the caller's promise.
                    let $value = unsafe { self.$index.in_place(slot, given)? };
                )*
                Some(($($value,)*))
            }

            #[inline(always)]
            unsafe fn convert(
                self,
                py: Python<'py>,
                arguments: Arguments<'py>,
                parameters: Parameters,
            ) -> PyResult<Self::Values> {
                $(
                    let (slot, given) = arguments.slot::<$conversion>($index);
                    // SAFETY: the caller's promise.
                    let $value = match unsafe { self.$index.convert(slot, given) } {
                        Ok(value) => value,
                        Err(error) => return Err(parameters.name_argument(py, error, $index)),
                    };
                )*
                Ok(($($value,)*))
            }

            #[inline(always)]
            fn call(function: Self::Function, py: Python<'py>, values: Self::Values) -> R {
                let ($($value,)*) = values;
                function(py, $($value),*)
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
