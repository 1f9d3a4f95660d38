//! Every kind of error, and panics.

use std::error::Error;
use std::fmt;
use std::io;

use mybind::exceptions::{PyKeyError, PyValueError};
use mybind::prelude::*;

/// An error of the operating system.
#[mybind(signature = (number))]
pub fn os_error(number: i32) -> Result<(), io::Error> {
    Err(io::Error::from_raw_os_error(number))
}

/// Opens a file.
#[mybind]
pub fn open(path: &str) -> io::Result<()> {
    std::fs::File::open(path).map(drop)
}

/// An I/O error without a number.
#[mybind]
pub fn io_error(kind: &str) -> io::Result<()> {
    let kind = match kind {
        "not found" => io::ErrorKind::NotFound,
        "timed out" => io::ErrorKind::TimedOut,
        _ => io::ErrorKind::InvalidData,
    };
    Err(io::Error::new(kind, "in words"))
}

/// An exception that has been through `io::Error`.
#[mybind]
pub fn io_round_trip() -> io::Result<()> {
    Err(PyKeyError::new_err("key").into())
}

/// A parse error.
#[mybind]
pub fn parse_int(text: &str) -> Result<i32, std::num::ParseIntError> {
    text.parse()
}

/// Another.
#[mybind]
pub fn parse_float(text: &str) -> Result<f64, std::num::ParseFloatError> {
    text.parse()
}

/// Not UTF-8.
#[mybind]
pub fn utf8(bytes: Vec<u8>) -> Result<String, std::string::FromUtf8Error> {
    String::from_utf8(bytes)
}

/// Not UTF-8, and borrowed.
#[mybind]
pub fn utf8_slice(bytes: &[u8]) -> Result<&str, std::str::Utf8Error> {
    std::str::from_utf8(bytes)
}

/// A message.
#[mybind]
pub fn message(text: String) -> Result<(), String> {
    Err(text)
}

/// A message that is known.
#[mybind]
pub fn literal_message() -> Result<(), &'static str> {
    Err("literal")
}

#[derive(Debug)]
struct Layer(&'static str, Option<Box<dyn Error + Send + Sync>>);

impl fmt::Display for Layer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl Error for Layer {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.1
            .as_ref()
            .map(|error| &**error as &(dyn Error + 'static))
    }
}

/// An error with causes.
#[mybind]
pub fn chain() -> Result<(), Box<dyn Error>> {
    let inner = Layer("inner", None);
    let middle = Layer("middle", Some(Box::new(inner)));
    Err(Box::new(Layer("outer", Some(Box::new(middle)))))
}

/// An exception as the cause.
#[mybind]
pub fn chain_to_exception() -> Result<(), Box<dyn Error + Send + Sync>> {
    Err(Box::new(Layer(
        "outer",
        Some(Box::new(PyKeyError::new_err("key"))),
    )))
}

/// A boxed error whose type has a conversion.
#[mybind]
pub fn boxed_parse_error() -> Result<i32, Box<dyn Error>> {
    Ok("x".parse::<i32>()?)
}

/// An error type of our own.
pub struct OwnError {
    code: i32,
}

impl From<OwnError> for PyErr {
    fn from(error: OwnError) -> PyErr {
        PyValueError::new_err(format!("code {}", error.code))
    }
}

/// An error type of our own.
#[mybind]
pub fn own_error(code: i32) -> Result<i32, OwnError> {
    if code == 0 {
        Ok(1)
    } else {
        Err(OwnError { code })
    }
}

/// The exception that `callable` raises, unchanged.
#[mybind]
pub fn call<'py>(callable: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
    callable.call0()
}

/// The exception that `callable` raises, as the cause of another.
#[mybind]
pub fn call_with_cause(py: Python<'_>, callable: &Bound<'_, PyAny>) -> PyResult<()> {
    callable.call0().map(drop).map_err(|error| {
        let outer = PyValueError::new_err("outer");
        outer.set_cause(py, Some(error));
        outer
    })
}

/// Panics.
#[mybind]
pub fn panic() {
    panic!("literal")
}

/// Panics with a text made for it.
#[mybind]
pub fn panic_with(text: &str) {
    panic!("formatted {text}")
}

/// Panics with something else than text.
#[mybind]
pub fn panic_any() {
    std::panic::panic_any(17)
}

struct PanicsAgain;

impl Drop for PanicsAgain {
    fn drop(&mut self) {
        panic!("in drop")
    }
}

/// Panics with what panics when it is dropped.
#[mybind]
pub fn panic_in_drop() {
    std::panic::panic_any(PanicsAgain)
}

/// Panics in a default.
#[mybind(signature = (a = { panic!("in a default") }))]
pub fn panic_in_default(a: i32) -> i32 {
    a
}

/// Panics while detached.
#[mybind(detach)]
pub fn panic_detached() {
    panic!("detached")
}

/// Whether a panic of Rust code that `callable` calls comes back as an error.
#[mybind]
pub fn panic_is_an_error(callable: &Bound<'_, PyAny>) -> PyResult<String> {
    match callable.call0() {
        Ok(_) => Ok("no error".to_owned()),
        Err(error) => Ok(error.to_string()),
    }
}
