//! Functions during which Python code runs that changes what they work on. No `unsafe`, so nothing may go wrong.

#![forbid(unsafe_code)]

mod ends;
mod handles;
mod hops;
mod locks;

use std::collections::{BTreeMap, HashMap, HashSet};

use mybind::prelude::*;
use mybind::types::{PyByteArray, PyDict, PyIterator, PyList, PyType};

/// Calls a Python function as often as it is asked for an item, which may be other than its `size_hint` says.
struct Calls<'py> {
    function: Bound<'py, PyAny>,
    left: usize,
    hint: usize,
}

impl<'py> Iterator for Calls<'py> {
    type Item = Bound<'py, PyAny>;

    fn next(&mut self) -> Option<Self::Item> {
        self.left = self.left.checked_sub(1)?;
        Some(
            self.function
                .call0()
                .expect("a function that does not raise"),
        )
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.hint, None)
    }
}

#[mybind]
mod attacks {
    use super::*;

    #[mybind]
    use super::ends::{at_end_of_thread, first_index};
    #[mybind]
    use super::handles::{calling, calling_each, derived_class, run_code};
    #[mybind]
    use super::hops::{drop_functions, hop, hop_elsewhere, keep_function};
    #[mybind]
    use super::locks::{call_twice, fill_twice};

    #[mybind]
    fn floats(items: Vec<f64>) -> usize {
        items.len()
    }

    #[mybind]
    fn ints(items: Vec<i64>) -> usize {
        items.len()
    }

    #[mybind]
    fn large(signed: i128, unsigned: u128) -> (i128, u128) {
        (signed, unsigned)
    }

    #[mybind]
    fn optional(items: Vec<Option<f64>>) -> usize {
        items.len()
    }

    #[mybind]
    fn nested(items: Vec<Vec<f64>>) -> usize {
        items.iter().map(Vec::len).sum()
    }

    #[mybind]
    fn pairs(items: Vec<(f64, f64)>) -> usize {
        items.len()
    }

    #[mybind]
    fn map(items: HashMap<String, f64>) -> usize {
        items.len()
    }

    #[mybind]
    fn tree(items: BTreeMap<i64, Vec<f64>>) -> usize {
        items.len()
    }

    #[mybind]
    fn set(items: HashSet<i64>) -> usize {
        items.len()
    }

    /// `text` and `data` are borrowed while `number` is converted.
    #[mybind]
    fn borrowed(text: &str, data: &[u8], number: f64) -> String {
        format!("{text} {data:?} {number}")
    }

    /// A list of what the function gives, made by an iterator that says `hint`.
    #[mybind]
    fn list_of_calls(
        function: Bound<'_, PyAny>,
        count: usize,
        hint: usize,
    ) -> PyResult<Py<PyList>> {
        let py = function.py();
        let calls = Calls {
            function,
            left: count,
            hint,
        };
        Ok(PyList::new(py, calls)?.unbind())
    }

    /// How often the function was called, for each item from both ends.
    #[mybind]
    fn over_list(list: &Bound<'_, PyList>, function: &Bound<'_, PyAny>) -> PyResult<usize> {
        let mut count = 0;
        for item in list.iter().chain(list.iter().rev()) {
            function.call1((item,))?;
            count += 1;
        }
        Ok(count)
    }

    #[mybind]
    fn over_dict(dict: &Bound<'_, PyDict>, function: &Bound<'_, PyAny>) -> PyResult<usize> {
        let mut count = 0;
        for (key, _) in dict.iter() {
            function.call1((key,))?;
            count += 1;
        }
        Ok(count)
    }

    #[mybind]
    fn over_iterator(iterator: &Bound<'_, PyIterator>) -> PyResult<usize> {
        iterator
            .into_iter()
            .try_fold(0, |count, item| item.map(|_| count + 1))
    }

    #[mybind]
    fn raise_new(class_: &Bound<'_, PyType>) -> PyResult<()> {
        Err(PyErr::from_type(class_.clone(), ("message",)))
    }

    #[mybind]
    fn resized(bytes: &Bound<'_, PyByteArray>, length: usize) -> PyResult<Vec<u8>> {
        bytes.resize(length)?;
        Ok(bytes.to_vec())
    }
}
