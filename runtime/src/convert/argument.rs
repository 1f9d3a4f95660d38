//! What a parameter of a `#[mybind]` function may be.

use crate::convert::FromPyObject;
use crate::error::PyResult;
use crate::hint::Hint;
use crate::object::{Borrowed, Bound};
use crate::type_object::PyTypeCheck;
use crate::types::PyAny;

/// A parameter's type: every [`FromPyObject`], and `&Bound<'_, T>` or its `Option`, which lend the argument itself.
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
    /// Whether this is an `Option`.
    const OPTIONAL: bool;

    /// Converts the argument that `object` refers to.
    ///
    /// # Errors
    /// The conversion's. The argument's name is not in it yet.
    fn from_argument(object: &'a Borrowed<'a, 'py, PyAny>) -> PyResult<Self>;
}

#[diagnostic::do_not_recommend]
impl<'a, 'py, T: FromPyObject<'a, 'py>> Argument<'a, 'py> for T {
    const HINT: Hint = T::INPUT_HINT;
    const OPTIONAL: bool = T::OPTIONAL;

    #[inline]
    fn from_argument(object: &'a Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
        T::extract(*object).map_err(Into::into)
    }
}

#[diagnostic::do_not_recommend]
impl<'a, 'py, T: PyTypeCheck> Argument<'a, 'py> for &'a Bound<'py, T> {
    const HINT: Hint = T::TYPE_HINT.as_input();
    const OPTIONAL: bool = false;

    #[inline]
    fn from_argument(object: &'a Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
        Ok(Bound::cast(object)?)
    }
}

#[diagnostic::do_not_recommend]
impl<'a, 'py, T: PyTypeCheck> Argument<'a, 'py> for Option<&'a Bound<'py, T>> {
    const HINT: Hint = Hint::Union(&[T::TYPE_HINT.as_input(), Hint::None]);
    const OPTIONAL: bool = true;

    #[inline]
    fn from_argument(object: &'a Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
        if super::option::is_none(*object) {
            Ok(None)
        } else {
            Ok(Some(Bound::cast(object)?))
        }
    }
}
