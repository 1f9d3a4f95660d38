//! Tuples of 1 to 12 items; the empty tuple, on the way in.

use super::InPlace;
use crate::convert::{FromPyObject, FromPyObjectOwned, IntoPyObject, IntoPyObjectExt};
use crate::error::{CastError, PyErr, PyResult};
use crate::exceptions::PyValueError;
use crate::ffi;
use crate::hint::Hint;
use crate::object::{Borrowed, Bound};
use crate::python::Python;
use crate::types::{PyAny, PyTuple};

/// The tuple that `object` is, of `length` items. A subclass is iterated over, as it may define that.
#[inline]
fn tuple_of<'py>(object: Borrowed<'_, 'py, PyAny>, length: usize) -> PyResult<Bound<'py, PyAny>> {
    // SAFETY: a live object; `PySequence_Tuple` gives a new reference to an exact tuple (the same one, if it is that).
    let (tuple, actual) = unsafe {
        if ffi::PyTuple_Check(object.as_ptr()) == 0 {
            return Err(CastError::new::<PyTuple>(object).into());
        }
        let tuple: Bound<'_, PyAny> =
            Bound::from_owned_or_err(object.py(), ffi::PySequence_Tuple(object.as_ptr()))?;
        let actual = ffi::PyTuple_Size(tuple.as_ptr()) as usize;
        (tuple, actual)
    };
    if actual == length {
        Ok(tuple)
    } else {
        let message = format!("expected a tuple of length {length}, got one of length {actual}");
        Err(PyValueError::new_err(message))
    }
}

/// The items of a tuple of `N`, with references of our own.
#[inline]
pub(super) fn items<'py, const N: usize>(
    object: Borrowed<'_, 'py, PyAny>,
) -> PyResult<[Bound<'py, PyAny>; N]> {
    let tuple = tuple_of(object, N)?;
    // SAFETY: an exact tuple of this length.
    Ok(std::array::from_fn(|index| unsafe {
        lent(&tuple, index).to_owned()
    }))
}

/// Converts an item.
///
/// # Safety
/// `tuple` is an exact tuple, of more than `index` items.
#[inline]
unsafe fn item<'py, T: FromPyObjectOwned<'py>>(
    tuple: &Bound<'py, PyAny>,
    index: usize,
) -> PyResult<T> {
    // SAFETY: the caller's promise is the same.
    let item = unsafe { lent(tuple, index) };
    item.extract()
        .map_err(|error| super::in_item(tuple.py(), index, error))
}

/// An item, which the tuple keeps alive.
///
/// # Safety
/// `tuple` is an exact tuple, of more than `index` items.
#[inline]
unsafe fn lent<'a, 'py>(tuple: &'a Bound<'py, PyAny>, index: usize) -> Borrowed<'a, 'py, PyAny> {
    // SAFETY: by the caller's promise; a tuple never changes, and keeps its items alive.
    unsafe {
        #[cfg(not(Py_LIMITED_API))]
        let item = ffi::PyTuple_GET_ITEM(tuple.as_ptr(), index as ffi::Py_ssize_t);
        #[cfg(Py_LIMITED_API)]
        let item = ffi::PyTuple_GetItem(tuple.as_ptr(), index as ffi::Py_ssize_t);
        Borrowed::from_borrowed(tuple.py(), item)
    }
}

/// Makes a tuple of these items.
#[inline]
pub(super) fn from_items<'py, const N: usize>(
    py: Python<'py>,
    items: [Bound<'py, PyAny>; N],
) -> PyResult<Bound<'py, PyTuple>> {
    // SAFETY: a new tuple of `N` empty places, each filled once with a reference that it takes over.
    unsafe {
        let tuple: Bound<'_, PyTuple> =
            Bound::from_owned_or_err(py, ffi::PyTuple_New(N as ffi::Py_ssize_t))?;
        for (index, item) in items.into_iter().enumerate() {
            #[cfg(not(Py_LIMITED_API))]
            ffi::PyTuple_SET_ITEM(tuple.as_ptr(), index as ffi::Py_ssize_t, item.into_ptr());
            #[cfg(Py_LIMITED_API)]
            ffi::PyTuple_SetItem(tuple.as_ptr(), index as ffi::Py_ssize_t, item.into_ptr());
        }
        Ok(tuple)
    }
}

/// The empty tuple; as a callback's result, anything. On the way out, `()` is `None`.
impl<'a, 'py> FromPyObject<'a, 'py> for () {
    type Error = PyErr;

    const INPUT_HINT: Hint = Hint::Subscript(&Hint::TUPLE, &[]);

    #[inline]
    fn extract(object: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
        tuple_of(object, 0).map(drop)
    }

    const RETURNED_HINT: Hint = Hint::OBJECT;

    #[inline]
    fn from_returned(_object: Borrowed<'a, 'py, PyAny>, _: InPlace) -> PyResult<Self> {
        Ok(())
    }
}

macro_rules! tuples {
    ($($length:literal: $($item:ident $index:tt)+;)+) => {$(
        impl<'a, 'py, $($item: FromPyObjectOwned<'py>),+> FromPyObject<'a, 'py> for ($($item,)+) {
            type Error = PyErr;

            const INPUT_HINT: Hint =
                Hint::Subscript(&Hint::TUPLE, &[$(<$item as FromPyObject<'a, 'py>>::INPUT_HINT),+]);

            #[inline]
            fn extract(object: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
                let tuple = tuple_of(object, $length)?;
                // SAFETY: an exact tuple of this length.
                Ok(unsafe { ($(item::<$item>(&tuple, $index)?,)+) })
            }
        }

        impl<'py, $($item: IntoPyObject<'py>),+> IntoPyObject<'py> for ($($item,)+) {
            type Target = PyTuple;
            type Output = Bound<'py, PyTuple>;
            type Error = PyErr;

            const OUTPUT_HINT: Hint = Hint::Subscript(&Hint::TUPLE, &[$($item::OUTPUT_HINT),+]);

            #[inline]
            fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
                from_items(py, [$(self.$index.into_bound_py_any(py)?),+])
            }
        }

        impl<'a, 'py, $($item),+> IntoPyObject<'py> for &'a ($($item,)+)
        where
            $(&'a $item: IntoPyObject<'py>,)+
        {
            type Target = PyTuple;
            type Output = Bound<'py, PyTuple>;
            type Error = PyErr;

            const OUTPUT_HINT: Hint = <($(&'a $item,)+)>::OUTPUT_HINT;

            #[inline]
            fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
                from_items(py, [$(self.$index.into_bound_py_any(py)?),+])
            }
        }
    )+};
}

tuples! {
    1: A 0;
    2: A 0 B 1;
    3: A 0 B 1 C 2;
    4: A 0 B 1 C 2 D 3;
    5: A 0 B 1 C 2 D 3 E 4;
    6: A 0 B 1 C 2 D 3 E 4 F 5;
    7: A 0 B 1 C 2 D 3 E 4 F 5 G 6;
    8: A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7;
    9: A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7 I 8;
    10: A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7 I 8 J 9;
    11: A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7 I 8 J 9 K 10;
    12: A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7 I 8 J 9 K 10 L 11;
}
