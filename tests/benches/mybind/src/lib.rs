//! The benchmark's functions, by mybind.

use std::collections::HashMap;

use mybind::exceptions::PyValueError;
use mybind::prelude::*;
use mybind::types::{PyDict, PyTuple};

#[mybind]
mod bench {
    use super::*;

    #[mybind]
    fn noop() {}

    #[mybind]
    fn add(a: i32, b: i32) -> i32 {
        a.wrapping_add(b)
    }

    #[mybind]
    fn add_f64(a: f64, b: f64) -> f64 {
        a + b
    }

    #[mybind]
    fn negate(x: bool) -> bool {
        !x
    }

    #[mybind]
    fn greet(name: &str) -> String {
        format!("Hello, {name}!")
    }

    #[mybind]
    fn byte_len(data: &[u8]) -> usize {
        data.len()
    }

    #[mybind]
    fn sum_f64(xs: Vec<f64>) -> f64 {
        xs.iter().sum()
    }

    #[mybind]
    fn range_list(n: i64) -> Vec<i64> {
        (0..n).collect()
    }

    #[mybind]
    fn word_count(text: &str) -> HashMap<String, usize> {
        let mut counts = HashMap::new();
        for word in text.split_whitespace() {
            *counts.entry(word.to_owned()).or_insert(0) += 1;
        }
        counts
    }

    #[mybind]
    fn join(words: Vec<String>) -> String {
        words.concat()
    }

    #[mybind]
    fn sum_values(values: HashMap<String, f64>) -> f64 {
        values.values().sum()
    }

    #[mybind]
    fn squares(n: i64) -> HashMap<i64, i64> {
        (0..n).map(|i| (i, i * i)).collect()
    }

    #[mybind(signature = (x, factor = 2.0, *, offset = 0.0))]
    fn scale(x: f64, factor: f64, offset: f64) -> f64 {
        x * factor + offset
    }

    #[mybind(signature = (*args))]
    fn pack(args: Bound<'_, PyTuple>) -> Bound<'_, PyTuple> {
        args
    }

    #[mybind(signature = (**kwargs))]
    fn options(kwargs: Bound<'_, PyDict>) -> Bound<'_, PyDict> {
        kwargs
    }

    #[mybind(signature = (x = None))]
    fn opt(x: Option<i32>) -> i32 {
        x.unwrap_or(-1)
    }

    #[mybind]
    fn fail(x: i32) -> PyResult<i32> {
        if x < 0 {
            Err(PyValueError::new_err("negative"))
        } else {
            Ok(x)
        }
    }
}
