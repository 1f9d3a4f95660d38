//! Memory shared with Python.

use std::ffi::CStr;
use std::sync::Mutex;

use mybind::buffer::{Array, Buffer, Element, PyBuffer, PyUntypedBuffer};
use mybind::exceptions::PyValueError;
use mybind::prelude::*;

fn to_vec<T: Element>(buffer: &Buffer<'_, T>) -> PyResult<Vec<T>> {
    buffer.to_vec()
}

/// One function for each type of item.
macro_rules! items_of {
    ($($name:literal $item:ty,)*) => {
        /// The items, as the Rust type of that name.
        #[mybind]
        pub(crate) fn items_of(item: &str, object: &Bound<'_, PyAny>) -> PyResult<Py<PyAny>> {
            let py = object.py();
            match item {
                $($name => to_vec(&Buffer::<$item>::get(object)?)?.into_py_any(py),)*
                _ => Err(PyValueError::new_err("no such type")),
            }
        }
    };
}

items_of! {
    "i8" i8, "i16" i16, "i32" i32, "i64" i64, "isize" isize,
    "u8" u8, "u16" u16, "u32" u32, "u64" u64, "usize" usize,
    "f32" f32, "f64" f64, "bool" bool,
}

/// For its message.
#[mybind]
pub(crate) fn int64s(xs: Buffer<'_, i64>) -> usize {
    xs.item_count()
}

/// For its message.
#[mybind]
pub(crate) fn float32s(xs: Buffer<'_, f32>) -> usize {
    xs.item_count()
}

/// In an `Option` and a `Vec`.
#[mybind]
pub(crate) fn uint8s(one: Option<Buffer<'_, u8>>, more: Vec<Buffer<'_, u8>>) -> usize {
    one.iter()
        .chain(&more)
        .map(|buffer| buffer.len_bytes())
        .sum()
}

/// Format, shape, strides, whether read-only, C and Fortran contiguous.
#[mybind]
pub(crate) fn layout(xs: Buffer<'_, f64>) -> (String, Vec<usize>, Vec<isize>, bool, bool, bool) {
    let format: &CStr = xs.format();
    (
        format.to_string_lossy().into_owned(),
        xs.shape().to_vec(),
        xs.strides().to_vec(),
        xs.readonly(),
        xs.is_c_contiguous(),
        xs.is_fortran_contiguous(),
    )
}

/// Number of dimensions, size of an item, number of items, bytes.
#[mybind]
pub(crate) fn dimensions(xs: Buffer<'_, f64>) -> (usize, usize, usize, usize) {
    (
        xs.dimensions(),
        xs.item_size(),
        xs.item_count(),
        xs.len_bytes(),
    )
}

/// Whose memory it is.
#[mybind]
pub(crate) fn owner(xs: Buffer<'_, f64>) -> Option<Py<PyAny>> {
    xs.obj().cloned().map(Bound::unbind)
}

/// The item at these indices.
#[mybind]
pub(crate) fn item(xs: Buffer<'_, f64>, indices: Vec<usize>) -> Option<f64> {
    xs.item(&indices)
}

/// The sum of the cells, with the thread detached and on another one.
#[mybind]
pub(crate) fn sum_detached(py: Python<'_>, xs: Buffer<'_, f64>) -> PyResult<(f64, f64)> {
    let cells = xs
        .as_slice()
        .ok_or_else(|| PyValueError::new_err("not contiguous"))?;
    let sum = || cells.iter().map(|cell| cell.get()).sum::<f64>();
    Ok(py.detach(|| {
        let there = std::thread::scope(|scope| scope.spawn(sum).join());
        (sum(), there.expect("nothing panics"))
    }))
}

/// How many items there are, told while the thread is detached.
#[mybind(detach)]
pub(crate) fn counted_detached(xs: PyBuffer<f64>, more: Vec<PyBuffer<f64>>) -> usize {
    more.iter().map(|buffer| buffer.item_count()).sum::<usize>() + xs.item_count()
}

/// Sets all items, with the thread detached.
#[mybind]
pub(crate) fn fill_detached(py: Python<'_>, xs: Buffer<'_, f64>, value: f64) -> PyResult<()> {
    let cells = xs
        .as_mut_slice()
        .ok_or_else(|| PyValueError::new_err("not contiguous, or read-only"))?;
    py.detach(|| cells.iter().for_each(|cell| cell.set(value)));
    Ok(())
}

/// Replaces each item by the sum up to it, calling `between` after each.
#[mybind]
pub(crate) fn running_sum(xs: Buffer<'_, f64>, between: &Bound<'_, PyAny>) -> PyResult<()> {
    let mut sum = 0.0;
    for cell in xs
        .as_mut_slice()
        .ok_or_else(|| PyValueError::new_err("not contiguous, or read-only"))?
    {
        sum += cell.get();
        cell.set(sum);
        between.call0()?;
    }
    Ok(())
}

/// Turns each bool round.
#[mybind]
pub(crate) fn negated(xs: Buffer<'_, bool>) -> PyResult<Vec<bool>> {
    if let Some(cells) = xs.as_mut_slice() {
        cells.iter().for_each(|cell| cell.set(!cell.get()));
    }
    let mut items = vec![false; xs.item_count()];
    xs.copy_to_slice(&mut items)?;
    Ok(items)
}

