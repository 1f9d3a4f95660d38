//! Enums: the first variant that fits.

use std::collections::HashMap;

use mybind::prelude::*;

#[derive(FromPyObject, IntoPyObject, IntoPyObjectRef)]
pub enum Value {
    Flag(bool),
    Int(i64),
    #[mybind(annotation = "text")]
    Text(String),
    Pair(i32, String),
    #[mybind(transparent)]
    List {
        items: Vec<f64>,
    },
}

#[mybind]
pub fn echo_value(value: Value) -> Value {
    value
}

/// Structs in variants.
#[derive(FromPyObject, IntoPyObject)]
#[mybind(rename_all = "camelCase")]
pub enum Shape {
    #[mybind(from_item_all)]
    Circle {
        the_radius: f64,
    },
    Square {
        side_length: f64,
    },
    #[mybind(rename_all = "UPPERCASE")]
    Rectangle {
        #[mybind(item)]
        width: f64,
        #[mybind(item, default = 1.0)]
        height: f64,
    },
    UnitDisc,
}

#[mybind]
pub fn echo_shape(shape: Shape) -> (String, Shape) {
    let name = match &shape {
        Shape::Circle { .. } => "circle",
        Shape::Square { .. } => "square",
        Shape::Rectangle { .. } => "rectangle",
        Shape::UnitDisc => "disc",
    };
    (name.to_owned(), shape)
}

/// A text among others.
#[derive(FromPyObject, IntoPyObject)]
#[mybind(rename_all = "lowercase")]
pub enum Length {
    Auto,
    Pixels(f64),
    None,
}

#[mybind]
pub fn echo_length(length: Length) -> Length {
    length
}

/// Of itself.
#[derive(FromPyObject, IntoPyObject)]
pub enum Json {
    Null(()),
    Int(i64),
    Text(String),
    List(Vec<Json>),
    Object(HashMap<String, Json>),
}

#[mybind]
pub fn echo_json(value: Json) -> Json {
    value
}

/// What is no `Exception` is not a reason.
#[derive(FromPyObject)]
pub enum Interrupted {
    Named {
        #[allow(dead_code)]
        name: String,
    },
    Any(#[allow(dead_code)] Py<PyAny>),
}

#[mybind]
pub fn interrupted(object: Interrupted) -> bool {
    matches!(object, Interrupted::Any(_))
}
