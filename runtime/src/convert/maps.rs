//! `HashMap` and `BTreeMap`, and Python's `dict`.

use std::collections::{BTreeMap, HashMap};
use std::hash::Hash;

use crate::convert::{FromPyObjectOwned, IntoPyObject};
use crate::error::{CastError, PyErr, PyResult};
use crate::exceptions::PyRuntimeError;
use crate::ffi;
use crate::object::{Borrowed, Bound};
use crate::python::Python;
use crate::types::dict::next_pair;
use crate::types::{PyAny, PyDict};

/// Converts the items of a dict into `map`: an exact one in place, a subclass by its own `items()`. Room for all is made first.
#[inline]
pub(super) fn fill<'py, M, K, V>(
    map: &mut M,
    object: Borrowed<'_, 'py, PyAny>,
    reserve: impl FnOnce(&mut M, usize) -> PyResult<()>,
    insert: impl Fn(&mut M, K, V),
) -> PyResult<()>
where
    K: FromPyObjectOwned<'py>,
    V: FromPyObjectOwned<'py>,
{
    let py = object.py();
    // SAFETY: a live object.
    let (is_dict, is_exact) = unsafe {
        (
            ffi::PyDict_Check(object.as_ptr()) != 0,
            ffi::PyDict_CheckExact(object.as_ptr()) != 0,
        )
    };
    if !is_dict {
        return Err(CastError::new::<PyDict>(object).into());
    }
    let convert = |map: &mut M, key: &Bound<'py, PyAny>, value: &Bound<'py, PyAny>| {
        let new_key = key.extract().map_err(|error| in_key(key, "key ", error))?;
        let new_value = value
            .extract()
            .map_err(|error| in_key(key, "value of ", error))?;
        insert(map, new_key, new_value);
        Ok(())
    };
    if is_exact {
        // SAFETY: a dict.
        let dict: Borrowed<'_, 'py, PyDict> = unsafe { object.cast_unchecked() };
        reserve(map, dict.len())?;
        return for_each_exact(dict, |key, value| convert(map, key, value));
    }
    // SAFETY: a live object; a new reference to a list, or null with the exception set.
    let items: Bound<'_, PyAny> =
        unsafe { Bound::from_owned_or_err(py, ffi::PyMapping_Items(object.as_ptr()))? };
    reserve(map, items.len()?)?;
    for (index, item) in items.try_iter()?.enumerate() {
        let pair: PyResult<(Bound<'py, PyAny>, Bound<'py, PyAny>)> = item?.extract();
        let (key, value) = pair.map_err(|error| super::in_item(py, index, error))?;
        convert(map, &key, &value)?;
    }
    Ok(())
}

/// Calls `convert` with the keys and values of an exact dict.
///
/// Without the GIL it goes through a copy, which no other thread knows.
#[inline]
fn for_each_exact<'py>(
    dict: Borrowed<'_, 'py, PyDict>,
    mut convert: impl FnMut(&Bound<'py, PyAny>, &Bound<'py, PyAny>) -> PyResult<()>,
) -> PyResult<()> {
    #[cfg(Py_GIL_DISABLED)]
    // SAFETY: a dict; a new reference to another, or null with the exception set.
    let copy: Bound<'_, PyDict> =
        unsafe { Bound::from_owned_or_err(dict.py(), ffi::PyDict_Copy(dict.as_ptr()))? };
    #[cfg(Py_GIL_DISABLED)]
    let dict = copy.as_borrowed();

    let (size, mut position) = (dict.len(), 0);
    let mut left = size;
    loop {
        let (pair, length) = next_pair(&dict, &mut position);
        if length != size {
            return Err(PyRuntimeError::new_err(
                "dictionary changed size during iteration",
            ));
        }
        match pair {
            None => return Ok(()),
            // As many keys as there were, but others: it might never end.
            Some(_) if left == 0 => {
                return Err(PyRuntimeError::new_err(
                    "dictionary keys changed during iteration",
                ));
            }
            Some((key, value)) => {
                left -= 1;
                convert(&key, &value)?;
            }
        }
    }
}

