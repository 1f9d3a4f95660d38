//! NumPy's arrays, for the tests in Python beside it.

#![deny(warnings, missing_docs, unsafe_op_in_unsafe_fn)]

#[cfg(not(feature = "abi3"))]
mod asked;
#[cfg(not(feature = "abi3"))]
mod made;
#[cfg(not(feature = "abi3"))]
mod taken;

use mybind::prelude::*;

/// What goes in and out as an array.
#[mybind]
mod arrays {
    #[cfg(not(feature = "abi3"))]
    #[mybind]
    use super::asked::{
        copy, described, item_in_place, like, like_any, like_converted, made_of, only, permuted,
        products, range, type_of_items,
    };
    #[cfg(not(feature = "abi3"))] // the stable ABI of 3.10 has no buffers
    #[mybind]
    use super::made::{
        backward, column_major, cube, diagonal, every_other, from_rows, grid, shared, single,
        vector, zeros,
    };
    #[cfg(not(feature = "abi3"))]
    #[mybind]
    use super::taken::{
        asked, asked_untyped, doubled_detached, echo, item, items, nested, replace, reshaped,
        scale, seen, set, total, unchecked, written_later,
    };
}
