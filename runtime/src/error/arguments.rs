use std::any::TypeId;
use std::borrow::Cow;
use std::mem::ManuallyDrop;

use super::PyResult;
use super::state::Argument;
use crate::convert::{IntoPyObject, IntoPyObjectExt};
use crate::object::Py;
use crate::panic::unwind;
use crate::python::Python;
use crate::types::PyAny;

/// What an exception is made with: `"message"`, a `String`, a tuple of several arguments, `()` for none, or any
/// other [`IntoPyObject`].
///
/// It is kept until the exception object is needed, and turned into Python objects then.
pub trait PyErrArguments: Send + Sync {
    /// The arguments as one object; a tuple stands for several arguments.
    ///
    /// # Panics
    /// When the conversion fails.
    fn arguments(self, py: Python<'_>) -> Py<PyAny>;

    /// As [`arguments`](Self::arguments), for conversions that can fail.
    #[doc(hidden)]
    #[inline]
    fn try_arguments(self, py: Python<'_>) -> PyResult<Py<PyAny>>
    where
        Self: Sized,
    {
        Ok(self.arguments(py))
    }
}

impl<T> PyErrArguments for T
where
    T: for<'py> IntoPyObject<'py> + Send + Sync,
{
    #[inline]
    fn arguments(self, py: Python<'_>) -> Py<PyAny> {
        self.try_arguments(py).unwrap_or_else(|error| unwind(error))
    }

    #[inline]
    fn try_arguments(self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.into_py_any(py)
    }
}

/// Notes `args` for later. Texts, which most are, are kept as they are: no second allocation, and a message can
/// still be completed.
#[inline]
pub(super) fn argument<A: PyErrArguments + 'static>(args: A) -> Argument {
    let args = match same_type::<A, &'static str>(args) {
        Ok(text) => return Argument::Text(Cow::Borrowed(text)),
        Err(args) => args,
    };
    let args = match same_type::<A, String>(args) {
        Ok(text) => return Argument::Text(Cow::Owned(text)),
        Err(args) => args,
    };
    match same_type::<A, Cow<'static, str>>(args) {
        Ok(text) => Argument::Text(text),
        Err(args) => Argument::Deferred(Box::new(|py| args.try_arguments(py))),
    }
}

/// `value` as a `B`, if `A` is that type. Which it is, is known when this is compiled.
#[inline]
pub(super) fn same_type<A: 'static, B: 'static>(value: A) -> Result<B, A> {
    if TypeId::of::<A>() != TypeId::of::<B>() {
        return Err(value);
    }
    let value = ManuallyDrop::new(value);
    // SAFETY: the two are one type, and the original is not used or dropped after this.
    Ok(unsafe { std::mem::transmute_copy::<A, B>(&*value) })
}
