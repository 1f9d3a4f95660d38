//! serde.

use std::collections::BTreeMap;
use std::sync::Arc;

use mybind::exceptions::PyValueError;
use mybind::prelude::*;
use mybind::serde::{Depythonizer, Pythonizer, Serde, depythonize, pythonize};
use serde::{Deserialize, Serialize};

/// One field of each kind.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Everything {
    truth: bool,
    small: i8,
    large: u128,
    float: f64,
    character: char,
    text: String,
    unit: (),
    option: Option<i32>,
    list: Vec<i32>,
    pair: (i32, String),
    map: BTreeMap<i32, String>,
    newtype: Metres,
    point: Point,
    shapes: Vec<Shape>,
    #[serde(default)]
    missing: u8,
}

/// A newtype struct.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Metres(f64);

/// A tuple struct.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Point(i32, i32);

/// A variant of each kind.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Shape {
    /// A unit variant.
    Empty,
    /// A newtype variant.
    Circle(f64),
    /// A tuple variant.
    Rectangle(f64, f64),
    /// A struct variant.
    Text {
        /// What it says.
        text: String,
    },
}

/// Told apart by a field.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(tag = "kind", deny_unknown_fields)]
pub enum Tagged {
    /// With a number.
    Number {
        /// The number.
        value: i64,
    },
    /// Of itself.
    Nested {
        /// What is inside.
        inner: Box<Tagged>,
    },
}

/// Told apart by what fits.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(untagged)]
pub enum Untagged {
    /// A number.
    Number(i64),
    /// A text.
    Text(String),
    /// Of itself.
    Many(Vec<Untagged>),
}

/// Bytes, as `serde_bytes` has them.
#[derive(Clone, Debug)]
pub struct Raw(Vec<u8>);

impl Serialize for Raw {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(&self.0)
    }
}

impl<'de> Deserialize<'de> for Raw {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;

        impl serde::de::Visitor<'_> for Visitor {
            type Value = Raw;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("bytes")
            }

            fn visit_bytes<E>(self, bytes: &[u8]) -> Result<Raw, E> {
                Ok(Raw(bytes.to_vec()))
            }
        }

        deserializer.deserialize_bytes(Visitor)
    }
}

/// A value that fails.
pub struct Failing;

impl Serialize for Failing {
    fn serialize<S: serde::Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
        Err(serde::ser::Error::custom("cannot be told"))
    }
}

/// One field of each kind.
#[mybind]
pub fn everything(value: Serde<Everything>) -> Serde<Everything> {
    value
}

/// One field of each kind, by reference.
#[mybind]
pub fn everything_shared(value: Serde<Everything>) -> Arc<Serde<Everything>> {
    Arc::new(value)
}

/// A variant of each kind.
#[mybind]
pub fn shape(value: Serde<Shape>) -> Serde<Shape> {
    value
}

/// Told apart by a field.
#[mybind]
pub fn tagged(value: Serde<Tagged>) -> Serde<Tagged> {
    value
}

/// Told apart by what fits.
#[mybind]
pub fn untagged(value: Serde<Untagged>) -> Serde<Untagged> {
    value
}

/// Bytes.
#[mybind]
pub fn raw(value: Serde<Raw>) -> Serde<Raw> {
    value
}

/// Whatever JSON has.
#[mybind]
pub fn json(value: Serde<serde_json::Value>) -> Serde<serde_json::Value> {
    value
}

/// The JSON of an object.
#[mybind]
pub fn dumps(value: &Bound<'_, PyAny>) -> PyResult<String> {
    let value: serde_json::Value = depythonize(value)?;
    Ok(value.to_string())
}

/// The object of a JSON text.
#[mybind]
pub fn loads<'py>(py: Python<'py>, text: &str) -> PyResult<Bound<'py, PyAny>> {
    let value: serde_json::Value =
        serde_json::from_str(text).map_err(|error| PyValueError::new_err(error.to_string()))?;
    pythonize(py, &value)
}

/// Numbers of all sizes, and their ends.
#[mybind]
pub fn extremes() -> Serde<(i128, u128, i64, u64, f32, f64, char)> {
    Serde((
        i128::MIN,
        u128::MAX,
        i64::MIN,
        u64::MAX,
        f32::MAX,
        f64::INFINITY,
        '\u{10ffff}',
    ))
}

/// Keys that are no texts.
#[mybind]
pub fn odd_keys(
    value: Serde<BTreeMap<(i32, bool), Option<u8>>>,
) -> Serde<BTreeMap<(i32, bool), Option<u8>>> {
    value
}

/// A list as a key.
#[mybind]
pub fn unhashable_key() -> Serde<BTreeMap<Vec<u8>, u8>> {
    Serde([(vec![1], 1)].into())
}

/// An error of a value.
#[mybind]
pub fn failing() -> Serde<Vec<Failing>> {
    Serde(vec![Failing])
}

/// From one to the other, without a value in between.
#[mybind]
pub fn transcode<'py>(py: Python<'py>, value: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
    struct Text<'a, 'py>(&'a Bound<'py, PyAny>);

    impl Serialize for Text<'_, '_> {
        fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            let text = String::deserialize(&mut Depythonizer::from_object(self.0));
            serializer.serialize_str(&text.map_err(serde::ser::Error::custom)?)
        }
    }

    Text(value).serialize(Pythonizer::new(py))
}

/// A part that may be missing.
#[mybind]
pub fn optional(value: Option<Serde<Vec<u8>>>) -> Option<Serde<Vec<u8>>> {
    value
}
