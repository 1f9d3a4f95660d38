//! The functions that `build/main.rs` writes: each returns a tuple of what its parameters have been converted to.

#![allow(
    clippy::all,
    confusable_idents,
    mixed_script_confusables,
    uncommon_codepoints
)]

use mybind::prelude::*;

include!(concat!(env!("OUT_DIR"), "/functions.rs"));
