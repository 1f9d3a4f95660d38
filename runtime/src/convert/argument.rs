//! What a parameter of a `#[mybind]` function may be.

use std::marker::PhantomData;

use super::InPlace;
use crate::call::{Converter, Typed};
use crate::convert::FromPyObject;
use crate::error::PyResult;
use crate::hint::Hint;
use crate::object::{Borrowed, Bound};
use crate::stub::{Annotation, Piece};
use crate::type_object::PyTypeCheck;
use crate::types::PyAny;

/// A parameter's type: every [`FromPyObject`], and `&Bound<'_, T>` or its `Option`, which lend the argument itself.
///
/// Generated code names it in one form only, `<T as Argument>::...`: the compiler then says once of a type that it is
/// none, however often the code needs it.
#[diagnostic::on_unimplemented(
    message = "a `{Self}` cannot be made from a Python object",
    label = "this type has no conversion from Python",
    note = "the types that have one are listed in the documentation of `mybind::FromPyObject`",
    note = "for a type of your own, write `impl<'a, 'py> FromPyObject<'a, 'py> for {Self}`",
    note = "or take `&Bound<'_, PyAny>` and convert it in the function"
)]
pub trait Argument<'a, 'py>: Sized {
    /// What the stub says is accepted.
    const HINT: Hint;
    /// The same, written for the stub's records.
    const ANNOTATION: Piece = const { &Annotation::of(Self::HINT) }.piece(Self::HINT);
    /// Whether this is an `Option`.
    const OPTIONAL: bool;

    /// Converts an argument of this type.
    const FROM_PYTHON: FromPython<Self> = FromPython(PhantomData);

    /// Whether [`in_place`](Self::in_place) ever gives anything.
    const IN_PLACE: bool = false;

    /// As [`FromPyObject::extract_in_place`].
    #[inline(always)]
    fn in_place(_object: &'a Bound<'py, PyAny>) -> Option<Self> {
        None
    }

    /// Converts the argument that `object` refers to.
    ///
    /// # Errors
    /// The conversion's. The argument's name is not in it yet.
    fn extract(object: &'a Bound<'py, PyAny>) -> PyResult<Self>;

    /// Converts the value of a struct's field.
    ///
    /// # Errors
    /// The conversion's, with the field's name.
    fn field(object: &'a Bound<'py, PyAny>, name: &'static str) -> PyResult<Self> {
        super::field(object, name, Self::extract)
    }

    /// Converts the value of a struct's field, or evaluates the default.
    ///
    /// # Errors
    /// The conversion's, with the field's name.
    fn optional_field(
        found: &'a Option<Bound<'py, PyAny>>,
        name: &'static str,
        otherwise: impl FnOnce() -> Self,
    ) -> PyResult<Self> {
        super::optional_field(found, name, Self::extract, otherwise)
    }

    /// Converts an item of a tuple.
    ///
    /// # Errors
    /// The conversion's, with the index.
    fn tuple_item(object: &'a Bound<'py, PyAny>, index: usize) -> PyResult<Self> {
        super::tuple_item(object, index, Self::extract)
    }
}

impl<'a, 'py, T: FromPyObject<'a, 'py>> Argument<'a, 'py> for T {
    const HINT: Hint = T::INPUT_HINT;
    const OPTIONAL: bool = T::OPTIONAL;
    const IN_PLACE: bool = T::IN_PLACE;

    #[inline(always)]
    fn in_place(object: &'a Bound<'py, PyAny>) -> Option<Self> {
        T::extract_in_place(*Borrowed::of(object), InPlace)
    }

    #[inline]
    fn extract(object: &'a Bound<'py, PyAny>) -> PyResult<Self> {
        T::extract(*Borrowed::of(object)).map_err(Into::into)
    }
}

#[diagnostic::do_not_recommend]
impl<'a, 'py, T: PyTypeCheck> Argument<'a, 'py> for &'a Bound<'py, T> {
    const HINT: Hint = T::TYPE_HINT.as_input();
    const OPTIONAL: bool = false;

    #[inline]
    fn extract(object: &'a Bound<'py, PyAny>) -> PyResult<Self> {
        super::handles::check::<T>(*Borrowed::of(object))?;
        // SAFETY: it has just been checked.
        Ok(unsafe { object.cast_unchecked() })
    }
}

#[diagnostic::do_not_recommend]
impl<'a, 'py, T: PyTypeCheck> Argument<'a, 'py> for Option<&'a Bound<'py, T>> {
    const HINT: Hint = Hint::Union(&[T::TYPE_HINT.as_input(), Hint::None]);
    const OPTIONAL: bool = true;

    #[inline]
    fn extract(object: &'a Bound<'py, PyAny>) -> PyResult<Self> {
        if super::option::is_none(*Borrowed::of(object)) {
            Ok(None)
        } else {
            Argument::extract(object).map(Some)
        }
    }
}

/// Converts an argument to `T`, if that is an [`Argument`].
pub struct FromPython<T>(PhantomData<T>);

impl<T> Typed<'_> for FromPython<T> {
    type Value = T;
}

impl<'py, T: Argument<'py, 'py>> Converter<'py> for FromPython<T> {
    const IN_PLACE: bool = T::IN_PLACE;

    #[inline(always)]
    fn in_place(argument: &'py Bound<'py, PyAny>) -> Option<T> {
        T::in_place(argument)
    }

    #[inline(always)]
    fn convert(self, argument: &'py Bound<'py, PyAny>) -> PyResult<T> {
        T::extract(argument)
    }
}
