//! Iterators, in and out.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use mybind::exceptions::PyValueError;
use mybind::prelude::*;
use mybind::types::PyIterator;
use mybind::{Iter, PyCallback, RustIterator};

/// Reads no more than it needs.
#[mybind]
pub(crate) fn first_above(numbers: Iter<'_, f64>, limit: f64) -> PyResult<Option<f64>> {
    for number in numbers {
        let number = number?;
        if number > limit {
            return Ok(Some(number));
        }
    }
    Ok(None)
}

/// The lengths, or the errors' texts.
#[mybind]
pub(crate) fn lengths(words: Iter<'_, String>, at_most: usize) -> Vec<String> {
    let words = words.take(at_most);
    words
        .map(|word| match word {
            Ok(word) => word.len().to_string(),
            Err(error) => error.to_string(),
        })
        .collect()
}

/// Up to the largest that fits.
#[mybind]
pub(crate) fn powers(base: u64) -> RustIterator<u64> {
    RustIterator::new(std::iter::successors(Some(1_u64), move |power| {
        power.checked_mul(base)
    }))
}

/// Never ends.
#[mybind]
pub(crate) fn endless() -> RustIterator<(usize, String)> {
    RustIterator::new((0..).map(|number| (number, number.to_string())))
}

/// An iterator made of a container.
#[mybind]
pub(crate) fn countdown(start: i32) -> RustIterator<i32> {
    RustIterator::new((0..start).rev().collect::<Vec<_>>())
}

/// Every other item raises.
#[mybind]
pub(crate) fn fallible(count: i64) -> RustIterator<PyResult<i64>> {
    RustIterator::new((0..count).map(|number| match number % 2 {
        0 => Ok(number),
        _ => Err(PyValueError::new_err(format!("{number} is odd"))),
    }))
}

/// Panics at this item.
#[mybind]
pub(crate) fn panics_at(item: usize) -> RustIterator<usize> {
    let guard = Guard(None);
    RustIterator::new((0..).inspect(move |number| {
        let _ = &guard;
        assert!(*number != item, "at {item}");
    }))
}

/// Each item is what the function gives.
#[mybind]
pub(crate) fn mapped(function: PyCallback<(i64,), i64>) -> RustIterator<PyResult<i64>> {
    RustIterator::new((0..).map(move |number| Python::attach(|py| function.call(py, (number,)))))
}

/// Lets other threads run while it makes an item.
#[mybind]
pub(crate) fn sleepy(milliseconds: u64) -> RustIterator<u64> {
    RustIterator::new((0..).inspect(move |_| {
        Python::attach(|py| py.detach(|| std::thread::sleep(Duration::from_millis(milliseconds))));
    }))
}

/// A Python iterator inside a Rust one inside a Python one.
#[mybind]
pub(crate) fn chained(iterator: Py<PyIterator>) -> RustIterator<PyResult<Py<PyAny>>> {
    RustIterator::new(std::iter::from_fn(move || {
        Python::attach(|py| {
            let item = iterator.bind(py).clone().next()?;
            Some(item.map(Bound::unbind))
        })
    }))
}

static DROPPED: AtomicUsize = AtomicUsize::new(0);

/// Counts when it is dropped, and calls a function then.
struct Guard(Option<Py<PyAny>>);

impl Drop for Guard {
    fn drop(&mut self) {
        DROPPED.fetch_add(1, Ordering::Relaxed);
        if let Some(function) = &self.0 {
            Python::attach(|py| {
                let _ = function.call0(py);
            });
        }
    }
}

/// Counts when it is dropped.
#[mybind]
pub(crate) fn tracked_iterator(count: usize, on_drop: Option<Py<PyAny>>) -> RustIterator<usize> {
    let guard = Guard(on_drop);
    RustIterator::new((0..count).inspect(move |_| {
        let _ = &guard;
    }))
}

/// How many have been dropped.
#[mybind]
pub(crate) fn dropped_iterators() -> usize {
    DROPPED.load(Ordering::Relaxed)
}
