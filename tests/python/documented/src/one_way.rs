//! What is shown of types that Python can only give, and what types are made of that Python can only get.

use std::error::Error;
use std::io;
use std::num::ParseIntError;
use std::string::FromUtf8Error;

#[cfg(not(feature = "abi3"))]
use mybind::buffer::{Array, Buffer, Element, PyBuffer, PyUntypedBuffer};
use mybind::exceptions::PyValueError;
#[cfg(not(feature = "abi3"))]
use mybind::numpy::{
    PyArray, PyArrayLike, PyReadonlyArray, PyReadwriteArray, ToPyArray, ndarray::Dimension,
};
use mybind::prelude::*;
use mybind::{Callback, Closure, FromPyObjectOwned, Iter, PyCallback, RustIterator};

/// What a function takes but cannot give back.
pub trait Held {
    /// What it shows instead.
    type Content;

    /// What it holds; a callable, what it gives for 2 and 0.5.
    fn content(self) -> Self::Content;
}

impl<'py, R: FromPyObjectOwned<'py>> Held for Callback<'py, (i64, f64), R> {
    type Content = PyResult<R>;

    fn content(self) -> PyResult<R> {
        self.call((2, 0.5))
    }
}

impl Held for PyCallback<(i64, f64), f64> {
    type Content = PyResult<f64>;

    fn content(self) -> PyResult<f64> {
        Python::attach(|py| self.call(py, (2, 0.5)))
    }
}

impl<'py, T: FromPyObjectOwned<'py>> Held for Iter<'py, T> {
    type Content = PyResult<Vec<T>>;

    fn content(self) -> PyResult<Vec<T>> {
        self.collect()
    }
}

#[cfg(not(feature = "abi3"))]
impl<T: Element> Held for Buffer<'_, T> {
    type Content = PyResult<Vec<T>>;

    fn content(self) -> PyResult<Vec<T>> {
        self.to_vec()
    }
}

#[cfg(not(feature = "abi3"))]
impl<T: Element> Held for PyBuffer<T> {
    type Content = PyResult<Vec<T>>;

    fn content(self) -> PyResult<Vec<T>> {
        Python::attach(|py| self.to_vec(py))
    }
}

#[cfg(not(feature = "abi3"))]
impl Held for PyUntypedBuffer {
    type Content = (String, usize);

    fn content(self) -> Self::Content {
        (
            self.format().to_string_lossy().into_owned(),
            self.item_count(),
        )
    }
}

#[cfg(not(feature = "abi3"))]
impl<'py, T: Element, D: Dimension> Held for PyReadonlyArray<'py, T, D> {
    type Content = Bound<'py, PyArray<T, D>>;

    fn content(self) -> Self::Content {
        self.as_array().to_pyarray(self.py())
    }
}

#[cfg(not(feature = "abi3"))]
impl<'py, T: Element, D: Dimension> Held for PyArrayLike<'py, T, D> {
    type Content = Bound<'py, PyArray<T, D>>;

    fn content(self) -> Self::Content {
        self.as_array().to_pyarray(self.py())
    }
}

#[cfg(not(feature = "abi3"))]
impl<'py, T: Element, D: Dimension> Held for PyReadwriteArray<'py, T, D> {
    type Content = Bound<'py, PyArray<T, D>>;

    fn content(mut self) -> Self::Content {
        let py = self.py();
        self.as_array_mut().to_pyarray(py)
    }
}

impl Held for jiff::Span {
    type Content = String;

    fn content(self) -> String {
        self.to_string()
    }
}

/// What a function gives but cannot take.
pub trait Made {
    /// What it takes instead.
    type From;

    /// Makes it.
    fn made(from: Self::From) -> Self;
}

impl Made for Closure<(i64, f64), f64> {
    type From = f64;

    fn made(from: f64) -> Self {
        Closure::new(move |number, factor| number as f64 * factor + from)
    }
}

impl<T: for<'py> IntoPyObject<'py> + Send + 'static> Made for RustIterator<T> {
    type From = Vec<T>;

    fn made(from: Vec<T>) -> Self {
        RustIterator::new(from)
    }
}

#[cfg(not(feature = "abi3"))]
impl<T: Element> Made for Array<T> {
    type From = Vec<T>;

    fn made(from: Vec<T>) -> Self {
        Array::from(from)
    }
}

impl Made for PyErr {
    type From = Vec<u8>;

    fn made(from: Vec<u8>) -> Self {
        PyValueError::new_err(String::from_utf8_lossy(&from).into_owned())
    }
}

/// The number of bytes, and an error where there are none.
macro_rules! length_or_error {
    ($($error:ty: $made:expr;)*) => {$(
        impl Made for Result<usize, $error> {
            type From = Vec<u8>;

            fn made(from: Vec<u8>) -> Self {
                match from.len() {
                    0 => Err($made),
                    length => Ok(length),
                }
            }
        }
    )*};
}

length_or_error! {
    PyErr: PyValueError::new_err("no bytes");
    String: "no bytes".to_owned();
    Box<dyn Error>: "no bytes".into();
    ParseIntError: "".parse::<u8>().expect_err("there is no digit");
    io::Error: io::Error::from_raw_os_error(2);
    anyhow::Error: anyhow::Error::msg("no bytes");
    eyre::Report: eyre::Report::msg("no bytes");
}

impl Made for Result<String, FromUtf8Error> {
    type From = Vec<u8>;

    fn made(from: Vec<u8>) -> Self {
        String::from_utf8(from)
    }
}
