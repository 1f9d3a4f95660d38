//! Values that each interpreter has its own of: [`PyOnceLock`], and [`intern!`](crate::intern) for strings. And locks that do
//! not stand in Python's way: [`PyMutex`], [`MutexExt`] and its kin, [`critical_section`].

pub mod critical_section;
mod locks;
mod mutex;

use std::marker::PhantomData;
use std::ptr;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicPtr, Ordering};

use crate::convert::IntoPyObject;
use crate::error::PyResult;
use crate::interpreter::Interpreter;
use crate::object::{Bound, Py};
use crate::python::Python;
use crate::type_object::PyTypeCheck;
use crate::types::PyString;

#[allow(deprecated)]
pub use crate::deprecated::GILOnceCell;
pub use locks::{MutexExt, OnceExt, OnceLockExt, RwLockExt};
pub use mutex::{PyMutex, PyMutexGuard, nonpoison};

/// A value that is made once per interpreter, on first use. It may sit in a `static`.
///
/// ```no_run
/// use mybind::prelude::*;
/// use mybind::sync::PyOnceLock;
///
/// fn decimal<'py>(py: Python<'py>) -> PyResult<&'py Bound<'py, PyAny>> {
///     static DECIMAL: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
///     DECIMAL.import(py, "decimal", "Decimal")
/// }
/// ```
///
/// Several threads may make the value at the same time: the first to finish wins, and the others' values are dropped.
/// So nothing waits, and making a value may run Python code, even code that comes back to the same `PyOnceLock`.
///
/// Values of interpreters that have ended are kept until the `PyOnceLock` is dropped.
pub struct PyOnceLock<T> {
    /// A list that only grows, one node per interpreter.
    newest: AtomicPtr<Node<T>>,
    /// `Send` and `Sync` under the same conditions.
    like: PhantomData<OnceLock<T>>,
}

struct Node<T> {
    interpreter: &'static Interpreter,
    value: T,
    older: *mut Node<T>,
}

impl<T> PyOnceLock<T> {
    /// Without any value.
    #[inline]
    pub const fn new() -> Self {
        PyOnceLock {
            newest: AtomicPtr::new(ptr::null_mut()),
            like: PhantomData,
        }
    }

    /// This interpreter's value, if it has been made.
    #[inline]
    pub fn get(&self, py: Python<'_>) -> Option<&T> {
        self.find(self.newest.load(Ordering::Acquire), |interpreter| {
            interpreter.is_current(py)
        })
    }

    /// This interpreter's value; made by `f` if there is none yet.
    #[inline]
    pub fn get_or_init(&self, py: Python<'_>, f: impl FnOnce() -> T) -> &T {
        match self.get(py) {
            Some(value) => value,
            None => self.keep(py, f()).unwrap_or_else(|(kept, _)| kept),
        }
    }

    /// This interpreter's value; made by `f` if there is none yet.
    ///
    /// # Errors
    /// `f`'s; then there is still no value.
    #[inline]
    pub fn get_or_try_init<E>(
        &self,
        py: Python<'_>,
        f: impl FnOnce() -> Result<T, E>,
    ) -> Result<&T, E> {
        match self.get(py) {
            Some(value) => Ok(value),
            None => Ok(self.keep(py, f()?).unwrap_or_else(|(kept, _)| kept)),
        }
    }

    /// Sets this interpreter's value.
    ///
    /// # Errors
    /// `value` itself, when there is one already.
    #[inline]
    pub fn set(&self, py: Python<'_>, value: T) -> Result<(), T> {
        self.keep(py, value).map(drop).map_err(|(_, value)| value)
    }

    /// The value of the interpreter that this thread is attached to, or which it would be attached to by
    /// [`Python::attach`]; `None` where that could not attach, too.
    #[inline]
    pub fn get_mut(&mut self) -> Option<&mut T> {
        let interpreter = Python::try_attach(Interpreter::current)?;
        let mut next = *self.newest.get_mut();
        // SAFETY: `keep` made the nodes, and nobody else can see them while `self` is borrowed so.
        while let Some(node) = unsafe { next.as_mut() } {
            if ptr::eq(node.interpreter, interpreter) {
                return Some(&mut node.value);
            }
            next = node.older;
        }
        None
    }

    /// Takes the value that [`get_mut`](Self::get_mut) gives: there is none after it.
    #[inline]
    pub fn take(&mut self) -> Option<T> {
        let interpreter = Python::try_attach(Interpreter::current)?;
        let mut link: *mut *mut Node<T> = self.newest.get_mut();
        // SAFETY: a link is of `self` or of a node that is in the list; `keep` made the nodes of boxes, and nobody else can see them while
        // `self` is borrowed so.
        unsafe {
            while let Some(node) = (*link).as_mut() {
                if ptr::eq(node.interpreter, interpreter) {
                    let taken = Box::from_raw(*link);
                    *link = taken.older;
                    return Some(taken.value);
                }
                link = &raw mut node.older;
            }
        }
        None
    }

