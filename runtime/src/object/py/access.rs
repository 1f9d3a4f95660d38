//! What a [`Bound`] can do, on a [`Py`] directly: shorthands for `self.bind(py)`. All panic, as `bind`
//! does, when the thread is attached to another interpreter than the object's.

use super::Py;
use crate::convert::IntoPyObject;
use crate::error::PyResult;
use crate::object::Bound;
use crate::python::Python;
use crate::types::{PyAny, PyCallArgs, PyDict, PyString};

impl<T> Py<T> {
    /// How many references there are (`Py_REFCNT`).
    #[track_caller]
    #[inline]
    pub fn get_refcnt(&self, py: Python<'_>) -> isize {
        self.as_any().bind(py).get_refcnt()
    }

    /// `bool(self)`.
    ///
    /// # Errors
    /// What `__bool__` or `__len__` raises.
    #[track_caller]
    #[inline]
    pub fn is_truthy(&self, py: Python<'_>) -> PyResult<bool> {
        self.as_any().bind(py).is_truthy()
    }

    /// `self.name`.
    ///
    /// # Errors
    /// As [`Bound::getattr`].
    #[track_caller]
    #[inline]
    pub fn getattr<'py, N>(&self, py: Python<'py>, name: N) -> PyResult<Py<PyAny>>
    where
        N: IntoPyObject<'py, Target = PyString>,
    {
        self.as_any().bind(py).getattr(name).map(Bound::unbind)
    }

    /// `self.name = value`.
    ///
    /// # Errors
    /// As [`Bound::setattr`].
    #[track_caller]
    #[inline]
    pub fn setattr<'py, N, V>(&self, py: Python<'py>, name: N, value: V) -> PyResult<()>
    where
        N: IntoPyObject<'py, Target = PyString>,
        V: IntoPyObject<'py>,
    {
        self.as_any().bind(py).setattr(name, value)
    }

    /// `self(*args, **kwargs)`.
    ///
    /// # Errors
    /// As [`Bound::call`].
    #[track_caller]
    #[inline]
    pub fn call<'py, A: PyCallArgs<'py>>(
        &self,
        py: Python<'py>,
        args: A,
        kwargs: Option<&Bound<'py, PyDict>>,
    ) -> PyResult<Py<PyAny>> {
        self.as_any().bind(py).call(args, kwargs).map(Bound::unbind)
    }

    /// `self()`.
    ///
    /// # Errors
    /// As [`Bound::call`].
    #[track_caller]
    #[inline]
    pub fn call0(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.as_any().bind(py).call0().map(Bound::unbind)
    }

    /// `self(*args)`.
    ///
    /// # Errors
    /// As [`Bound::call`].
    #[track_caller]
    #[inline]
    pub fn call1<'py, A: PyCallArgs<'py>>(&self, py: Python<'py>, args: A) -> PyResult<Py<PyAny>> {
        self.as_any().bind(py).call1(args).map(Bound::unbind)
    }

    /// `self.name(*args, **kwargs)`.
    ///
    /// # Errors
    /// As [`Bound::call_method`].
    #[track_caller]
    #[inline]
    pub fn call_method<'py, N, A>(
        &self,
        py: Python<'py>,
        name: N,
        args: A,
        kwargs: Option<&Bound<'py, PyDict>>,
    ) -> PyResult<Py<PyAny>>
    where
        N: IntoPyObject<'py, Target = PyString>,
        A: PyCallArgs<'py>,
    {
        self.as_any()
            .bind(py)
            .call_method(name, args, kwargs)
            .map(Bound::unbind)
    }

    /// `self.name()`.
    ///
    /// # Errors
    /// As [`Bound::call_method`].
    #[track_caller]
    #[inline]
    pub fn call_method0<'py, N>(&self, py: Python<'py>, name: N) -> PyResult<Py<PyAny>>
    where
        N: IntoPyObject<'py, Target = PyString>,
    {
        self.as_any().bind(py).call_method0(name).map(Bound::unbind)
    }

    /// `self.name(*args)`.
    ///
    /// # Errors
    /// As [`Bound::call_method`].
    #[track_caller]
    #[inline]
    pub fn call_method1<'py, N, A>(&self, py: Python<'py>, name: N, args: A) -> PyResult<Py<PyAny>>
    where
        N: IntoPyObject<'py, Target = PyString>,
        A: PyCallArgs<'py>,
    {
        self.as_any()
            .bind(py)
            .call_method1(name, args)
            .map(Bound::unbind)
    }
}
