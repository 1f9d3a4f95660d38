//! `Vec<T>`, slices and arrays, and Python's lists and other sequences.

use crate::convert::{FromPyObject, FromPyObjectOwned, IntoPyObject};
use crate::error::{CastError, PyErr, PyResult};
use crate::exceptions::{PyTypeError, PyValueError};
use crate::ffi;
use crate::hint::Hint;
use crate::object::{Borrowed, Bound};
use crate::python::Python;
use crate::type_object::PyTypeCheck;
use crate::types::{PyAny, PyBytes, PyList, PySequence};

/// Any sequence but `str`: what `collections.abc.Sequence` covers, and arrays such as NumPy's. `Vec<u8>` takes the
/// bytes of bytes-like objects, too.
impl<'a, 'py, T: FromPyObjectOwned<'py>> FromPyObject<'a, 'py> for Vec<T> {
    type Error = PyErr;

    const INPUT_HINT: Hint =
        Hint::Subscript(&Hint::SEQUENCE, &[<T as FromPyObject<'a, 'py>>::INPUT_HINT]);

    #[inline]
    fn extract(object: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
        if let Some(from_byte) = <T as FromPyObject<'a, 'py>>::FROM_BYTE {
            if let Some(bytes) = super::bytes::copy_buffer(object)? {
                return Ok(bytes.into_iter().map(from_byte).collect());
            }
        }
        if let Some(values) = super::items::extract(object) {
            return values;
        }
        extract_iterated(object)
    }
}

/// As `Vec<T>`, of exactly `N` items.
impl<'a, 'py, T: FromPyObjectOwned<'py>, const N: usize> FromPyObject<'a, 'py> for [T; N] {
    type Error = PyErr;

    const INPUT_HINT: Hint = <Vec<T> as FromPyObject<'a, 'py>>::INPUT_HINT;

    fn extract(object: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
        Vec::extract(object)?.try_into().map_err(|values: Vec<T>| {
            let message = format!(
                "expected a sequence of length {N}, got one of length {}",
                values.len()
            );
            PyValueError::new_err(message)
        })
    }
}

/// Iterates over a sequence.
fn extract_iterated<'py, T: FromPyObjectOwned<'py>>(
    object: Borrowed<'_, 'py, PyAny>,
) -> PyResult<Vec<T>> {
    check_sequence(object)?;
    // In the order that `list` asks in.
    let items = object.try_iter()?;
    // `__len__` may say anything: room is made for no more than a page of items.
    let expected = length_hint(object)?.min(4096 / size_of::<T>().max(1));
    let mut values = super::with_capacity(expected)?;
    for item in items {
        match item?.extract() {
            Ok(value) => values.push(value),
            Err(error) => return Err(super::in_item(object.py(), values.len(), error)),
        }
    }
    Ok(values)
}

/// `len(object)`, or 0 when it has none: iterating does not need it.
fn length_hint(object: Borrowed<'_, '_, PyAny>) -> PyResult<usize> {
    match object.len() {
        Err(error) if error.is_instance_of::<PyTypeError>(object.py()) => Ok(0),
        length => length,
    }
}

/// Refuses what is no sequence, and `str`, whose items are `str` again: passing one is nearly always a mistake.
pub(super) fn check_sequence(object: Borrowed<'_, '_, PyAny>) -> PyResult<()> {
    // SAFETY: a live object.
    if unsafe { ffi::PyUnicode_Check(object.as_ptr()) } != 0 {
        let message = format!(
            "'{}' object is not accepted as a sequence (list(text) has its characters)",
            super::type_name(object)
        );
        return Err(PyTypeError::new_err(message));
    }
    if is_sequence(object)? {
        Ok(())
    } else {
        Err(CastError::new::<PySequence>(object).into())
    }
}

/// Whether it is registered as a sequence, or an array.
pub(super) fn is_sequence(object: Borrowed<'_, '_, PyAny>) -> PyResult<bool> {
    Ok(PySequence::try_type_check(&object)? || is_array(object)?)
}