    /// The value that [`get_mut`](Self::get_mut) gives.
    #[inline]
    pub fn into_inner(mut self) -> Option<T> {
        self.take()
    }

    /// The first value of such an interpreter, from `next` on.
    #[inline]
    fn find(&self, mut next: *mut Node<T>, of: impl Fn(&Interpreter) -> bool) -> Option<&T> {
        // SAFETY: nodes are not changed, and not freed before `self` is dropped.
        while let Some(node) = unsafe { next.as_ref() } {
            if of(node.interpreter) {
                return Some(&node.value);
            }
            next = node.older;
        }
        None
    }

    /// Adds a node, unless this interpreter has one by now: then gives that one's value, and `value` back.
    #[cold]
    fn keep(&self, py: Python<'_>, value: T) -> Result<&T, (&T, T)> {
        let older = self.newest.load(Ordering::Acquire);
        let mut node = Box::new(Node {
            interpreter: Interpreter::current(py),
            value,
            older,
        });
        loop {
            if let Some(kept) = self.find(node.older, |other| ptr::eq(other, node.interpreter)) {
                return Err((kept, node.value));
            }
            let (older, new) = (node.older, Box::into_raw(node));
            match self
                .newest
                .compare_exchange(older, new, Ordering::AcqRel, Ordering::Acquire)
            {
                // SAFETY: in the list now, so not freed before `self` is dropped.
                Ok(_) => return Ok(unsafe { &(*new).value }),
                Err(newer) => {
                    // SAFETY: not in the list, so still this thread's box.
                    node = unsafe { Box::from_raw(new) };
                    node.older = newer;
                }
            }
        }
    }
}

impl<T> PyOnceLock<Py<T>> {
    /// Another one, with this interpreter's object in it, if it has been made.
    #[inline]
    pub fn clone_ref(&self, py: Python<'_>) -> Self {
        let clone = PyOnceLock::new();
        if let Some(object) = self.get(py) {
            // It has none yet, so it takes this one.
            let _ = clone.set(py, object.clone_ref(py));
        }
        clone
    }

    /// This interpreter's `module.attribute`, imported on first use.
    ///
    /// # Errors
    /// What the import raises, `AttributeError`, or `TypeError` when the attribute is no `T`.
    #[inline]
    pub fn import<'py, N>(
        &self,
        py: Python<'py>,
        module: N,
        attribute: &str,
    ) -> PyResult<&Bound<'py, T>>
    where
        N: IntoPyObject<'py, Target = PyString>,
        T: PyTypeCheck,
    {
        let object = self.get_or_try_init(py, || -> PyResult<Py<T>> {
            Ok(py
                .import(module)?
                .getattr(attribute)?
                .cast_into::<T>()?
                .unbind())
        })?;
        Ok(object.bind(py))
    }
}

impl<T> Default for PyOnceLock<T> {
    #[inline]
    fn default() -> Self {
        Self::new()
    }
}

impl<T> Drop for PyOnceLock<T> {
    #[inline]
    fn drop(&mut self) {
        let mut next = *self.newest.get_mut();
        while !next.is_null() {
            // SAFETY: `keep` made the node of a box, and nobody else can see it any more.
            next = unsafe { Box::from_raw(next) }.older;
        }
    }
}

/// A string literal and each interpreter's interned `str` of it, for [`intern!`](crate::intern).
#[doc(hidden)]
pub struct Interned {
    text: &'static str,
    object: PyOnceLock<Py<PyString>>,
}

impl Interned {
    #[doc(hidden)]
    #[inline]
    pub const fn new(text: &'static str) -> Self {
        Interned {
            text,
            object: PyOnceLock::new(),
        }
    }

    #[doc(hidden)]
    #[inline]
    pub fn get<'py>(&self, py: Python<'py>) -> &Bound<'py, PyString> {
        self.object
            .get_or_init(py, || interned(py, self.text))
            .bind(py)
    }
}

#[cold]
fn interned(py: Python<'_>, text: &str) -> Py<PyString> {
    PyString::intern(py, text).unbind()
}

/// The interned `str` of a literal, made once per interpreter: `&Bound<'py, PyString>`.
///
/// For attribute names and dict keys that are used over and over.
///
/// ```no_run
/// use mybind::{intern, prelude::*};
///
/// fn shape<'py>(array: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
///     array.getattr(intern!(array.py(), "shape"))
/// }
/// ```
#[macro_export]
macro_rules! intern {
    ($py:expr, $text:expr) => {{
        static INTERNED: $crate::sync::Interned = $crate::sync::Interned::new($text);
        INTERNED.get($py)
    }};
}
