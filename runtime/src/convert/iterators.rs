//! Iterators, in both directions: converted item by item, as they come.

use std::ffi::c_void;
use std::fmt;
use std::marker::PhantomData;
use std::ptr;
use std::sync::{Mutex, TryLockError};

use crate::class::{Class, Slot};
use crate::convert::{FromPyObject, FromPyObjectOwned, IntoPyObject, ReturnValue};
use crate::error::{PyErr, PyResult};
use crate::exceptions::{PyTypeError, PyValueError};
use crate::ffi;
use crate::hint::Hint;
use crate::object::{Borrowed, Bound};
use crate::python::Python;
use crate::trampoline;
use crate::types::{PyAny, PyIterator};

/// The items of any Python iterable, one after the other: a Rust iterator over `PyResult<T>`.
///
/// Nothing is read before it is asked for, so the iterable may be endless. An error is what `__next__` raised, as it is,
/// or an item's that is no `T`, with the item's index; both can be followed by more items.
///
/// ```
/// use mybind::Iter;
/// use mybind::prelude::*;
///
/// /// The first number that is larger than this one.
/// #[mybind]
/// fn first_above(numbers: Iter<'_, f64>, limit: f64) -> PyResult<Option<f64>> {
///     for number in numbers {
///         let number = number?;
///         if number > limit {
///             return Ok(Some(number));
///         }
///     }
///     Ok(None)
/// }
/// ```
pub struct Iter<'py, T> {
    iterator: Bound<'py, PyIterator>,
    /// Of the next item.
    index: usize,
    of: PhantomData<fn() -> T>,
}

impl<'py, T> Iter<'py, T> {
    /// The token of the interpreter that the iterator belongs to.
    pub fn py(&self) -> Python<'py> {
        self.iterator.py()
    }

    /// The Python iterator.
    pub fn as_iterator(&self) -> &Bound<'py, PyIterator> {
        &self.iterator
    }
}

impl<'py, T: FromPyObjectOwned<'py>> Iterator for Iter<'py, T> {
    type Item = PyResult<T>;

    #[inline]
    fn next(&mut self) -> Option<PyResult<T>> {
        let item = match self.iterator.next()? {
            Ok(item) => item,
            Err(error) => return Some(Err(error)),
        };
        let index = self.index;
        self.index += 1;
        Some(
            item.extract()
                .map_err(|error| super::in_item(item.py(), index, error)),
        )
    }
}

impl<T> fmt::Debug for Iter<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.iterator.fmt(f)
    }
}

/// `iter(object)`.
impl<'a, 'py, T: FromPyObjectOwned<'py>> FromPyObject<'a, 'py> for Iter<'py, T> {
    type Error = PyErr;

    const INPUT_HINT: Hint = Hint::Subscript(
        &Hint::Import("collections.abc", "Iterable"),
        &[<T as FromPyObject<'a, 'py>>::INPUT_HINT],
    );

    fn extract(object: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
        if !is_iterable(object) {
            let name = super::type_name(object);
            return Err(PyTypeError::new_err(format!(
                "'{name}' object is not iterable"
            )));
        }
        Ok(Iter {
            iterator: object.try_iter()?,
            index: 0,
            of: PhantomData,
        })
    }
}

/// Whether the type has `__iter__`, or numbered items, which will do as well.
#[inline]
fn is_iterable(object: Borrowed<'_, '_, PyAny>) -> bool {
    // SAFETY: a live object and its type.
    unsafe {
        let class = ffi::Py_TYPE(object.as_ptr());
        !ffi::PyType_GetSlot(class, ffi::Py_tp_iter).is_null()
            || ffi::PySequence_Check(object.as_ptr()) != 0
    }
}