/// Row by row, column by column, and both into slices.
#[mybind]
pub(crate) fn copied(xs: Buffer<'_, f64>, length: usize) -> PyResult<[Vec<f64>; 4]> {
    let mut slices = [vec![0.0; length], vec![0.0; length]];
    xs.copy_to_slice(&mut slices[0])?;
    xs.copy_to_fortran_slice(&mut slices[1])?;
    let [c, fortran] = slices;
    Ok([xs.to_vec()?, xs.to_fortran_vec()?, c, fortran])
}

/// Overwrites the items.
#[mybind]
pub(crate) fn write_back(xs: Buffer<'_, f64>, values: Vec<f64>, fortran: bool) -> PyResult<()> {
    match fortran {
        false => xs.copy_from_slice(&values),
        true => xs.copy_from_fortran_slice(&values),
    }
}

/// All bytes, one xor the other.
#[mybind]
pub(crate) fn xor(data: Buffer<'_, u8>) -> Option<u8> {
    data.as_fortran_slice()
        .map(|cells| cells.iter().fold(0, |all, cell| all ^ cell.get()))
}

static HELD: Mutex<Vec<PyBuffer<f64>>> = Mutex::new(Vec::new());

/// Keeps the buffer; its layout, read on another thread.
#[mybind]
pub(crate) fn hold(xs: PyBuffer<f64>) -> (Vec<usize>, String) {
    let (shape, format) = std::thread::scope(|scope| {
        let look = || (xs.shape().to_vec(), xs.format().to_owned());
        scope.spawn(look).join().expect("nothing panics")
    });
    HELD.lock().expect("nothing panics").push(xs);
    (shape, format.to_string_lossy().into_owned())
}

/// How many items a buffer has, and of how many bytes each, whatever they are.
#[mybind]
pub(crate) fn count_and_size(xs: PyUntypedBuffer) -> (usize, usize) {
    (xs.item_count(), xs.item_size())
}

type Told = (Vec<f64>, Vec<usize>, Option<Py<PyAny>>);

/// The items of a buffer that is told its type afterwards: lent, then for good, and what both refuse.
#[mybind]
pub(crate) fn typed_later(py: Python<'_>, xs: PyUntypedBuffer, item: &str) -> PyResult<Told> {
    fn items<T: Element + Into<f64>>(py: Python<'_>, xs: PyUntypedBuffer) -> PyResult<Told> {
        let lent = xs.as_typed::<T>()?.to_vec(py)?;
        let (shape, owner) = (
            xs.shape().to_vec(),
            xs.obj(py).map(|owner| owner.clone().unbind()),
        );
        let typed = std::thread::scope(|scope| {
            let turn = scope.spawn(|| xs.into_typed::<T>());
            turn.join().expect("nothing panics")
        })?;
        let items: Vec<f64> = typed.to_vec(py)?.into_iter().map(Into::into).collect();
        assert_eq!(items.len(), lent.len());
        assert_eq!(
            (typed.item_count(), typed.format()),
            (items.len(), (*typed).format())
        );
        typed.release(py);
        Ok((items, shape, owner))
    }
    match item {
        "f64" => items::<f64>(py, xs),
        "f32" => items::<f32>(py, xs),
        "i32" => items::<i32>(py, xs),
        _ => xs
            .into_typed::<u8>()
            .map(|_| (Vec::new(), Vec::new(), None)),
    }
}

/// The items of all buffers that are kept.
#[mybind]
pub(crate) fn held_count(py: Python<'_>) -> PyResult<Vec<Vec<f64>>> {
    let held = HELD.lock().expect("nothing panics");
    held.iter().map(|buffer| buffer.to_vec(py)).collect()
}

/// Lets go of the buffers: on this thread, or on one that Python does not know.
#[mybind]
pub(crate) fn let_go(py: Python<'_>, elsewhere: bool) {
    let held = std::mem::take(&mut *HELD.lock().expect("nothing panics"));
    if elsewhere {
        py.detach(|| {
            std::thread::spawn(move || drop(held))
                .join()
                .expect("nothing panics");
        });
    } else {
        held.into_iter().for_each(|buffer| buffer.release(py));
    }
}

/// Calls the function while it has the buffer, and copies what is there then.
#[mybind]
pub(crate) fn released_by(xs: Buffer<'_, f64>, function: &Bound<'_, PyAny>) -> PyResult<Vec<f64>> {
    function.call0()?;
    xs.to_vec()
}

/// Without a copy.
#[mybind]
pub(crate) fn array(values: Vec<f64>) -> Array<f64> {
    values.into()
}

/// 0, 1, 2, ...
#[mybind]
pub(crate) fn array_2d(rows: usize, columns: usize) -> PyResult<Array<i32>> {
    Array::with_shape((0..).take(rows * columns).collect(), [rows, columns])
}

/// Any shape.
#[mybind]
pub(crate) fn array_of_shape(values: Vec<u16>, shape: Vec<usize>) -> PyResult<Array<u16>> {
    Array::with_shape(values, shape)
}

/// Not to be written to.
#[mybind]
pub(crate) fn array_read_only(values: Vec<u8>) -> Array<u8> {
    Array::new(values).read_only()
}

/// Whether each is even.
#[mybind]
pub(crate) fn array_bool(values: Vec<i64>) -> Array<bool> {
    values.iter().map(|value| value % 2 == 0).collect()
}

/// There and back: the address of the first item twice, made in Rust and seen through Python.
#[mybind]
pub(crate) fn from_array(py: Python<'_>, values: Vec<f64>) -> PyResult<(usize, usize)> {
    let there = values.as_ptr().addr();
    let view = Array::from(values).into_pyobject(py)?;
    Ok((there, Buffer::<f64>::get(&view)?.buf_ptr().addr()))
}
