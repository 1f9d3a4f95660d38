//! Items under `#[mybind]` that a user might write, however unlikely: what compiles here has passed. The lints are those
//! of a strict user; `tests/projects.rs` runs clippy over it.

#![deny(
    warnings,
    missing_docs,
    unsafe_op_in_unsafe_fn,
    unreachable_pub,
    unused,
    rust_2018_idioms
)]
#![deny(clippy::all, clippy::pedantic)]
// What these say is about the items as they are written here, which is on purpose.
#![allow(
    clippy::extra_unused_lifetimes,
    clippy::implicit_hasher,
    clippy::many_single_char_names,
    clippy::missing_errors_doc,
    clippy::must_use_candidate,
    clippy::needless_lifetimes,
    clippy::needless_pass_by_value,
    clippy::type_complexity,
    clippy::wildcard_imports
)]

#[path = "../expansions/add.rs"]
pub mod add;
#[path = "../expansions/derived.rs"]
pub mod derived;
#[path = "../expansions/function_module.rs"]
pub mod function_module;
#[path = "../expansions/module.rs"]
pub mod module;
#[path = "../expansions/options.rs"]
pub mod options;
#[path = "../expansions/overloads.rs"]
pub mod overloads;
#[path = "../expansions/signature.rs"]
pub mod signature;

pub mod derives;
pub mod forms;
pub mod lints;
pub mod macros;
pub mod names;
pub mod renamed;
pub mod rust_side;

/// Exports all of it, so that Python can call it.
#[mybind::mybind]
mod macro_tests {
    #[mybind]
    use crate::add::add;
    #[mybind]
    use crate::derived::count;
    #[mybind]
    use crate::derives::{by_macro, elsewhere_too, names_of_ours, outcomes};
    #[mybind]
    use crate::forms::{
        converted_by, documented, handles, in_several_attributes, on_one_system, pointers,
        qualified, types,
    };
    #[mybind]
    #[allow(deprecated)]
    use crate::lints::deprecated;
    #[mybind(submodule)]
    use crate::lints::filled;
    #[mybind(submodule)]
    use crate::lints::inside;
    #[mybind(submodule)]
    #[allow(deprecated)]
    use crate::lints::old_module;
    #[mybind]
    use crate::lints::{allowed, expected};
    #[mybind]
    use crate::macros::{from_expressions, from_parts, local, whole};
    #[mybind]
    use crate::names::called::{
        __trampoline_, args, boundary, kwnames, module, nargs, py, required, runtime, self_, token,
    };
    #[mybind]
    use crate::names::generated::trampoline;
    #[mybind(submodule)]
    use crate::names::modules::fill;
    #[mybind]
    use crate::names::raw::{größer, unnamed, r#use};
    #[mybind]
    use crate::options::{describe, sum_of_squares};
    #[mybind]
    use crate::overloads::half;
    #[mybind]
    use crate::renamed::elsewhere;
    #[mybind]
    use crate::rust_side::items_are_as_written;
    #[mybind]
    use crate::signature::format_number;
}
