//! `HashSet` and `BTreeSet`, and Python's `set` and `frozenset`.

use std::collections::{BTreeSet, HashSet};
use std::hash::{BuildHasher, Hash};

use crate::convert::{FromPyObject, FromPyObjectOwned, IntoPyObject};
use crate::error::{CastError, PyErr, PyResult};
use crate::hint::Hint;
use crate::object::{Borrowed, Bound};
use crate::python::Python;
use crate::types::{PyAny, PyFrozenSet, PySet};

impl<'a, 'py, T, S> FromPyObject<'a, 'py> for HashSet<T, S>
where
    T: FromPyObjectOwned<'py> + Eq + Hash,
    S: BuildHasher + Default,
{
    type Error = PyErr;

    const INPUT_HINT: Hint = Hint::Union(&[
        Hint::Subscript(&Hint::SET, &[<T as FromPyObject<'a, 'py>>::INPUT_HINT]),
        Hint::Subscript(
            &Hint::FROZENSET,
            &[<T as FromPyObject<'a, 'py>>::INPUT_HINT],
        ),
    ]);

    fn extract(object: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
        let mut set = HashSet::default();
        for_each_item(object, |item| {
            set.insert(item);
        })?;
        Ok(set)
    }
}

impl<'a, 'py, T: FromPyObjectOwned<'py> + Ord> FromPyObject<'a, 'py> for BTreeSet<T> {
    type Error = PyErr;

    const INPUT_HINT: Hint = Hint::Union(&[
        Hint::Subscript(&Hint::SET, &[<T as FromPyObject<'a, 'py>>::INPUT_HINT]),
        Hint::Subscript(
            &Hint::FROZENSET,
            &[<T as FromPyObject<'a, 'py>>::INPUT_HINT],
        ),
    ]);

    fn extract(object: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
        let mut set = BTreeSet::new();
        for_each_item(object, |item| {
            set.insert(item);
        })?;
        Ok(set)
    }
}

/// Converts the items of a set. Iterating raises RuntimeError when a conversion changes it.
fn for_each_item<'py, T: FromPyObjectOwned<'py>>(
    object: Borrowed<'_, 'py, PyAny>,
    mut insert: impl FnMut(T),
) -> PyResult<()> {
    if !object.is_instance_of::<PySet>() && !object.is_instance_of::<PyFrozenSet>() {
        return Err(CastError::new::<PySet>(object).into());
    }
    for item in object.try_iter()? {
        let item = item?;
        insert(item.extract().map_err(|error| in_set(&item, error))?);
    }
    Ok(())
}

/// The error of an item, with the item: it has no number.
#[cold]
fn in_set(item: &Bound<'_, PyAny>, error: impl Into<PyErr>) -> PyErr {
    let error = error.into();
    error.with_context(item.py(), &format!("item {item:?}: "))
}

macro_rules! into_set {
    ($($set:ident<T $(, $hasher:ident)?>;)*) => {$(
        impl<'py, T: IntoPyObject<'py> $(, $hasher)?> IntoPyObject<'py> for $set<T $(, $hasher)?> {
            type Target = PySet;
            type Output = Bound<'py, PySet>;
            type Error = PyErr;

            const OUTPUT_HINT: Hint = Hint::Subscript(&Hint::SET, &[T::OUTPUT_HINT]);

            fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
                PySet::new(py, self)
            }
        }

        impl<'a, 'py, T $(, $hasher)?> IntoPyObject<'py> for &'a $set<T $(, $hasher)?>
        where
            &'a T: IntoPyObject<'py>,
        {
            type Target = PySet;
            type Output = Bound<'py, PySet>;
            type Error = PyErr;

            const OUTPUT_HINT: Hint = <BTreeSet<&'a T>>::OUTPUT_HINT;

            fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
                PySet::new(py, self)
            }
        }
    )*};
}

into_set! {
    HashSet<T, S>;
    BTreeSet<T>;
}