/// NumPy's arrays and their like, which are not registered as `Sequence`: numbered items over a buffer.
fn is_array(object: Borrowed<'_, '_, PyAny>) -> PyResult<bool> {
    // SAFETY: a live object; a new reference to a memoryview, or null with the exception set.
    unsafe {
        if ffi::PySequence_Check(object.as_ptr()) == 0 {
            return Ok(false);
        }
        #[cfg(any(not(Py_LIMITED_API), Py_3_11))]
        return Ok(ffi::PyObject_CheckBuffer(object.as_ptr()) != 0);
        #[cfg(all(Py_LIMITED_API, not(Py_3_11)))]
        {
            let view = ffi::PyMemoryView_FromObject(object.as_ptr());
            match Bound::<PyAny>::from_owned_or_err(object.py(), view) {
                Ok(_) => Ok(true),
                Err(error) => super::bytes::no_buffer(object, error).map(|()| false),
            }
        }
    }
}

/// A list of the values; `bytes`, when they are bytes.
pub(super) fn into_sequence<'py, T, I>(py: Python<'py>, values: I) -> PyResult<Bound<'py, PyAny>>
where
    T: IntoPyObject<'py>,
    I: IntoIterator<Item = T>,
    I::IntoIter: ExactSizeIterator,
{
    let values = values.into_iter();
    match T::AS_BYTE {
        None => Ok(PyList::new(py, values)?.into_any()),
        Some(as_byte) => {
            let bytes = PyBytes::new_with(py, values.len(), |bytes| {
                for (place, value) in bytes.iter_mut().zip(values) {
                    *place = as_byte(&value);
                }
                Ok(())
            })?;
            Ok(bytes.into_any())
        }
    }
}

/// What [`into_sequence`] makes of items of type `T`.
const fn sequence_hint<'py, T: IntoPyObject<'py>>(list: Hint) -> Hint {
    if T::AS_BYTE.is_some() {
        Hint::BYTES
    } else {
        list
    }
}

/// A list; `bytes` for `Vec<u8>`.
impl<'py, T: IntoPyObject<'py>> IntoPyObject<'py> for Vec<T> {
    type Target = PyAny;
    type Output = Bound<'py, PyAny>;
    type Error = PyErr;

    const OUTPUT_HINT: Hint = sequence_hint::<T>(Hint::Subscript(&Hint::LIST, &[T::OUTPUT_HINT]));

    #[inline]
    fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
        into_sequence(py, self)
    }
}

/// A list; `bytes` for `[u8; N]`.
impl<'py, T: IntoPyObject<'py>, const N: usize> IntoPyObject<'py> for [T; N] {
    type Target = PyAny;
    type Output = Bound<'py, PyAny>;
    type Error = PyErr;

    const OUTPUT_HINT: Hint = <Vec<T>>::OUTPUT_HINT;

    #[inline]
    fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
        into_sequence(py, self)
    }
}

/// A list; `bytes` for `&[u8]`.
impl<'a, 'py, T> IntoPyObject<'py> for &'a [T]
where
    &'a T: IntoPyObject<'py>,
{
    type Target = PyAny;
    type Output = Bound<'py, PyAny>;
    type Error = PyErr;

    const OUTPUT_HINT: Hint = <Vec<&'a T>>::OUTPUT_HINT;

    #[inline]
    fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
        into_sequence(py, self)
    }
}

impl<'a, 'py, T> IntoPyObject<'py> for &'a Vec<T>
where
    &'a T: IntoPyObject<'py>,
{
    type Target = PyAny;
    type Output = Bound<'py, PyAny>;
    type Error = PyErr;

    const OUTPUT_HINT: Hint = <Vec<&'a T>>::OUTPUT_HINT;

    #[inline]
    fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
        into_sequence(py, self)
    }
}

impl<'a, 'py, T, const N: usize> IntoPyObject<'py> for &'a [T; N]
where
    &'a T: IntoPyObject<'py>,
{
    type Target = PyAny;
    type Output = Bound<'py, PyAny>;
    type Error = PyErr;

    const OUTPUT_HINT: Hint = <Vec<&'a T>>::OUTPUT_HINT;

    #[inline]
    fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
        into_sequence(py, self)
    }
}
