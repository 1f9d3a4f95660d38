//! Arrays that functions make.

use mybind::numpy::ndarray::{Array1, Array2, Array3, ShapeBuilder, s};
use mybind::numpy::{
    IntoPyArray, PyArray, PyArray0, PyArray1, PyArray2, PyArray3, PyArrayDyn, ToPyArray,
};
use mybind::prelude::*;

/// A vector, not copied.
#[mybind]
pub fn vector(py: Python<'_>, items: Vec<i64>) -> Bound<'_, PyArray1<i64>> {
    items.into_pyarray(py)
}

/// The same items by all ways there are, which give the same.
#[mybind]
pub fn shared(py: Python<'_>, items: Vec<u8>) -> PyResult<Vec<Bound<'_, PyArray1<u8>>>> {
    Ok(vec![
        PyArray1::from_vec(py, items.clone()),
        PyArray1::from_slice(py, &items),
        PyArray1::from_iter(py, items.iter().copied()),
        PyArray::from_array(py, &Array1::from(items.clone())),
        items.to_pyarray(py),
        items.clone().into_boxed_slice().into_pyarray(py),
        Array1::from(items).into_pyarray(py),
    ])
}

fn counted(rows: usize, columns: usize) -> Array2<f64> {
    Array2::from_shape_fn((rows, columns), |(row, column)| (10 * row + column) as f64)
}

/// Row by row.
#[mybind]
pub fn grid(py: Python<'_>, rows: usize, columns: usize) -> Bound<'_, PyArray2<f64>> {
    counted(rows, columns).into_pyarray(py)
}

/// Column by column.
#[mybind]
pub fn column_major(py: Python<'_>, rows: usize, columns: usize) -> Bound<'_, PyArray2<f64>> {
    let mut grid = Array2::zeros((rows, columns).f());
    grid.assign(&counted(rows, columns));
    grid.into_pyarray(py)
}

/// A slice of a vector: what is before and after it is not shown.
#[mybind]
pub fn diagonal(py: Python<'_>, size: usize) -> Bound<'_, PyArray2<f64>> {
    let middle = counted(size, size).slice_move(s![1..size - 1, ..]);
    PyArray2::from_owned_array(py, middle)
}

/// With gaps.
#[mybind]
pub fn every_other(py: Python<'_>, size: usize) -> Bound<'_, PyArray2<f64>> {
    counted(size, size)
        .slice_move(s![.., ..;2])
        .into_pyarray(py)
}

/// From the last to the first.
#[mybind]
pub fn backward(py: Python<'_>, size: usize) -> Bound<'_, PyArrayDyn<f64>> {
    counted(1, size)
        .slice_move(s![0, ..;-1])
        .into_dyn()
        .into_pyarray(py)
}

/// No dimensions.
#[mybind]
pub fn single(py: Python<'_>, value: f32) -> Bound<'_, PyArray0<f32>> {
    mybind::numpy::ndarray::arr0(value).into_pyarray(py)
}

/// Vectors of vectors.
#[mybind]
pub fn from_rows(py: Python<'_>, rows: Vec<Vec<u16>>) -> PyResult<Bound<'_, PyArray2<u16>>> {
    PyArray2::from_vec2(py, &rows)
}

/// Vectors of vectors of vectors.
#[mybind]
pub fn cube(py: Python<'_>, planes: Vec<Vec<Vec<i8>>>) -> PyResult<Bound<'_, PyArray3<i8>>> {
    let cube = PyArray3::from_vec3(py, &planes)?;
    let copy: Array3<i8> = cube.to_owned_array();
    assert_eq!(copy.shape(), cube.shape());
    Ok(cube)
}

/// Zeros in that order.
#[mybind]
pub fn zeros(
    py: Python<'_>,
    rows: usize,
    columns: usize,
    is_fortran: bool,
) -> Bound<'_, PyArray2<bool>> {
    PyArray::zeros(py, (rows, columns), is_fortran)
}
