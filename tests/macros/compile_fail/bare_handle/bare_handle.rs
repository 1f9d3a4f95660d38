#![allow(unused)]

use mybind::prelude::*;
use mybind::types::{PyDict, PyList};

#[mybind]
fn function<'py>(list: &'py PyList, keywords: Option<&mybind::types::PyDict>) {}

#[mybind(pass_module)]
fn passed(module: &PyModule) {}

#[mybind(module, submodule)]
fn module(_py: Python, m: &PyModule) -> PyResult<()> {
    Ok(())
}

fn main() {}
