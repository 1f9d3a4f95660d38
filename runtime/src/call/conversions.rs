//! How the arguments of a call become the function's: a list with one conversion for each parameter.
//!
//! What goes through all of them is written once, for a list: the first one and the list of the others. Of each length there is only the
//! call of a function with so many arguments, which has no bounds: the compiler would go through those of every parameter again for every
//! one of them.

use std::mem::MaybeUninit;

use super::conversion::{Conversion, Typed};
use super::shape::{Kind, Shape};
use crate::error::{PyErr, PyResult};
use crate::ffi;
use crate::parameters::{Parameters, Slot};
use crate::python::Python;

/// What a function is called with, as a list: nothing, or the first value and the list of the others.
///
/// The function itself takes them in this order, after the token; what it returns is `R`.
#[diagnostic::on_unimplemented(
    message = "a function can have no more than 32 parameters",
    note = "take some of them together: by `**kwargs`, or a type with `#[derive(FromPyObject)]`"
)]
pub trait Values<'py, R> {
    /// The function that is called.
    type Function: Copy;

    /// Calls the function.
    fn call(self, function: Self::Function, py: Python<'py>) -> R;
}

/// The conversions of all parameters, as a list: nothing, or the first one and the list of the others. First those that can be given by
/// position, then the keyword-only ones, `*args`, `**kwargs`, and the module.
///
/// They give a list of the same form.
pub trait ConversionList<'py>: Typed<'py> {
    /// Room for as many arguments.
    type Slots;

    /// Which parameters these are.
    const SHAPE: Shape;

    /// Whether [`in_place`](Self::in_place) ever gives anything.
    const IN_PLACE: bool;

    /// All values, when they can be had in place, by looking at the objects alone.
    ///
    /// # Safety
    /// As [`convert`](Self::convert).
    unsafe fn in_place(arguments: Arguments<'py>) -> Option<Self::Value>;

    /// Converts what is bound.
    ///
    /// # Errors
    /// The first conversion's that fails, with its parameter's name.
    ///
    /// # Safety
    /// Each conversion finds its argument as its `convert` needs it.
    unsafe fn convert(self, arguments: Arguments<'py>) -> PyResult<Self::Value>;
}

impl Typed<'_> for () {
    type Value = ();
}

impl<'py, First: Typed<'py>, Others: Typed<'py>> Typed<'py> for (First, Others) {
    type Value = (First::Value, Others::Value);
}

impl<'py> ConversionList<'py> for () {
    // Nothing, where a slot could be.
    type Slots = [MaybeUninit<Slot<'py, 'py>>; 0];
    const SHAPE: Shape = Shape::EMPTY;
    const IN_PLACE: bool = true;

    #[inline(always)]
    unsafe fn in_place(_arguments: Arguments<'py>) -> Option<()> {
        Some(())
    }

    #[inline(always)]
    unsafe fn convert(self, _arguments: Arguments<'py>) -> PyResult<()> {
        Ok(())
    }
}

impl<'py, First, Others> ConversionList<'py> for (First, Others)
where
    First: Conversion<'py>,
    Others: ConversionList<'py>,
{
    type Slots = SlotList<'py, Others::Slots>;
    const SHAPE: Shape = Others::SHAPE.with(First::KIND);
    const IN_PLACE: bool = First::IN_PLACE && Others::IN_PLACE;

    #[inline(always)]
    unsafe fn in_place(arguments: Arguments<'py>) -> Option<Self::Value> {
        let (slot, given) = arguments.first(First::KIND);
        // SAFETY: the caller's promise.
        unsafe {
            let first = First::in_place(slot, given)?;
            Some((first, Others::in_place(arguments.others())?))
        }
    }

    #[inline(always)]
    unsafe fn convert(self, arguments: Arguments<'py>) -> PyResult<Self::Value> {
        let (slot, given) = arguments.first(First::KIND);
        // SAFETY: the caller's promise.
        unsafe {
            let first = match self.0.convert(slot, given) {
                Ok(first) => first,
                Err(error) => return Err(arguments.name_first(error)),
            };
            Ok((first, self.1.convert(arguments.others())?))
        }
    }
}

/// Room for a list of arguments, one behind the other.
#[repr(C)]
pub struct SlotList<'py, Others>(MaybeUninit<Slot<'py, 'py>>, Others);

/// Where the arguments of a call are, from one on.
#[derive(Clone, Copy)]
pub struct Arguments<'py> {
    py: Python<'py>,
    parameters: Parameters,
    slots: *const Slot<'py, 'py>,
    given: usize,
    module: *const Slot<'py, 'py>,
    index: usize,
}

impl<'py> Arguments<'py> {
    /// All of them: `slots` has those of all parameters but the module's, in the order of [`ConversionList`], and so many are `given`; past them
    /// is nothing bound.
    #[inline(always)]
    pub(super) fn new(
        py: Python<'py>,
        parameters: Parameters,
        module: &*mut ffi::PyObject,
        slots: *const *mut ffi::PyObject,
        given: usize,
    ) -> Self {
        Arguments {
            py,
            parameters,
            slots: slots.cast(),
            given,
            module: (&raw const *module).cast(),
            index: 0,
        }
    }

    /// Where the first one is, and whether there is one.
    #[inline(always)]
    fn first(self, kind: Kind) -> (*const Slot<'py, 'py>, bool) {
        let slot = match kind {
            Kind::Module => self.module,
            _ => self.slots.wrapping_add(self.index),
        };
        (slot, self.index < self.given)
    }

    /// Those after the first.
    #[inline(always)]
    fn others(self) -> Self {
        let index = self.index + 1;
        Arguments { index, ..self }
    }

    /// Says that it was the first one that could not be converted.
    #[inline(always)]
    fn name_first(self, error: PyErr) -> PyErr {
        self.parameters.name_argument(self.py, error, self.index)
    }
}

macro_rules! values {
    ([$($Value:ident $value:ident,)*] $list:pat, $List:ty) => {
        #[diagnostic::do_not_recommend] // where there are too many
        impl<'py, R, $($Value),*> Values<'py, R> for $List {
            type Function = fn(Python<'py>, $($Value),*) -> R;

            #[inline(always)]
            fn call(self, function: Self::Function, py: Python<'py>) -> R {
                let $list = self;
                function(py, $($value),*)
            }
        }
    };
}

/// The lists of each length, from the last value to the first.
macro_rules! of_each_length {
    ([$($after:tt)*] $list:pat, $List:ty;) => {
        values!([$($after)*] $list, $List);
    };
    ([$($after:tt)*] $list:pat, $List:ty; $Value:ident $value:ident, $($rest:tt)*) => {
        values!([$($after)*] $list, $List);
        of_each_length!([$Value $value, $($after)*] ($value, $list), ($Value, $List); $($rest)*);
    };
}

#[rustfmt::skip]
of_each_length!(
    [] (), ();
    V31 a31, V30 a30, V29 a29, V28 a28, V27 a27, V26 a26, V25 a25, V24 a24, V23 a23, V22 a22, V21 a21, V20 a20, V19 a19, V18 a18, V17 a17,
    V16 a16, V15 a15, V14 a14, V13 a13, V12 a12, V11 a11, V10 a10, V9 a9, V8 a8, V7 a7, V6 a6, V5 a5, V4 a4, V3 a3, V2 a2, V1 a1, V0 a0,
);
