//! The functions that `build.rs` writes: each returns a list of what its parameters are bound to.

#![allow(
    non_snake_case,
    confusable_idents,
    mixed_script_confusables,
    uncommon_codepoints,
    clippy::too_many_arguments
)]

use mybind::prelude::*;
use mybind::types::{PyDict, PyTuple};

include!(concat!(env!("OUT_DIR"), "/functions.rs"));
