//! Python's callables, with the types of their arguments and their result.

use std::fmt;
use std::marker::PhantomData;

use super::InPlace;
use crate::convert::{FromPyObject, FromPyObjectOwned};
use crate::error::{PyErr, PyResult};
use crate::exceptions::PyTypeError;
use crate::ffi;
use crate::hint::Hint;
use crate::interpreter::InterpreterEnded;
use crate::object::{Borrowed, Bound, Py};
use crate::python::Python;
use crate::types::{PyAny, PyCallArgs};

/// A Python callable that is called with `Args` and whose result is an `R`.
///
/// `Args` is what [`Bound::call`] takes: a tuple, whose types may borrow, or a Python tuple. With `()` for `R` any result will
/// do. In the stub it is `Callable[[A, B], R]`.
///
/// ```
/// use mybind::Callback;
/// use mybind::prelude::*;
///
/// /// The words that Python code wants.
/// #[mybind]
/// fn words(text: &str, is_wanted: Callback<'_, (&str, usize), bool>) -> PyResult<Vec<String>> {
///     let mut wanted = Vec::new();
///     for (index, word) in text.split_whitespace().enumerate() {
///         if is_wanted.call((word, index))? {
///             wanted.push(word.to_owned());
///         }
///     }
///     Ok(wanted)
/// }
/// ```
///
/// On this thread, and in this call; [`unbind`](Self::unbind) makes a [`PyCallback`], which can be stored and sent.
#[repr(transparent)]
pub struct Callback<'py, Args, R> {
    callable: Bound<'py, PyAny>,
    // As if it returned its arguments: so they may live as short as the call.
    of: PhantomData<fn() -> (Args, R)>,
}

impl<'py, Args: PyCallArgs<'py>, R: FromPyObjectOwned<'py>> Callback<'py, Args, R> {
    /// Calls it.
    ///
    /// # Errors
    /// What it raises, as it is; and those of converting the arguments and the result.
    pub fn call(&self, args: Args) -> PyResult<R> {
        let result = self.callable.call1(args)?;
        R::from_returned(result.as_borrowed(), InPlace).map_err(|error| {
            error
                .into()
                .with_context(result.py(), "result of the callback: ")
        })
    }
}

impl<'py, Args, R> Callback<'py, Args, R> {
    /// The token of the interpreter that the callable belongs to.
    #[inline]
    pub fn py(&self) -> Python<'py> {
        self.callable.py()
    }

    /// The callable itself.
    #[inline]
    pub fn as_any(&self) -> &Bound<'py, PyAny> {
        &self.callable
    }

    /// The callable itself.
    #[inline]
    pub fn into_any(self) -> Bound<'py, PyAny> {
        self.callable
    }

    /// Detaches it from the interpreter's lifetime, so that it can be stored and sent to other threads.
    #[inline]
    pub fn unbind(self) -> PyCallback<Args, R> {
        PyCallback {
            callable: self.callable.unbind(),
            of: PhantomData,
        }
    }

    #[inline]
    fn of<'a>(callable: &'a Bound<'py, PyAny>) -> &'a Self {
        // SAFETY: it is nothing but its callable.
        unsafe { &*(&raw const *callable).cast() }
    }
}

/// A [`Callback`] that is not tied to an attached thread: it can be stored and sent to other threads, as [`Py`] can.
pub struct PyCallback<Args, R> {
    callable: Py<PyAny>,
    of: PhantomData<fn() -> (Args, R)>,
}

impl<Args, R> PyCallback<Args, R> {
    /// The callback, usable as long as the thread is attached.
    ///
    /// # Panics
    /// When the thread is attached to another interpreter than the callable's.
    #[inline]
    #[track_caller]
    pub fn bind<'py>(&self, py: Python<'py>) -> &Callback<'py, Args, R> {
        Callback::of(self.callable.bind(py))
    }

    /// Calls it.
    ///
    /// # Errors
    /// As [`Callback::call`].
    ///
    /// # Panics
    /// When the thread is attached to another interpreter than the callable's.
    #[track_caller]
    pub fn call<'py>(&self, py: Python<'py>, args: Args) -> PyResult<R>
    where
        Args: PyCallArgs<'py>,
        R: FromPyObjectOwned<'py>,
    {
        self.bind(py).call(args)
    }

    /// Attaches this thread to the callable's own interpreter, and calls `f`: see [`Py::attach`].
    ///
    /// # Errors
    /// [`InterpreterEnded`] when that interpreter shuts down or has ended.
    pub fn attach<T>(
        &self,
        f: impl for<'py> FnOnce(&Callback<'py, Args, R>) -> T + Send,
    ) -> Result<T, InterpreterEnded> {
        self.callable.attach(|callable| f(Callback::of(callable)))
    }

    /// Another reference to the same callable.
    ///
    /// # Panics
    /// When the thread is attached to another interpreter than the callable's.
    #[track_caller]
    pub fn clone_ref(&self, py: Python<'_>) -> Self {
        PyCallback {
            callable: self.callable.clone_ref(py),
            of: PhantomData,
        }
    }

    /// The callable itself.
    pub fn as_any(&self) -> &Py<PyAny> {
        &self.callable
    }
}

impl<Args, R> Clone for Callback<'_, Args, R> {
    fn clone(&self) -> Self {
        Callback {
            callable: self.callable.clone(),
            of: PhantomData,
        }
    }
}

impl<Args, R> fmt::Debug for Callback<'_, Args, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.callable.fmt(f)
    }
}

impl<Args, R> fmt::Debug for PyCallback<Args, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.callable.fmt(f)
    }
}

/// TypeError for what cannot be called. What it takes and gives shows when it is called.
impl<'a, 'py, Args, R> FromPyObject<'a, 'py> for Callback<'py, Args, R>
where
    Args: PyCallArgs<'py>,
    R: FromPyObjectOwned<'py>,
{
    type Error = PyErr;

    const INPUT_HINT: Hint = Hint::Subscript(
        &Hint::Import("collections.abc", "Callable"),
        &[Args::HINT, <R as FromPyObject<'a, 'py>>::RETURNED_HINT],
    );

    fn extract(object: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
        // SAFETY: a live object.
        if unsafe { ffi::PyCallable_Check(object.as_ptr()) } == 0 {
            let name = super::type_name(object);
            return Err(PyTypeError::new_err(format!(
                "'{name}' object is not callable"
            )));
        }
        Ok(Callback {
            callable: object.to_owned(),
            of: PhantomData,
        })
    }
}

/// As [`Callback`].
impl<'a, 'py, Args, R> FromPyObject<'a, 'py> for PyCallback<Args, R>
where
    Args: PyCallArgs<'py>,
    R: FromPyObjectOwned<'py>,
{
    type Error = PyErr;

    const INPUT_HINT: Hint = <Callback<'py, Args, R> as FromPyObject<'a, 'py>>::INPUT_HINT;

    fn extract(object: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
        Callback::extract(object).map(Callback::unbind)
    }
}
