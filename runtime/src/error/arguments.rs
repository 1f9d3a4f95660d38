use std::any::Any;
use std::borrow::Cow;

use super::state::Argument;
use super::PyResult;
use crate::convert::{IntoPyObject, IntoPyObjectExt};
use crate::object::Py;
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
    fn arguments(self, py: Python<'_>) -> Py<PyAny> {
        self.try_arguments(py).expect("the arguments of an exception became Python objects")
    }

    fn try_arguments(self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.into_py_any(py)
    }
}

/// Notes `args` for later. Texts, which most are, are kept as they are: no second allocation, and a message can
/// still be completed.
pub(super) fn argument<A: PyErrArguments + 'static>(args: A) -> Argument {
    let mut args = Some(args);
    // An `Option`, so that the value can be moved out through the reference.
    let any: &mut dyn Any = &mut args;
    if let Some(text) = any.downcast_mut::<Option<&'static str>>() {
        return text.take().map_or(Argument::None, |text| Argument::Text(text.into()));
    }
    if let Some(text) = any.downcast_mut::<Option<String>>() {
        return text.take().map_or(Argument::None, |text| Argument::Text(text.into()));
    }
    if let Some(text) = any.downcast_mut::<Option<Cow<'static, str>>>() {
        return text.take().map_or(Argument::None, Argument::Text);
    }
    match args {
        Some(args) => Argument::Deferred(Box::new(|py| args.try_arguments(py))),
        None => Argument::None,
    }
}

