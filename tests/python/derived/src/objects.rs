//! Structs, from objects and dicts, to dicts and tuples.

use std::borrow::Cow;
use std::collections::HashMap;

use mybind::prelude::*;
use mybind::types::PyString;

/// From any object with these attributes, to a dict.
#[derive(FromPyObject, IntoPyObject, IntoPyObjectRef, Clone, Debug)]
pub struct Point {
    x: f64,
    y: f64,
}

/// The distance from the origin.
#[mybind]
pub fn norm(point: Point) -> f64 {
    point.x.hypot(point.y)
}

#[mybind]
pub fn echo_point(point: Point) -> Point {
    point
}

#[mybind]
pub fn maybe_point(point: Option<Point>) -> Option<Point> {
    point
}

#[mybind]
pub fn distances(
    points: Vec<Point>,
    named: HashMap<String, Point>,
) -> (Vec<f64>, HashMap<String, f64>) {
    let distance = |point: &Point| point.x.hypot(point.y);
    (
        points.iter().map(distance).collect(),
        named
            .iter()
            .map(|(name, point)| (name.clone(), distance(point)))
            .collect(),
    )
}

#[mybind]
pub fn largest(points: Vec<Point>) -> Option<Point> {
    points.into_iter().max_by(|a, b| a.x.total_cmp(&b.x))
}

/// Nested, and to a dict of dicts.
#[derive(FromPyObject, IntoPyObject)]
pub struct Segment {
    #[mybind(attribute("start"))]
    from: Point,
    #[mybind(attribute("end"))]
    to: Point,
}

#[mybind]
pub fn echo_segment(segment: Segment) -> Segment {
    segment
}

/// From the items of a mapping.
#[derive(FromPyObject, IntoPyObject, Debug)]
#[mybind(from_item_all, rename_all = "camelCase")]
pub struct Options {
    max_depth: usize,
    #[mybind(default)]
    follow_links: bool,
    #[mybind(default = "*")]
    pattern: String,
    #[mybind(item("exclude"), default = vec![".git".to_owned()])]
    excluded: Vec<String>,
    #[mybind(default = 3)]
    retries: Option<i32>,
}

#[mybind]
pub fn echo_options(options: Options) -> Options {
    options
}

/// Every key may be missing.
#[derive(FromPyObject)]
#[mybind(from_item_all)]
pub struct Counts {
    #[mybind(default = 1)]
    a: i32,
    #[mybind(default = return_seven())]
    b: i32,
}

fn return_seven() -> i32 {
    7
}

#[mybind]
pub fn count_options(counts: Counts) -> i32 {
    counts.a + counts.b
}

/// Every kind of place.
#[derive(FromPyObject, IntoPyObject)]
pub struct Record {
    #[mybind(item)]
    name: String,
    #[mybind(item("value"))]
    r#type: i64,
    #[mybind(item("tags"), default)]
    tags: Vec<String>,
}

#[mybind]
pub fn echo_record(record: Record) -> Record {
    record
}

/// Keys that are no names.
#[derive(FromPyObject, IntoPyObject)]
pub struct Keyed {
    #[mybind(item(0))]
    first: i32,
    #[mybind(item("content-type"))]
    content_type: String,
    #[mybind(item(7), default = -1)]
    seventh: i32,
}

#[mybind]
pub fn keyed(keyed: Keyed) -> Keyed {
    keyed
}

/// An attribute and an item of one object.
#[derive(FromPyObject)]
pub struct Mixed {
    #[mybind(attribute)]
    name: String,
    #[mybind(item("key"))]
    value: i32,
    #[mybind(attribute("missing"), default)]
    optional: Option<i32>,
}

#[mybind]
pub fn mixed(object: Mixed) -> (String, i32, Option<i32>) {
    (object.name, object.value, object.optional)
}

#[derive(FromPyObject, IntoPyObject, IntoPyObjectRef)]
pub struct Triple(
    i32,
    String,
    #[mybind(from_py_with = length, into_py_with = to_text)] usize,
);

fn length(object: &Bound<'_, PyAny>) -> PyResult<usize> {
    object.len()
}

fn to_text<'py>(length: Cow<'_, usize>, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
    Ok(PyString::new(py, &format!("length {length}")).into_any())
}

#[mybind]
pub fn echo_triple(triple: Triple) -> Triple {
    triple
}

#[derive(FromPyObject, IntoPyObject, IntoPyObjectRef)]
pub struct With {
    #[mybind(from_py_with = length, into_py_with = to_text)]
    size: usize,
    #[mybind(from_py_with = length, default = 0, into_py_with = to_text)]
    other: usize,
}

#[mybind]
pub fn echo_with(sizes: With) -> With {
    sizes
}

/// A newtype, which is what its field is.
#[derive(FromPyObject, IntoPyObject)]
pub struct Name(String);

/// One with a name for its field.
#[derive(FromPyObject, IntoPyObject)]
#[mybind(transparent)]
pub struct Times {
    times: u8,
}

#[mybind]
pub fn greet(name: Name, times: Times) -> Vec<Name> {
    (0..times.times)
        .map(|_| Name(format!("hello {}", name.0)))
        .collect()
}

/// Of itself.
#[derive(FromPyObject, IntoPyObject)]
#[mybind(from_item_all)]
pub struct Tree {
    value: i32,
    #[mybind(default)]
    children: Vec<Tree>,
    #[mybind(default)]
    origin: Option<Point2>,
}

/// Known to the stub only from inside of another.
#[derive(FromPyObject, IntoPyObject)]
pub struct Point2 {
    #[mybind(item)]
    x: i32,
}

#[mybind]
pub fn echo_tree(tree: Tree) -> Tree {
    tree
}

#[mybind]
pub fn echo_by_ref<'py>(point: Point, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
    (&point).into_bound_py_any(py)
}

/// References, in containers too.
#[mybind]
pub fn references<'py>(
    triple: Triple,
    sizes: With,
    py: Python<'py>,
) -> PyResult<Vec<Bound<'py, PyAny>>> {
    let triples = vec![&triple];
    Ok(vec![
        triples.into_bound_py_any(py)?,
        (&sizes).into_bound_py_any(py)?,
    ])
}

/// A type of the same name, in a function.
#[mybind]
pub fn local(py: Python<'_>) -> PyResult<Py<PyAny>> {
    #[derive(IntoPyObject)]
    struct Point {
        z: i32,
    }
    Point { z: 1 }.into_py_any(py)
}