/// The error of a key or its value, with the key.
#[cold]
pub(super) fn in_key(key: &Bound<'_, PyAny>, what: &str, error: impl Into<PyErr>) -> PyErr {
    let error = error.into();
    error.with_context(key.py(), &format!("{what}{key:?}: "))
}

/// A dict of the items.
#[inline]
pub(super) fn into_dict<'py, K, V>(
    py: Python<'py>,
    items: impl Iterator<Item = (K, V)>,
) -> PyResult<Bound<'py, PyDict>>
where
    K: IntoPyObject<'py>,
    V: IntoPyObject<'py>,
{
    let dict = PyDict::new(py);
    for (key, value) in items {
        dict.set_item(key, value)?;
    }
    Ok(dict)
}

/// Both directions for maps: what each asks of its keys, and its hasher if it has one.
macro_rules! dict {
    ($($map:ident<K: $key:ident $(+ $more:ident)*, V $(, $hasher:ident)?>;)*) => {$(
        impl<'a, 'py, K, V $(, $hasher)?> $crate::convert::FromPyObject<'a, 'py> for $map<K, V $(, $hasher)?>
        where
            K: $crate::convert::FromPyObjectOwned<'py> + $key $(+ $more)*,
            V: $crate::convert::FromPyObjectOwned<'py>,
            $($hasher: ::std::hash::BuildHasher + Default,)?
        {
            type Error = $crate::error::PyErr;

            const INPUT_HINT: $crate::hint::Hint = $crate::hint::Hint::Subscript(
                &$crate::hint::Hint::DICT,
                &[
                    <K as $crate::convert::FromPyObject<'a, 'py>>::INPUT_HINT,
                    <V as $crate::convert::FromPyObject<'a, 'py>>::INPUT_HINT,
                ],
            );

            #[inline]
            fn extract(object: $crate::object::Borrowed<'a, 'py, $crate::types::PyAny>) -> $crate::error::PyResult<Self> {
                let mut map = Self::default();
                let reserve = $crate::convert::reserve!($($hasher)?);
                $crate::convert::maps::fill(&mut map, object, reserve, |map, key, value| {
                    map.insert(key, value);
                })?;
                Ok(map)
            }
        }

        impl<'py, K, V $(, $hasher)?> $crate::convert::IntoPyObject<'py> for $map<K, V $(, $hasher)?>
        where
            K: $crate::convert::IntoPyObject<'py>,
            V: $crate::convert::IntoPyObject<'py>,
        {
            type Target = $crate::types::PyDict;
            type Output = $crate::object::Bound<'py, $crate::types::PyDict>;
            type Error = $crate::error::PyErr;

            const OUTPUT_HINT: $crate::hint::Hint =
                $crate::hint::Hint::Subscript(&$crate::hint::Hint::DICT, &[K::OUTPUT_HINT, V::OUTPUT_HINT]);

            #[inline]
            fn into_pyobject(self, py: $crate::python::Python<'py>) -> $crate::error::PyResult<Self::Output> {
                $crate::convert::maps::into_dict(py, self.into_iter())
            }
        }

        impl<'a, 'py, K, V $(, $hasher)?> $crate::convert::IntoPyObject<'py> for &'a $map<K, V $(, $hasher)?>
        where
            &'a K: $crate::convert::IntoPyObject<'py>,
            &'a V: $crate::convert::IntoPyObject<'py>,
        {
            type Target = $crate::types::PyDict;
            type Output = $crate::object::Bound<'py, $crate::types::PyDict>;
            type Error = $crate::error::PyErr;

            const OUTPUT_HINT: $crate::hint::Hint =
                <::std::collections::BTreeMap<&'a K, &'a V> as $crate::convert::IntoPyObject<'py>>::OUTPUT_HINT;

            #[inline]
            fn into_pyobject(self, py: $crate::python::Python<'py>) -> $crate::error::PyResult<Self::Output> {
                $crate::convert::maps::into_dict(py, self.iter())
            }
        }
    )*};
}
#[cfg(any(feature = "hashbrown", feature = "indexmap"))]
pub(super) use dict;

dict! {
    HashMap<K: Eq + Hash, V, S>;
    BTreeMap<K: Ord, V>;
}
