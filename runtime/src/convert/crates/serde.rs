//! Python objects from whatever serde can serialize, and back: [`pythonize`] and [`depythonize`], by the names that the
//! crate `pythonize` has for them, and [`Serde`], which a function can take and return.
//!
//! ```
//! use std::collections::BTreeMap;
//!
//! use mybind::prelude::*;
//! use mybind::serde::Serde;
//!
//! /// Takes and gives any types that derive `Deserialize` and `Serialize`.
//! #[mybind]
//! fn lengths(texts: Serde<BTreeMap<String, Option<String>>>) -> Serde<BTreeMap<String, usize>> {
//!     let lengths = texts.iter().flat_map(|(name, text)| Some((name.clone(), text.as_ref()?.len())));
//!     Serde(lengths.collect())
//! }
//! # #[mybind]
//! # mod my_module {
//! #     #[mybind]
//! #     use super::lengths;
//! # }
//! # fn main() {}
//! ```
//!
//! | serde | to Python | from Python |
//! |---|---|---|
//! | numbers, `bool`, `char`, strings | `int`, `float`, `bool`, `str` | as these types as parameters |
//! | bytes | `bytes` | `bytes`, `bytearray` |
//! | unit, unit struct, `Option` | `None`, or the value | the same |
//! | sequence | `list` | what `Vec` takes, sets |
//! | tuple, tuple struct | `tuple` | what `Vec` takes, of that length |
//! | map, struct | `dict` | `Mapping`, dataclass |
//! | newtype struct | what it holds | the same |
//! | unit variant | `str` | `str` |
//! | other variants | `dict` of one item, the variant's name and its content | the same |
//!
//! Errors are TypeError for a wrong type and ValueError for another misfit, and say where: the index or key of each
//! container around. What Python code raises is passed on. More than 256 containers, `Option`s and newtypes inside of each
//! other are RecursionError, as a list that contains itself is.

mod depythonizer;
mod pythonizer;

pub use depythonizer::Depythonizer;
pub use pythonizer::Pythonizer;

use std::fmt::Display;
use std::ops::{Deref, DerefMut};

use serde::Serialize;
use serde::de::{self, DeserializeOwned, Expected, Unexpected};
use serde::ser;

use crate::convert::{FromPyObject, IntoPyObject};
use crate::error::{PyErr, PyResult};
use crate::exceptions::{PyTypeError, PyValueError};
use crate::object::{Borrowed, Bound};
use crate::python::Python;
use crate::types::PyAny;

/// The Python object of a value.
///
/// # Errors
/// The value's own, as ValueError; TypeError for a map's key that cannot be hashed, as a list.
#[inline]
pub fn pythonize<'py, T: Serialize + ?Sized>(
    py: Python<'py>,
    value: &T,
) -> PyResult<Bound<'py, PyAny>> {
    value.serialize(Pythonizer::new(py))
}

/// The value of a Python object.
///
/// # Errors
/// TypeError, ValueError or OverflowError when the object does not fit, and what Python code raises.
#[inline]
pub fn depythonize<T: DeserializeOwned>(object: &Bound<'_, PyAny>) -> PyResult<T> {
    T::deserialize(&mut Depythonizer::from_object(object))
}

/// What a function takes or returns by way of serde: `Serde<T>` is converted by [`depythonize`] and [`pythonize`].
///
/// In the stub it is `Any`, since serde does not tell of types what they are made of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Serde<T>(pub T);

impl<T> Deref for Serde<T> {
    type Target = T;

    #[inline]
    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T> DerefMut for Serde<T> {
    #[inline]
    fn deref_mut(&mut self) -> &mut T {
        &mut self.0
    }
}

impl<T> From<T> for Serde<T> {
    #[inline]
    fn from(value: T) -> Self {
        Serde(value)
    }
}

impl<'a, 'py, T: DeserializeOwned> FromPyObject<'a, 'py> for Serde<T> {
    type Error = PyErr;

    #[inline]
    fn extract(object: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
        depythonize(&object).map(Serde)
    }
}

impl<'py, T: Serialize> IntoPyObject<'py> for Serde<T> {
    type Target = PyAny;
    type Output = Bound<'py, PyAny>;
    type Error = PyErr;

    #[inline]
    fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
        pythonize(py, &self.0)
    }
}

impl<'py, T: Serialize> IntoPyObject<'py> for &Serde<T> {
    type Target = PyAny;
    type Output = Bound<'py, PyAny>;
    type Error = PyErr;

    #[inline]
    fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
        pythonize(py, &self.0)
    }
}

/// ValueError.
impl ser::Error for PyErr {
    #[cold]
    fn custom<T: Display>(message: T) -> PyErr {
        PyValueError::new_err(message.to_string())
    }
}

/// TypeError for a value of another type, ValueError for the rest.
impl de::Error for PyErr {
    #[cold]
    fn custom<T: Display>(message: T) -> PyErr {
        PyValueError::new_err(message.to_string())
    }

    #[cold]
    fn invalid_type(unexpected: Unexpected<'_>, expected: &dyn Expected) -> PyErr {
        PyTypeError::new_err(format!("invalid type: {unexpected}, expected {expected}"))
    }
}
