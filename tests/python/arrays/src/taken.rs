//! Arrays that functions take.

use half::f16;
use mybind::exceptions::PyValueError;
use mybind::numpy::borrow::PyReadonlyArrayDyn;
use mybind::numpy::{
    Element, IntoPyArray, NotContiguousError, PyArray1, PyArray2, PyArrayDescr, PyArrayDyn,
    PyReadonlyArray, PyReadonlyArray1, PyReadonlyArray2, PyReadwriteArray1, PyReadwriteArray2,
    PyUntypedArray, ToPyArray, ndarray,
};
use mybind::prelude::*;
use num_complex::Complex;

/// The sum of a slice.
#[mybind]
pub fn total(xs: PyReadonlyArrayDyn<'_, f64>) -> PyResult<f64> {
    Ok(xs.as_slice()?.iter().sum())
}

/// The items as they lie in memory.
#[mybind]
pub fn items(xs: PyReadonlyArrayDyn<'_, i64>) -> Result<Vec<i64>, NotContiguousError> {
    assert_eq!(xs.to_vec().is_ok(), xs.is_contiguous());
    Ok(xs.as_slice()?.to_vec())
}

/// A copy by way of a view.
#[mybind]
pub fn nested<'py>(py: Python<'py>, xs: PyReadonlyArray2<'py, i64>) -> Bound<'py, PyArray2<i64>> {
    assert_eq!(xs.as_array(), xs.to_owned_array());
    assert_eq!(
        (xs.shape(), xs.dims().into_pattern()),
        (xs.as_array().shape(), xs.as_array().dim())
    );
    xs.as_array().to_pyarray(py)
}

trait IntoPattern {
    fn into_pattern(self) -> (usize, usize);
}

impl IntoPattern for ndarray::Ix2 {
    fn into_pattern(self) -> (usize, usize) {
        (self[0], self[1])
    }
}

/// An item, by three ways.
#[mybind]
pub fn item(xs: PyReadonlyArray2<'_, f64>, row: usize, column: usize) -> Option<f64> {
    let item = xs.get((row, column)).copied();
    assert_eq!(item, xs.get_owned((row, column)));
    assert_eq!(item, xs.as_array().get((row, column)).copied());
    item
}

/// A copy of an array of that type.
#[mybind]
pub fn echo<'py>(dtype: &str, xs: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
    fn copied<'py, T: Element>(xs: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
        let xs: PyReadonlyArray<'py, T, ndarray::IxDyn> = xs.extract()?;
        Ok(xs.as_array().to_pyarray(xs.py()).into_any())
    }
    match dtype {
        "bool" => copied::<bool>(xs),
        "int8" => copied::<i8>(xs),
        "int16" => copied::<i16>(xs),
        "int32" => copied::<i32>(xs),
        "int64" => copied::<isize>(xs),
        "uint8" => copied::<u8>(xs),
        "uint16" => copied::<u16>(xs),
        "uint32" => copied::<u32>(xs),
        "uint64" => copied::<usize>(xs),
        "float16" => copied::<f16>(xs),
        "float32" => copied::<f32>(xs),
        "float64" => copied::<f64>(xs),
        "complex64" => copied::<Complex<f32>>(xs),
        "complex128" => copied::<Complex<f64>>(xs),
        _ => Err(PyValueError::new_err(dtype.to_owned())),
    }
}

/// Multiplies in place.
#[mybind]
pub fn scale(mut xs: PyReadwriteArray1<'_, f64>, factor: f64) -> PyResult<()> {
    for x in xs.as_slice_mut()? {
        *x *= factor;
    }
    Ok(())
}

/// Puts each item's row and column in its place.
#[mybind]
pub fn replace(mut xs: PyReadwriteArray2<'_, i32>) {
    for ((row, column), x) in xs.as_array_mut().indexed_iter_mut() {
        *x = i32::try_from(10 * row + column).expect("it is small");
    }
}

