//! A dict of what is iterated over in Rust: [`IntoPyDict`].

use super::PyDict;
use crate::convert::IntoPyObject;
use crate::error::PyResult;
use crate::object::Bound;
use crate::panic::unwind;
use crate::python::Python;

/// Pairs of key and value that become a dict: `[("a", 1)].into_py_dict(py)?`, for keyword arguments above all.
pub trait IntoPyDict<'py>: Sized {
    /// The dict, with the last value of each key.
    ///
    /// # Errors
    /// Those of the conversions, and TypeError for an unhashable key.
    fn into_py_dict(self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>>;

    /// [`into_py_dict`](Self::into_py_dict), without a `PyResult`.
    ///
    /// # Panics
    /// When it fails: with the exception.
    #[deprecated(note = "it is called `into_py_dict` now, and gives a `PyResult`")]
    #[inline]
    fn into_py_dict_bound(self, py: Python<'py>) -> Bound<'py, PyDict> {
        self.into_py_dict(py).unwrap_or_else(|error| unwind(error))
    }
}

impl<'py, T: PyDictItem<'py>, I: IntoIterator<Item = T>> IntoPyDict<'py> for I {
    #[inline]
    fn into_py_dict(self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let dict = PyDict::new(py);
        self.into_iter().try_for_each(|item| item.set_in(&dict))?;
        Ok(dict)
    }
}

/// A pair of key and value.
pub trait PyDictItem<'py> {
    #[doc(hidden)]
    fn set_in(self, dict: &Bound<'py, PyDict>) -> PyResult<()>;
}

impl<'py, K: IntoPyObject<'py>, V: IntoPyObject<'py>> PyDictItem<'py> for (K, V) {
    #[inline]
    fn set_in(self, dict: &Bound<'py, PyDict>) -> PyResult<()> {
        dict.set_item(self.0, self.1)
    }
}

impl<'a, 'py, K, V> PyDictItem<'py> for &'a (K, V)
where
    &'a K: IntoPyObject<'py>,
    &'a V: IntoPyObject<'py>,
{
    #[inline]
    fn set_in(self, dict: &Bound<'py, PyDict>) -> PyResult<()> {
        dict.set_item(&self.0, &self.1)
    }
}
