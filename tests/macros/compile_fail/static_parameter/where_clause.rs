#![allow(unused)]

use mybind::prelude::*;

#[mybind]
fn text<'a>(text: &'a str)
where
    'a: 'static,
{
}

#[mybind]
fn token<'py>(py: Python<'py>)
where
    'py: 'static,
{
}

#[mybind]
fn handle<'a, 'py>(object: &'a Bound<'py, PyAny>)
where
    'a: 'static,
{
}

trait Kept {}

impl Kept for &'static str {}

#[mybind]
fn by_trait<'a>(text: &'a str)
where
    &'a str: Kept,
{
}

fn main() {}
