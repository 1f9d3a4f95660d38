//! The benchmark's functions, by PyO3.

#[pyo3::pymodule]
mod bench {
    use std::collections::HashMap;

    use pyo3::exceptions::PyValueError;
    use pyo3::prelude::*;
    use pyo3::types::{PyDict, PyTuple};

    #[pyfunction]
    fn noop() {}

    #[pyfunction]
    fn add(a: i32, b: i32) -> i32 {
        a.wrapping_add(b)
    }

    #[pyfunction]
    fn add_f64(a: f64, b: f64) -> f64 {
        a + b
    }

    #[pyfunction]
    fn negate(x: bool) -> bool {
        !x
    }

    #[pyfunction]
    fn greet(name: &str) -> String {
        format!("Hello, {name}!")
    }

    #[pyfunction]
    fn byte_len(data: &[u8]) -> usize {
        data.len()
    }

    #[pyfunction]
    fn sum_f64(xs: Vec<f64>) -> f64 {
        xs.iter().sum()
    }

    #[pyfunction]
    fn range_list(n: i64) -> Vec<i64> {
        (0..n).collect()
    }

    #[pyfunction]
    fn word_count(text: &str) -> HashMap<String, usize> {
        let mut counts = HashMap::new();
        for word in text.split_whitespace() {
            *counts.entry(word.to_owned()).or_insert(0) += 1;
        }
        counts
    }

    #[pyfunction]
    fn join(words: Vec<String>) -> String {
        words.concat()
    }

    #[pyfunction]
    fn sum_values(values: HashMap<String, f64>) -> f64 {
        values.values().sum()
    }

    #[pyfunction]
    fn squares(n: i64) -> HashMap<i64, i64> {
        (0..n).map(|i| (i, i * i)).collect()
    }

    #[pyfunction]
    #[pyo3(signature = (x, factor = 2.0, *, offset = 0.0))]
    fn scale(x: f64, factor: f64, offset: f64) -> f64 {
        x * factor + offset
    }

    #[pyfunction]
    #[pyo3(signature = (*args))]
    fn pack(args: Bound<'_, PyTuple>) -> Bound<'_, PyTuple> {
        args
    }

    #[pyfunction]
    #[pyo3(signature = (**kwargs))]
    fn options<'py>(py: Python<'py>, kwargs: Option<Bound<'py, PyDict>>) -> Bound<'py, PyDict> {
        kwargs.unwrap_or_else(|| PyDict::new(py))
    }

    #[pyfunction]
    #[pyo3(signature = (x = None))]
    fn opt(x: Option<i32>) -> i32 {
        x.unwrap_or(-1)
    }

    #[pyfunction]
    fn fail(x: i32) -> PyResult<i32> {
        if x < 0 {
            Err(PyValueError::new_err("negative"))
        } else {
            Ok(x)
        }
    }
}
