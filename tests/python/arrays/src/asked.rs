//! Whatever becomes an array, types of items, and arrays made of arrays.

use mybind::numpy::{
    AllowTypeChange, AsSliceError, Complex64, Ix1, Ix2, PyArray1, PyArray2, PyArrayDescr,
    PyArrayDyn, PyArrayLike1, PyArrayLike2, PyArrayLikeDyn, PyUntypedArray, array, dot, dtype,
    inner,
};
use mybind::prelude::*;
use mybind::types::PyType;

/// The items of what becomes an array.
#[mybind]
pub fn like(xs: PyArrayLike1<'_, f64>) -> Result<Vec<f64>, AsSliceError> {
    xs.as_slice().map(<[f64]>::to_vec)
}

/// The shape and the items of what becomes an array of integers.
#[mybind]
pub fn like_converted(xs: PyArrayLike2<'_, i64, AllowTypeChange>) -> (Vec<usize>, Vec<i64>) {
    (xs.shape().to_vec(), xs.as_array().iter().copied().collect())
}

/// The array that anything becomes.
#[mybind]
pub fn like_any<'py>(xs: PyArrayLikeDyn<'py, Complex64>) -> Bound<'py, PyArrayDyn<Complex64>> {
    (**xs).clone()
}

/// What a type of items is asked.
#[mybind]
#[allow(clippy::type_complexity)]
pub fn described<'py>(
    dtype: &Bound<'py, PyArrayDescr>,
) -> (
    Bound<'py, PyType>,
    (usize, usize, i32),
    String,
    (usize, Vec<usize>, Bound<'py, PyArrayDescr>),
    (bool, bool, bool, Option<bool>),
    Option<Vec<String>>,
) {
    let letters = [dtype.byteorder(), dtype.char(), dtype.kind()];
    (
        dtype.typeobj(),
        (dtype.itemsize(), dtype.alignment(), dtype.num()),
        letters.map(char::from).iter().collect(),
        (dtype.ndim(), dtype.shape(), dtype.base()),
        (
            dtype.has_object(),
            dtype.has_fields(),
            dtype.has_subarray(),
            dtype.is_native_byteorder(),
        ),
        dtype.names(),
    )
}

/// Which of some types the items of an array are of.
#[mybind]
pub fn type_of_items(xs: &Bound<'_, PyUntypedArray>) -> PyResult<Option<&'static str>> {
    let (py, own) = (xs.py(), xs.dtype());
    Ok(if own.is_equiv_to(&dtype::<f32>(py)) {
        Some("f32")
    } else if own.is_equiv_to(&PyArrayDescr::of::<u16>(py)) {
        Some("u16")
    } else if own.is_equiv_to(&PyArrayDescr::object(py)) {
        Some("object")
    } else if own.is_equiv_to(&PyArrayDescr::new(py, "S3")?) {
        Some("S3")
    } else {
        None
    })
}

/// Arrays made of one.
#[mybind]
#[allow(clippy::type_complexity)]
pub fn made_of<'py>(
    xs: &Bound<'py, PyArray2<f64>>,
) -> PyResult<(
    Bound<'py, PyArray2<f64>>,
    Bound<'py, PyArray2<f64>>,
    Bound<'py, PyArray2<i16>>,
    Bound<'py, PyArray2<u8>>,
)> {
    Ok((
        xs.transpose()?,
        xs.permute(Some([1, 0]))?,
        xs.cast_array::<i16>(true)?,
        xs.cast_array(false)?,
    ))
}

/// The axes in an order that there may not be.
#[mybind]
pub fn permuted<'py>(
    xs: &Bound<'py, PyArrayDyn<f64>>,
    axes: Vec<usize>,
) -> PyResult<Bound<'py, PyArrayDyn<f64>>> {
    xs.permute(Some(axes))
}

/// Writes one array to another.
#[mybind]
pub fn copy(source: &Bound<'_, PyArray1<f64>>, to: &Bound<'_, PyArray1<i32>>) -> PyResult<()> {
    source.copy_to(to)
}

/// The one item.
#[mybind]
pub fn only(xs: &Bound<'_, PyArrayDyn<f64>>) -> f64 {
    xs.item()
}

/// A range.
#[mybind]
pub fn range(py: Python<'_>, start: i32, stop: i32, step: i32) -> Bound<'_, PyArray1<i32>> {
    PyArray1::arange(py, start, stop, step)
}

/// Two products of the same arrays, and one of an array and itself.
#[mybind]
#[allow(clippy::type_complexity)]
pub fn products<'py>(
    a: &Bound<'py, PyArray2<f64>>,
    b: &Bound<'py, PyArray1<f64>>,
) -> PyResult<(Bound<'py, PyArray1<f64>>, Bound<'py, PyArray1<f64>>, f64)> {
    let inner_product = inner(a, b)?;
    let dot_product = dot::<f64, Ix2, Ix1, _>(a, b)?;
    Ok((inner_product, dot_product, inner(b, b)?))
}

/// An item, which is doubled.
#[mybind]
pub fn item_in_place(xs: &Bound<'_, PyArray2<f64>>, row: usize, column: usize) -> Option<f64> {
    assert_eq!(array![[1.0, 2.0]].dim(), (1, 2));
    // SAFETY: nobody else uses the array, which is the test's own.
    unsafe {
        let item = *xs.get((row, column))?;
        let place: *const f64 = xs.get([row, column])?;
        assert!(place >= xs.data().cast_const() || xs.strides().iter().any(|&stride| stride < 0));
        *xs.get_mut((row, column))? *= 2.0;
        Some(item)
    }
}
