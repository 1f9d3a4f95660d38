//! `HashSet` and `BTreeSet`, and Python's `set` and `frozenset`.

use std::collections::{BTreeSet, HashSet};
use std::hash::Hash;

use crate::convert::FromPyObjectOwned;
use crate::error::{CastError, PyErr, PyResult};
use crate::ffi;
use crate::object::{Borrowed, Bound};
use crate::types::{PyAny, PyFrozenSet, PySet};

/// Converts the items of a Python set into `set`. Room for all is made first. Iterating raises RuntimeError when a conversion changes it.
#[inline]
pub(super) fn fill<'py, S, T: FromPyObjectOwned<'py>>(
    set: &mut S,
    object: Borrowed<'_, 'py, PyAny>,
    reserve: impl FnOnce(&mut S, usize) -> PyResult<()>,
    insert: impl Fn(&mut S, T),
) -> PyResult<()> {
    if !object.is_instance_of::<PySet>() && !object.is_instance_of::<PyFrozenSet>() {
        return Err(CastError::new::<PySet>(object).into());
    }
    // SAFETY: a set, or one that cannot be changed. What a subclass says of its length does not matter.
    reserve(set, unsafe { ffi::PySet_Size(object.as_ptr()) } as usize)?;
    for item in object.try_iter()? {
        let item = item?;
        insert(set, item.extract().map_err(|error| in_set(&item, error))?);
    }
    Ok(())
}

/// The error of an item, with the item: it has no number.
#[cold]
fn in_set(item: &Bound<'_, PyAny>, error: impl Into<PyErr>) -> PyErr {
    let error = error.into();
    error.with_context(item.py(), &format!("item {item:?}: "))
}

/// Both directions for sets: what each asks of its items, and its hasher if it has one.
macro_rules! set {
    ($($set:ident<T: $item:ident $(+ $more:ident)* $(, $hasher:ident)?>;)*) => {$(
        impl<'a, 'py, T $(, $hasher)?> $crate::convert::FromPyObject<'a, 'py> for $set<T $(, $hasher)?>
        where
            T: $crate::convert::FromPyObjectOwned<'py> + $item $(+ $more)*,
            $($hasher: ::std::hash::BuildHasher + Default,)?
        {
            type Error = $crate::error::PyErr;

            const INPUT_HINT: $crate::hint::Hint = $crate::hint::Hint::Union(&[
                $crate::hint::Hint::Subscript(
                    &$crate::hint::Hint::SET,
                    &[<T as $crate::convert::FromPyObject<'a, 'py>>::INPUT_HINT],
                ),
                $crate::hint::Hint::Subscript(
                    &$crate::hint::Hint::FROZENSET,
                    &[<T as $crate::convert::FromPyObject<'a, 'py>>::INPUT_HINT],
                ),
            ]);

            #[inline]
            fn extract(object: $crate::object::Borrowed<'a, 'py, $crate::types::PyAny>) -> $crate::error::PyResult<Self> {
                let mut set = Self::default();
                let reserve = $crate::convert::reserve!($($hasher)?);
                $crate::convert::sets::fill(&mut set, object, reserve, |set, item| {
                    set.insert(item);
                })?;
                Ok(set)
            }
        }

        impl<'py, T: $crate::convert::IntoPyObject<'py> $(, $hasher)?> $crate::convert::IntoPyObject<'py>
            for $set<T $(, $hasher)?>
        {
            type Target = $crate::types::PySet;
            type Output = $crate::object::Bound<'py, $crate::types::PySet>;
            type Error = $crate::error::PyErr;

            const OUTPUT_HINT: $crate::hint::Hint =
                $crate::hint::Hint::Subscript(&$crate::hint::Hint::SET, &[T::OUTPUT_HINT]);

            #[inline]
            fn into_pyobject(self, py: $crate::python::Python<'py>) -> $crate::error::PyResult<Self::Output> {
                $crate::types::PySet::new(py, self)
            }
        }

        impl<'a, 'py, T $(, $hasher)?> $crate::convert::IntoPyObject<'py> for &'a $set<T $(, $hasher)?>
        where
            &'a T: $crate::convert::IntoPyObject<'py>,
        {
            type Target = $crate::types::PySet;
            type Output = $crate::object::Bound<'py, $crate::types::PySet>;
            type Error = $crate::error::PyErr;

            const OUTPUT_HINT: $crate::hint::Hint =
                <::std::collections::BTreeSet<&'a T> as $crate::convert::IntoPyObject<'py>>::OUTPUT_HINT;

            #[inline]
            fn into_pyobject(self, py: $crate::python::Python<'py>) -> $crate::error::PyResult<Self::Output> {
                $crate::types::PySet::new(py, self)
            }
        }
    )*};
}
#[cfg(any(feature = "hashbrown", feature = "indexmap"))]
pub(super) use set;

set! {
    HashSet<T: Eq + Hash, S>;
    BTreeSet<T: Ord>;
}
