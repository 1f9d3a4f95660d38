#![allow(unused)]

use mybind::prelude::*;

struct Own;

#[mybind]
fn bound(a: Bound<'_, Own>) {}

#[mybind]
fn borrowed(a: &Bound<'_, Own>) {}

#[mybind]
fn stored(a: Option<Py<i32>>) {}

fn cast<'py>(object: &Bound<'py, PyAny>) -> bool {
    object.is_instance_of::<Own>()
}

fn main() {}
