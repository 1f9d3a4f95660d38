//! Writes functions of random signatures, with typed parameters: `MYBIND_SIGNATURES` of them, 200 if it is not set, by the
//! chance that `MYBIND_SEED` gives.
//!
//! The module that they are in tells by its constant `SIGNATURES` what they are: a line for each, the head of a `def` in
//! Python, whose annotations are the types in Rust.

mod choose;
mod defaults;
mod functions;
mod types;

use std::path::PathBuf;
use std::{env, fs};

use choose::Choose;
use types::Types;

fn main() {
    println!("cargo:rerun-if-changed=build");
    let (count, seed) = (number("MYBIND_SIGNATURES", 200), number("MYBIND_SEED", 1));
    let mut choose = Choose::new(seed);
    let mut types = Types::default();
    let mut lines = String::new();
    let mut items = String::new();
    for number in 0..count {
        let function = functions::Function::random(number, &mut choose, &mut types);
        lines += &format!("{}\n", function.line());
        items += &function.item();
    }
    let module = format!(
        "#[mybind]
mod generated {{
use super::*;
use mybind::types::*;
use std::borrow::Cow;
use std::cell::Cell;
use std::collections::{{BTreeMap, BTreeSet, BinaryHeap, HashMap, HashSet, VecDeque}};
use std::ffi::{{CString, OsString}};
use std::num::NonZero;
use std::ops::Range;
use std::path::PathBuf;
use std::rc::Rc;
#[mybind]
const SIGNATURES: &str = {lines:?};
/// Whether it is built for the stable ABI.
#[mybind]
const ABI3: bool = cfg!(any(feature = \"abi3\", feature = \"abi3t\"));
{items}}}\n"
    );
    let directory = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets it"));
    fs::write(directory.join("functions.rs"), module).expect("the directory is there");
}

/// The number that a variable of the environment says.
fn number(variable: &str, otherwise: u64) -> u64 {
    println!("cargo:rerun-if-env-changed={variable}");
    match env::var(variable) {
        Ok(text) => text.parse().expect("a number"),
        Err(_) => otherwise,
    }
}
