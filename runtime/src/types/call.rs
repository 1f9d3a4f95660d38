//! Calls of any object.

use super::{PyAny, PyDict, PyString, PyTuple};
use crate::convert::{IntoPyObject, IntoPyObjectExt};
use crate::error::{PyErr, PyResult};
use crate::exceptions::PySystemError;
use crate::ffi;
use crate::hint::Hint;
use crate::object::{Borrowed, Bound, BoundObject, Py};
use crate::python::Python;

/// The positional arguments of a call: `()`, a tuple of up to twelve values, or a Python tuple.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the arguments of a Python call",
    label = "neither a tuple of convertible values nor a Python tuple",
    note = "for a single argument, write `(argument,)`"
)]
pub trait PyCallArgs<'py>: sealed::Sealed<'py> {
    /// The parameters of what is called, as the stub says it: the first argument of `Callable`.
    #[doc(hidden)]
    const HINT: Hint;

    #[doc(hidden)]
    fn call(
        self,
        callee: Callee<'_, 'py>,
        kwargs: Option<&Bound<'py, PyDict>>,
    ) -> PyResult<Bound<'py, PyAny>>;
}

mod sealed {
    pub trait Sealed<'py> {}
}

/// What is called.
#[doc(hidden)]
#[derive(Clone, Copy)]
pub enum Callee<'a, 'py> {
    /// An object.
    Object(Borrowed<'a, 'py, PyAny>),
    /// An object's method, which need not come into being for the call.
    Method(Borrowed<'a, 'py, PyAny>, Borrowed<'a, 'py, PyString>),
}

impl<'py> Bound<'py, PyAny> {
    /// `self(*args, **kwargs)`.
    ///
    /// # Errors
    /// TypeError when it is not callable, and what it raises.
    #[inline]
    pub fn call<A>(
        &self,
        args: A,
        kwargs: Option<&Bound<'py, PyDict>>,
    ) -> PyResult<Bound<'py, PyAny>>
    where
        A: PyCallArgs<'py>,
    {
        args.call(Callee::Object(self.as_borrowed()), kwargs)
    }

    /// `self()`.
    ///
    /// # Errors
    /// As [`call`](Self::call).
    #[inline]
    pub fn call0(&self) -> PyResult<Bound<'py, PyAny>> {
        self.call((), None)
    }

    /// `self(*args)`.
    ///
    /// # Errors
    /// As [`call`](Self::call).
    #[inline]
    pub fn call1<A: PyCallArgs<'py>>(&self, args: A) -> PyResult<Bound<'py, PyAny>> {
        self.call(args, None)
    }

    /// `self.name(*args, **kwargs)`.
    ///
    /// # Errors
    /// AttributeError when there is no such method, and what it raises.
    #[inline]
    pub fn call_method<N, A>(
        &self,
        name: N,
        args: A,
        kwargs: Option<&Bound<'py, PyDict>>,
    ) -> PyResult<Bound<'py, PyAny>>
    where
        N: IntoPyObject<'py, Target = PyString>,
        A: PyCallArgs<'py>,
    {
        let name = name.into_pyobject_or_pyerr(self.py())?;
        args.call(
            Callee::Method(self.as_borrowed(), name.as_borrowed()),
            kwargs,
        )
    }

    /// `self.name()`.
    ///
    /// # Errors
    /// As [`call_method`](Self::call_method).
    #[inline]
    pub fn call_method0<N>(&self, name: N) -> PyResult<Bound<'py, PyAny>>
    where
        N: IntoPyObject<'py, Target = PyString>,
    {
        self.call_method(name, (), None)
    }

    /// `self.name(*args)`.
    ///
    /// # Errors
    /// As [`call_method`](Self::call_method).
    #[inline]
    pub fn call_method1<N, A>(&self, name: N, args: A) -> PyResult<Bound<'py, PyAny>>
    where
        N: IntoPyObject<'py, Target = PyString>,
        A: PyCallArgs<'py>,
    {
        self.call_method(name, args, None)
    }
}

