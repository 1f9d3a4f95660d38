#![allow(unused)]

use mybind::prelude::*;

#[mybind(module)]
fn my_module(py: Python<'_>) -> PyResult<()> {
    Ok(())
}

fn main() {}