/// A Rust iterator that a function returns as a Python one.
///
/// An item is made when Python asks for it; one that is a `Result` may raise instead, after which there may be more. The Rust
/// iterator is dropped at its end, or with the Python one. A panic ends it.
///
/// ```
/// use mybind::RustIterator;
/// use mybind::prelude::*;
///
/// #[mybind]
/// fn powers(base: u64) -> RustIterator<u64> {
///     RustIterator::new(std::iter::successors(Some(1), move |power: &u64| power.checked_mul(base)))
/// }
/// ```
///
/// Python may ask on any thread: hence `Send`. Asked again while it is at work, by another thread or by Python code that it
/// runs, it raises ValueError, as a generator does. Python's garbage collector cannot look into it, so a cycle of references
/// through it is never collected.
#[must_use]
pub struct RustIterator<T> {
    next: Box<Next>,
    of: PhantomData<fn() -> T>,
}

/// The next item, as an owned reference.
type Next = dyn FnMut(Python<'_>) -> Option<PyResult<*mut ffi::PyObject>> + Send;

impl<T: for<'py> ReturnValue<'py>> RustIterator<T> {
    /// The Python iterator over what `items` gives.
    pub fn new<I>(items: I) -> Self
    where
        I: IntoIterator<Item = T>,
        I::IntoIter: Send + 'static,
    {
        let mut items = items.into_iter();
        RustIterator {
            next: Box::new(move |py| items.next().map(|item| item.into_result(py))),
            of: PhantomData,
        }
    }
}

impl<T> fmt::Debug for RustIterator<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RustIterator").finish_non_exhaustive()
    }
}

impl<'py, T: for<'p> ReturnValue<'p>> IntoPyObject<'py> for RustIterator<T> {
    type Target = PyIterator;
    type Output = Bound<'py, PyIterator>;
    type Error = PyErr;

    const OUTPUT_HINT: Hint = Hint::Subscript(
        &Hint::Import("collections.abc", "Iterator"),
        &[<T as ReturnValue<'py>>::HINT],
    );

    fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
        let iterator = ITERATOR.instantiate(py, Mutex::new(Some(self.next)))?;
        Ok(iterator.cast_into()?)
    }
}

/// An iterator, until its end.
type State = Mutex<Option<Box<Next>>>;

static ITERATOR: Class<State> = Class::new(
    c"mybind.Iterator",
    c"An iterator made by Rust code.",
    &[ITER, NEXT],
);

// SAFETY: a `getiterfunc` for any object.
const ITER: Slot = unsafe {
    Slot::new(
        ffi::Py_tp_iter,
        itself as unsafe extern "C" fn(_) -> _ as *mut c_void,
    )
};

// SAFETY: an `iternextfunc` for instances with a `State` inside, which only `ITERATOR` has it for.
const NEXT: Slot = unsafe {
    Slot::new(
        ffi::Py_tp_iternext,
        next as unsafe extern "C" fn(_) -> _ as *mut c_void,
    )
};

/// `tp_iter`. `PyObject_SelfIter` does the same; but not everywhere can a static have the address of another library's function.
unsafe extern "C" fn itself(iterator: *mut ffi::PyObject) -> *mut ffi::PyObject {
    // SAFETY: Python calls this attached, with a live object.
    unsafe { ffi::Py_NewRef(iterator) }
}

/// `tp_iternext`: null without an exception at the end
/// (<https://docs.python.org/3/c-api/typeobj.html#c.PyTypeObject.tp_iternext>).
unsafe extern "C" fn next(iterator: *mut ffi::PyObject) -> *mut ffi::PyObject {
    // SAFETY: Python calls this attached.
    trampoline::boundary(unsafe { Python::assume_attached() }, |py| {
        // SAFETY: Python calls this with an instance. What is made of it is gone before `_kept` is.
        let (_kept, state): (_, &State) = unsafe { Class::kept_value(py, iterator) };
        // Never waits: who has the lock may wait for this thread.
        let (mut place, has_panicked) = match state.try_lock() {
            Ok(place) => (place, false),
            Err(TryLockError::Poisoned(place)) => (place.into_inner(), true),
            Err(TryLockError::WouldBlock) => {
                return Err(PyValueError::new_err("iterator already executing"));
            }
        };
        if let Some(next) = place.as_mut().filter(|_| !has_panicked) {
            if let Some(item) = next(py) {
                return item;
            }
        }
        let ended = place.take();
        // What runs when it is dropped may come back here.
        drop(place);
        drop(ended);
        Ok(ptr::null_mut())
    })
}