impl<'a, 'py> Callee<'a, 'py> {
    #[inline]
    fn py(self) -> Python<'py> {
        match self {
            Callee::Object(object) | Callee::Method(object, _) => object.py(),
        }
    }

    #[inline]
    fn callable(self) -> PyResult<Bound<'py, PyAny>> {
        match self {
            Callee::Object(object) => Ok(object.to_owned()),
            Callee::Method(object, name) => object.getattr(&*name),
        }
    }

    /// Calls with the arguments `frame[1..]`; `frame[0]` is room that the call may use.
    ///
    /// # Safety
    /// `frame` is not empty, and all but its first element are live objects.
    #[cfg(any(Py_3_12, not(Py_LIMITED_API)))]
    #[inline]
    unsafe fn call_array(
        self,
        frame: &mut [*mut ffi::PyObject],
        kwargs: Option<&Bound<'py, PyDict>>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let count = frame.len() - 1;
        // SAFETY: live objects, by the caller's promise, `count` arguments from the second element on. The flag says that
        // the element before the arguments is ours to lend. The result is a new reference, or null.
        unsafe {
            let result = match (self, kwargs) {
                (Callee::Method(object, name), None) => {
                    frame[0] = object.as_ptr();
                    ffi::PyObject_VectorcallMethod(
                        name.as_ptr(),
                        frame.as_ptr(),
                        count + 1,
                        std::ptr::null_mut(),
                    )
                }
                #[cfg(Py_3_11)]
                (Callee::Object(object), None) => ffi::PyObject_Vectorcall(
                    object.as_ptr(),
                    frame.as_mut_ptr().add(1),
                    count | ffi::PY_VECTORCALL_ARGUMENTS_OFFSET,
                    std::ptr::null_mut(),
                ),
                // No function of the library before.
                #[cfg(not(Py_3_11))]
                (Callee::Object(object), None) => ffi::PyObject_VectorcallDict(
                    object.as_ptr(),
                    frame.as_mut_ptr().add(1),
                    count | ffi::PY_VECTORCALL_ARGUMENTS_OFFSET,
                    std::ptr::null_mut(),
                ),
                (_, Some(kwargs)) => return self.call_with_keywords(frame, kwargs),
            };
            Bound::from_owned_or_err(self.py(), result)
        }
    }

    /// As above; the stable ABI has vectorcall from 3.12 on.
    ///
    /// # Safety
    /// `frame` is not empty, and all but its first element are live objects.
    #[cfg(not(any(Py_3_12, not(Py_LIMITED_API))))]
    #[inline]
    unsafe fn call_array(
        self,
        frame: &mut [*mut ffi::PyObject],
        kwargs: Option<&Bound<'py, PyDict>>,
    ) -> PyResult<Bound<'py, PyAny>> {
        // SAFETY: the caller's promise.
        let arguments = unsafe { tuple_of(self.py(), &frame[1..])? };
        self.call_tuple(&arguments, kwargs)
    }

    /// As above, with keyword arguments.
    ///
    /// # Safety
    /// `frame` is not empty, and all but its first element are live objects.
    #[cfg(not(Py_LIMITED_API))]
    #[inline]
    unsafe fn call_with_keywords(
        self,
        frame: &mut [*mut ffi::PyObject],
        kwargs: &Bound<'py, PyDict>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let callable = self.callable()?;
        let count = frame.len() - 1;
        // SAFETY: live objects, by the caller's promise, `count` arguments from the second element on, and a dict. The flag
        // says that the element before the arguments is ours to lend. The result is a new reference, or null.
        unsafe {
            let result = ffi::PyObject_VectorcallDict(
                callable.as_ptr(),
                frame.as_mut_ptr().add(1),
                count | ffi::PY_VECTORCALL_ARGUMENTS_OFFSET,
                kwargs.as_ptr(),
            );
            Bound::from_owned_or_err(self.py(), result)
        }
    }

    /// As above; the stable ABI has no such call.
    ///
    /// # Safety
    /// `frame` is not empty, and all but its first element are live objects.
    #[cfg(all(Py_3_12, Py_LIMITED_API))]
    #[inline]
    unsafe fn call_with_keywords(
        self,
        frame: &mut [*mut ffi::PyObject],
        kwargs: &Bound<'py, PyDict>,
    ) -> PyResult<Bound<'py, PyAny>> {
        // SAFETY: the caller's promise.
        let arguments = unsafe { tuple_of(self.py(), &frame[1..])? };
        self.call_tuple(&arguments, Some(kwargs))
    }

    #[inline]
    fn call_tuple(
        self,
        arguments: &Bound<'py, PyTuple>,
        kwargs: Option<&Bound<'py, PyDict>>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let callable = self.callable()?;
        let kwargs = kwargs.map_or(std::ptr::null_mut(), Bound::as_ptr);
        // SAFETY: live objects, a tuple, and a dict or null; the result is a new reference, or null.
        unsafe {
            let result = ffi::PyObject_Call(callable.as_ptr(), arguments.as_ptr(), kwargs);
            Bound::from_owned_or_opt(self.py(), result).ok_or_else(|| failure_of(&callable))
        }
    }
}