/// Whether there is such an item, which is then another.
#[mybind]
pub fn set(mut xs: PyReadwriteArray2<'_, i32>, row: usize, column: usize, value: i32) -> bool {
    let item = xs.get_mut((row, column)).map(|item| *item = value);
    item.is_some() && xs.get((row, column)) == Some(&value)
}

/// What Python sees before Rust is done, and what Rust sees of what Python writes.
#[mybind]
pub fn written_later(
    mut xs: PyReadwriteArray1<'_, f64>,
    other: PyReadonlyArray1<'_, f64>,
    meanwhile: &Bound<'_, PyAny>,
) -> PyResult<f64> {
    let slice = xs.as_slice_mut()?;
    slice[0] = 1.0;
    let before = other.as_slice()?[0];
    meanwhile.call0()?;
    slice[1] += 1.0;
    assert_eq!(other.as_slice()?[0].to_bits(), before.to_bits());
    Ok(before)
}

/// Twice the items, computed with other threads running.
#[mybind]
pub fn doubled_detached<'py>(
    py: Python<'py>,
    xs: PyReadonlyArray1<'py, f32>,
) -> PyResult<Bound<'py, PyArray1<f32>>> {
    let xs = xs.as_slice()?;
    let doubled: Vec<f32> = py.detach(|| xs.iter().map(|x| 2.0 * x).collect());
    Ok(doubled.into_pyarray(py))
}

/// What an array is asked.
#[mybind]
#[allow(clippy::type_complexity)]
pub fn asked_untyped<'py>(
    xs: &Bound<'py, PyUntypedArray>,
) -> (
    Vec<usize>,
    usize,
    usize,
    Vec<isize>,
    Bound<'py, PyArrayDescr>,
    [bool; 3],
) {
    assert_eq!(xs.is_empty(), xs.shape().contains(&0));
    let flags = [
        xs.is_c_contiguous(),
        xs.is_fortran_contiguous(),
        xs.is_contiguous(),
    ];
    (
        xs.shape(),
        xs.ndim(),
        xs.len(),
        xs.strides(),
        xs.dtype(),
        flags,
    )
}

/// What an array of a known type is asked; `meanwhile` may change it.
#[mybind]
pub fn asked<'py>(
    xs: &Bound<'py, PyArray1<f64>>,
    meanwhile: &Bound<'py, PyAny>,
) -> PyResult<(Vec<usize>, Option<f64>, bool)> {
    meanwhile.call0()?;
    let is_writeable = xs.try_readwrite().is_ok();
    assert_eq!(xs.readonly().shape(), xs.as_untyped().shape());
    assert_eq!(xs.to_dyn().shape(), xs.shape());
    Ok((xs.shape(), xs.get_owned(0), is_writeable))
}

/// The items in another shape.
#[mybind]
pub fn reshaped<'py>(
    xs: &Bound<'py, PyArrayDyn<f64>>,
    rows: usize,
    columns: usize,
) -> PyResult<Bound<'py, PyArray2<f64>>> {
    xs.reshape((rows, columns))
}

/// The items row by row, and whether they could be had as a slice; then they are zeros.
#[mybind]
pub fn unchecked(xs: &Bound<'_, PyArray2<f64>>) -> (Vec<f64>, bool) {
    // SAFETY: nobody else writes to the array, which is the test's own and writeable.
    unsafe {
        let items = xs.as_array().iter().copied().collect();
        let is_slice = match xs.as_slice() {
            Ok(slice) => {
                assert_eq!(slice.len(), xs.len());
                xs.as_slice_mut().expect("it was one").fill(1.0);
                true
            }
            Err(NotContiguousError) => false,
        };
        xs.as_array_mut().fill(0.0);
        (items, is_slice)
    }
}

/// The items of a view that is not a copy.
#[mybind]
pub fn seen(xs: &Bound<'_, PyArrayDyn<f64>>) -> Vec<f64> {
    // SAFETY: nobody writes to the array meanwhile.
    unsafe { xs.as_array() }.iter().copied().collect()
}
