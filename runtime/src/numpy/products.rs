//! Products of arrays, as NumPy makes them.

use ndarray::Dimension;

use super::{PyArray, get_array_module};
use crate::buffer::Element;
use crate::convert::FromPyObjectOwned;
use crate::error::PyResult;
use crate::object::Bound;

/// `numpy.inner(a, b)`: an array, or an item where there is one alone.
///
/// # Errors
/// ValueError when the shapes do not fit; TypeError when the result is another type than is asked for.
pub fn inner<'py, T, D1, D2, R>(
    a: &Bound<'py, PyArray<T, D1>>,
    b: &Bound<'py, PyArray<T, D2>>,
) -> PyResult<R>
where
    T: Element,
    D1: Dimension,
    D2: Dimension,
    R: FromPyObjectOwned<'py>,
{
    product("inner", a, b)
}

/// `numpy.dot(a, b)`: an array, or an item where there is one alone.
///
/// # Errors
/// As [`inner`].
pub fn dot<'py, T, D1, D2, R>(
    a: &Bound<'py, PyArray<T, D1>>,
    b: &Bound<'py, PyArray<T, D2>>,
) -> PyResult<R>
where
    T: Element,
    D1: Dimension,
    D2: Dimension,
    R: FromPyObjectOwned<'py>,
{
    product("dot", a, b)
}

fn product<'py, R: FromPyObjectOwned<'py>>(
    name: &str,
    a: &Bound<'py, crate::PyAny>,
    b: &Bound<'py, crate::PyAny>,
) -> PyResult<R> {
    let product = get_array_module(a.py())?.call_method1(name, (a, b))?;
    product.extract().map_err(Into::into)
}
