//! Derived conversions, overloads, and hints of the user's own.

mod enums;
mod generic;
mod hints;
mod objects;
mod texts;

use mybind::prelude::*;

/// Derived conversions.
#[mybind]
mod derived {
    #[mybind]
    use crate::enums::{echo_json, echo_length, echo_shape, echo_value, interrupted};
    #[mybind]
    use crate::generic::{echo_borrowed, echo_pair, echo_tagged, echo_wide};
    #[mybind(submodule)]
    use crate::hints::nested;
    #[mybind]
    use crate::hints::{counted, echo_folder, flip, hinted, repeat};
    #[mybind]
    use crate::objects::{
        count_options, distances, echo_by_ref, echo_options, echo_point, echo_record, echo_segment,
        echo_tree, echo_triple, echo_with, greet, keyed, largest, local, maybe_point, mixed, norm,
        references,
    };
    #[mybind]
    use crate::texts::{echo_color, echo_fruit, palette};
}