/// What a call of `callable` by `PyObject_Call` has raised. If it has raised nothing, a SystemError that names it: `PyObject_Call`,
/// unlike the other calls, does not look. CPython itself is at fault so: 3.11 to 3.13 lose what a Python function raises when there
/// is no memory for its caller's frame object.
#[cold]
#[inline(never)]
fn failure_of(callable: &Bound<'_, PyAny>) -> PyErr {
    let py = callable.py();
    if PyErr::occurred(py) {
        return PyErr::fetch(py);
    }
    match callable.repr() {
        // `_Py_CheckFunctionResult`'s words
        Ok(callable) => PySystemError::new_err(format!(
            "{} returned NULL without setting an exception",
            callable.to_string_lossy()
        )),
        Err(error) => error,
    }
}

/// A tuple of these objects.
///
/// # Safety
/// They are live objects.
#[cfg(Py_LIMITED_API)]
#[inline]
unsafe fn tuple_of<'py>(
    py: Python<'py>,
    objects: &[*mut ffi::PyObject],
) -> PyResult<Bound<'py, PyTuple>> {
    let objects = objects.iter().map(|object| {
        // SAFETY: the caller's promise.
        unsafe { Borrowed::<PyAny>::from_borrowed(py, *object) }
    });
    PyTuple::new(py, objects)
}

macro_rules! tuple_arguments {
    ($($value:ident $Type:ident),*) => {
        impl<'py, $($Type: IntoPyObject<'py>),*> sealed::Sealed<'py> for ($($Type,)*) {}

        impl<'py, $($Type: IntoPyObject<'py>),*> PyCallArgs<'py> for ($($Type,)*) {
            const HINT: Hint = Hint::List(&[$($Type::OUTPUT_HINT),*]);

            #[allow(unused_variables, reason = "of `()`")]
            #[inline]
            fn call(
                self,
                callee: Callee<'_, 'py>,
                kwargs: Option<&Bound<'py, PyDict>>,
            ) -> PyResult<Bound<'py, PyAny>> {
                let py = callee.py();
                let ($($value,)*) = self;
                $(let $value = $value.into_pyobject_or_pyerr(py)?;)*
                let mut frame = [std::ptr::null_mut(), $($value.as_borrowed().as_ptr()),*];
                // SAFETY: the objects live until the end of this function.
                unsafe { callee.call_array(&mut frame, kwargs) }
            }
        }
    };
}

tuple_arguments!();
tuple_arguments!(a A);
tuple_arguments!(a A, b B);
tuple_arguments!(a A, b B, c C);
tuple_arguments!(a A, b B, c C, d D);
tuple_arguments!(a A, b B, c C, d D, e E);
tuple_arguments!(a A, b B, c C, d D, e E, f F);
tuple_arguments!(a A, b B, c C, d D, e E, f F, g G);
tuple_arguments!(a A, b B, c C, d D, e E, f F, g G, h H);
tuple_arguments!(a A, b B, c C, d D, e E, f F, g G, h H, i I);
tuple_arguments!(a A, b B, c C, d D, e E, f F, g G, h H, i I, j J);
tuple_arguments!(a A, b B, c C, d D, e E, f F, g G, h H, i I, j J, k K);
tuple_arguments!(a A, b B, c C, d D, e E, f F, g G, h H, i I, j J, k K, l L);

macro_rules! python_tuple_arguments {
    ($($tuple:ty, $self:ident, $py:ident => $borrowed:expr;)*) => {$(
        impl<'py> sealed::Sealed<'py> for $tuple {}

        impl<'py> PyCallArgs<'py> for $tuple {
            const HINT: Hint = Hint::Ellipsis;

            #[inline]
            fn call(
                $self,
                callee: Callee<'_, 'py>,
                kwargs: Option<&Bound<'py, PyDict>>,
            ) -> PyResult<Bound<'py, PyAny>> {
                let $py = callee.py();
                callee.call_tuple($borrowed, kwargs)
            }
        }
    )*};
}

python_tuple_arguments! {
    Py<PyTuple>, self, py => self.bind(py);
    &Py<PyTuple>, self, py => self.bind(py);
    Bound<'py, PyTuple>, self, _py => &self;
    &Bound<'py, PyTuple>, self, _py => self;
    Borrowed<'_, 'py, PyTuple>, self, _py => &self;
}
