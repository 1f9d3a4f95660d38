//! The functions that `build.rs` writes, and what they need of types that go in one direction only.

#![deny(warnings, missing_docs, unsafe_op_in_unsafe_fn)]
#![allow(
    clippy::boxed_local,
    clippy::extra_unused_lifetimes,
    clippy::rc_buffer,
    clippy::redundant_allocation,
    clippy::needless_lifetimes,
    clippy::unused_unit,
    unused_imports,
    reason = "the functions are written by rule, whatever the type"
)]

mod one_way;

use mybind::prelude::*;

use one_way::{Held, Made};

include!(concat!(env!("OUT_DIR"), "/functions.rs"));
